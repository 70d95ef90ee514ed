using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>Where the balancer's frames arrive, and whether they do: over a dead wire nothing comes, nor is a frame sent to an address that nobody answers for.</summary>
internal sealed class Arriving(HostView host, DsrService service)
{
    private readonly HashSet<IPAddress> _vips = [.. service.VirtualIPAddresses];
    private readonly Dictionary<(uint Index, IPFamily Family), Hop?> _unresolved = [];
    private (HostLink[] Links, string How)? _found;

    private string Reading => host.AddressesName + ", " + host.Snapshot.Routes.Name;

    /// <summary>The interface; null if the packet does not arrive or if that cannot be told.</summary>
    public HostLink? Arrival(PathPacket packet, out Hop hop)
    {
        HostLink[] found = Find(packet, out string how);
        if (found.Length == 1 && found[0].Kind == LinkKind.Wire)
        {
            HostLink on = found[0];
            hop = DeadWire(on) ?? (IsOwn(packet) ? null : UnresolvedOnce(on, packet.Family))
                ?? new Hop(HopKind.Arrival, on.Name, $"Frames of the balancer arrive at {on.Name}: {how}.", Reading,
                    $"The server looks at the destination {packet.Destination}.", HopOutcome.Passes);
            return hop.Outcome == HopOutcome.Passes ? on : null;
        }

        string what = found.Length == 1 ? $"Frames may arrive at {found[0].Name}, and not all of it could be read."
            : found.Length == 0 ? "No interface can be told to be the one where frames arrive."
            : "Frames may arrive at " + string.Join(" or ", found.Select(link => link.Name)) + ".";
        hop = new Hop(HopKind.Arrival, null, what, Reading, "Name the traffic interface: nothing can be followed from here.", HopOutcome.Undetermined);
        return null;
    }

    /// <summary>The interface that the VIPs' packets are handed to, whether or not they get there; null if that cannot be told.</summary>
    public HostLink? Handed => Found.Links.Length == 1 && Found.Links[0].Kind == LinkKind.Wire ? Found.Links[0] : null;

    private (HostLink[] Links, string How) Found => _found ??= (Find(out string how), how);

    private bool IsOwn(PathPacket packet) => packet.Probe is not null && !_vips.Contains(packet.Destination);

    private Hop? DeadWire(HostLink on)
    {
        ConnectionState[] states = [.. service.Families.Select(family => host.Row(on.Index, family)?.ConnectionState ?? default).Where(state => state.HasValue).Select(state => state.Value)];
        bool isCut = states.Contains(ConnectionState.Disconnected);
        string reading = host.Snapshot.Adapters.Name + ", " + host.RowsName;
        if (on.IsUp == false || isCut)
        {
            return new Hop(HopKind.Arrival, on.Name, $"{on.Name} is {(on.IsUp == false ? "down" : "disconnected")}.", reading,
                "No frame of the balancer arrives: the packet is lost on its way.", HopOutcome.Dropped);
        }

        return on.IsUp is null && !states.Contains(ConnectionState.Connected)
            ? new Hop(HopKind.Arrival, on.Name, $"Whether {on.Name} is up could not be read.", reading, "Whether a frame arrives cannot be told.", HopOutcome.Undetermined)
            : null;
    }

    private Hop? UnresolvedOnce(HostLink on, IPFamily family)
    {
        if (!_unresolved.TryGetValue((on.Index, family), out Hop? hop))
            _unresolved.Add((on.Index, family), hop = Unresolved(on, family));
        return hop;
    }

    /// <summary>Nobody hands a frame to a server whose own address is not in use: a balancer asks for it by ARP or ND, and is not answered.</summary>
    private Hop? Unresolved(HostLink on, IPFamily family)
    {
        Hop At(string statement, string consequence, HopOutcome outcome) => new(HopKind.Arrival, on.Name, statement, host.AddressesName, consequence, outcome);
        HostAddress[] own = [.. host.Addresses.Where(row => row.InterfaceIndex == on.Index && row.Family == family && !_vips.Contains(row.Address))];
        HostAddress[] good = Array.FindAll(own, row => !row.Address.IsLinkLocal() && !IPAddress.IsLoopback(row.Address));
        if (host.Snapshot.Addresses(CimStore.Active).Rows is null)
            return At($"The addresses of {on.Name} could not be read.", "Whether anybody finds the server cannot be told.", HopOutcome.Undetermined);
        if (good.Length == 0 && family == IPFamily.IPv6)
            good = own;
        if (good.Length == 0)
            return At($"{on.Name} has no {family} address of its own{(own.Length > 0 ? " but " + own[0].Address : string.Empty)}.", "No balancer finds the server: no frame arrives.", HopOutcome.Dropped);
        HostAddress[] probed = Array.FindAll(good, row => row.Address.Equals(service.Probe?.Address));
        HostAddress[] near = Array.FindAll(good, row => service.Balancers.Any(balancer => row.OnLinkPrefix?.Contains(balancer) == true));
        HostAddress[] asked = probed.Length > 0 ? probed : near.Length > 0 ? near : good;
        HostAddress[] silent = Array.FindAll(asked, row => row.State.HasValue && row.State.Value is AddressState.Invalid or AddressState.Tentative or AddressState.Duplicate);
        if (silent.Length == asked.Length)
            return At($"The server's own address {silent[0].Address} is {silent[0].State}.", "Nobody is answered who asks for it: no frame arrives.", HopOutcome.Dropped);
        return silent.Length > 0 || Array.Exists(asked, row => !row.State.HasValue)
            ? At($"Not every address of {on.Name} is known to be in use.", "Whether the balancer finds the server cannot be told.", HopOutcome.Undetermined)
            : null;
    }

    /// <summary>Frames for a VIP are handed to the traffic interface; a probe of another address finds the interface that has it by itself.</summary>
    private HostLink[] Find(PathPacket packet, out string how)
    {
        (HostLink[] handed, how) = Found;
        if (!IsOwn(packet))
            return handed;
        HostLink[] own = Wired(host.Addresses.Where(row => row.Address.Equals(packet.Destination)).Select(row => row.InterfaceIndex));
        if (own.Length == 0 || (handed.Length == 1 && own.Contains(handed[0])))
            return handed;
        how = "it has the address that the probe asks";
        return own;
    }

    private HostLink[] Find(out string how)
    {
        if (service.TrafficInterface is { } given)
        {
            how = "it was given";
            HostLink[] named = host.Links.Where(link => string.Equals(link.Name, given, StringComparison.OrdinalIgnoreCase)).ToArray();
            HostLink[] meant = named.Length > 0 ? named
                : host.Links.Where(link => link.Index.ToString(CultureInfo.InvariantCulture) == given).ToArray();
            return meant.Length > 1 ? meant : Array.FindAll(meant, link => !link.HasNoWire);
        }

        how = "its segment holds the balancer";
        if (OnSegment(service.Balancers) is not { } near)
            return [];
        if (near.Length > 0)
            return near;
        if (OnSegment(service.VirtualIPAddresses) is not { } ofVip)
            return [];
        how = ofVip.Length > 0 ? "its segment holds the VIP" : "it has the best default route";
        HostLink[] ofProbe = service.Probe is { } probe && !_vips.Contains(probe.Address)
            ? Wired(host.Addresses.Where(row => row.Address.Equals(probe.Address)).Select(row => row.InterfaceIndex)) : [];
        IReadOnlyList<Route>?[] defaults = [.. service.Families.Select(BestDefault)];
        if (host.Snapshot.Routes.Rows is null || defaults.Contains(null))
            return []; // It may point to another interface than the others do.
        HostLink[] hints = [.. ofVip.Concat(ofProbe).Concat(Wires(defaults.SelectMany(routes => routes!).Select(route => (route.InterfaceIndex, route.Family)))).Distinct()];
        if (hints.Length > 0)
            return hints;
        how = "no other interface has an address";
        HostLink[] possible = Wired(host.Addresses.Where(row => service.Families.Contains(row.Family)).Select(row => row.InterfaceIndex));
        return possible.Length == 1 ? possible : [];
    }

    /// <summary>The interfaces on whose segments addresses are; null if an address whose prefix could not be read may be there.</summary>
    private HostLink[]? OnSegment(IReadOnlyList<IPAddress> addresses)
    {
        IPAddress[] wanted = addresses.Where(address => !address.IsLinkLocal()).ToArray();
        HostAddress[] Own(IEnumerable<HostAddress> rows) => rows.Where(row => !_vips.Contains(row.Address)).ToArray();
        bool Holds(HostAddress row) => wanted.Any(address => row.OnLinkPrefix?.Contains(address) == true);
        HostLink[] Among(HostAddress[] rows) => Wires(rows.Where(Holds).Select(row => (row.InterfaceIndex, row.Family)));
        bool MayHold(HostAddress[] rows) => Array.Exists(rows, row => wanted.Any(address => address.Family() == row.Family) && row.OnLinkPrefix is null && !host.Link(row.InterfaceIndex).HasNoWire);
        HostAddress[] now = Own(host.Addresses);
        HostAddress[] kept = Own(host.Kept.Where(row => host.Link(row.InterfaceIndex).IsDisabled));
        if (Among(now) is { Length: > 0 } holding)
            return holding;
        if (MayHold(now) || (wanted.Length > 0 && host.Snapshot.Addresses(CimStore.Active).Rows is null))
            return null;
        return Among(kept) is { Length: > 0 } later ? later : MayHold(kept) ? null : [];
    }

    /// <summary>Null if a metric that decides could not be read.</summary>
    private IReadOnlyList<Route>? BestDefault(IPFamily family) =>
        RouteChoice.Best(host, family.Wildcard(), route => route.Destination.IsDefault && !host.Link(route.InterfaceIndex).HasNoWire);

    private HostLink[] Wired(IEnumerable<uint> indexes) => [.. indexes.Select(host.Link).Where(link => !link.HasNoWire).Distinct()];

    /// <summary>The interfaces with a wire; those that are connected go before those that are not.</summary>
    private HostLink[] Wires(IEnumerable<(uint Index, IPFamily Family)> candidates)
    {
        var links = candidates.Where(each => !host.Link(each.Index).HasNoWire).ToArray();
        var connected = Array.FindAll(links, each => host.Row(each.Index, each.Family)?.ConnectionState.Is(ConnectionState.Disconnected) != true);
        return (connected.Length > 0 ? connected : links).Select(each => host.Link(each.Index)).Distinct().ToArray();
    }
}
