using System.Net;
using System.Net.Sockets;

namespace DsrReadiness.Addresses;

/// <summary>Addresses that mean something on their own segment or host only.</summary>
internal static class AddressScopes
{
    private static readonly IPPrefix s_linkLocal4 = new(IPAddress.Parse("169.254.0.0"), 16);

    /// <summary>True for 169.254.0.0/16 and fe80::/10, which every segment has.</summary>
    public static bool IsLinkLocal(this IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? address.IsIPv6LinkLocal : s_linkLocal4.Contains(address);
}
