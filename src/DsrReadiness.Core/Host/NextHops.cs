using System;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>Who the next hop of a route is. A balancer has more addresses than the one that is named, but mostly one MAC address, which the neighbour table has of both.</summary>
internal sealed class NextHops(HostContext context)
{
    private readonly string[] _balancers = context.Service.Balancers.Select(balancer => MacOf(context.Snapshot, balancer)).OfType<string>().Distinct().ToArray();

    /// <summary>True if it has the address or the MAC address of a named balancer.</summary>
    public bool IsBalancer(Route route) => context.Service.Balancers.Any(route.NextHop.Is)
        || (MacOf(route) is { } mac && _balancers.Contains(mac, StringComparer.Ordinal));

    /// <summary>True if it is known to be none of the named balancers: its MAC address is another one than theirs.</summary>
    public bool IsNoBalancer(Route route) => !IsBalancer(route) && MacOf(route) is not null
        && context.Service.Balancers.Count > 0 && context.Service.Balancers.All(balancer => MacOf(context.Snapshot, balancer) is not null);

    /// <summary>True if the route leads to an address of the server's own.</summary>
    public bool IsServerItself(Route route) => route.NextHop.TryGet(out IPAddress hop) && context.OwnAddresses.Contains(hop);

    /// <summary>The balancer as people know it, with the address that gives it away.</summary>
    public string NameOf(Route route) => context.Service.Balancers.Any(route.NextHop.Is)
        ? route.NextHop.ToString()
        : $"{route.NextHop}, which has the MAC address of {context.Service.Balancers.First(balancer => MacOf(context.Snapshot, balancer) == MacOf(route))}";

    private string? MacOf(Route route) => route.NextHop.TryGet(out IPAddress hop) ? MacOf(context.Snapshot, hop) : null;

    private static string? MacOf(Snapshot snapshot, IPAddress address) => (snapshot.Neighbors.Rows ?? [])
        .Where(row => row.Address.Equals(address) && !(row.State.Is(NeighborState.Unreachable) || row.State.Is(NeighborState.Incomplete)))
        .Select(row => MacAddress.Read(row.LinkLayerAddress)).FirstOrDefault(mac => mac is not null);
}
