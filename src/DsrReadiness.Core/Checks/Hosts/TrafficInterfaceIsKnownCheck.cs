using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>Half of the other checks ask about the interface on which the balancer's frames arrive, so that it has to be the right one.</summary>
internal sealed class TrafficInterfaceIsKnownCheck() : Check(new CheckInfo(
    "H02",
    "The interface on which the balancer's frames arrive is known",
    [Severity.Error],
    ReadingId.Interfaces).With(Outcome.Passed, Outcome.Failed, Outcome.Unknown))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        yield return context.FoundTrafficInterface.TryGet(out FoundInterface? found, out Missing? missing)
            ? Passed(found.Interface.Alias, InWords(context, found))
            : missing.IsAbsent && context.Service.TrafficInterface is { } given ? Wrong(context.Topology, given) : Unknown(missing);
    }

    private static string InWords(CheckContext context, FoundInterface found) => !found.IsGuess
        ? $"{found.Interface} is the traffic interface: {found.How}."
        : $"{found.Interface} is taken for the traffic interface: {found.How}. "
            + $"To be sure, {(context.Service.Balancers.Count == 0 ? "name the balancer (--balancer) or" : "give")} the interface (--interface {found.Interface.Index}).";

    private Finding Wrong(Topology topology, string given)
    {
        uint[] possible = topology.Indexes.Where(index => topology.HasIP(index) && !topology.IsLoopback(index)).ToArray();
        string[] names = possible.Select(index => $"{topology.AliasOf(index)} ({index})").ToArray();
        return Failed(
            given,
            TrafficInterfaceSearch.Meant(topology, given).Count == 0
                ? $"The traffic interface was given as '{given}', which does not exist. {Exist(names)}"
                : $"The traffic interface was given as '{given}', which is a loopback: no frame arrives there. {Exist(names)}",
            TrafficInterfaceSearch.Advice(possible),
            "an interface that answers ARP",
            given);
    }

    private static string Exist(string[] names) => names.Length == 0
        ? "The server has no other interface."
        : "The server has " + string.Join(", ", names) + ".";
}
