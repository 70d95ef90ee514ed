using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>Commands that name an interface by its alias change whichever comes first if two have the same.</summary>
internal sealed class AliasesAreUniqueCheck() : Check(new CheckInfo(
    "A04",
    "AliasesAreUnique",
    "No two adapters share a name",
    [Severity.Warning],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [new ReadingId(NetAdapterClass.Class)],
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => [Judge(context.Snapshot.Adapters)];

    private Finding Judge(Reading<NetAdapter> reading)
    {
        if (!reading.TryGet(out IReadOnlyList<NetAdapter>? adapters, out CimFailure? failure))
            return Unknown(null, reading.Name, failure);
        IGrouping<string, NetAdapter>? shared = adapters.Where(each => each.Alias.HasValue)
            .GroupBy(each => each.Alias.Value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (shared is not null)
        {
            string indexes = string.Join(", ", shared.Select(each => each.InterfaceIndex).OrderBy(index => index));
            return Failed(
                shared.Key,
                $"The adapters with indexes {indexes} all have the name '{SafeText.Of(shared.Key)}': a command that names it changes one of them, and not always the same.",
                new Advice(
                    "Give one of them a name that no other adapter has, in place of NAME.",
                    $"Get-NetAdapter -InterfaceIndex {shared.Max(each => each.InterfaceIndex)} | Rename-NetAdapter -NewName 'NAME'"),
                "one adapter",
                $"{shared.Count()} adapters");
        }

        return adapters.FirstOrDefault(each => !each.Alias.HasValue) is { } untold
            ? Unknown(Missing.Property("Name of the adapter with index " + untold.InterfaceIndex, untold.Alias))
            : Passed(null, $"The {adapters.Count} adapters have names of their own.");
    }
}
