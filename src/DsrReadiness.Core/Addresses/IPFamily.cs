using System.Net;
using System.Net.Sockets;

namespace DsrReadiness.Addresses;

/// <summary>The address families, numbered as CIM's <c>AddressFamily</c> numbers them.</summary>
public enum IPFamily
{
    /// <summary>IPv4</summary>
    IPv4 = 2,

    /// <summary>IPv6</summary>
    IPv6 = 23,
}

/// <summary>Families of addresses.</summary>
internal static class IPFamilyExtensions
{
    public static IPFamily Family(this IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork ? IPFamily.IPv4 : IPFamily.IPv6;

    /// <summary>The address that stands for every address of the family; as a next hop, for none.</summary>
    public static IPAddress Wildcard(this IPFamily family) => family == IPFamily.IPv4 ? IPAddress.Any : IPAddress.IPv6Any;

    public static bool IsWildcard(this IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    /// <summary>The number of bits in an address, which is also the prefix length of a single host.</summary>
    public static int Bits(this IPFamily family) => family == IPFamily.IPv4 ? 32 : 128;
}
