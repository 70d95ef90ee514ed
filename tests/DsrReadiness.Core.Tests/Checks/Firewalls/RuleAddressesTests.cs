using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Numerics;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Firewall;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class RuleAddressesTests
{
    /// <summary>Numbers of one family as big integers, which know nothing of the code under test.</summary>
    private static readonly Gen<(int Bytes, BigInteger One, BigInteger Other, int Length)> s_gen =
        from bytes in Gen.Elements(4, 16)
        from one in Gen.Choose(0, 255).ArrayOf(bytes)
        from other in Gen.Choose(0, 255).ArrayOf(bytes)
        from same in Gen.Choose(0, bytes)
        from length in Gen.Choose(0, bytes * 8)
        select (bytes, Number(one), Number([.. one.Take(same), .. other.Skip(same)]), length);

    private static readonly Arbitrary<int> s_step = Gen.Choose(-2, 2).ToArbitrary();

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.1-192.0.2.9", "192.0.2.1-192.0.2.9")]
    [InlineData("192.0.2.1-192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.0/24", "192.0.2.0-192.0.2.255")]
    [InlineData("192.0.2.7/24", "192.0.2.0-192.0.2.255")]
    [InlineData("192.0.2.0/255.255.255.0", "192.0.2.0-192.0.2.255")]
    [InlineData("192.0.2.7/255.255.255.255", "192.0.2.7")]
    [InlineData("0.0.0.0/0", "0.0.0.0-255.255.255.255")]
    [InlineData("0.0.0.0/0.0.0.0", "0.0.0.0-255.255.255.255")]
    [InlineData("2001:db8::/126", "2001:db8::-2001:db8::3")]
    [InlineData("2001:db8::/ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffc", "2001:db8::-2001:db8::3")]
    [InlineData("fe80::1%12", "fe80::1")]
    public void Reads_every_form(string text, string range)
    {
        Assert.True(RuleAddresses.TryParse(text, out IPRange read));
        Assert.Equal(range, read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Any")]
    [InlineData("banana")]
    [InlineData("192.0.2")]
    [InlineData("192.0.2.256")]
    [InlineData("192.0.2.9-192.0.2.1")]
    [InlineData("192.0.2.1-2001:db8::1")]
    [InlineData("192.0.2.1-")]
    [InlineData("192.0.2.0/33")]
    [InlineData("192.0.2.0/-1")]
    [InlineData("192.0.2.0/")]
    [InlineData("192.0.2.0/255.0.255.0")]
    [InlineData("192.0.2.0/0.0.0.255")]
    [InlineData("192.0.2.0/ffff::")]
    [InlineData("2001:db8::/129")]
    public void Guesses_nothing(string text) => Assert.False(RuleAddresses.TryParse(text, out _));

    [Theory]
    [InlineData("LocalSubnet")]
    [InlineData("localsubnet6")]
    [InlineData("DNS4")]
    [InlineData("Internet")]
    [InlineData("PlayToDevice")]
    public void Knows_keywords(string text)
    {
        ValueList<IPRange> list = Read(text);
        Assert.Equal((1, null, false), (list.Keywords.Count, list.Unreadable, list.IsAny));
    }

    [Fact]
    public void Keeps_what_it_can_read_beside_what_it_cannot()
    {
        ValueList<IPRange> list = Read("192.0.2.1", "banana", "DNS");
        Assert.Equal((1, 1, "unreadable ('banana')"), (list.Values.Count, list.Keywords.Count, list.Unreadable));
    }

    [Fact]
    public void A_prefix_a_mask_and_a_range_of_the_same_addresses_are_the_same() => Prop.ForAll(s_gen.ToArbitrary(), drawn =>
    {
        BigInteger hosts = BigInteger.Pow(2, (drawn.Bytes * 8) - drawn.Length);
        BigInteger first = drawn.One - (drawn.One % hosts);
        BigInteger mask = BigInteger.Pow(2, drawn.Bytes * 8) - hosts;
        string expected = Single(first, first + hosts - 1, drawn.Bytes);
        return ReadBack(Text(drawn.One, drawn.Bytes) + "/" + drawn.Length.ToString(CultureInfo.InvariantCulture)) == expected
            && ReadBack(Text(drawn.One, drawn.Bytes) + "/" + Text(mask, drawn.Bytes)) == expected
            && ReadBack(Text(first, drawn.Bytes) + "-" + Text(first + hosts - 1, drawn.Bytes)) == expected;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_range_holds_what_lies_between_its_ends_and_nothing_else() => Prop.ForAll(s_gen.ToArbitrary(), s_step, (drawn, step) =>
    {
        (BigInteger first, BigInteger last) = drawn.One <= drawn.Other ? (drawn.One, drawn.Other) : (drawn.Other, drawn.One);
        if (!RuleAddresses.TryParse(Text(first, drawn.Bytes) + "-" + Text(last, drawn.Bytes), out IPRange range))
            return false;
        return new[] { first + step, last + step, (first + last) / 2 }
            .Where(number => number >= 0 && number < BigInteger.Pow(2, drawn.Bytes * 8))
            .All(number => range.Contains(Address(number, drawn.Bytes)) == (first <= number && number <= last));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Masks_with_holes_are_refused() => Prop.ForAll(s_gen.ToArbitrary(), drawn =>
    {
        byte[] mask = Address(drawn.One, drawn.Bytes).GetAddressBytes();
        string bits = string.Concat(mask.Select(part => part.ToString("b8", CultureInfo.InvariantCulture)));
        return RuleAddresses.TryParse(Text(0, drawn.Bytes) + "/" + Text(drawn.One, drawn.Bytes), out _) != bits.Contains("01");
    }).QuickCheckThrowOnFailure();

    private static ValueList<IPRange> Read(params string[] texts) => RuleAddresses.Read(new Field<IReadOnlyList<string>>(texts));

    private static string? ReadBack(string text) => RuleAddresses.TryParse(text, out IPRange range) ? range.ToString() : null;

    private static BigInteger Number(int[] parts) => parts.Aggregate(BigInteger.Zero, (number, part) => (number * 256) + part);

    private static IPAddress Address(BigInteger number, int bytes)
    {
        byte[] parts = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return new IPAddress([.. new byte[bytes - parts.Length], .. parts]);
    }

    private static string Text(BigInteger number, int bytes) => Address(number, bytes).ToString();

    private static string Single(BigInteger first, BigInteger last, int bytes) =>
        first == last ? Text(first, bytes) : Text(first, bytes) + "-" + Text(last, bytes);
}
