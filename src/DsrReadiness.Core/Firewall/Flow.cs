using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Services;

namespace DsrReadiness.Firewall;

/// <summary>Traffic toward one address of the server. The firewall must let all of it in.</summary>
/// <param name="To">The server's address.</param>
/// <param name="Protocol">The protocol; ICMP stands for echo requests.</param>
/// <param name="Ports">The server's ports; null for ICMP.</param>
/// <param name="From">Where it comes from; null for anywhere.</param>
internal sealed record Flow(IPAddress To, TransportProtocol Protocol, PortRange? Ports, IPPrefix? From)
{
    /// <summary>The balancers behind which clients send it, and whose own addresses no client has; null for a probe.</summary>
    public IReadOnlyList<IPAddress>? Balancers { get; init; }

    public IPFamily Family => To.Family();

    public IPRange Sources => From?.Range ?? IPRange.All(Family);

    /// <summary>The protocol and ports, as <c>tcp/443</c>.</summary>
    public string Service => Protocol switch
    {
        TransportProtocol.Icmp => "ICMP echo",
        TransportProtocol.Udp => "udp/" + Ports,
        _ => "tcp/" + Ports,
    };

    /// <summary>All that must get in: what clients send to the VIPs, and the probe.</summary>
    /// <param name="service">The service.</param>
    /// <param name="environment">Where the server stands, given or recognised; null where that is not known.</param>
    public static IEnumerable<Flow> OfAll(DsrService service, DsrEnvironment? environment) =>
        service.VirtualIPAddresses.SelectMany(vip => OfService(service, vip)).Concat(OfProbe(service, environment));

    /// <summary>What clients send to one VIP of a service.</summary>
    public static IEnumerable<Flow> OfService(DsrService service, IPAddress vip) =>
        from port in service.Ports
        from client in Sides(service.Clients.Where(client => client.Family == vip.Family()))
        select new Flow(vip, port.Protocol, new PortRange(port.First, port.Last), client) { Balancers = service.Balancers };

    /// <summary>What the balancer sends to see whether the server is alive; from anywhere if no balancer is named and its address is not known.</summary>
    public static IEnumerable<Flow> OfProbe(DsrService service, DsrEnvironment? environment)
    {
        if (service.Probe is not { } probe)
            return [];
        PortRange? port = probe.Port is { } number ? new PortRange(number, number) : null;
        return Sides(service.Probers(environment).Select(IPPrefix.OfHost)).Select(sender => new Flow(probe.Address, probe.Protocol, port, sender));
    }

    /// <summary>The flow cut at the ends of the given ranges, so that each range has a part's ports either all or not at all.</summary>
    public IEnumerable<Flow> CutAt(IEnumerable<PortRange> ranges)
    {
        if (Ports is not { } ports || ports.First == ports.Last)
            return [this];
        int[] starts = ranges.Where(ports.Overlaps)
            .SelectMany(range => new[] { range.First, range.Last + 1 })
            .Where(start => ports.First < start && start <= ports.Last)
            .Append(ports.First)
            .Distinct().OrderBy(start => start)
            .ToArray();
        int LastOf(int part) => part + 1 < starts.Length ? starts[part + 1] - 1 : ports.Last;
        return starts.Select((start, part) => this with { Ports = new PortRange(start, LastOf(part)) });
    }

    public override string ToString() =>
        Service + " to " + To + " from " + (From is null ? "any address" : From.IsHost ? From.Network.ToString() : From.ToString());

    private static IEnumerable<IPPrefix?> Sides(IEnumerable<IPPrefix> named) => named.DefaultIfEmpty<IPPrefix?>(null);
}
