using DsrReadiness.Addresses;

namespace DsrReadiness.Host;

/// <summary>Someone whom the server must reach by another interface than the loopback.</summary>
/// <param name="Name">What it is, with its address, as part of a sentence.</param>
/// <param name="Prefix">Its address or range.</param>
/// <param name="IsOneHost">True for a gateway, DNS server or balancer, false for a subnet or client range.</param>
internal sealed record Peer(string Name, IPPrefix Prefix, bool IsOneHost)
{
    public override string ToString() => Name;
}
