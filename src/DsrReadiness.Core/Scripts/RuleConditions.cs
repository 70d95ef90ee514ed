using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Firewall;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>What a firewall rule of ours lets in.</summary>
/// <param name="Protocol">The protocol; ICMP stands for echo requests.</param>
/// <param name="Ports">The ports; null for ICMP.</param>
/// <param name="To">The server's address.</param>
/// <param name="From">Where it comes from; empty for anywhere.</param>
internal sealed record RuleConditions(TransportProtocol Protocol, PortRange? Ports, System.Net.IPAddress To, IReadOnlyList<IPPrefix> From)
{
    public IPFamily Family => To.Family();
}
