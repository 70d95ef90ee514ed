using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Firewall;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>Coverage by ranges, against counting every single address or port of a small space.</summary>
public sealed class CoverageTests
{
    private const int Size = 12;

    private static readonly Gen<(int First, int Last)> s_range =
        from a in Gen.Choose(0, Size - 1)
        from b in Gen.Choose(0, Size - 1)
        select a <= b ? (a, b) : (b, a);

    private static readonly Arbitrary<((int First, int Last) Wanted, (int First, int Last)[] Given)> s_case =
        (from wanted in s_range from count in Gen.Choose(0, 5) from given in s_range.ArrayOf(count) select (wanted, given)).ToArbitrary();

    private static readonly Arbitrary<string> s_first = Gen.Elements("192.0.2.0", "255.255.255.244", "2001:db8::", "::").ToArbitrary();

    [Fact]
    public void Ports_are_covered_if_each_one_is() => Prop.ForAll(s_case, drawn =>
        Coverage.Covers(drawn.Given.Select(Ports), Ports(drawn.Wanted)) == EachIsCovered(drawn)).QuickCheckThrowOnFailure();

    [Fact]
    public void Addresses_are_covered_if_each_one_is() => Prop.ForAll(s_case, s_first, (drawn, first) =>
        Coverage.Covers(drawn.Given.Select(each => Addresses(first, each)), Addresses(first, drawn.Wanted)) == EachIsCovered(drawn))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Addresses_that_are_spared_may_be_missing() => Prop.ForAll(s_case, s_first, (drawn, first) =>
    {
        AddressBits[] spared = [.. new[] { 2, 3, 7, Size - 1 }.Select(number => AddressBits.From(Plus(first, number)))];
        bool isCovered = EachIsCovered(drawn with { Given = [.. drawn.Given, (2, 3), (7, 7), (Size - 1, Size - 1)] });
        bool overlaps = drawn.Given.Any(range => Ports(range).Overlaps(Ports(drawn.Wanted)));
        return Coverage.Covers(drawn.Given.Select(each => Addresses(first, each)), Addresses(first, drawn.Wanted), spared.Contains) == (isCovered && overlaps);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_share_is_that_of_the_addresses_that_are_covered() => Prop.ForAll(s_case, s_first, (drawn, first) =>
    {
        int[] wanted = [.. Enumerable.Range(drawn.Wanted.First, drawn.Wanted.Last - drawn.Wanted.First + 1)];
        double share = wanted.Count(one => drawn.Given.Any(range => range.First <= one && one <= range.Last)) / (double)wanted.Length;
        return System.Math.Abs(Coverage.Share(drawn.Given.Select(each => Addresses(first, each)), Addresses(first, drawn.Wanted)) - share) < 1e-9;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_share_of_a_family_is_that_of_the_internet() =>
        Assert.Equal(0.5, Coverage.Share([IPRange.Prefix(IPAddress.Parse("2000::"), 4), IPRange.Prefix(IPAddress.Parse("fc00::"), 7)], IPRange.All(IPFamily.IPv6)));

    [Fact]
    public void Nothing_covers_another_family() =>
        Assert.False(Coverage.Covers([IPRange.All(IPFamily.IPv6)], IPRange.Single(IPAddress.Any)));

    [Fact]
    public void Two_halves_cover_all_of_ipv6() => Assert.True(Coverage.Covers(
        [IPRange.Prefix(IPAddress.Parse("8000::"), 1), IPRange.Prefix(IPAddress.IPv6Any, 1)], IPRange.All(IPFamily.IPv6)));

    [Fact]
    public void The_next_address_carries_over_64_bits() => Assert.Equal(
        IPAddress.Parse("2001:db8:0:1::"),
        AddressBits.From(IPAddress.Parse("2001:db8::ffff:ffff:ffff:ffff")).Next().ToAddress(IPFamily.IPv6));

    private static bool EachIsCovered(((int First, int Last) Wanted, (int First, int Last)[] Given) drawn) => Enumerable
        .Range(drawn.Wanted.First, drawn.Wanted.Last - drawn.Wanted.First + 1)
        .All(one => drawn.Given.Any(range => range.First <= one && one <= range.Last));

    private static PortRange Ports((int First, int Last) range) => new(range.First, range.Last);

    private static IPRange Addresses(string first, (int First, int Last) range) => new(Plus(first, range.First), Plus(first, range.Last));

    private static IPAddress Plus(string first, int number)
    {
        byte[] bytes = IPAddress.Parse(first).GetAddressBytes();
        bytes[^1] += (byte)number;
        return new IPAddress(bytes);
    }
}
