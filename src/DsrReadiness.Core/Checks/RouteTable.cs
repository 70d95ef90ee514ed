using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>Which route Windows would choose: the longest prefix, then the lowest sum of route metric and interface metric.</summary>
internal sealed class RouteTable(Snapshot snapshot)
{
    /// <summary>The routes of a family that are in use: those of disconnected interfaces are not.</summary>
    public Fact<IReadOnlyList<Route>> Of(IPFamily family)
    {
        Reading<Route> reading = snapshot.Routes;
        if (!reading.TryGet(out IReadOnlyList<Route>? routes, out CimFailure? failure))
            return Missing.Reading(reading.Name, failure);
        return routes.Where(route => route.Family == family && !IsDisconnected(route)).ToArray();
    }

    /// <summary>
    /// The routes that win toward a destination: those with the longest prefix that covers all of it and the lowest metric. Empty if none
    /// covers it; several if Windows might choose either.
    /// </summary>
    public Fact<IReadOnlyList<Route>> Winners(IPPrefix destination)
    {
        if (!Of(destination.Family).TryGet(out IReadOnlyList<Route>? routes, out Missing? missing))
            return missing;
        Route[] covering = routes.Where(route => route.Destination.Range.Covers(destination.Range)).ToArray();
        if (covering.Length == 0)
            return covering;
        int longest = covering.Max(route => route.Destination.Length);
        Route[] best = covering.Where(route => route.Destination.Length == longest).ToArray();
        if (best.Length == 1)
            return best;
        var metrics = new List<(Route Route, ulong Metric)>();
        foreach (Route route in best)
        {
            if (!MetricOf(route).TryGet(out ulong metric, out missing))
                return missing;
            metrics.Add((route, metric));
        }

        ulong lowest = metrics.Min(each => each.Metric);
        return metrics.Where(each => each.Metric == lowest).Select(each => each.Route).ToArray();
    }

    private bool IsDisconnected(Route route) => RowOf(route)?.ConnectionState.Is(ConnectionState.Disconnected) == true;

    private IPInterface? RowOf(Route route) => snapshot.IPInterfaces(CimStore.Active).Rows?
        .FirstOrDefault(row => row.InterfaceIndex == route.InterfaceIndex && row.Family == route.Family);

    private Fact<ulong> MetricOf(Route route)
    {
        string what = "The metric of the route " + route.Destination + " on " + HostInterface.NameWithoutAlias(route.InterfaceIndex);
        if (!route.RouteMetric.TryGet(out uint routeMetric))
            return Missing.Property(what, route.RouteMetric);
        if (RowOf(route)?.Metric.TryGet(out uint interfaceMetric) == true || route.InterfaceMetric.TryGet(out interfaceMetric))
            return (ulong)routeMetric + interfaceMetric;
        return Missing.Property(what, route.InterfaceMetric);
    }
}
