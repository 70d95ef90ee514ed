using System;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace DsrReadiness.Addresses;

/// <summary>All addresses of one family from a first to a last one: a single host, a prefix, or any other run.</summary>
internal readonly struct IPRange : IEquatable<IPRange>
{
    /// <summary>Spans two addresses.</summary>
    /// <exception cref="ArgumentException">They are of two families, or the last comes before the first.</exception>
    public IPRange(IPAddress first, IPAddress last)
        : this(first.Family(), AddressBits.From(first), AddressBits.From(last))
    {
        if (last.Family() != Family || Last.CompareTo(First) < 0)
            throw new ArgumentException($"There is no range from {first} to {last}.", nameof(last));
    }

    private IPRange(IPFamily family, AddressBits first, AddressBits last)
    {
        Family = family;
        First = first;
        Last = last;
    }

    public IPFamily Family { get; }

    public AddressBits First { get; }

    public AddressBits Last { get; }

    public static IPRange Single(IPAddress address)
    {
        AddressBits bits = AddressBits.From(address);
        return new IPRange(address.Family(), bits, bits);
    }

    /// <summary>The prefix of the given length around an address; host bits of the address do not matter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The address has fewer bits, or the length is negative.</exception>
    public static IPRange Prefix(IPAddress address, int length)
    {
        IPFamily family = address.Family();
        if (length < 0 || length > family.Bits())
            throw new ArgumentOutOfRangeException(nameof(length), length, "No prefix of " + family + " has this length.");
        AddressBits mask = AddressBits.HostMask(family, length);
        AddressBits bits = AddressBits.From(address);
        return new IPRange(family, bits.And(mask.Not()), bits.Or(mask));
    }

    public static IPRange All(IPFamily family) => new(family, default, AddressBits.HostMask(family, 0));

    public bool Contains(IPAddress address) => address.Family() == Family && Contains(AddressBits.From(address));

    public bool Covers(IPRange other) => other.Family == Family && Contains(other.First) && Contains(other.Last);

    public bool Overlaps(IPRange other) => other.Family == Family && First.CompareTo(other.Last) <= 0 && other.First.CompareTo(Last) <= 0;

    /// <summary>What lies within another range that it overlaps.</summary>
    public IPRange Within(IPRange other) => new(Family, First.CompareTo(other.First) < 0 ? other.First : First, other.Last.CompareTo(Last) < 0 ? other.Last : Last);

    public bool Equals(IPRange other) => Family == other.Family && First.Equals(other.First) && Last.Equals(other.Last);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is IPRange other && Equals(other);

    public override int GetHashCode() => (Family, First, Last).GetHashCode();

    public override string ToString() =>
        First.Equals(Last) ? First.ToAddress(Family).ToString() : First.ToAddress(Family) + "-" + Last.ToAddress(Family);

    private bool Contains(AddressBits bits) => First.CompareTo(bits) <= 0 && bits.CompareTo(Last) <= 0;
}
