using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports;

/// <summary>
/// A verdict as a table for people: the verdict first, then what is wrong, worst first, each with what was seen and what to do; what is
/// in order, and what only reports, is one counted line.
/// </summary>
/// <param name="width">The columns there are.</param>
/// <param name="style">Whether to colour.</param>
internal sealed class VerdictText(int width, TextStyle style)
{
    private const string LabelColumn = "Warning  ";
    private const string IdColumn = "M01  ";
    private static readonly string s_bodyIndent = new(' ', LabelColumn.Length + IdColumn.Length);
    private readonly TextBlock _block = new(width, style);

    /// <summary>Writes one verdict.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="origin">Where the readings came from, for people; null to leave it out.</param>
    public void Write(TextWriter writer, ServerVerdict verdict, string? origin = null)
    {
        WriteHeading(writer, verdict, origin);
        CheckResult[] notInOrder = verdict.Results.Where(NeedsAttention).OrderBy(Rank).ThenBy(result => ReadingOrder.Of(result.Id)).ToArray();
        IGrouping<string, CheckResult>[] causes = notInOrder.GroupBy(CauseOf).ToArray();
        for (int i = 0; i < causes.Length; i++)
        {
            CheckResult result = causes[i].First();
            WriteRow(writer, result, causes[i].Skip(1).Select(each => each.Id).ToArray());
            if (i + 1 < causes.Length && HaveOneRemedy(result, causes[i + 1].First()))
                continue;
            _block.WriteAdvice(writer, s_bodyIndent, result.Recommendation, result.Command);
            writer.WriteLine();
        }

        WriteRest(writer, verdict.Results);
    }

    /// <summary>The answer in capitals.</summary>
    public static (string Text, Ink Ink) Answer(Verdict verdict) => verdict switch
    {
        Verdict.Ready => ("READY", Ink.Good),
        Verdict.NotReady => ("NOT READY", Ink.Bad),
        _ => ("INCONCLUSIVE", Ink.Unknown),
    };

    /// <summary>Which server, and for what.</summary>
    public static string Subject(string computerName, DsrService service)
    {
        string ports = service.Ports.Count == 0 ? string.Empty : " on " + string.Join(", ", service.Ports);
        string what = string.Join(", ", service.VirtualIPAddresses) + ports;
        return SafeText.Of(computerName) + " for " + (service.Name is null ? what : SafeText.Of(service.Name) + " (" + what + ")");
    }

    private static bool NeedsAttention(CheckResult result) => result.Outcome is Outcome.Failed or Outcome.Unknown && result.Severity != Severity.Information;

    private static int Rank(CheckResult result) => (result.Outcome == Outcome.Failed ? 0 : 2) + (result.Severity == Severity.Error ? 0 : 1);

    /// <summary>What several checks do not know for one reason is told once, below the first of them; everything else has a cause of its own.</summary>
    internal static string CauseOf(CheckResult result) => result.Outcome == Outcome.Unknown && result.Details.Where(IsNotInOrder).All(detail => detail == nameof(Outcome.Unknown) + ": " + result.Reason)
        ? string.Join("\n", result.Reason, result.Recommendation, result.Command)
        : result.Id;

    /// <summary>Readings that are missing for one reason have one remedy, and it is said once below them.</summary>
    private static bool HaveOneRemedy(CheckResult one, CheckResult next) =>
        one.Outcome == Outcome.Unknown && next.Outcome == Outcome.Unknown && one.Recommendation == next.Recommendation && one.Command == next.Command;

    private static (string Label, Ink Ink) Label(CheckResult result) => result.Outcome switch
    {
        Outcome.Unknown => ("Unknown", Ink.Unknown),
        _ => result.Severity == Severity.Error ? ("Failed", Ink.Bad) : ("Warning", Ink.Warning),
    };

    private static string Counts(IReadOnlyList<CheckResult> results)
    {
        int errors = results.Count(result => Rank(result) == 0 && NeedsAttention(result));
        int warnings = results.Count(result => Rank(result) == 1 && NeedsAttention(result));
        int unknown = results.Count(result => result.Outcome == Outcome.Unknown && NeedsAttention(result));
        return Wording.Counts((errors, "failed", "failed"), (warnings, "warning", "warnings"), (unknown, "unknown", "unknown"));
    }

    private void WriteHeading(TextWriter writer, ServerVerdict verdict, string? origin)
    {
        string indent = _block.WriteHeading(writer, Answer(verdict.Verdict), Subject(verdict.ComputerName, verdict.Service), origin);
        string counts = Counts(verdict.Results);
        if (counts.Length > 0)
            _block.Write(writer, indent, indent, counts);
        writer.WriteLine();
    }

    private void WriteRow(TextWriter writer, CheckResult result, string[] alike)
    {
        (string label, Ink ink) = Label(result);
        string first = style.Paint(ink, label) + new string(' ', LabelColumn.Length - label.Length) + result.Id.PadRight(IdColumn.Length);
        string title = result.Subject is null ? result.Name : result.Name + ": " + SafeText.Of(result.Subject);
        _block.Write(writer, first, s_bodyIndent, title, Ink.Strong);
        _block.Write(writer, s_bodyIndent, s_bodyIndent, SafeText.Of(result.Reason));
        if (alike.Length > 0)
            _block.Write(writer, s_bodyIndent, s_bodyIndent, "Unknown for the same reason: " + string.Join(", ", alike) + ".");
        foreach (string detail in result.Details.Skip(1).Where(detail => IsNotInOrder(detail) && detail != result.Details[0]))
            _block.Write(writer, s_bodyIndent + "+ ", s_bodyIndent + "  ", SafeText.Of(detail));
    }

    /// <summary>Details start with their outcome; the first one is the reason again.</summary>
    public static bool IsNotInOrder(string detail) =>
        detail.StartsWith(nameof(Outcome.Failed), StringComparison.Ordinal)
        || detail.StartsWith(nameof(Outcome.Unknown), StringComparison.Ordinal);

    private void WriteRest(TextWriter writer, IReadOnlyList<CheckResult> results)
    {
        int passed = results.Count(result => result.Outcome == Outcome.Passed);
        int notApplicable = results.Count(result => result.Outcome == Outcome.NotApplicable);
        string label = style.Paint(passed > 0 ? Ink.Good : Ink.Faint, "Passed") + new string(' ', LabelColumn.Length - "Passed".Length);
        int untold = results.Count(result => result.Outcome == Outcome.Unknown && !NeedsAttention(result));
        string rest = (notApplicable == 0 ? string.Empty : "; " + notApplicable + (notApplicable == 1 ? " does" : " do") + " not apply")
            + (untold == 0 ? string.Empty : "; " + untold + (untold == 1 ? " that only reports is" : " that only report are") + " unknown");
        _block.Write(writer, label, new string(' ', LabelColumn.Length), passed + (passed == 1 ? " check" : " checks") + rest + ".");
    }
}
