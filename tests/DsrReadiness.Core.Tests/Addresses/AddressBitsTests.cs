using System;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Tests.Addresses;

public sealed class AddressBitsTests
{
    [Fact]
    public void Is_the_number_that_the_address_is() => Any.Holds(Any.Address, address => Number(AddressBits.From(address)) == Any.Number(address));

    [Fact]
    public void Becomes_the_address_again() =>
        Any.Holds(Any.Address, address => AddressBits.From(address).ToAddress(address.Family()).Equals(address));

    [Fact]
    public void Is_ordered_as_numbers_are() => Any.Holds(
        Any.Pair,
        pair => Math.Sign(AddressBits.From(pair.First).CompareTo(AddressBits.From(pair.Second)))
            == Math.Sign(Any.Number(pair.First).CompareTo(Any.Number(pair.Second))));

    [Fact]
    public void Is_equal_when_the_numbers_are() => Any.Holds(
        Any.Pair,
        pair => AddressBits.From(pair.First).Equals(AddressBits.From(pair.Second)) == pair.First.Equals(pair.Second)
            && AddressBits.From(pair.First).Equals((object)AddressBits.From(new IPAddress(pair.First.GetAddressBytes())))
            && AddressBits.From(pair.First).GetHashCode() == AddressBits.From(new IPAddress(pair.First.GetAddressBytes())).GetHashCode());

    [Fact]
    public void Combines_bit_by_bit() => Any.Holds(
        Any.Pair,
        pair =>
        {
            (AddressBits first, AddressBits second) = (AddressBits.From(pair.First), AddressBits.From(pair.Second));
            (UInt128 one, UInt128 two) = (Any.Number(pair.First), Any.Number(pair.Second));
            return Number(first.And(second)) == (one & two) && Number(first.Or(second)) == (one | two) && Number(first.Not()) == ~one;
        });

    [Fact]
    public void Host_masks_are_as_many_ones_as_the_prefix_leaves_over()
    {
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
        {
            for (int length = 0; length <= family.Bits(); length++)
            {
                UInt128 expected = Enumerable.Repeat(UInt128.One, family.Bits() - length).Aggregate(UInt128.Zero, (mask, one) => (mask << 1) | one);
                Assert.Equal(expected, Number(AddressBits.HostMask(family, length)));
            }
        }
    }

    private static UInt128 Number(AddressBits bits) => new(bits.High, bits.Low);
}
