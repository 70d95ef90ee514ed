using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Reports;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>
/// What views show besides plain properties. Colour is asked for once, here: a view hands over <c>$PSStyle</c>, which is null where PowerShell has
/// none and would not take colour out again for files.
/// </summary>
public static class ViewText
{
    /// <summary>What is left of 80 columns beside the labels of a list.</summary>
    private const int FindingWidth = 58;

    /// <summary>A text from a server, safe to show.</summary>
    /// <param name="text">The text, or a list of them.</param>
    public static string Safe(object? text) => text switch
    {
        null => string.Empty,
        string one => SafeText.Of(one),
        System.Collections.IEnumerable many => string.Join(", ", many.Cast<object?>().Select(Safe)),
        _ => SafeText.Of(text.ToString() ?? string.Empty),
    };

    /// <summary>A verdict, coloured.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static string Colour(Verdict verdict, object? style) => Paint(style, verdict.ToString(), verdict switch
    {
        Verdict.Ready => Ink.Good,
        Verdict.NotReady => Ink.Bad,
        _ => Ink.Unknown,
    });

    /// <summary>An outcome, coloured.</summary>
    /// <param name="result">The check's result.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static string Colour(DsrCheckResult result, object? style) => Paint(style, result.Outcome.ToString(), InkOf(result));

    /// <summary>A direction, coloured.</summary>
    /// <param name="direction">The direction.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static string Colour(ChangeDirection direction, object? style) => Paint(style, direction.ToString(), direction switch
    {
        ChangeDirection.Worse => Ink.Bad,
        ChangeDirection.Better => Ink.Good,
        _ => Ink.Faint,
    });

    /// <summary>A text in lines of a width, broken between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The columns there are.</param>
    public static string Wrap(string? text, int width) => string.Join("\n", TextWrap.Lines(Safe(text), width));

    /// <summary>What the host model is after the next start, where that differs from now.</summary>
    /// <param name="entry">The host model.</param>
    public static string Stored(DsrWeakHost entry) =>
        Value(entry.PersistentWeakHostSend) == Value(entry.WeakHostSend) && Value(entry.PersistentWeakHostReceive) == Value(entry.WeakHostReceive)
            ? "same"
            : $"{Value(entry.PersistentWeakHostSend)}, {Value(entry.PersistentWeakHostReceive)}";

    /// <summary>The changes of a plan, numbered.</summary>
    /// <param name="plan">The plan.</param>
    public static string Changes(DsrPlan plan) => plan.Changes.Count == 0
        ? "none"
        : string.Join("\n", plan.Changes.SelectMany(change => Hang(change.Number.ToString(CultureInfo.CurrentCulture).PadLeft(2) + " ", change.Text)));

    /// <summary>Texts, each in lines that fit beside the labels of a list.</summary>
    /// <param name="texts">The texts.</param>
    public static string Paragraphs(IEnumerable<string> texts) => string.Join("\n", texts.SelectMany(text => Hang("- ", text)));

    /// <summary>The ids of what is not in order, worst first.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Problems(DsrVerdict verdict) => string.Join(" ", NotInOrder(verdict).Select(result => result.Id));

    /// <summary>What is not in order, worst first: what is so, and what to do.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static string Findings(DsrVerdict verdict, object? style)
    {
        IEnumerable<string> findings = NotInOrder(verdict).Select(result => string.Join("\n", Lines(result, style)));
        int passed = verdict.Results.Count(result => result.Outcome == Outcome.Passed);
        return string.Join("\n\n", findings.Concat([passed + (passed == 1 ? " check passed." : " checks passed.")]));
    }

    private static IEnumerable<string> Lines(DsrCheckResult result, object? style)
    {
        yield return Paint(style, Label(result), InkOf(result)) + " " + result.Id + " " + result.Name + (result.Subject is null ? string.Empty : ": " + result.Subject);
        foreach (string line in TextWrap.Lines(result.Reason, FindingWidth))
            yield return "  " + line;
        if (!string.IsNullOrEmpty(result.Recommendation))
            yield return "  > " + result.Recommendation;
    }

    private static IEnumerable<DsrCheckResult> NotInOrder(DsrVerdict verdict) => verdict.Results
        .Where(result => result.Outcome is Outcome.Failed or Outcome.Unknown)
        .OrderBy(result => (result.Outcome == Outcome.Failed ? 0 : 1) + (result.Severity == Severity.Error ? 0 : 2));

    private static string Label(DsrCheckResult result) => IsWarning(result) ? "Warning" : result.Outcome.ToString();

    private static bool IsWarning(DsrCheckResult result) => result.Outcome == Outcome.Failed && result.Severity != Severity.Error;

    private static Ink InkOf(DsrCheckResult result) => result.Outcome switch
    {
        Outcome.Passed => Ink.Good,
        Outcome.Failed => IsWarning(result) ? Ink.Warning : Ink.Bad,
        Outcome.Unknown => Ink.Unknown,
        _ => Ink.Faint,
    };

    /// <summary>A text behind a mark, in lines that fit beside the labels of a list.</summary>
    private static IEnumerable<string> Hang(string mark, string text) =>
        TextWrap.Lines(text, FindingWidth - mark.Length).Select((line, i) => (i == 0 ? mark : new string(' ', mark.Length)) + line);

    /// <summary>What nobody ever set is disabled.</summary>
    private static Toggle Value(Toggle? value) => value ?? Toggle.Disabled;

    private static string Paint(object? style, string text, Ink ink) => (style is null ? TextStyle.Plain : TextStyle.Ansi).Paint(ink, text);
}
