using System.Net;

namespace DsrReadiness.Lab.State;

/// <summary>What a DHCP server gives an interface that asks.</summary>
internal sealed class Lease(IPAddress address, int prefixLength, IPAddress? gateway)
{
    public IPAddress Address { get; } = address;

    public int PrefixLength { get; } = prefixLength;

    public IPAddress? Gateway { get; } = gateway;
}
