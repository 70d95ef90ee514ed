using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Paths;
using DsrReadiness.Reports;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>
/// What views show besides plain properties. Colour is asked for once, here: a view hands over <c>$PSStyle</c>, which is null where PowerShell has
/// none and would not take colour out again for files.
/// </summary>
public static class ViewText
{
    /// <summary>What is left of 80 columns beside the labels of a list.</summary>
    internal const int FindingWidth = 58;

    /// <summary>A console of 80 columns keeps the last one free.</summary>
    private const int DiagramWidth = 79;

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
    public static string Colour(DsrCheckResult result, object? style) => Paint(style, result.Outcome.ToString(), FindingText.InkOf(result));

    /// <summary>A direction, coloured.</summary>
    /// <param name="direction">The direction.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static string Colour(ChangeDirection direction, object? style) => Paint(style, direction.ToString(), direction switch
    {
        ChangeDirection.Worse => Ink.Bad,
        ChangeDirection.Better => Ink.Good,
        _ => Ink.Faint,
    });

    /// <summary>What becomes of a packet, coloured.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static string Colour(PathOutcome outcome, object? style) => Paint(style, outcome.ToString(), outcome switch
    {
        PathOutcome.Answered => Ink.Good,
        PathOutcome.Dropped => Ink.Bad,
        _ => Ink.Unknown,
    });

    /// <summary>The outcome of a hop, coloured.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static string Colour(HopOutcome outcome, object? style) => Paint(style, outcome.ToString(), outcome switch
    {
        HopOutcome.Passes => Ink.Good,
        HopOutcome.Undetermined => Ink.Unknown,
        _ => Ink.Bad,
    });

    /// <summary>What follows from who answers for a VIP, coloured.</summary>
    /// <param name="conclusion">The conclusion.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static string Colour(ArpConclusion conclusion, object? style) => Paint(style, conclusion.ToString(), conclusion switch
    {
        ArpConclusion.Balancer => Ink.Good,
        ArpConclusion.NoRealServer or ArpConclusion.NotApplicable => Ink.Faint,
        ArpConclusion.Undetermined => Ink.Unknown,
        _ => Ink.Bad,
    });

    /// <summary>Objects, one a line.</summary>
    /// <param name="items">The objects.</param>
    public static string Lines(IEnumerable<object> items) => string.Join("\n", items.Select(Safe));

    /// <summary>Whether a VIP is shown where it must not be seen.</summary>
    /// <param name="path">The path.</param>
    public static string Leaks(DsrPath path) => path.Leaks switch { true => "yes", false => "no", null => "?" };

    /// <summary>The station that drops the packet; empty if none does.</summary>
    /// <param name="path">The path.</param>
    public static string DroppedAt(DsrPath path) => path.DroppedAt?.Kind.ToString() ?? string.Empty;

    /// <summary>
    /// A packet's way as a diagram, line by line: hop below hop along a line, and where it ends marked. PowerShell repeats all colours of a text on each of its further
    /// lines, so that each line is a text of its own.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static IReadOnlyList<string> Diagram(DsrPath path, object? style)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new PathText(DiagramWidth, style is null ? TextStyle.Plain : TextStyle.Ansi).Write(writer, path.Trace);
        return writer.ToString().Split('\n');
    }

    /// <summary>What the packet of a path is for, or that it is the probe.</summary>
    /// <param name="path">The path.</param>
    public static string Port(DsrPath path) => path.IsProbe ? "probe" : Safe(path.Port);

    /// <summary>A text in lines of a width, broken between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The columns there are.</param>
    public static string Wrap(string? text, int width) => string.Join("\n", TextWrap.Lines(Safe(text), width));

    /// <summary>What the host model is after the next start, where that differs from now.</summary>
    /// <param name="entry">The host model.</param>
    public static string Stored(DsrWeakHost entry) =>
        Value(entry.PersistentWeakHostSend) == Value(entry.WeakHostSend) && Value(entry.PersistentWeakHostReceive) == Value(entry.WeakHostReceive)
            ? "same"
            : $"{OnOff(entry.PersistentWeakHostSend)}, {OnOff(entry.PersistentWeakHostReceive)}";

    /// <summary>The changes of a plan, numbered.</summary>
    /// <param name="plan">The plan.</param>
    public static string Changes(DsrPlan plan) => plan.Changes.Count == 0
        ? "none"
        : string.Join("\n", plan.Changes.SelectMany(change => Hang(change.Number.ToString(CultureInfo.CurrentCulture).PadLeft(2) + " ", change.Text)));

    /// <summary>Texts, each in lines that fit beside the labels of a list.</summary>
    /// <param name="texts">The texts.</param>
    public static string Paragraphs(IEnumerable<object> texts)
    {
        string all = string.Join("\n", texts.SelectMany(text => Hang("- ", text.ToString() ?? string.Empty)));
        return all.Length == 0 ? "none" : all;
    }

    /// <summary>The ids of what is not in order, worst first; of many, the first and how many more there are.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Problems(DsrVerdict verdict) => FindingText.Problems(verdict);

    /// <summary>What is not in order, worst first: what is so, and what to do.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="style"><c>$PSStyle</c>.</param>
    public static string Findings(DsrVerdict verdict, object? style) => FindingText.Findings(verdict, style);

    /// <summary>A text behind a mark, in lines that fit beside the labels of a list.</summary>
    private static IEnumerable<string> Hang(string mark, string text) =>
        TextWrap.Lines(text, FindingWidth - mark.Length).Select((line, i) => (i == 0 ? mark : new string(' ', mark.Length)) + line);

    private static string OnOff(Toggle? value) => Value(value) == Toggle.Enabled ? "on" : "off";

    /// <summary>What nobody ever set is disabled.</summary>
    private static Toggle Value(Toggle? value) => value ?? Toggle.Disabled;

    internal static string Paint(object? style, string text, Ink ink) => (style is null ? TextStyle.Plain : TextStyle.Ansi).Paint(ink, text);
}
