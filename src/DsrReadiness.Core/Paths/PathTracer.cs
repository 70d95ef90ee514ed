using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Paths;

/// <summary>
/// Follows packets of a service through a server, hop by hop. It knows the rules of the host and the readings, and nothing of the checks:
/// what both say of one server is said twice, and can be compared.
/// </summary>
internal sealed class PathTracer(HostView host, DsrService service)
{
    private static readonly IPAddress s_exampleIPv4 = IPAddress.Parse("203.0.113.77");
    private static readonly IPAddress s_exampleIPv6 = IPAddress.Parse("2001:db8:77::77");
    private static readonly IPAddress s_azure = IPAddress.Parse("168.63.129.16");
    private const string AzureAgent = "WindowsAzureGuestAgent";
    private static readonly string[] s_googleAgents = ["GCEAgent", "GCEAgentManager"];
    private readonly DsrEnvironment? _environment = EnvironmentOf(host.Snapshot, service);
    private readonly Arriving _arriving = new(host, service);
    private readonly InboundPath _wayIn = new(host, service);
    private readonly WayOut _wayOut = new(host, service);
    private readonly FirewallHop _firewall = new(host);
    private readonly ListenerHop _listener = new(host, service);
    private readonly ConnectionHops _connections = new(host, service);

    /// <summary>Follows the packet of each VIP and port, and the probe of each balancer; of a range of ports, its first one.</summary>
    /// <param name="snapshot">The server.</param>
    /// <param name="service">The service.</param>
    /// <param name="client">The client that asks; null for one of the service's, or an example.</param>
    public static IReadOnlyList<PathTrace> Trace(Snapshot snapshot, DsrService service, IPAddress? client = null)
    {
        var host = new HostView(snapshot);
        var tracer = new PathTracer(host, service);
        return Packets(host, service, client).Concat(Probes(service, tracer._environment)).Select(tracer.Trace).ToArray();
    }

    /// <summary>Follows one packet. Who shows a VIP is asked with the packets for it, and not once more with the probe.</summary>
    public PathTrace Trace(PathPacket packet) => new(
        host.Snapshot.ComputerName,
        packet,
        Follow(packet).ToArray(),
        packet.Probe is null ? ResolutionHops.Ask(host, packet.Destination, _environment).ToArray() : [],
        packet.Probe is null ? _connections.Ask(packet.Destination, _arriving.Handed).ToArray() : []);

    /// <summary>The packets that stand for a service. A client of the other family than a VIP's is an example for its own family only.</summary>
    public static IEnumerable<PathPacket> Packets(HostView host, DsrService service, IPAddress? client)
    {
        foreach (IPAddress vip in service.VirtualIPAddresses)
        {
            IPAddress from = client is not null && client.Family() == vip.Family() ? client : ClientOf(host, service, vip.Family());
            if (service.Ports.Count == 0)
                yield return new PathPacket(vip, from, TransportProtocol.Tcp, null);
            foreach (ServicePort port in service.Ports)
                yield return new PathPacket(vip, from, port.Protocol, port.First);
        }
    }

    /// <summary>
    /// How each balancer asks whether the server is alive; where none is named, how an unknown one does, or Azure's platform, whose address is the same everywhere. Without a port, nothing is
    /// asked of sockets.
    /// </summary>
    public static IEnumerable<PathPacket> Probes(DsrService service, DsrEnvironment? environment)
    {
        if (service.Probe is not { } probe || service.Ports.Count == 0)
            return [];
        PathPacket From(IPAddress sender) => new(probe.Address, sender, probe.Protocol, probe.Port) { Probe = probe };
        IPFamily family = probe.Address.Family();
        PathPacket[] named = [.. service.Balancers.Where(balancer => balancer.Family() == family).Select(From)];
        if (named.Length > 0)
            return named;
        return environment == DsrEnvironment.Azure && family == IPFamily.IPv4 && service.Balancers.Count == 0 ? [From(s_azure)]
            : service.Balancers.Count > 0 ? []
            : [From(family == IPFamily.IPv4 ? s_exampleIPv4 : s_exampleIPv6) with { IsSenderKnown = false }];
    }

    private IEnumerable<Hop> Follow(PathPacket packet)
    {
        HostLink? arrival = _arriving.Arrival(packet, out Hop hop);
        yield return hop;
        if (arrival is null)
            yield break;
        HostLink? owner = _wayIn.Owner(packet, arrival, out hop);
        yield return hop;
        if (owner is null || hop.Outcome == HopOutcome.Dropped)
            yield break;
        yield return hop = _wayIn.Receive(packet, arrival, owner);
        if (hop.Outcome == HopOutcome.Dropped)
            yield break;
        bool choosesSource = false;
        bool? isFiltered = null;
        if (packet.Service is not null)
        {
            yield return hop = _firewall.Ask(packet, arrival, out isFiltered);
            if (hop.Outcome == HopOutcome.Dropped)
                yield break;
            if (new IPsecHop(host).Ask(packet, arrival, _firewall.CategoryOf(arrival), isFiltered) is { } ipsec)
            {
                yield return ipsec;
                if (ipsec.Outcome == HopOutcome.Dropped)
                    yield break;
            }
        }

        if (packet.Port is not null)
        {
            yield return hop = _listener.Ask(packet, owner, isFiltered, out choosesSource);
            if (hop.Outcome == HopOutcome.Dropped)
                yield break;
        }

        yield return hop = ListenerHop.Source(packet, service, choosesSource);
        if (hop.Outcome == HopOutcome.Dropped || !packet.IsSenderKnown)
            yield break;
        yield return _wayOut.Send(packet, owner, out bool? anywhere);
        yield return _wayOut.Route(packet, owner, anywhere);
    }

    /// <summary>The first of a range that is neither its network nor an address of a balancer or the server itself, from which no client sends.</summary>
    private static IPAddress ClientOf(HostView host, DsrService service, IPFamily family)
    {
        if (service.Clients.FirstOrDefault(client => client.Family == family) is not { } range)
            return family == IPFamily.IPv4 ? s_exampleIPv4 : s_exampleIPv6;
        if (range.IsHost)
            return range.Network;
        AddressBits each = range.Range.First.Next();
        while (IsNoClient(each) && each.CompareTo(range.Range.Last) < 0)
            each = each.Next();
        return (IsNoClient(each) && !IsNoClient(range.Range.First) ? range.Range.First : each).ToAddress(family);
        bool IsNoClient(AddressBits bits) => bits.ToAddress(family) is var address && (service.Balancers.Contains(address) || host.Has(address));
    }

    /// <summary>Where the server stands: as given, or by the agent that runs on it.</summary>
    public static DsrEnvironment? EnvironmentOf(Snapshot snapshot, DsrService service)
    {
        bool Runs(params string[] names) => (snapshot.WindowsServices.Rows ?? []).Any(each => names.Contains(each.Name, StringComparer.OrdinalIgnoreCase) && Is(each.State, "Running"));
        bool isGoogles = (snapshot.ComputerSystems.Rows ?? []).Any(row => Is(row.Manufacturer, "Google"));
        return service.Environment ?? (isGoogles && Runs(s_googleAgents) ? DsrEnvironment.GcpAgent : Runs(AzureAgent) ? DsrEnvironment.Azure : null);
    }

    private static bool Is(Field<string> field, string word) => field.TryGet(out string text) && string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
