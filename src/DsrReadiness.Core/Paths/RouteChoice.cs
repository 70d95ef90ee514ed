using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Paths;

/// <summary>Which routes Windows would take to an address: those of the longest prefix, and of these the cheapest.</summary>
internal static class RouteChoice
{
    /// <summary>The best routes: more than one if they are equal, none if there is no route; null if a metric that decides is not known.</summary>
    public static IReadOnlyList<Route>? Best(HostView host, IPAddress to, Func<Route, bool> counts)
    {
        Route[] usable = host.RoutesTo(to)
            .Where(counts)
            .Where(route => host.Row(route.InterfaceIndex, route.Family)?.ConnectionState.Is(ConnectionState.Disconnected) != true)
            .ToArray();
        if (usable.Length == 0)
            return usable;
        int longest = usable.Max(route => route.Destination.Length);
        usable = Array.FindAll(usable, route => route.Destination.Length == longest);
        if (usable.Length == 1)
            return usable;
        ulong?[] metrics = Array.ConvertAll(usable, route => Metric(host, route));
        if (metrics.Contains(null))
            return Array.TrueForAll(usable, route => IsSameWay(route, usable[0])) ? usable : null;
        ulong? lowest = metrics.Min();
        return usable.Where((_, i) => metrics[i] == lowest).ToArray();
    }

    /// <summary>Where two routes lead to the same hop by the same interface, it does not matter which is cheaper.</summary>
    private static bool IsSameWay(Route one, Route other) =>
        one.InterfaceIndex == other.InterfaceIndex && one.NextHop.TryGet(out IPAddress hop) && other.NextHop.Is(hop);

    public static bool IsOnLink(Route route) => route.NextHop.TryGet(out IPAddress hop) && hop.IsWildcard();

    public static string Describe(HostView host, Route route) => $"{route.Destination} on {host.Link(route.InterfaceIndex).Name}"
        + (IsOnLink(route) ? ", on link" : ", by " + route.NextHop);

    private static ulong? Metric(HostView host, Route route)
    {
        Field<uint>? of = host.Row(route.InterfaceIndex, route.Family)?.Metric;
        uint perInterface;
        if (!(of is { } known && known.TryGet(out perInterface)) && !route.InterfaceMetric.TryGet(out perInterface))
            return null;
        return route.RouteMetric.TryGet(out uint own) ? (ulong)own + perInterface : null;
    }
}
