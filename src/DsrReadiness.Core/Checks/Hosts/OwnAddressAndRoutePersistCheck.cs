using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>An address or gateway that somebody set in the active store alone is gone after the next start. What DHCP or routers give comes back by itself.</summary>
internal sealed class OwnAddressAndRoutePersistCheck() : Check(new CheckInfo(
    "H10",
    "The server's own address and its way to the clients are still there after a restart",
    [Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(NetRouteClass.Class, CimStore.Persistent), new ReadingId(NetNeighborClass.Class, CimStore.Active)]))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing)
        ? context.Families.SelectMany(family => JudgeLater(context, family).Prepend(Judge(context, on, family)))
        : [Unknown(missing)];

    /// <summary>Routes of the persistent store alone that lead replies astray as soon as the next start brings them. H01 judges those that are in use.</summary>
    private IEnumerable<Finding> JudgeLater(CheckContext context, IPFamily family)
    {
        if (!context.Snapshot.KeptRoutes.TryGet(out IReadOnlyList<Route>? later, out _) || !context.Routes.Of(family).TryGet(out IReadOnlyList<Route>? now, out _))
            yield break;
        var active = new Lazy<HashSet<(uint, IPPrefix, string)>>(() => [.. now.Select(KeyOf)]); // Hardly any route leads astray.
        foreach (Route route in later.Where(route => route.Family == family))
        {
            if (context.NextHops.WhereAstray(route) is { } where && !active.Value.Contains(KeyOf(route)))
            {
                yield return Failed(
                    route.Destination.ToString(),
                    $"The route {route.Destination} by {route.NextHop} is in the persistent store alone: after the next restart it leads replies {where}.",
                    Advice.Run("Remove it from the persistent store.", RouteCommands.RemoveKept(route)),
                    "no such route",
                    route.NextHop.ToString());
            }
        }
    }

    private static (uint Interface, IPPrefix To, string NextHop) KeyOf(Route route) => (route.InterfaceIndex, route.Destination, route.NextHop.ToString());

    private Finding Judge(CheckContext context, HostInterface on, IPFamily family)
    {
        if (!context.IPInterface(on, family, CimStore.Active).TryGet(out IPInterface? row, out Missing? missing))
            return Unknown(missing, on.Alias);
        if (row.Dhcp.Is(Toggle.Enabled) && family == IPFamily.IPv4)
            return NotApplicable($"{on} has its IPv4 address from DHCP.");
        if (!context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? addresses, out missing))
            return Unknown(missing, on.Alias);
        HostAddress[] set = addresses.Where(each => each.InterfaceIndex == on.Index && each.Family == family && each.Origin.Is(AddressOrigin.Manual)
            && !SpecialAddresses.IsAutomatic(each.Address) && !context.Service.VirtualIPAddresses.Contains(each.Address)).ToArray();
        if (set.Length == 0)
            return NotApplicable($"Nobody has set an {family} address on {on} by hand.");
        if (!context.Snapshot.Addresses(CimStore.Persistent).TryGet(out IReadOnlyList<HostAddress>? later, out missing))
            return Unknown(missing, on.Alias);
        return Array.Find(set, each => !later.Any(other => other.InterfaceIndex == on.Index && other.Address.Equals(each.Address))) is { } lost
            ? Lost(on, lost)
            : JudgeRoute(context, on, family, set[0]);
    }

    private Finding JudgeRoute(CheckContext context, HostInterface on, IPFamily family, HostAddress own)
    {
        if (!context.Snapshot.KeptRoutes.TryGet(out IReadOnlyList<Route>? later, out Missing? missing))
            return Unknown(missing, on.Alias);
        foreach (IPPrefix range in context.ClientRanges(family))
        {
            if (!context.Routes.Winners(range).TryGet(out IReadOnlyList<Route>? winners, out missing))
                return Unknown(missing, on.Alias);
            if (winners.FirstOrDefault(route => IsSet(on, route) && !later.Any(other => KeyOf(other).Equals(KeyOf(route)))) is { } lost)
                return Lost(on, lost);
        }

        return Passed(on.Alias, $"The persistent store has {own.Address} of {on}, and the routes that were set for replies.");
    }

    /// <summary>Routes on link come with an address, and those by a link-local router come from its advertisements.</summary>
    private static bool IsSet(HostInterface on, Route route) => route.InterfaceIndex == on.Index && route.NextHop.TryGet(out IPAddress hop)
        && !hop.IsWildcard() && !hop.IsLinkLocal();

    private Finding Lost(HostInterface on, HostAddress lost) => Failed(
        on.Alias,
        $"{lost.Address} of {on} is in the active store alone: after the next restart the server has lost its own address, and no balancer finds it.",
        Advice.Run("Write it to the persistent store as well.", AddressCommands.Persist(lost)),
        "in both stores",
        "active store only");

    private Finding Lost(HostInterface on, Route lost) => Failed(
        on.Alias,
        $"The route {lost.Destination} by {lost.NextHop} is in the active store alone: after the next restart replies do not find their way to the clients.",
        Advice.Run(
            "Remove it and add it again, which writes both stores; nothing writes the persistent one alone. Paste both lines at once: in between replies do not leave, yours among them.",
            [RouteCommands.Remove(lost), RouteCommands.Add($"{on.Index}", lost.Destination, $"{lost.NextHop}")]),
        "in both stores",
        "active store only");
}
