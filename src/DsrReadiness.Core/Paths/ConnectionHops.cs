using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>The server's own connections: which source address they take toward gateways, DNS servers and balancers, and whether a loopback with a VIP swallows them.</summary>
internal sealed class ConnectionHops(HostView host, DsrService service)
{
    private readonly OwnSources _sources = new(host, service);
    private readonly Dictionary<IPFamily, Hop[]> _lost = [];

    /// <summary>All that concern a VIP.</summary>
    /// <param name="vip">The VIP.</param>
    /// <param name="arrival">Where the balancer's frames arrive; null if that cannot be told.</param>
    public IEnumerable<Hop> Ask(IPAddress vip, HostLink? arrival)
    {
        if (host.Snapshot.DnsServers.Failure is { } failure)
        {
            yield return new Hop(HopKind.Connection, null, $"The DNS servers could not be read ({failure.Kind}).", host.Snapshot.DnsServers.Name,
                "Which source is taken toward them cannot be told.", HopOutcome.Undetermined);
        }

        foreach ((string what, IPAddress peer) in Peers(vip.Family()))
            yield return Ask(what, peer);
        if (!_lost.TryGetValue(vip.Family(), out Hop[]? lost)) // It is the same for all VIPs of a family.
            _lost.Add(vip.Family(), lost = Segments(arrival, vip.Family()).Select(Swallowed).OfType<Hop>().ToArray());
        foreach (Hop each in lost)
            yield return each;

        if (ToEverybody(arrival, vip) is { } unheard)
            yield return unheard;
    }

    /// <summary>
    /// What the server sends to groups and to everybody: every interface has the same routes for that, whether or not they were read, and the interface with the lowest metric takes it. Where that is
    /// the VIP's loopback no client misses an answer, so that it is told, and stops nothing.
    /// </summary>
    private Hop? ToEverybody(HostLink? arrival, IPAddress vip)
    {
        HostLink? loopback = host.Addresses.Where(row => row.Address.Equals(vip)).Select(row => host.Link(row.InterfaceIndex)).FirstOrDefault(link => link.Kind == LinkKind.KmTest);
        if (arrival is null || loopback is null || host.Row(arrival.Index, vip.Family()) is not { } wired || host.Row(loopback.Index, vip.Family()) is not { } wireless
            || !wired.Metric.TryGet(out uint its) || !wireless.Metric.TryGet(out uint own) || own >= its)
        {
            return null;
        }

        string whither = vip.Family() == IPFamily.IPv4 ? "224.0.0.0/4 and 255.255.255.255/32" : "ff00::/8";
        return new Hop(HopKind.Connection, loopback.Name, $"Every interface has routes to {whither}, and {loopback.Name} has a lower metric ({own}) than {arrival.Name} ({its}).", host.RowsName,
            $"Multicast and broadcast of the server leave by {loopback.Name}, which has no wire: nobody hears them.", HopOutcome.Passes);
    }

    private Hop Ask(string what, IPAddress peer)
    {
        string reading = host.Snapshot.Routes.Name + ", " + host.AddressesName;
        string toward = $"toward the {what} {peer}";
        Hop At(string? on, string statement, string consequence, HopOutcome outcome) => new(HopKind.Connection, on, statement, reading, consequence, outcome);
        if (host.Snapshot.Routes.Rows is null || host.Snapshot.Addresses(CimStore.Active).Rows is null)
            return At(null, "Not all addresses and routes could be read.", $"The source {toward} cannot be told.", HopOutcome.Undetermined);
        IReadOnlyList<Route>? best = RouteChoice.Best(host, peer, _ => true);
        if (best is null)
            return At(null, "Not all metrics of equally long routes could be read.", $"The source {toward} cannot be told.", HopOutcome.Undetermined);
        if (best.Count == 0)
            return At(null, $"There is no route to {peer}.", $"Nothing is sent {toward}.", HopOutcome.Passes);
        if (!host.Has(peer) && best.FirstOrDefault(Swallows) is { } trap && !peer.IsLinkLocal())
            return Lost(trap, $"the {what} {peer}");
        HostLink by = host.Link(best[0].InterfaceIndex);
        if (_sources.Toward(peer, best) is not { } source)
            return At(by.Name, $"Whether all addresses of {by.Name} may be sources could not be read.", $"The source {toward} cannot be told.", HopOutcome.Undetermined);
        if (source.Address is null)
            return At(by.Name, $"The connection leaves by {by.Name}, which has no address that may be its source.", $"Nothing of the VIP is seen {toward}.", HopOutcome.Passes);
        if (source.AreMixed)
            return At(by.Name, $"The connection may take {source.Words} as its source, which suit as well.", $"The source {toward} cannot be told.", HopOutcome.Undetermined);
        string statement = $"The connection leaves by {by.Name} ({best[0].Destination}) and takes {source.Address} as its source.";
        return source.IsVip
            ? At(by.Name, statement, $"That is a VIP: the answer from the {what} goes to the balancer.", HopOutcome.Leaks)
            : At(by.Name, statement, $"No VIP is seen {toward}.", HopOutcome.Passes);
    }

    /// <summary>The segments of the interface where frames arrive, on which the server's neighbours are.</summary>
    private IEnumerable<IPPrefix> Segments(HostLink? arrival, IPFamily family) => host.Addresses
        .Where(row => row.InterfaceIndex == arrival?.Index && row.Family == family && !row.Address.IsLinkLocal() && !service.VirtualIPAddresses.Contains(row.Address))
        .Select(row => row.OnLinkPrefix).OfType<IPPrefix>().Distinct();

    /// <summary>A part of a segment whose neighbours a loopback takes away: looked at where routes inside it begin, and behind their ends.</summary>
    private Hop? Swallowed(IPPrefix segment)
    {
        IEnumerable<AddressBits> inside = host.Routes.Where(route => segment.Range.Covers(route.Destination.Range)).Select(route => route.Destination.Range)
            .SelectMany(range => range.Last.Equals(segment.Range.Last) ? new[] { range.First } : [range.First, range.Last.Next()]);
        foreach (AddressBits each in inside.Append(segment.Range.First).Distinct())
        {
            // Nobody has the address of the segment itself.
            AddressBits bits = each.Equals(segment.Range.First) && !segment.IsHost ? each.Next() : each;
            IPAddress neighbour = bits.ToAddress(segment.Family);
            if (!SpecialAddresses.IsLocal(IPPrefix.OfHost(neighbour))
                && !host.Addresses.Any(row => row.Address.Equals(neighbour) || (row.OnLinkPrefix is { IsHost: false } prefix && prefix.Range.Last.Equals(bits) && host.Link(row.InterfaceIndex).HasNoWire))
                && RouteChoice.Best(host, neighbour, _ => true)?.FirstOrDefault(Swallows) is { } trap)
            {
                return Lost(trap, $"{neighbour} on the segment {segment}");
            }
        }

        return null;
    }

    /// <summary>The loopback that packets for a VIP belong to; others, of other products, are no part of the set-up.</summary>
    private bool Swallows(Route route) => host.Link(route.InterfaceIndex).HasNoWire
        && service.VirtualIPAddresses.Any(vip => host.Addresses.Where(row => row.Address.Equals(vip) && host.Link(row.InterfaceIndex).HasNoWire)
            .OrderBy(row => host.Link(row.InterfaceIndex).Kind == LinkKind.KmTest ? 0 : 1).FirstOrDefault()?.InterfaceIndex == route.InterfaceIndex);

    private Hop Lost(Route trap, string whom) => new(
        HopKind.Connection,
        host.Link(trap.InterfaceIndex).Name,
        $"The best route to {whom} is {RouteChoice.Describe(host, trap)}.",
        host.Snapshot.Routes.Name,
        $"{host.Link(trap.InterfaceIndex).Name} has no wire: what the server sends there is lost.",
        HopOutcome.Dropped);

    /// <summary>Those with whom the server speaks. A gateway of a route into a loopback is none: nobody is there.</summary>
    private IEnumerable<(string What, IPAddress Peer)> Peers(IPFamily family)
    {
        IEnumerable<(string What, IPAddress Peer)> gateways = host.Routes
            .Where(route => route.Destination.IsDefault && route.NextHop.HasValue && !RouteChoice.IsOnLink(route) && !host.Link(route.InterfaceIndex).HasNoWire)
            .Select(route => ("gateway", route.NextHop.Value));
        IEnumerable<(string What, IPAddress Peer)> names = (host.Snapshot.DnsServers.Rows ?? [])
            .SelectMany(row => row.Servers).Select(server => ("DNS server", server));
        IEnumerable<(string What, IPAddress Peer)> balancers = service.Balancers.Select(balancer => ("balancer", balancer));
        return gateways.Concat(names).Concat(balancers)
            .Where(each => each.Peer.Family() == family && !IPAddress.IsLoopback(each.Peer) && !IsSiteLocalDefault(each.Peer))
            .GroupBy(each => each.Peer).Select(same => same.First());
    }

    /// <summary>Windows lists fec0:0:0:ffff::1 to 3 where no DNS server is set; nobody is there.</summary>
    private static bool IsSiteLocalDefault(IPAddress address) => address.IsIPv6SiteLocal;
}
