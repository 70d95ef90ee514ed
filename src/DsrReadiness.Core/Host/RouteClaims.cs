using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Text;

namespace DsrReadiness.Host;

/// <summary>Which peers a route of a loopback speaks of, and from which of them it takes traffic.</summary>
/// <param name="Covered">The peers of whom the route covers at least a part: a route inside a client range covers those clients.</param>
/// <param name="Taken">Those of them for whom, or for a part of whom, the route wins.</param>
/// <param name="Missing">Why there may be more of them; null if there are not.</param>
internal sealed record RouteClaims(IReadOnlyList<Peer> Covered, IReadOnlyList<Peer> Taken, Missing? Missing)
{
    public string CoveredInWords => InWords(Covered);

    public string TakenInWords => InWords(Taken);

    public static RouteClaims Of(HostContext context, Route route, Peers peers)
    {
        Peer[] covered = peers.Overlapping(route.Destination).ToArray();
        if (!context.Routes.Of(route.Family).TryGet(out _, out Missing? missing))
            return new RouteClaims(covered, [], missing);
        if (covered.Length == 0)
            return new RouteClaims(covered, [], peers.Missing); // Most routes cover nobody, and no rival of theirs need be looked for.
        if (!context.Routes.Overlapping(route.Destination).TryGet(out IReadOnlyList<Route>? routes, out missing))
            return new RouteClaims(covered, [], missing);
        Route[] rivals = routes.Where(each => !IsSame(each, route) && !context.Topology.IsLoopback(each.InterfaceIndex)).ToArray();
        missing = peers.Missing;
        var taken = new List<Peer>();
        foreach (Peer peer in covered)
        {
            if (!RouteContest.Wins(context.Routes, route, peer.Prefix, rivals).TryGet(out bool wins, out Missing? unclear))
                missing ??= unclear;
            else if (wins)
                taken.Add(peer);
        }

        return new RouteClaims(covered, taken, missing);
    }

    private static string InWords(IReadOnlyList<Peer> peers) => Wording.Some(peers.Select(peer => peer.Name).ToArray());

    private static bool IsSame(Route one, Route other) =>
        one.InterfaceIndex == other.InterfaceIndex && one.Destination.Equals(other.Destination);
}
