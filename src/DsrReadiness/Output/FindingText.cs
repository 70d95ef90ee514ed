using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>What is not in order of a server, for views.</summary>
internal static class FindingText
{
    /// <summary>What is left of 80 columns for the problems of a verdict: room for this many of them.</summary>
    private const int ShownProblems = 4;

    /// <summary>The ids of what is not in order; of many, the first and how many more there are.</summary>
    public static string Problems(IReadOnlyList<string> ids) => ids.Count <= ShownProblems
        ? string.Join(" ", ids)
        : string.Join(" ", ids.Take(ShownProblems - 1)) + " +" + (ids.Count - ShownProblems + 1).ToString(CultureInfo.CurrentCulture);

    /// <summary>What is not in order, worst first: what is so, and what to do.</summary>
    public static string Findings(DsrVerdict verdict)
    {
        IEnumerable<string> findings = NotInOrder(verdict.Results).Select(result => string.Join("\n", Lines(result)));
        int passed = verdict.Results.Count(result => result.Outcome == Outcome.Passed);
        return string.Join("\n\n", findings.Concat([passed + (passed == 1 ? " check passed." : " checks passed.")]));
    }

    private static IEnumerable<string> Lines(DsrCheckResult result)
    {
        string label = Label(result);
        string head = label + " " + result.Id + " " + result.Name + (result.Subject is null ? string.Empty : ": " + result.Subject);
        foreach ((string line, int i) in TextWrap.Lines(head, ViewText.ListWidth).Select((line, i) => (line, i)))
            yield return i == 0 ? ViewText.Paint(label, InkOf(result)) + line.Substring(label.Length) : "  " + line;
        foreach (string line in TextWrap.Lines(result.Reason, ViewText.ListWidth))
            yield return "  " + line;
        if (string.IsNullOrEmpty(result.Recommendation))
            yield break;
        string mark = "  > ";
        foreach (string line in TextWrap.Lines(result.Recommendation!, ViewText.ListWidth - mark.Length))
        {
            yield return mark + line;
            mark = "    ";
        }

        // In two lines a command could not be pasted.
        foreach (string line in result.Command?.Split('\n') ?? [])
            yield return mark + line;
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
