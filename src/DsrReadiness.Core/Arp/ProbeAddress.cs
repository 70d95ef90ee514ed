using System.Net;

namespace DsrReadiness.Arp;

/// <summary>An address of the computer that asks.</summary>
/// <param name="interfaceIndex">The index of its interface.</param>
/// <param name="interfaceAlias">The name of its interface.</param>
/// <param name="address">The address.</param>
/// <param name="prefixLength">How much of it names the network.</param>
public sealed class ProbeAddress(uint interfaceIndex, string interfaceAlias, IPAddress address, int prefixLength)
{
    /// <summary>The index of its interface.</summary>
    public uint InterfaceIndex { get; } = interfaceIndex;

    /// <summary>The name of its interface.</summary>
    public string InterfaceAlias { get; } = interfaceAlias;

    /// <summary>The address.</summary>
    public IPAddress Address { get; } = address;

    /// <summary>How much of it names the network.</summary>
    public int PrefixLength { get; } = prefixLength;
}
