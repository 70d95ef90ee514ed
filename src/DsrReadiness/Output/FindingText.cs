using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>What is not in order of a server, for views.</summary>
internal static class FindingText
{
    /// <summary>The names of what is not in order, with their ids, for wide terminals.</summary>
    public static string Names(IEnumerable<DsrCheckResult> results) => string.Join(", ", NotInOrder(results).Select(result => result.Id + " " + result.Name));

    /// <summary>What is not in order, worst first: what is so, and what to do.</summary>
    public static string Findings(DsrVerdict verdict)
    {
        IEnumerable<string> findings = NotInOrder(verdict.Results).Select(result => string.Join("\n", Lines(result)));
        int passed = verdict.Results.Count(result => result.Outcome == Outcome.Passed);
        return string.Join("\n\n", findings.Concat([passed + (passed == 1 ? " check passed." : " checks passed.")]));
    }

    private static IEnumerable<string> Lines(DsrCheckResult result)
    {
        yield return Label(result) + " " + result.Id + " " + result.Name + (result.Subject is null ? string.Empty : ": " + result.Subject);
        yield return result.Reason;
        if (!string.IsNullOrEmpty(result.Recommendation))
            yield return "> " + result.Recommendation;
        foreach (string line in result.Command?.Split('\n') ?? [])
            yield return "  " + line;
    }

    /// <summary>What failed or is unknown, worst first.</summary>
    public static IEnumerable<DsrCheckResult> NotInOrder(IEnumerable<DsrCheckResult> results) => results
        .Where(result => result.Outcome is Outcome.Failed or Outcome.Unknown)
        .OrderBy(result => (result.Outcome == Outcome.Failed ? 0 : 1) + (result.Severity == Severity.Error ? 0 : 2))
        .ThenBy(result => ReadingOrder.Of(result.Id));

    private static string Label(DsrCheckResult result) => IsWarning(result) ? "Warning" : result.Outcome.ToString();

    private static bool IsWarning(DsrCheckResult result) => result.Outcome == Outcome.Failed && result.Severity != Severity.Error;

    public static Ink InkOf(DsrCheckResult result) => result.Outcome switch
    {
        Outcome.Passed => Ink.Good,
        Outcome.Failed => IsWarning(result) ? Ink.Warning : Ink.Bad,
        Outcome.Unknown => Ink.Unknown,
        _ => Ink.Faint,
    };
}
