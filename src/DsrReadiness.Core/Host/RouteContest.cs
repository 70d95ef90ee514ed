using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>Whether a route takes any address of a destination away from its rivals.</summary>
internal static class RouteContest
{
    /// <summary>
    /// True if Windows might choose the route for at least one address of the destination: no longer rival covers that address, and no
    /// rival of the same length has a lower metric.
    /// </summary>
    public static Fact<bool> Wins(RouteTable table, Route route, IPPrefix destination, IReadOnlyList<Route> rivals)
    {
        if (!route.Destination.Range.Overlaps(destination.Range))
            return false;

        // Prefixes that overlap lie one in the other: the longer one is what they share.
        IPPrefix shared = route.Destination.Length >= destination.Length ? route.Destination : destination;
        IPPrefix[] longer = rivals.Select(rival => rival.Destination).Where(each => each.Length > route.Destination.Length).ToArray();
        return AreCovered(shared, longer) ? false : HasLowestMetric(table, route, rivals);
    }

    private static bool AreCovered(IPPrefix addresses, IPPrefix[] by)
    {
        IPPrefix[] touching = by.Where(each => each.Range.Overlaps(addresses.Range)).ToArray();
        if (touching.Length == 0)
            return false;
        if (touching.Any(each => each.Length <= addresses.Length))
            return true;
        int half = addresses.Length + 1;
        return AreCovered(new IPPrefix(addresses.Network, half), touching)
            && AreCovered(new IPPrefix(addresses.Range.Last.ToAddress(addresses.Family), half), touching);
    }

    private static Fact<bool> HasLowestMetric(RouteTable table, Route route, IReadOnlyList<Route> rivals)
    {
        Route[] equals = rivals.Where(rival => rival.Destination.Equals(route.Destination)).ToArray();
        if (equals.Length == 0)
            return true;
        if (!table.MetricOf(route).TryGet(out ulong own, out Missing? missing))
            return missing;
        Missing? unclear = null;
        foreach (Route rival in equals)
        {
            if (!table.MetricOf(rival).TryGet(out ulong metric, out missing))
                unclear = missing;
            else if (metric < own)
                return false;
        }

        return unclear is null ? true : unclear;
    }
}
