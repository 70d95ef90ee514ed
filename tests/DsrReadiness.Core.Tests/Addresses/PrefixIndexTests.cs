using System;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Tests.Addresses;

public sealed class PrefixIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_finds_what_looking_at_all_of_it_finds_in_the_same_order(int seed)
    {
        var random = new Random(seed);
        IPPrefix[] all = [.. Enumerable.Range(0, 300).Select(_ => Some(random))];
        var index = new PrefixIndex<IPPrefix>(all, each => each);
        int found = 0;
        foreach (IPPrefix asked in all.Concat(Enumerable.Range(0, 300).Select(_ => Some(random))))
        {
            Assert.Equal(all.Where(each => each.Range.Covers(asked.Range)), index.Covering(asked));
            Assert.Equal(all.Where(each => asked.Range.Covers(each.Range) && each.Length > asked.Length), index.Within(asked));
            Assert.Equal(all.Where(each => each.Range.Overlaps(asked.Range)), index.Overlapping(asked));
            found += index.Overlapping(asked).Count;
        }

        Assert.True(found > 1000);
    }

    [Fact]
    public void Of_nothing_it_finds_nothing() => Assert.Empty(new PrefixIndex<IPPrefix>([], each => each).Overlapping(new IPPrefix(IPAddress.Any, 0)));

    /// <summary>Few bits differ, so that many lie in one another, and many are the same.</summary>
    private static IPPrefix Some(Random random)
    {
        byte[] bytes = new byte[random.Next(2) == 0 ? 4 : 16];
        bytes[0] = (byte)(10 + (random.Next(2) * 128));
        bytes[1] = (byte)random.Next(4);
        bytes[^1] = (byte)random.Next(4);
        int bits = bytes.Length * 8;
        return new IPPrefix(new IPAddress(bytes), random.Next(4) switch { 0 => bits, 1 => random.Next(12), 2 => 16, _ => random.Next(bits + 1) });
    }
}
