using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>The category of a network chooses the firewall profile; the loopback's is usually Public, whatever the traffic interface's is.</summary>
internal sealed class NetworkCategoryCheck() : Check(new CheckInfo(
    "W06",
    "NetworkCategory",
    "The network categories of traffic interface and loopback are reported",
    [Severity.Information],
    [Outcome.Passed, Outcome.NotApplicable, Outcome.Unknown],
    [.. ReadingId.Interfaces, new ReadingId(NetConnectionProfileClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        yield return context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing) ? Report(context, on) : Unknown(missing);
        foreach (Fact<HostInterface> fact in context.Loopbacks())
        {
            if (fact.TryGet(out HostInterface? loopback, out _) && loopback.Kind != InterfaceKind.BuiltInLoopback && !loopback.Equals(on))
                yield return Report(context, loopback);
        }
    }

    private Finding Report(CheckContext context, HostInterface on)
    {
        Reading<ConnectionProfile> reading = context.Snapshot.ConnectionProfiles;
        if (!reading.TryGet(out IReadOnlyList<ConnectionProfile>? networks, out CimFailure? failure))
            return Unknown(on.Alias, reading.Name, failure);
        if (networks.FirstOrDefault(each => each.InterfaceIndex == on.Index) is not { } network)
            return Passed(on.Alias, $"The network of {on} is not identified, which counts as Public.", actual: nameof(NetworkCategory.Public));
        return network.Category.TryGet(out NetworkCategory category)
            ? Passed(on.Alias, $"The network of {on} is {category}.", actual: category.ToString())
            : Unknown(Missing.Property("NetworkCategory of " + on, network.Category), on.Alias);
    }
}
