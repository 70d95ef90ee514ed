using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace DsrReadiness.Addresses;

/// <summary>An address prefix such as <c>192.0.2.0/24</c>. Host bits in what it is made from are dropped.</summary>
public sealed class IPPrefix : IEquatable<IPPrefix>
{
    internal IPPrefix(IPAddress address, int length)
    {
        Length = length;
        Range = IPRange.Prefix(address, length);
        Network = Range.First.ToAddress(Range.Family);
    }

    /// <summary>The prefix that holds one address only.</summary>
    internal static IPPrefix OfHost(IPAddress address) => new(address, address.Family().Bits());

    /// <summary>The first address of the prefix.</summary>
    public IPAddress Network { get; }

    /// <summary>The number of leading bits that all its addresses share.</summary>
    public int Length { get; }

    /// <summary>The address family.</summary>
    public IPFamily Family => Range.Family;

    /// <summary>True for a prefix that holds one address only.</summary>
    public bool IsHost => Length == Family.Bits();

    /// <summary>True for the prefix of a default route.</summary>
    public bool IsDefault => Length == 0;

    internal IPRange Range { get; }

    /// <summary>Reads <c>ADDRESS/LENGTH</c>; an address alone is the prefix of that host.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IPPrefix? prefix)
    {
        prefix = null;
        int slash = text.IndexOf('/');
        if (!AddressText.TryParse(slash < 0 ? text : text.Substring(0, slash), out IPAddress? address))
            return false;
        int bits = address.Family().Bits();
        int length = bits;
        if (slash >= 0 && !int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length))
            return false;
        if (length > bits)
            return false;
        prefix = new IPPrefix(address, length);
        return true;
    }

    /// <summary>True if the address lies in the prefix.</summary>
    public bool Contains(IPAddress address) => Range.Contains(address);

    /// <inheritdoc/>
    public bool Equals(IPPrefix? other) => other is not null && Length == other.Length && Range.Equals(other.Range);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IPPrefix);

    /// <inheritdoc/>
    public override int GetHashCode() => (Length, Range).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Network + "/" + Length.ToString(CultureInfo.InvariantCulture);
}
