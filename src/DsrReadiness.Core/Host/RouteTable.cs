using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>Which route Windows would choose: the longest prefix, then the lowest sum of route metric and interface metric.</summary>
internal sealed class RouteTable(Snapshot snapshot)
{
    private readonly Dictionary<IPFamily, Fact<IReadOnlyList<Route>>> _byFamily = [];
    private readonly Dictionary<IPFamily, Fact<PrefixIndex<Route>>> _indexes = [];
    private Dictionary<InterfaceFamily, IPInterface>? _interfaces;

    private Dictionary<InterfaceFamily, IPInterface> Interfaces => _interfaces ??= ReadInterfaces();

    /// <summary>The routes of a family that are in use: those of disconnected interfaces are not.</summary>
    public Fact<IReadOnlyList<Route>> Of(IPFamily family)
    {
        if (!_byFamily.TryGetValue(family, out Fact<IReadOnlyList<Route>> routes))
            _byFamily.Add(family, routes = Read(family));
        return routes;
    }

    /// <summary>The routes in use that share an address with a destination.</summary>
    public Fact<IReadOnlyList<Route>> Overlapping(IPPrefix destination) =>
        IndexOf(destination.Family).TryGet(out PrefixIndex<Route>? routes, out Missing? missing) ? routes.Overlapping(destination).ToArray() : missing;

    /// <summary>
    /// The routes that win toward a destination: those with the longest prefix that covers all of it and the lowest metric. Empty if none
    /// covers it; several if Windows might choose either.
    /// </summary>
    public Fact<IReadOnlyList<Route>> Winners(IPPrefix destination) => Winners(destination, _ => true);

    /// <summary>The routes that win toward a destination among those that count.</summary>
    public Fact<IReadOnlyList<Route>> Winners(IPPrefix destination, Func<Route, bool> counts)
    {
        if (!IndexOf(destination.Family).TryGet(out PrefixIndex<Route>? routes, out Missing? missing))
            return missing;
        return Lowest(Longest(routes.Covering(destination).Where(counts)));
    }

    /// <summary>
    /// A range of destinations cut where routes longer than its own begin and end, so that each part is routed alike. The parts are in order,
    /// do not overlap, and are the whole range together.
    /// </summary>
    public Fact<IReadOnlyList<RoutedPart>> Parts(IPPrefix range)
    {
        if (!IndexOf(range.Family).TryGet(out PrefixIndex<Route>? routes, out Missing? missing))
            return missing;
        Route[] inside = routes.Within(range).ToArray();
        Route[] covering = Longest(routes.Covering(range));
        var parts = new List<RoutedPart>();
        foreach ((IPPrefix destinations, Route[] best) in Cut(range, covering, inside))
        {
            if (!Lowest(best).TryGet(out IReadOnlyList<Route>? winners, out missing))
                return missing;
            parts.Add(new RoutedPart(destinations, winners));
        }

        return parts;
    }

    /// <summary>The destinations of routes other than default ones that lie in no other such destination, in order.</summary>
    public Fact<IReadOnlyList<IPPrefix>> Outermost(IPFamily family)
    {
        if (!Of(family).TryGet(out IReadOnlyList<Route>? routes, out Missing? missing))
            return missing;
        var outermost = new List<IPPrefix>();
        foreach (IPPrefix each in routes.Select(route => route.Destination).Where(each => !each.IsDefault).OrderBy(each => each.Range.First).ThenBy(each => each.Length))
        {
            if (outermost.Count == 0 || !outermost[outermost.Count - 1].Range.Covers(each.Range))
                outermost.Add(each);
        }

        return outermost;
    }

    /// <summary>True if the interface is known to be disconnected in a family, so that none of its routes is used.</summary>
    public bool IsDisconnected(uint index, IPFamily family) =>
        Interfaces.TryGetValue(new InterfaceFamily(index, family), out IPInterface? row) && row.ConnectionState.Is(ConnectionState.Disconnected);

    /// <summary>True if the interface is known to be connected in a family.</summary>
    public bool IsConnected(uint index, IPFamily family) =>
        Interfaces.TryGetValue(new InterfaceFamily(index, family), out IPInterface? row) && row.ConnectionState.Is(ConnectionState.Connected);

    /// <summary>Route metric and interface metric together.</summary>
    public Fact<ulong> MetricOf(Route route)
    {
        Missing Lacking(Field<uint> field) => Missing.Property("The metric of the route " + route.Destination + " on " + HostInterface.NameWithoutAlias(route.InterfaceIndex), field);
        if (!route.RouteMetric.TryGet(out uint routeMetric))
            return Lacking(route.RouteMetric);
        if (Interfaces.TryGetValue(new InterfaceFamily(route.InterfaceIndex, route.Family), out IPInterface? row) && row.Metric.TryGet(out uint interfaceMetric))
            return (ulong)routeMetric + interfaceMetric;
        if (route.InterfaceMetric.TryGet(out interfaceMetric))
            return (ulong)routeMetric + interfaceMetric;
        Reading<IPInterface> reading = snapshot.IPInterfaces(CimStore.Active);
        return reading.Failure is { } failure ? Missing.Reading(reading.Name, failure) : Lacking(row?.Metric ?? route.InterfaceMetric);
    }

    private Fact<PrefixIndex<Route>> IndexOf(IPFamily family)
    {
        if (!_indexes.TryGetValue(family, out Fact<PrefixIndex<Route>> index))
        {
            index = Of(family).TryGet(out IReadOnlyList<Route>? routes, out Missing? missing) ? new PrefixIndex<Route>(routes, route => route.Destination) : missing;
            _indexes.Add(family, index);
        }

        return index;
    }

    private static Route[] Longest(IEnumerable<Route> covering)
    {
        Route[] all = covering.ToArray();
        int longest = all.Length == 0 ? 0 : all.Max(route => route.Destination.Length);
        return Array.FindAll(all, route => route.Destination.Length == longest);
    }

    private static IEnumerable<(IPPrefix Destinations, Route[] Best)> Cut(IPPrefix range, Route[] best, Route[] inside)
    {
        if (inside.Length == 0)
            return [(range, best)];
        IPAddress last = range.Range.Last.ToAddress(range.Family);
        return new[] { range.Network, last }.Select(address => new IPPrefix(address, range.Length + 1)).SelectMany(half =>
        {
            Route[] within = Array.FindAll(inside, route => half.Range.Covers(route.Destination.Range));
            Route[] own = Array.FindAll(within, route => route.Destination.Length == half.Length);
            return Cut(half, own.Length > 0 ? own : best, Array.FindAll(within, route => route.Destination.Length > half.Length));
        });
    }

    private Fact<IReadOnlyList<Route>> Read(IPFamily family)
    {
        if (!snapshot.Routes.TryGet(out IReadOnlyList<Route>? routes, out Missing? missing))
            return missing;
        return routes.Where(route => route.Family == family && !IsDisconnected(route.InterfaceIndex, family)).ToArray();
    }

    /// <summary>Those of the lowest metric. Of one alone the metric does not matter, nor of several that lead to one next hop by one interface, so it need not be known.</summary>
    private Fact<IReadOnlyList<Route>> Lowest(Route[] best)
    {
        if (best.Length < 2)
            return best;
        var metrics = new List<(Route Route, ulong Metric)>();
        foreach (Route route in best)
        {
            if (!MetricOf(route).TryGet(out ulong metric, out Missing? missing))
                return Array.TrueForAll(best, each => IsSameWay(each, best[0])) ? best : missing;
            metrics.Add((route, metric));
        }

        ulong lowest = metrics.Min(each => each.Metric);
        return metrics.Where(each => each.Metric == lowest).Select(each => each.Route).ToArray();
    }

    private static bool IsSameWay(Route one, Route other) => one.InterfaceIndex == other.InterfaceIndex && one.NextHop.TryGet(out IPAddress hop) && other.NextHop.Is(hop);

    private Dictionary<InterfaceFamily, IPInterface> ReadInterfaces()
    {
        var interfaces = new Dictionary<InterfaceFamily, IPInterface>();
        foreach (IPInterface row in snapshot.IPInterfaces(CimStore.Active).Rows ?? [])
        {
            var key = new InterfaceFamily(row.InterfaceIndex, row.Family);
            if (!interfaces.ContainsKey(key))
                interfaces.Add(key, row);
        }

        return interfaces;
    }

    private sealed record InterfaceFamily(uint Index, IPFamily Family);
}
