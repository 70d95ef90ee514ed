using DsrReadiness.Addresses;

namespace DsrReadiness.Checks;

/// <summary>Someone whom the server must reach by another interface than the loopback.</summary>
internal sealed class Peer(string name, IPPrefix prefix)
{
    /// <summary>What it is, with its address, as part of a sentence.</summary>
    public string Name { get; } = name;

    public IPPrefix Prefix { get; } = prefix;

    public override string ToString() => Name;
}
