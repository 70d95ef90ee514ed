using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>What points to the interface where frames arrive, where nobody has said which it is and no balancer is on a segment of the server.</summary>
internal static class InterfaceHints
{
    /// <summary>Every hint: whose segment the VIP is on, who has the address of its own that is probed, and who has the default route.</summary>
    public static Fact<IReadOnlyList<InterfaceCandidate>> Of(HostContext context)
    {
        var hints = new List<InterfaceCandidate>();
        if (!SegmentSearch.Of(context, context.Service.VirtualIPAddresses, "VIP").TryGet(out IReadOnlyList<InterfaceCandidate>? found, out Missing? missing))
            return missing;
        hints.AddRange(found);
        if (!OfProbe(context).TryGet(out found, out missing))
            return missing;
        hints.AddRange(found);
        if (!OfDefaultRoute(context).TryGet(out found, out missing))
            return missing;
        hints.AddRange(found);
        return hints;
    }

    /// <summary>The interfaces with a wire that have an address of a family of the service.</summary>
    /// <param name="context">The server and what is asked of it.</param>
    /// <param name="unsure">Why there may be more; null if there are not.</param>
    public static IReadOnlyList<HostInterface> Possible(HostContext context, out Missing? unsure)
    {
        unsure = null;
        var possible = new List<HostInterface>();
        IEnumerable<HostAddress> rows = context.Snapshot.Addresses(CimStore.Active).Rows ?? [];
        foreach (uint index in rows.Where(row => context.Families.Contains(row.Family)).Select(row => row.InterfaceIndex).Distinct().OrderBy(index => index))
        {
            if (!context.Topology.Find(index).TryGet(out HostInterface? on, out Missing? missing))
                unsure ??= missing;
            else if (!on.IsLoopback)
                possible.Add(on);
        }

        return possible;
    }

    private static Fact<IReadOnlyList<InterfaceCandidate>> OfProbe(HostContext context)
    {
        var holders = new List<InterfaceCandidate>();
        if (context.Service.Probe is not { } probe || !ProbedAddress.IsOwn(context.Service, probe))
            return holders;
        if (!ProbedAddress.Rows(context, probe).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing))
            return missing;
        foreach (HostAddress row in rows)
        {
            if (!context.Topology.Find(row.InterfaceIndex).TryGet(out HostInterface? on, out missing))
                return missing;
            if (!on.IsLoopback)
                holders.Add(new InterfaceCandidate(on, row.Family, $"it has the address {row.Address} that is probed"));
        }

        return holders;
    }

    /// <summary>A default route of a loopback is a fault that other checks report; it is never where frames arrive.</summary>
    private static Fact<IReadOnlyList<InterfaceCandidate>> OfDefaultRoute(HostContext context)
    {
        var leaving = new List<InterfaceCandidate>();
        foreach (IPFamily family in context.Families)
        {
            var everywhere = new IPPrefix(family.Wildcard(), 0);
            if (!context.Routes.Winners(everywhere, route => !context.Topology.IsLoopback(route.InterfaceIndex)).TryGet(out IReadOnlyList<Route>? winners, out Missing? missing))
                return missing;
            foreach (Route winner in winners)
            {
                if (!context.Topology.Find(winner.InterfaceIndex).TryGet(out HostInterface? on, out missing))
                    return missing;
                leaving.Add(new InterfaceCandidate(on, family, $"it has the winning default route ({family})"));
            }
        }

        return leaving;
    }
}
