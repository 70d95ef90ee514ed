using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Verdicts;

/// <summary>Compares what the same checks found at two times. Facts differ where the sentences do that checks say them in.</summary>
internal static class VerdictComparison
{
    /// <summary>One change for each check that is in both verdicts, in their order.</summary>
    public static IReadOnlyList<ResultChange> Compare(ServerVerdict before, ServerVerdict after)
    {
        Dictionary<string, CheckResult> known = before.Results.ToDictionary(result => result.Id, StringComparer.OrdinalIgnoreCase);
        return after.Results
            .Where(result => known.ContainsKey(result.Id))
            .Select(result => new ResultChange(known[result.Id], result, Direction(known[result.Id], result)))
            .ToArray();
    }

    private static ChangeDirection Direction(CheckResult before, CheckResult after)
    {
        int difference = Badness(after) - Badness(before);
        if (difference != 0)
            return difference > 0 ? ChangeDirection.Worse : ChangeDirection.Better;
        return before.Outcome == after.Outcome && before.Reason == after.Reason && before.Details.SequenceEqual(after.Details)
            ? ChangeDirection.Same
            : ChangeDirection.Different;
    }

    /// <summary>As the verdict weighs it: an error that could not be ruled out is worse than a warning that is certain.</summary>
    private static int Badness(CheckResult result) => (result.Outcome, result.Severity) switch
    {
        (Outcome.Failed, Severity.Error) => 4,
        (Outcome.Unknown, Severity.Error) => 3,
        (Outcome.Failed, _) => 2,
        (Outcome.Unknown, _) => 1,
        _ => 0,
    };
}
