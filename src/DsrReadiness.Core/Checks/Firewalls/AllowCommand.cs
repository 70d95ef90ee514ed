using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Firewall;
using DsrReadiness.Services;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>The commands that let flows in. Every value comes from the service, none from the server.</summary>
internal static class AllowCommand
{
    /// <summary>As few commands as let in these flows and nothing else, one a line.</summary>
    public static string For(IEnumerable<Flow> flows) => string.Join("\n", flows
        .GroupBy(flow => (flow.Protocol, flow.Ports, flow.To))
        .Select(toOne => (Flow: toOne.First(), Sources: Sources(toOne)))
        .GroupBy(each => (each.Flow.Protocol, each.Flow.Ports, each.Flow.Family, each.Sources))
        .Select(alike => Command(alike.First().Flow, alike.Select(each => each.Flow.To.ToString()), alike.Key.Sources)));

    private static string Command(Flow flow, IEnumerable<string> to, string sources) => string.Format(
        CultureInfo.InvariantCulture,
        "New-NetFirewallRule -DisplayName 'DSR {0} {1}' -Direction Inbound -Action Allow -Profile Any {2} -LocalAddress {3}{4}",
        flow.Service,
        flow.Family,
        Protocol(flow),
        List(to),
        sources);

    private static string Sources(IEnumerable<Flow> flows)
    {
        IPPrefix?[] from = flows.Select(flow => flow.From).ToArray();
        return from.Contains(null) ? string.Empty : " -RemoteAddress " + List(from.Select(prefix => TextOf(prefix!)));
    }

    private static string Protocol(Flow flow) => flow.Protocol switch
    {
        TransportProtocol.Icmp => flow.Family == IPFamily.IPv4 ? "-Protocol ICMPv4 -IcmpType 8" : "-Protocol ICMPv6 -IcmpType 128",
        TransportProtocol.Udp => "-Protocol UDP -LocalPort " + flow.Ports,
        _ => "-Protocol TCP -LocalPort " + flow.Ports,
    };

    private static string TextOf(IPPrefix prefix) => prefix.IsHost ? prefix.Network.ToString() : prefix.ToString();

    private static string List(IEnumerable<string> addresses) =>
        string.Join(",", addresses.Distinct().Select(address => "'" + address + "'"));
}
