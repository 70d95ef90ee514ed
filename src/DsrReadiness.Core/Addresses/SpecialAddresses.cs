using System.Linq;
using System.Net;

namespace DsrReadiness.Addresses;

/// <summary>Addresses that no host can have for itself on a network, and what they are instead.</summary>
internal static class SpecialAddresses
{
    private static readonly IPPrefix s_linkLocalIPv6 = Prefix("fe80::", 10);

    private static readonly IPPrefix s_linkLocalIPv4 = Prefix("169.254.0.0", 16);

    /// <summary>In order: where one lies in another, it goes first.</summary>
    private static readonly (IPPrefix Prefix, string Kind)[] s_kinds =
    [
        (Prefix("0.0.0.0", 32), "the unspecified address"),
        (Prefix("0.0.0.0", 8), "an address of 'this network'"),
        (Prefix("127.0.0.0", 8), "a loopback address"),
        (s_linkLocalIPv4, "a link-local address"),
        (Prefix("224.0.0.0", 4), "a multicast address"),
        (Prefix("255.255.255.255", 32), "the broadcast address"),
        (Prefix("240.0.0.0", 4), "a reserved address"),
        (Prefix("::", 128), "the unspecified address"),
        (Prefix("::1", 128), "the loopback address"),
        (s_linkLocalIPv6, "a link-local address"),
        (Prefix("ff00::", 8), "a multicast address"),
    ];

    /// <summary>Where every interface, or the host itself, has routes that lead nowhere else.</summary>
    private static readonly IPPrefix[] s_local =
    [
        Prefix("127.0.0.0", 8),
        Prefix("224.0.0.0", 4),
        Prefix("255.255.255.255", 32),
        Prefix("::1", 128),
        s_linkLocalIPv6,
        Prefix("ff00::", 8),
    ];

    /// <summary>Where hosts have their addresses: what is left of a family without what its segments and the host itself use.</summary>
    private static readonly IPRange[] s_hostsIPv4 = [Run("1.0.0.0", "126.255.255.255"), Run("128.0.0.0", "223.255.255.255")];

    private static readonly IPRange[] s_internetIPv6 = [Prefix("2000::", 3).Range];

    private static readonly IPRange[] s_hostsIPv6 = [.. s_internetIPv6, Prefix("fc00::", 7).Range];

    /// <summary>The addresses that hosts of any network may have.</summary>
    public static IPRange[] Hosts(IPFamily family) => family == IPFamily.IPv4 ? s_hostsIPv4 : s_hostsIPv6;

    /// <summary>The addresses that hosts of the Internet may have.</summary>
    public static IPRange[] Internet(IPFamily family) => family == IPFamily.IPv4 ? s_hostsIPv4 : s_internetIPv6;

    /// <summary>What the address is in words; null for one that a host may have.</summary>
    public static string? KindOf(IPAddress address) => s_kinds.FirstOrDefault(each => each.Prefix.Contains(address)).Kind;

    /// <summary>True for an address of 169.254.0.0/16 or fe80::/10, which every segment has.</summary>
    public static bool IsLinkLocal(this IPAddress address) => s_linkLocalIPv4.Contains(address) || s_linkLocalIPv6.Contains(address);

    /// <summary>True for an address that Windows took because DHCP did not answer.</summary>
    public static bool IsApipa(IPAddress address) => s_linkLocalIPv4.Contains(address);

    /// <summary>True for an address that no administrator gave: a link-local one of either family, or the host's own loopback.</summary>
    public static bool IsAutomatic(IPAddress address) => IPAddress.IsLoopback(address) || address.IsLinkLocal();

    /// <summary>True for a prefix of loopback, multicast, broadcast or IPv6 link-local addresses.</summary>
    public static bool IsLocal(IPPrefix prefix) => s_local.Any(each => each.Range.Covers(prefix.Range));

    /// <summary>The broadcast address of a subnet; null where it has none.</summary>
    public static IPAddress? BroadcastOf(IPPrefix subnet) =>
        subnet.Family == IPFamily.IPv4 && subnet.Length <= 30 ? subnet.Range.Last.ToAddress(subnet.Family) : null;

    /// <summary>What the address is to a subnet, if it is one of its two that nobody has; null for one that a host may have.</summary>
    public static string? EndOf(IPPrefix subnet, IPAddress address)
    {
        if (BroadcastOf(subnet) is not { } broadcast)
            return null;
        return address.Equals(broadcast) ? "the broadcast address" : address.Equals(subnet.Network) ? "the network address" : null;
    }

    private static IPRange Run(string first, string last) => new(IPAddress.Parse(first), IPAddress.Parse(last));

    private static IPPrefix Prefix(string network, int length) => new(IPAddress.Parse(network), length);
}
