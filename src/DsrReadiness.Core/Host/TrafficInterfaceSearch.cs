using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DsrReadiness.Host;

/// <summary>
/// Finds where the balancer's frames arrive: the interface that was given; else the one whose on-link prefix holds the balancer. Where neither is said, what points to an interface is
/// a guess, and only as long as all of it points to the same one: the VIP on its segment, the address that is probed, the default route.
/// </summary>
internal static class TrafficInterfaceSearch
{
    public static Fact<FoundInterface> Find(HostContext context)
    {
        if (context.Service.TrafficInterface is { } given)
            return Given(context.Topology, given);
        if (!SegmentSearch.Of(context, context.Service.Balancers, "balancer").TryGet(out IReadOnlyList<InterfaceCandidate>? near, out Missing? missing))
            return missing;
        return near.Count > 0 ? TheOne(near) : Guess(context);
    }

    /// <summary>What a person may mean: a name goes before an index, so that an interface named by a number can be given too.</summary>
    public static IReadOnlyList<uint> Meant(Topology topology, string given)
    {
        uint[] named = topology.Indexes.Where(index => string.Equals(topology.AliasOf(index), given, StringComparison.OrdinalIgnoreCase)).ToArray();
        return named.Length > 0 ? named : topology.Indexes.Where(index => index.ToString(CultureInfo.InvariantCulture) == given).ToArray();
    }

    /// <summary>What to say to a person who has to choose. By index: an alias would have to be quoted for a shell.</summary>
    public static string Advice(IEnumerable<uint> candidates)
    {
        string[] options = candidates.Distinct().Select(index => "--interface " + index.ToString(CultureInfo.InvariantCulture)).ToArray();
        return "Give the traffic interface by name or index" + (options.Length == 0 ? " (--interface)." : ": " + string.Join(" or ", options) + ".");
    }

    private static Fact<FoundInterface> Given(Topology topology, string given)
    {
        IReadOnlyList<uint> meant = Meant(topology, given);
        if (meant.Count > 1)
            return Missing.Unknown($"The traffic interface was given as '{given}', and {meant.Count} interfaces have that name.", Advice(meant));
        if (meant.Count == 0)
        {
            return topology.All().TryGet(out _, out Missing? unsure)
                ? Missing.Absent($"The traffic interface was given as '{given}', which does not exist. See H02.")
                : unsure;
        }

        if (!topology.Find(meant[0]).TryGet(out HostInterface? found, out Missing? missing))
            return missing;
        return found.IsLoopback
            ? Missing.Absent($"The traffic interface was given as '{given}', which is a loopback. See H02.")
            : new FoundInterface(found, "it was given", IsGuess: false);
    }

    private static Fact<FoundInterface> TheOne(IReadOnlyList<InterfaceCandidate> near)
    {
        InterfaceCandidate[] each = OncePerInterface(near);
        if (each.Length == 1)
            return new FoundInterface(each[0].Interface, each[0].How, IsGuess: false);
        string names = string.Join(", ", each.Select(candidate => $"{candidate.Interface} ({candidate.Interface.Index}, {candidate.Family})"));
        return Missing.Unknown($"More than one interface has the balancer on its segment: {names}.", Advice(each.Select(candidate => candidate.Interface.Index)));
    }

    private static Fact<FoundInterface> Guess(HostContext context)
    {
        if (!InterfaceHints.Of(context).TryGet(out IReadOnlyList<InterfaceCandidate>? hints, out Missing? missing))
            return missing;
        IReadOnlyList<HostInterface> possible = InterfaceHints.Possible(context, out Missing? unsure);
        InterfaceCandidate[] each = OncePerInterface(hints);
        if (each.Length == 1)
            return new FoundInterface(each[0].Interface, each[0].How, IsGuess: possible.Count > 1 || unsure is not null);
        if (each.Length == 0 && unsure is not null)
            return unsure;
        if (each.Length == 0 && possible.Count == 1)
            return new FoundInterface(possible[0], $"no other interface has an {string.Join(" or ", context.Families)} address", IsGuess: false);
        return each.Length > 1
            ? Missing.Unknown(
                "The balancer's frames may arrive at " + string.Join("; or at ", each.Select(candidate => $"{candidate.Interface} ({candidate.Interface.Index}): {candidate.How}")) + ".",
                (context.Service.Balancers.Count == 0 ? "Name the balancer (--balancer). Or: " : string.Empty) + Advice(each.Select(candidate => candidate.Interface.Index)))
            : Missing.Unknown(
                "No interface of the server has the balancer or the VIP on its segment, or a default route.",
                Advice(context.Topology.Indexes.Where(index => context.Topology.HasIP(index) && !context.Topology.IsLoopback(index))));
    }

    private static InterfaceCandidate[] OncePerInterface(IEnumerable<InterfaceCandidate> candidates) =>
        candidates.GroupBy(candidate => candidate.Interface).Select(group => group.First()).ToArray();
}
