using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>The category of a network chooses the firewall profile; the loopback's is usually Public, whatever the traffic interface's is.</summary>
internal sealed class NetworkCategoryCheck() : Check(new CheckInfo(
    "W06",
    "The network categories of traffic interface and loopback are reported",
    [Severity.Information],
    [.. ReadingId.Interfaces, new ReadingId(NetConnectionProfileClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        yield return context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing) ? Report(context, on) : Unknown(missing);
        foreach (HostInterface loopback in context.KnownLoopbacks().Where(each => each.Kind != InterfaceKind.BuiltInLoopback && !each.Equals(on)))
            yield return Report(context, loopback);
    }

    private Finding Report(CheckContext context, HostInterface on)
    {
        if (!context.Snapshot.ConnectionProfiles.TryGet(out IReadOnlyList<ConnectionProfile>? networks, out Missing? missing))
            return Unknown(missing, on.Alias);
        if (networks.FirstOrDefault(each => each.InterfaceIndex == on.Index) is not { } network)
            return Passed(on.Alias, $"The network of {on} is not identified, which counts as Public.", actual: nameof(NetworkCategory.Public));
        return network.Category.TryGet(out NetworkCategory category)
            ? Passed(on.Alias, $"The network of {on} is {category}.", actual: category.ToString())
            : Unknown(Missing.Property("NetworkCategory of " + on, network.Category), on.Alias);
    }
}
