using System;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Addresses;

/// <summary>Addresses and what is made of them, for properties that hold of all. Boundaries and neighbours come up often.</summary>
internal static class Any
{
    private static readonly Gen<byte> s_byte = Gen.Frequency(
        (2, Gen.Elements<byte>(0, 1, 127, 128, 254, 255)), (3, Gen.Choose(0, 255).Select(value => (byte)value)));

    public static Gen<IPAddress> IPv4 { get; } = Bytes(4);

    public static Gen<IPAddress> IPv6 { get; } = Gen.Frequency((3, Bytes(16)), (2, SparseIPv6()));

    public static Gen<IPAddress> Address { get; } = Gen.OneOf(IPv4, IPv6);

    /// <summary>An address and a length that its family has.</summary>
    public static Gen<(IPAddress Address, int Length)> Prefix { get; } =
        from address in Address
        from length in Gen.Frequency(
            (1, Gen.Elements(0, 1, address.Family().Bits() - 1, address.Family().Bits())), (3, Gen.Choose(0, address.Family().Bits())))
        select (address, length);

    /// <summary>Two addresses of one family, the second often close to the first.</summary>
    public static Gen<(IPAddress First, IPAddress Second)> Pair { get; } =
        from first in Address
        from second in Gen.OneOf(
            first.Family() == IPFamily.IPv4 ? IPv4 : IPv6,
            Gen.Choose(0, (first.GetAddressBytes().Length * 8) - 1).Select(bit => WithBitFlipped(first, bit)))
        select (first, second);

    /// <summary>Runs a property often enough to meet the boundaries.</summary>
    public static void Holds<T>(Gen<T> of, Func<T, bool> property) =>
        Prop.ForAll(of.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    /// <summary>The address as a number, most significant bit first, by a way of its own.</summary>
    public static UInt128 Number(IPAddress address) =>
        address.GetAddressBytes().Aggregate(UInt128.Zero, (number, each) => (number * 256) + each);

    /// <summary>The address as a text of zeros and ones.</summary>
    public static string Bits(IPAddress address) =>
        string.Concat(address.GetAddressBytes().Select(each => Convert.ToString(each, 2).PadLeft(8, '0')));

    private static IPAddress WithBitFlipped(IPAddress address, int bit)
    {
        byte[] bytes = address.GetAddressBytes();
        bytes[bit / 8] ^= (byte)(0x80 >> (bit % 8));
        return new IPAddress(bytes);
    }

    private static Gen<IPAddress> Bytes(int count) => s_byte.ArrayOf(count).Select(bytes => new IPAddress(bytes));

    /// <summary>Groups of zeros are what the short form of IPv6 is about.</summary>
    private static Gen<IPAddress> SparseIPv6() => Gen.Elements((byte)0, (byte)1, (byte)0xAB).ArrayOf(16).Select(bytes => new IPAddress(bytes));
}
