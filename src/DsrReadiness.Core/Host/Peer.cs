using DsrReadiness.Addresses;

namespace DsrReadiness.Host;

/// <summary>Someone whom the server must reach by another interface than the loopback.</summary>
internal sealed class Peer(string name, IPPrefix prefix, bool isOneHost)
{
    /// <summary>What it is, with its address, as part of a sentence.</summary>
    public string Name { get; } = name;

    public IPPrefix Prefix { get; } = prefix;

    /// <summary>True for a gateway, DNS server or balancer, false for a subnet or client range.</summary>
    public bool IsOneHost { get; } = isOneHost;

    public override string ToString() => Name;
}
