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
    "Adapters that share a name are reported",
    [Severity.Information],
    [new ReadingId(NetAdapterClass.Class)],
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => [Judge(context.Snapshot.Adapters)];

    private Finding Judge(Reading<NetAdapter> reading)
    {
        if (!reading.TryGet(out IReadOnlyList<NetAdapter>? adapters, out Missing? missing))
            return Unknown(missing);
        IGrouping<string, NetAdapter>? shared = adapters.Where(each => each.Alias.HasValue)
            .GroupBy(each => each.Alias.Value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (shared is not null)
        {
            string indexes = string.Join(", ", shared.Select(each => each.InterfaceIndex).OrderBy(index => index));
            return Passed(
                shared.Key,
                $"The adapters with indexes {indexes} all have the name '{SafeText.Of(shared.Key)}': a command that names it changes one of them, and not always the same.",
                actual: $"{shared.Count()} adapters");
        }

        return adapters.FirstOrDefault(each => !each.Alias.HasValue) is { } untold
            ? Unknown(Missing.Property("Name of the adapter with index " + untold.InterfaceIndex, untold.Alias))
            : Passed(null, $"The {adapters.Count} adapters have names of their own.");
    }
}
