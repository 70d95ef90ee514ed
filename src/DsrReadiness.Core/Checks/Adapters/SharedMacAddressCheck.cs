using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>Every KM-TEST adapter has the same MAC, on every host: it identifies nothing, and scripts that go by it take the wrong one.</summary>
internal sealed class SharedMacAddressCheck() : Check(new CheckInfo(
    "A09",
    "Adapters that share a MAC address are reported",
    [Severity.Information],
    [.. ReadingId.Interfaces],
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Loopbacks().All(IsBuiltIn))
            return [NotApplicable("The VIPs are on the built-in loopback, which has no adapter.")];
        return context.Snapshot.Adapters.TryGet(out IReadOnlyList<NetAdapter>? adapters, out Missing? missing)
            ? [Report(context, adapters)]
            : [Unknown(missing)];
    }

    private static bool IsBuiltIn(Fact<HostInterface> fact) => fact.TryGet(out HostInterface? loopback, out _) && loopback.Kind == InterfaceKind.BuiltInLoopback;

    private Finding Report(CheckContext context, IReadOnlyList<NetAdapter> adapters)
    {
        if (adapters.FirstOrDefault(each => !each.PermanentAddress.HasValue && !each.PermanentAddress.IsNull) is { } untold)
            return Unknown(Missing.Property("PermanentAddress of " + context.Topology.AliasOf(untold.InterfaceIndex), untold.PermanentAddress));
        string[] shared = adapters.GroupBy(each => MacAddress.Read(each.PermanentAddress)).Where(group => group.Key is not null && group.Count() > 1)
            .Select(group => $"{group.Key} ({string.Join(", ", group.Select(each => context.Topology.AliasOf(each.InterfaceIndex)))})").ToArray();
        return shared.Length == 0
            ? Passed(null, "No two adapters share a MAC address.", actual: "none")
            : Passed(null, $"Adapters share a MAC address: {Wording.Some(shared)}. All KM-TEST adapters do, so tell them apart by their device.", actual: Wording.Some(shared));
    }
}
