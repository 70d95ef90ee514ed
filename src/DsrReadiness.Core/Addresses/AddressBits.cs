using System;
using System.Net;

namespace DsrReadiness.Addresses;

/// <summary>An address as a number, high and low 64 bits; an IPv4 address is the low 32.</summary>
internal readonly struct AddressBits(ulong high, ulong low) : IComparable<AddressBits>, IEquatable<AddressBits>
{
    public ulong High { get; } = high;

    public ulong Low { get; } = low;

    public static AddressBits From(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        ulong high = 0;
        ulong low = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            high = (high << 8) | (low >> 56);
            low = (low << 8) | bytes[i];
        }

        return new AddressBits(high, low);
    }

    public IPAddress ToAddress(IPFamily family)
    {
        byte[] bytes = new byte[family.Bits() / 8];
        AddressBits rest = this;
        for (int i = bytes.Length - 1; i >= 0; i--)
        {
            bytes[i] = (byte)rest.Low;
            rest = new AddressBits(rest.High >> 8, (rest.Low >> 8) | (rest.High << 56));
        }

        return new IPAddress(bytes);
    }

    /// <summary>The bits that tell hosts of one prefix apart: as many ones as the prefix leaves over.</summary>
    public static AddressBits HostMask(IPFamily family, int prefixLength)
    {
        int hostBits = family.Bits() - prefixLength;
        return hostBits switch
        {
            >= 128 => new AddressBits(ulong.MaxValue, ulong.MaxValue),
            > 64 => new AddressBits(ulong.MaxValue >> (128 - hostBits), ulong.MaxValue),
            64 => new AddressBits(0, ulong.MaxValue),
            0 => default,
            _ => new AddressBits(0, ulong.MaxValue >> (64 - hostBits)),
        };
    }

    public AddressBits And(AddressBits other) => new(High & other.High, Low & other.Low);

    public AddressBits Or(AddressBits other) => new(High | other.High, Low | other.Low);

    public AddressBits Not() => new(~High, ~Low);

    /// <summary>How many leading bits two addresses of a family share.</summary>
    public int SharedWith(AddressBits other, IPFamily family)
    {
        ulong differing = High ^ other.High;
        int shared = differing == 0 ? 64 : 0;
        if (differing == 0)
            differing = Low ^ other.Low;
        for (ulong bit = 1UL << 63; bit != 0 && (differing & bit) == 0; bit >>= 1)
            shared++;
        return shared - 128 + family.Bits();
    }

    /// <summary>The next number up; zero after the highest.</summary>
    public AddressBits Next() => new(Low == ulong.MaxValue ? High + 1 : High, Low + 1);

    /// <summary>How many numbers there are from this one to a later one, both included.</summary>
    public double CountTo(AddressBits last) => ((last.High - High - (last.Low < Low ? 1UL : 0UL)) * 18446744073709551616.0) + (last.Low - Low) + 1;

    public int CompareTo(AddressBits other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    public bool Equals(AddressBits other) => High == other.High && Low == other.Low;

    public override bool Equals(object? obj) => obj is AddressBits other && Equals(other);

    public override int GetHashCode() => (High, Low).GetHashCode();
}
