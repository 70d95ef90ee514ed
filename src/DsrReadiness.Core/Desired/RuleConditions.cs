using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Services;

namespace DsrReadiness.Desired;

/// <summary>What a firewall rule of ours lets in.</summary>
/// <param name="Protocol">The protocol; ICMP stands for echo requests.</param>
/// <param name="Ports">The ports; null for ICMP.</param>
/// <param name="To">The server's address.</param>
/// <param name="From">Where it comes from; empty for anywhere.</param>
internal sealed record RuleConditions(TransportProtocol Protocol, PortRange? Ports, IPAddress To, IReadOnlyList<IPPrefix> From)
{
    public IPFamily Family => To.Family();

    /// <summary>Protocol, ports and address, as <c>tcp/443 to 192.0.2.10</c>.</summary>
    public string Words => new Flow(To, Protocol, Ports, null).Service + " to " + To;

    /// <summary>Where it comes from, in the words of every tool; empty for anywhere.</summary>
    public IReadOnlyList<string> Sources => [.. From.Select(prefix => prefix.IsHost ? prefix.Network.ToString() : prefix.ToString())];

    /// <summary>Flows that differ in where they come from alone.</summary>
    public static RuleConditions Of(IReadOnlyList<Flow> flows) => new(
        flows[0].Protocol, flows[0].Ports, flows[0].To, flows.Any(flow => flow.From is null) ? [] : [.. flows.Select(flow => flow.From!).Distinct()]);

    /// <summary>What the options of a rule say; null if that is not what a rule of ours has.</summary>
    public static RuleConditions? Of(IReadOnlyList<CimAssignment> options)
    {
        string[] Values(CimProperty property) => options.FirstOrDefault(each => each.Name == property.Name)?.Value switch
        {
            object?[] many => many.Select(each => each?.ToString() ?? string.Empty).ToArray(),
            string one => [one],
            _ => [],
        };
        string[] to = Values(NetAddressFilterClass.LocalAddress);
        PortRange? ports = PortRange.TryParse(Values(NetProtocolPortFilterClass.LocalPort).FirstOrDefault() ?? string.Empty, out PortRange range) ? range : null;
        IPPrefix?[] from = Values(NetAddressFilterClass.RemoteAddress).Select(text => IPPrefix.TryParse(text, out IPPrefix? prefix) ? prefix : null).ToArray();
        TransportProtocol? protocol = (Values(NetProtocolPortFilterClass.Protocol).FirstOrDefault(), ports) switch
        {
            ("TCP", not null) => TransportProtocol.Tcp,
            ("UDP", not null) => TransportProtocol.Udp,
            ("ICMPv4" or "ICMPv6", _) => TransportProtocol.Icmp,
            _ => null,
        };
        return protocol is null || to.Length != 1 || from.Contains(null) || !AddressText.TryParse(to[0], out IPAddress? address)
            ? null
            : new RuleConditions(protocol.Value, protocol == TransportProtocol.Icmp ? null : ports, address, [.. from.OfType<IPPrefix>()]);
    }

    /// <summary>The protocol as Windows writes it.</summary>
    public string ProtocolName => Protocol != TransportProtocol.Icmp ? Protocol.ToString().ToUpperInvariant() : Family == IPFamily.IPv4 ? "ICMPv4" : "ICMPv6";

    /// <summary>The type of the ICMP message.</summary>
    public string EchoRequest => Family == IPFamily.IPv4 ? "8" : "128";

    /// <summary>The options that a rule is created with.</summary>
    public IEnumerable<CimAssignment> Options()
    {
        yield return new CimAssignment(NetAddressFilterClass.LocalAddress, new object?[] { To.ToString() });
        if (From.Count > 0)
            yield return new CimAssignment(NetAddressFilterClass.RemoteAddress, Sources.ToArray<object?>());
        yield return new CimAssignment(NetProtocolPortFilterClass.Protocol, ProtocolName);
        yield return Ports is { } ports
            ? new CimAssignment(NetProtocolPortFilterClass.LocalPort, new object?[] { ports.ToString() })
            : new CimAssignment(NetProtocolPortFilterClass.IcmpType, new object?[] { EchoRequest });
    }
}
