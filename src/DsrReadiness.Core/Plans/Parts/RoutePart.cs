using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Plans.Parts;

/// <summary>Default routes do not belong on a loopback. Other routes there follow the addresses, or were given by an administrator and are reported by V10.</summary>
internal static class RoutePart
{
    public static void AddRemovals(PlanBuilder plan, PlannedInterface loopback)
    {
        foreach (Route route in (plan.Context.Snapshot.Routes.Rows ?? []).Where(each => each.InterfaceIndex == loopback.Index && each.Destination.IsDefault))
        {
            if (!route.NextHop.TryGet(out System.Net.IPAddress nextHop))
                continue;
            plan.Remove(
                "V08",
                $"Remove the default route through {nextHop} from {loopback.Alias}.",
                loopback,
                NetRouteClass.Class,
                null,
                new CimCondition(NetRouteClass.DestinationPrefix, route.Destination.ToString()),
                new CimCondition(NetRouteClass.NextHop, nextHop.ToString()));
        }
    }
}
