using System;
using System.Net;
using DsrReadiness.Addresses;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Addresses;

public sealed class IPRangeTests
{
    [Fact]
    public void A_prefix_holds_the_addresses_whose_leading_bits_are_the_same() => Any.Holds(
        from prefix in Any.Prefix
        from pair in Any.Pair
        select (prefix.Address, prefix.Length, Other: pair.Second),
        each => IPRange.Prefix(each.Address, each.Length).Contains(each.Other)
            == (each.Address.AddressFamily == each.Other.AddressFamily
                && Any.Bits(each.Address)[..each.Length] == Any.Bits(each.Other)[..each.Length]));

    [Fact]
    public void A_prefix_holds_what_it_is_made_from_and_neighbours_as_the_framework_says() => Any.Holds(
        from pair in Any.Pair
        from length in Gen.Choose(0, pair.First.Family().Bits())
        select (pair.First, pair.Second, Length: length),
        each =>
        {
            IPRange range = IPRange.Prefix(each.First, each.Length);
            var network = new IPNetwork(range.First.ToAddress(range.Family), each.Length);
            return range.Contains(each.First) && range.Contains(each.Second) == network.Contains(each.Second);
        });

    [Fact]
    public void A_range_holds_the_numbers_from_first_to_last() => Any.Holds(
        from pair in Any.Pair
        from other in Any.Pair
        select (pair, other.Second),
        each =>
        {
            (IPRange range, UInt128 low, UInt128 high) = Range(each.pair);
            UInt128 number = Any.Number(each.Second);
            return range.Contains(each.Second) == (each.Second.Family() == range.Family && low <= number && number <= high);
        });

    [Fact]
    public void Ranges_cover_and_overlap_as_numbers_do() => Any.Holds(
        from one in Any.Pair
        from two in Any.Pair
        select (one, two),
        each =>
        {
            (IPRange one, UInt128 oneLow, UInt128 oneHigh) = Range(each.one);
            (IPRange two, UInt128 twoLow, UInt128 twoHigh) = Range(each.two);
            bool comparable = one.Family == two.Family;
            return one.Covers(two) == (comparable && oneLow <= twoLow && twoHigh <= oneHigh)
                && one.Overlaps(two) == (comparable && UInt128.Max(oneLow, twoLow) <= UInt128.Min(oneHigh, twoHigh))
                && one.Overlaps(two) == two.Overlaps(one)
                && one.Equals(two) == (one.Covers(two) && two.Covers(one))
                && (!one.Equals(two) || one.GetHashCode() == two.GetHashCode());
        });

    [Fact]
    public void Everything_of_a_family_covers_all_of_it_and_nothing_of_the_other() => Any.Holds(
        Any.Prefix,
        prefix => IPRange.All(prefix.Address.Family()).Covers(IPRange.Prefix(prefix.Address, prefix.Length))
            && !IPRange.All(prefix.Address.Family() == IPFamily.IPv4 ? IPFamily.IPv6 : IPFamily.IPv4).Overlaps(IPRange.Single(prefix.Address)));

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.9")]
    [InlineData("2001:db8::2", "2001:db8::1")]
    [InlineData("0.0.0.0", "::1")]
    [InlineData("::", "192.0.2.1")]
    public void Refuses_a_range_that_is_reversed_or_of_two_families(string first, string last) =>
        Assert.Throws<ArgumentException>(() => new IPRange(IPAddress.Parse(first), IPAddress.Parse(last)));

    [Theory]
    [InlineData("192.0.2.10", -1)]
    [InlineData("192.0.2.10", 33)]
    [InlineData("2001:db8::1", 129)]
    public void Refuses_a_prefix_length_that_the_family_does_not_have(string address, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IPRange.Prefix(IPAddress.Parse(address), length));

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10", "192.0.2.10")]
    [InlineData("192.0.2.10", "192.0.2.19", "192.0.2.10-192.0.2.19")]
    [InlineData("2001:db8::", "2001:db8::ffff", "2001:db8::-2001:db8::ffff")]
    public void Is_written_as_one_address_or_two(string first, string last, string expected) =>
        Assert.Equal(expected, new IPRange(IPAddress.Parse(first), IPAddress.Parse(last)).ToString());

    private static (IPRange Range, UInt128 Low, UInt128 High) Range((IPAddress First, IPAddress Second) pair)
    {
        (IPAddress low, IPAddress high) = Any.Number(pair.First) <= Any.Number(pair.Second) ? pair : (pair.Second, pair.First);
        return (new IPRange(low, high), Any.Number(low), Any.Number(high));
    }
}
