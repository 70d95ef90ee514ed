using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>
/// Direct server return means that the reply does not pass the balancer. With the balancer as gateway it goes there all the same.
/// </summary>
internal sealed class ReplyAvoidsBalancerCheck() : Check(new CheckInfo(
    "H01",
    "Replies reach clients without passing the balancer",
    [Severity.Error, Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(NetNeighborClass.Class, CimStore.Active)]))
{
    private const string ARouter = "a router that is not a balancer";
    private const string Index = "INDEX";

    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.Snapshot.IPInterfaces(CimStore.Active).TryGet(out _, out Missing? missing))
            return [Unknown(missing)];
        if (context.LinkFault.TryGet(out InterfaceFault? fault, out _) && fault is not null)
            return [NotApplicable($"{fault.Reason} Nothing leaves there either; see H09.")];
        var judged = new HashSet<Route>();
        return context.Families.SelectMany(family => context.ClientRanges(family)).Select(range => Judge(context, range, judged)).ToArray()
            .Concat(ProbeReply.Of(context).Select(reply => Judge(context, reply)).OfType<Finding>())
            .Concat(context.Families.SelectMany(family => JudgeOthers(context, family, judged)));
    }

    private static string NameOf(IPPrefix range) => range.IsDefault ? $"any client ({range.Family})" : range.ToString();

    /// <summary>The clients of a range that a route is for.</summary>
    private static string NameOf(IPPrefix range, Route route) =>
        route.Destination.Range.Covers(range.Range) ? NameOf(range) : "some of the clients in " + range;

    /// <summary>
    /// The routes that replies to a range take: the one that covers it, else those that cover it together, of which the loopbacks' routes to
    /// themselves lead to no client.
    /// </summary>
    private static IReadOnlyList<Route> Taken(CheckContext context, IReadOnlyList<Route> whole, IReadOnlyList<RoutedPart> parts)
    {
        if (whole.Count > 0)
            return whole;
        Route[] all = parts.SelectMany(part => part.Winners).Distinct().ToArray();
        Route[] outward = Array.FindAll(all, route => !context.Topology.IsLoopback(route.InterfaceIndex));
        return outward.Length > 0 ? outward : all;
    }

    /// <summary>The routes that win for a range as a whole. A VPN that takes all traffic leaves the default route as it is, and beats it by routes that cover the Internet together.</summary>
    private static Fact<IReadOnlyList<Route>> Whole(CheckContext context, IPPrefix range)
    {
        Fact<IReadOnlyList<Route>> whole = context.Routes.Winners(range);
        if (!range.IsDefault || !whole.TryGet(out IReadOnlyList<Route>? winners, out _) || winners.Count == 0)
            return whole;
        if (!context.Routes.Outermost(range.Family).TryGet(out IReadOnlyList<IPPrefix>? outermost, out Missing? missing))
            return missing;
        IPRange[] clients = SpecialAddresses.Internet(range.Family);
        IPPrefix[] beating = outermost.Where(prefix => clients.Any(prefix.Range.Overlaps)).ToArray();
        if (!clients.All(part => Coverage.Covers(beating.Select(prefix => prefix.Range), part)))
            return whole;
        var taken = new List<Route>();
        foreach (IPPrefix prefix in beating)
        {
            if (!context.Routes.Winners(prefix).TryGet(out winners, out missing))
                return missing;
            taken.AddRange(winners);
        }

        return taken;
    }

    private Finding Judge(CheckContext context, IPPrefix range, HashSet<Route> judged)
    {
        string subject = range.ToString();
        if (!Whole(context, range).TryGet(out IReadOnlyList<Route>? whole, out Missing? missing))
            return Unknown(missing, subject);
        IReadOnlyList<RoutedPart>? parts = [];
        bool isCut = whole.Count == 0 || !range.IsDefault;
        if (isCut && !context.Routes.Parts(range).TryGet(out parts, out missing))
            return Unknown(missing, subject);
        IReadOnlyList<Route> taken = Taken(context, whole, parts!);
        Route[] ways = taken.Concat(parts!.SelectMany(part => part.Winners)).ToArray();
        judged.UnionWith(ways);
        if (Array.Find(ways, context.NextHops.IsBalancer) is { } through)
            return ThroughBalancer(context, range, through);
        if (Array.Find(ways, context.NextHops.IsServerItself) is { } circle)
            return InCircle(context, range.ToString(), circle, $"replies to {NameOf(range, circle)} go nowhere");
        if (Array.Find(ways, context.NextHops.IsSilent) is { } silent)
            return Silent(context, subject, silent, $"replies to {NameOf(range, silent)} do not leave");
        if (whole.Count == 0 && parts!.FirstOrDefault(part => part.Winners.Count == 0) is { } unreached)
            return IsAddressLost(context, range.Family) ? NotApplicable("There is no route, as there is no address that is in use; see H09.") : Unreached(context, range, unreached.Destinations);
        if (parts!.SelectMany(part => part.Winners).FirstOrDefault(route => LoopbackRoutes.IsTrap(context, route)) is { } trap)
            return Trapped(context, subject, range, trap);
        if (taken.FirstOrDefault(route => !route.NextHop.HasValue) is { } untold)
            return Unknown(Missing.Property($"NextHop of the route {untold.Destination}", untold.NextHop), subject);
        if (!context.TrafficInterface.TryGet(out HostInterface? trafficInterface, out missing))
            return Unknown(missing, subject);
        Route[] astray = taken.Concat(ways.Where(route => !context.Topology.IsLoopback(route.InterfaceIndex)))
            .Where(route => route.InterfaceIndex != trafficInterface.Index).Distinct().ToArray();
        if (astray.Length > 0 && !context.Topology.Find(astray[0].InterfaceIndex).TryGet(out _, out missing))
            return Unknown(missing, subject); // It may be a loopback.
        return astray.Length == 0 ? Straight(context, subject, range, taken[0]) : Astray(context, range, astray, trafficInterface);
    }

    /// <summary>Nothing of an answer that reaches its balancer, or that a route of the VIP's own loopback takes, of which V08 and V10 speak.</summary>
    private Finding? Judge(CheckContext context, ProbeReply reply)
    {
        string subject = reply.Probe.ToString();
        string what = $"The answer to the probe {reply.Probe} from {reply.Prober}";
        var route = Advice.Choose(
            $"Add a route to {reply.Prober}, with the index of the interface where the probe arrives, and the address of a router on its segment in place of ROUTER, or all zeros if {reply.Prober} is there itself.",
            RouteCommands.Add("INDEX", IPPrefix.OfHost(reply.Prober), "ROUTER"));
        if (!reply.Ways.TryGet(out IReadOnlyList<Route>? ways, out Missing? missing))
            return Unknown(missing, subject);
        if (ways.Count == 0)
        {
            string held = reply.Only is null ? string.Empty : $" of {reply.Only}, which has {reply.Probe.Address} and sends by no other interface";
            return Failed(Severity.Error, subject, $"{what} does not leave: there is no route{held}.", route, "a route", "no route");
        }

        if (ways.FirstOrDefault(context.NextHops.IsServerItself) is { } circle)
            return InCircle(context, subject, circle, $"the answer to the probe {reply.Probe} from {reply.Prober} goes nowhere");
        if (ways.FirstOrDefault(context.NextHops.IsSilent) is { } silent)
            return Silent(context, subject, silent, $"the answer to the probe {reply.Probe} from {reply.Prober} does not leave");
        Route? trap = ways.FirstOrDefault(way => context.Topology.IsLoopback(way.InterfaceIndex)
            && !context.KnownLoopbacks().Any(loopback => loopback.Index == way.InterfaceIndex));
        return trap is null
            ? null
            : Failed(
                Severity.Error,
                subject,
                $"{what} leaves by {context.Topology.AliasOf(trap.InterfaceIndex)}, by the route {trap.Destination}, which is a loopback, from where nothing reaches a balancer.",
                Advice.Run("Remove the route.", RouteCommands.Remove(trap)),
                "an interface with a wire",
                context.Topology.AliasOf(trap.InterfaceIndex));
    }

    private Finding ThroughBalancer(CheckContext context, IPPrefix range, Route through) => Failed(
        Severity.Error,
        range.ToString(),
        $"Replies to {NameOf(range, through)} go to the balancer {context.NextHops.NameOf(through)}, by the route {through.Destination}, instead of straight to the client.",
        InsteadOf(through),
        ARouter,
        through.NextHop.ToString());

    private Finding InCircle(CheckContext context, string subject, Route circle, string consequence) => Failed(
        Severity.Error,
        subject,
        $"The next hop {circle.NextHop} of the route {circle.Destination} is an address of this server itself: {consequence}.",
        OutOfCircle(context, circle),
        ARouter,
        circle.NextHop.ToString());

    private Finding Silent(CheckContext context, string subject, Route silent, string consequence) => Failed(
        Severity.Error,
        subject,
        $"The next hop {silent.NextHop} of the route {silent.Destination} does not answer on {context.Topology.AliasOf(silent.InterfaceIndex)}: the neighbour table has it as Unreachable, and {consequence}.",
        Advice.Choose(
            "See whether the router is up and on this segment. If its address is another one, route by that, in place of ROUTER.",
            [RouteCommands.Add($"{silent.InterfaceIndex}", silent.Destination, "ROUTER"), RouteCommands.Remove(silent)]),
        "a router that answers",
        silent.NextHop.ToString());

    /// <summary>Routes that the replies judged do not take: those that lead some to the balancer or nowhere, and default routes that stand in for one another.</summary>
    private IEnumerable<Finding> JudgeOthers(CheckContext context, IPFamily family, HashSet<Route> judged)
    {
        if (!context.Routes.Of(family).TryGet(out IReadOnlyList<Route>? routes, out _))
            yield break;
        foreach (Route route in routes.Where(route => !judged.Contains(route)))
        {
            if (context.NextHops.WhereAstray(route) is not { } where || IsForOtherChecks(context, route))
                continue;
            string answered = context.NextHops.IsBalancer(route) ? "is answered by way of it" : "gets no answer";
            yield return Failed(
                Severity.Warning, route.Destination.ToString(), $"The route {route.Destination} leads {where}: whoever asks from there {answered}.", InsteadOf(route), ARouter, route.NextHop.ToString());
        }

        Route[] defaults = routes.Where(route => route.Destination.IsDefault && !context.Topology.IsLoopback(route.InterfaceIndex)).ToArray();
        string[] names = defaults.Select(route => context.Topology.AliasOf(route.InterfaceIndex)).Distinct().ToArray();
        if (names.Length > 1)
        {
            yield return Failed(
                Severity.Warning,
                defaults[0].Destination.ToString(),
                $"There are default routes ({family}) on {string.Join(" and ", names)}: when one of them is lost, replies leave by the other, which surprises people.",
                "Keep the default route of one interface, and give the others routes to what is behind them. Two routers side by side are fine if both lead to the clients.",
                "one default route",
                string.Join(", ", defaults.Select(route => route.NextHop)));
        }
    }

    /// <summary>Of what a loopback's own address makes V02 and V10 speak, of its default routes V08, and of those whom the server must reach V10; unless a balancer or the server itself is the next hop.</summary>
    private static bool IsForOtherChecks(CheckContext context, Route route) => context.Topology.IsLoopback(route.InterfaceIndex)
        && !context.NextHops.IsBalancer(route) && !context.NextHops.IsServerItself(route)
        && (route.Destination.IsDefault || LoopbackRoutes.SourceOf(context, route) is not null || IsOfPeers(context, route));

    private static bool IsOfPeers(CheckContext context, Route route) => context.KnownLoopbacks().Any(loopback => loopback.Index == route.InterfaceIndex)
        && RouteClaims.Of(context, route, context.Peers(route.Family)) is not { Taken.Count: 0, Covered.Count: 0, Missing: null };

    private static Advice InsteadOf(Route route) => Advice.Choose(
        "Route them by the router of the segment instead, with its address in place of ROUTER.",
        [RouteCommands.Add($"{route.InterfaceIndex}", route.Destination, "ROUTER"), RouteCommands.Remove(route)]);

    /// <summary>A router may well have that address, and the VIP must be another one then: its route stays.</summary>
    private static Advice OutOfCircle(CheckContext context, Route circle) => context.Service.VirtualIPAddresses.Any(circle.NextHop.Is)
        ? $"If {circle.NextHop} is the router's address, it can be no VIP: take it away from this server, and leave the route as it is. If it is the VIP, route by the address of the router instead."
        : InsteadOf(circle);

    /// <summary>The gateway that was set with an address is gone with it.</summary>
    private static bool IsAddressLost(CheckContext context, IPFamily family) => context.TrafficInterface.TryGet(out HostInterface? on, out _)
        && OwnAddressFault.Of(context, on, family).TryGet(out InterfaceFault? fault, out _) && fault is not null;

    private Finding Unreached(CheckContext context, IPPrefix range, IPPrefix unreached) => Failed(
        Severity.Error,
        range.ToString(),
        range.IsDefault ? $"There is no default route ({range.Family}): replies reach no client beyond the server's own segments."
            : unreached.Equals(range) ? $"There is no route to the clients in {range}."
            : $"There is no route to some of the clients in {range}, such as those in {unreached}.",
        Advice.Choose(
            $"Add the route, with {(IndexOf(context) == Index ? "the index of the traffic interface in place of INDEX, and " : string.Empty)}the address of the router on its segment in place of ROUTER.",
            RouteCommands.Add(IndexOf(context), range, "ROUTER")),
        ARouter,
        "no route");

    private static string IndexOf(CheckContext context) => context.TrafficInterface.TryGet(out HostInterface? on, out _) ? $"{on.Index}" : Index;

    private Finding Astray(CheckContext context, IPPrefix range, Route[] all, HostInterface trafficInterface)
    {
        Route astray = all[0];
        bool hasOwn = context.Routes.Of(range.Family).TryGet(out IReadOnlyList<Route>? routes, out _)
            && routes.Any(route => route.InterfaceIndex == trafficInterface.Index && route.Destination.Equals(range));
        string[] removing = [.. all.Select(RouteCommands.Remove)];
        bool isLost = context.Topology.IsLoopback(astray.InterfaceIndex);
        bool isHeld = context.VipBelongsOnTrafficInterface && !SendsWeakly(context, trafficInterface, range.Family);
        string leaves = $"Replies to {NameOf(range, astray)} leave by {context.Topology.AliasOf(astray.InterfaceIndex)}, by the route {astray.Destination}, ";
        return Failed(
            isLost || isHeld ? Severity.Error : Severity.Warning,
            range.ToString(),
            leaves + (isLost
                ? "which is a loopback, from where nothing reaches a client."
                : isHeld
                ? $"and {trafficInterface}, which has the VIP, lets them leave by no other interface: its weak host send is not enabled."
                : $"and not by the traffic interface {trafficInterface}: with weak host send that works, and surprises whoever looks for them."),
            hasOwn
                ? Advice.Choose($"If that is not wanted, remove the other route or raise its metric: {trafficInterface} has a route of its own. Connections that use the other one end, perhaps yours.", removing)
                : Advice.Choose(
                    "If that is not wanted, route them by the traffic interface, with the address of the router on its segment in place of ROUTER, and remove the other route or raise its metric.",
                    [RouteCommands.Add($"{trafficInterface.Index}", range, "ROUTER"), .. removing]),
            trafficInterface.Alias,
            context.Topology.AliasOf(astray.InterfaceIndex));
    }

    /// <summary>Where an agent or a cluster keeps the VIP on the traffic interface, no other check asks whether that interface may send by another one.</summary>
    private static bool SendsWeakly(CheckContext context, HostInterface on, IPFamily family) => context.Snapshot.IPInterfaces(CimStore.Active).Rows!.Any(
        row => row.InterfaceIndex == on.Index && row.Family == family && row.WeakHostSend.Is(Toggle.Enabled));

    private Finding Trapped(CheckContext context, string subject, IPPrefix range, Route trap) => Failed(
        Severity.Error,
        subject,
        $"Replies to {NameOf(range, trap)} leave by {context.Topology.AliasOf(trap.InterfaceIndex)}, "
            + $"by the route {trap.Destination}, which is a loopback, from where nothing reaches a client.",
        Advice.Run("Remove the route.", RouteCommands.Remove(trap)),
        ARouter,
        context.Topology.AliasOf(trap.InterfaceIndex));

    private Finding Straight(CheckContext context, string subject, IPPrefix range, Route route)
    {
        IPAddress hop = route.NextHop.Value;
        string by = hop.IsWildcard() ? "on link."
            : context.NextHops.IsNoBalancer(route) ? $"by {hop}, which is not a balancer."
            : $"by {hop}. " + (context.Service.Balancers.Count == 0
                ? "Whether that is the balancer is not told: no balancer is named that it could be compared with."
                : "That is not an address of a named balancer; the neighbour table does not have the MAC addresses of both to compare.");
        return Passed(
            subject, $"Replies to {NameOf(range)} leave by {context.Topology.AliasOf(route.InterfaceIndex)}, {by}", actual: route.NextHop.ToString());
    }
}
