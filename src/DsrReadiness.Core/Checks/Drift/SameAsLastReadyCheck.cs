using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Drift;

/// <summary>Tells what has changed since the server was ready, in the words of the checks that look at it.</summary>
/// <param name="observing">The checks that are compared.</param>
internal sealed class SameAsLastReadyCheck(Catalogue observing) : Check(new CheckInfo(
    "R01",
    "Nothing that a check reads has changed since the server was ready",
    [Severity.Warning],
    observing.Reads).With(Outcome.Passed, Outcome.Failed, Outcome.NotApplicable))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Inputs.Earlier is not { } earlier)
            return [NotApplicable("No earlier snapshot is given.")];
        if (!string.Equals(earlier.ComputerName, context.Snapshot.ComputerName, StringComparison.OrdinalIgnoreCase))
            return [NotApplicable($"The earlier snapshot is of {earlier.ComputerName}, and not of {context.Snapshot.ComputerName}.")];
        ServerComparison comparison = ServerComparison.Of(earlier, context.Snapshot, context.Service, observing);
        if (comparison.Before.Verdict != Verdict.Ready)
            return [NotApplicable($"By the earlier snapshot the server was {comparison.Before.Verdict} for this service: it is nothing to compare with.")];
        return comparison.Changes.Count == 0
            ? [Passed(null, $"No check finds anything else than at {TimeOf(earlier)}.")]
            : comparison.Changes.Select(change => Report(change, earlier, comparison.CauseOf(change))).ToArray();
    }

    private static string TimeOf(Snapshot snapshot) => SnapshotDate.Write(snapshot.CollectedAt);

    private Finding Report(ResultChange change, Snapshot earlier, LikelyCause? cause)
    {
        string name = change.After.Id + " " + change.After.Name;
        return Failed(
            name,
            $"{name} has changed since {TimeOf(earlier)}. Then: {change.Before.Outcome}, {change.Before.Reason} Now: {change.After.Outcome}, {change.After.Reason}",
            (cause is null ? string.Empty : "It looks as if: " + cause.Text + " ") + "If the change is meant, save a new snapshot as the one to compare with; else put back what was there.",
            change.Before.Outcome + ": " + (change.Before.Actual ?? change.Before.Reason),
            change.After.Outcome + ": " + (change.After.Actual ?? change.After.Reason));
    }
}
