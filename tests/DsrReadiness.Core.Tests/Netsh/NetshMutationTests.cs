using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Addresses;
using DsrReadiness.Snapshots.Netsh;

namespace DsrReadiness.Tests.Netsh;

/// <summary>Texts that somebody has spoilt.</summary>
[Trait("Tier", "Slow")]
public sealed class NetshMutationTests
{
    private const int Mutants = 5_000;

    /// <summary>Words of every kind of line, so that what is put in may well stand there.</summary>
    private static readonly string[] s_pieces =
    [
        ":", " : ", "enabled", "disabled", "dhcp", "connected", "0", "1", "4294967296", "-1", "1500 bytes", "ethernet_7", "loopback_0", "---", "-", ">", "\r", "\n", "\r\n", "\0", "\t", " ", "\uFFFD", "\uD800", "\u202E",
    ];

    [Fact]
    public void Nothing_but_a_refusal_comes_of_any_text()
    {
        var random = new Random(20261125);
        string original = NetshSample.Text(NetshSample.Lines());
        int refused = 0;
        for (int i = 0; i < Mutants; i++)
        {
            var text = new StringBuilder(original);
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                int at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 60), text.Length - at)),
                    1 => text.Insert(at, s_pieces[random.Next(s_pieces.Length)]),
                    _ => text.Replace(text[at], (char)random.Next(1, 256), at, 1),
                };
            }

            byte[] bytes = random.Next(8) == 0 ? Encoding.Latin1.GetBytes(text.ToString()) : Encoding.UTF8.GetBytes(text.ToString());
            try
            {
                NetshInterfaceReader.Read(new MemoryStream(bytes), "mutant", IPFamily.IPv4);
            }
            catch (NetshTextException e)
            {
                Assert.StartsWith("mutant: ", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, Mutants / 2, Mutants - 1);
    }

    /// <summary>Lines that have moved within an interface, have been lost or have doubled are seen, in a language that nobody knows as well.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_moved_line_is_read_in_the_place_of_another(bool isForeign)
    {
        string[] original = NetshSample.Lines(label: isForeign ? NetshInterfaceReaderTests.Turned : null);
        object[] rows = Rows(original);
        int[] starts = Enumerable.Range(0, original.Length).Where(at => original[at].StartsWith("---", StringComparison.Ordinal)).ToArray();
        var random = new Random(7);
        for (int i = 0; i < Mutants; i++)
        {
            List<string> lines = [.. original];
            int start = starts[random.Next(starts.Length)] + 1;
            int length = lines.FindIndex(start, line => line.Length == 0) - start;
            int one = start + random.Next(length);
            int other = start + random.Next(length);
            switch (random.Next(4))
            {
                case 0:
                    (lines[one], lines[other]) = (lines[other], lines[one]);
                    break;
                case 1:
                    string moved = lines[one];
                    lines.RemoveAt(one);
                    lines.Insert(Math.Min(other, start + length - 1), moved);
                    break;
                case 2:
                    lines.RemoveAt(one);
                    break;
                default:
                    lines.Insert(other, lines[one]);
                    break;
            }

            if (lines.SequenceEqual(original))
                continue;
            Assert.Throws<NetshTextException>(() => Rows([.. lines]));
        }

        Assert.Equal(rows, Rows(original));
    }

    private static object[] Rows(string[] lines) => NetshInterfaceReaderTests.Rows(NetshSample.Text(lines)).Select(row => (object)NetshInterfaceReaderTests.WeakHost(row)).ToArray();
}
