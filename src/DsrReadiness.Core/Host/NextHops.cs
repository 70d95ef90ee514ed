using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>Who the next hop of a route is. A balancer has more addresses than the one that is named, but mostly one MAC address, which the neighbour table has of both.</summary>
internal sealed class NextHops
{
    private readonly HostContext _context;
    private readonly Dictionary<IPAddress, string> _macs = [];
    private readonly HashSet<(uint On, IPAddress Address)> _silent = [];
    private readonly string[] _balancers;

    public NextHops(HostContext context)
    {
        _context = context;
        foreach (Neighbor row in context.Snapshot.Neighbors.Rows ?? [])
        {
            if (row.State.Is(NeighborState.Unreachable) && row.InterfaceIndex.TryGet(out uint on))
                _silent.Add((on, row.Address));
            bool isHeard = !(row.State.Is(NeighborState.Unreachable) || row.State.Is(NeighborState.Incomplete));
            if (isHeard && MacAddress.Read(row.LinkLayerAddress) is { } mac && !_macs.ContainsKey(row.Address))
                _macs.Add(row.Address, mac);
        }

        _balancers = context.Service.Balancers.Select(MacOf).OfType<string>().Distinct().ToArray();
    }

    /// <summary>True if it has the address or the MAC address of a named balancer.</summary>
    public bool IsBalancer(Route route) => _context.Service.Balancers.Any(route.NextHop.Is)
        || (MacOf(route) is { } mac && _balancers.Contains(mac, StringComparer.Ordinal));

    /// <summary>True if it is known to be none of the named balancers: its MAC address is another one than theirs.</summary>
    public bool IsNoBalancer(Route route) => !IsBalancer(route) && MacOf(route) is not null
        && _context.Service.Balancers.Count > 0 && _context.Service.Balancers.All(balancer => MacOf(balancer) is not null);

    /// <summary>True if the route leads to an address of the server's own.</summary>
    public bool IsServerItself(Route route) => route.NextHop.TryGet(out IPAddress hop) && _context.OwnAddresses.Contains(hop);

    /// <summary>True if nobody answered when Windows asked for the MAC address of the next hop, and none has since.</summary>
    public bool IsSilent(Route route) => route.NextHop.TryGet(out IPAddress hop) && _silent.Contains((route.InterfaceIndex, hop));

    /// <summary>Where a route leads from which no reply reaches a client as it should: to a balancer, to the server itself or into a loopback; null for one that leads on.</summary>
    public string? WhereAstray(Route route) => IsBalancer(route) ? $"to the balancer {NameOf(route)}"
        : IsServerItself(route) ? $"to {route.NextHop}, an address of this server itself"
        : LoopbackRoutes.IsTrap(_context, route) ? $"into {_context.Topology.AliasOf(route.InterfaceIndex)}, a loopback"
        : null;

    /// <summary>The balancer as people know it, with the address that gives it away.</summary>
    public string NameOf(Route route) => _context.Service.Balancers.Any(route.NextHop.Is)
        ? route.NextHop.ToString()
        : $"{route.NextHop}, which has the MAC address of {_context.Service.Balancers.First(balancer => MacOf(balancer) == MacOf(route))}";

    private string? MacOf(Route route) => route.NextHop.TryGet(out IPAddress hop) ? MacOf(hop) : null;

    private string? MacOf(IPAddress address) => _macs.TryGetValue(address, out string? mac) ? mac : null;
}
