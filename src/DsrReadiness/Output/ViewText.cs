using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Connections;
using DsrReadiness.Paths;
using DsrReadiness.Reports;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>Makes what views show beside plain properties.</summary>
internal static class ViewText
{
    /// <summary>What is left of 80 columns beside the labels of a list.</summary>
    internal const int ListWidth = 58;

    /// <summary>A console of 80 columns keeps the last one free.</summary>
    private const int DiagramWidth = 79;

    /// <summary>Colour only where PowerShell has a style (7.2), and takes colour out again for files.</summary>
    private static readonly TextStyle s_style =
        typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle") is null ? TextStyle.Plain : TextStyle.Ansi;

    public static string Paint(Verdict verdict) => Paint(verdict.ToString(), verdict switch
    {
        Verdict.Ready => Ink.Good,
        Verdict.NotReady => Ink.Bad,
        _ => Ink.Unknown,
    });

    public static string Paint(DsrCheckResult result) => Paint(result.Outcome.ToString(), FindingText.InkOf(result));

    public static string Paint(ChangeDirection direction) => Paint(direction.ToString(), direction switch
    {
        ChangeDirection.Worse => Ink.Bad,
        ChangeDirection.Better => Ink.Good,
        _ => Ink.Faint,
    });

    public static string Paint(PathOutcome outcome) => Paint(outcome.ToString(), outcome switch
    {
        PathOutcome.Answered => Ink.Good,
        PathOutcome.Dropped => Ink.Bad,
        _ => Ink.Unknown,
    });

    public static string Paint(ConnectionOutcome outcome) => Paint(outcome.ToString(), outcome switch
    {
        ConnectionOutcome.Answered => Ink.Good,
        ConnectionOutcome.NotAsked => Ink.Unknown,
        _ => Ink.Bad,
    });

    public static string Paint(HopOutcome outcome) => Paint(outcome.ToString(), outcome switch
    {
        HopOutcome.Passes => Ink.Good,
        HopOutcome.Undetermined => Ink.Unknown,
        _ => Ink.Bad,
    });

    public static string Paint(ArpConclusion conclusion) => Paint(conclusion.ToString(), conclusion switch
    {
        ArpConclusion.Balancer => Ink.Good,
        ArpConclusion.NoRealServer or ArpConclusion.NotApplicable => Ink.Faint,
        ArpConclusion.Undetermined => Ink.Unknown,
        _ => Ink.Bad,
    });

    public static string Paint(string text, Ink ink) => s_style.Paint(ink, text);

    /// <summary>Texts from a server as one, safe to show.</summary>
    public static string Join(IEnumerable<string> texts) => SafeText.Of(string.Join(DsrLists.Separator, texts));

    /// <summary>A time that sorts and says its zone.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);

    /// <summary>A packet's way as a diagram: hop below hop along a line, and where it ends marked.</summary>
    public static string Diagram(PathTrace trace)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new PathText(DiagramWidth, s_style).Write(writer, trace);
        return writer.ToString();
    }

    /// <summary>A text in lines of a width, broken between words.</summary>
    public static string Wrap(string text, int width) => string.Join("\n", TextWrap.Lines(SafeText.Of(text), width));

    /// <summary>What the host model is after the next start, where that differs from now.</summary>
    public static string Stored(DsrWeakHost entry) =>
        Value(entry.PersistentWeakHostSend) == Value(entry.WeakHostSend) && Value(entry.PersistentWeakHostReceive) == Value(entry.WeakHostReceive)
            ? "same"
            : $"{OnOff(entry.PersistentWeakHostSend)}, {OnOff(entry.PersistentWeakHostReceive)}";

    /// <summary>The changes of a plan, numbered.</summary>
    public static string Changes(DsrPlan plan) => plan.Changes.Count == 0
        ? "none"
        : string.Join("\n", plan.Changes.SelectMany(change => Hang(change.Number.ToString(CultureInfo.CurrentCulture).PadLeft(2) + " ", change.Text)));

    /// <summary>Texts, each in lines that fit beside the labels of a list.</summary>
    public static string Paragraphs(IEnumerable<object> texts)
    {
        string all = string.Join("\n", texts.SelectMany(text => Hang("- ", text.ToString() ?? string.Empty)));
        return all.Length == 0 ? "none" : all;
    }

    /// <summary>Ids, four at most: of more the first three, and how many more there are.</summary>
    public static string Few(IReadOnlyCollection<string> ids) => ids.Count <= 4 ? string.Join(" ", ids) : $"{string.Join(" ", ids.Take(3))} +{ids.Count - 3}";

    /// <summary>A text behind a mark, in lines that fit beside the labels of a list.</summary>
    private static IEnumerable<string> Hang(string mark, string text) =>
        TextWrap.Lines(text, ListWidth - mark.Length).Select((line, i) => (i == 0 ? mark : new string(' ', mark.Length)) + line);

    private static string OnOff(Toggle? value) => Value(value) == Toggle.Enabled ? "on" : "off";

    /// <summary>What nobody ever set is disabled.</summary>
    private static Toggle Value(Toggle? value) => value ?? Toggle.Disabled;
}
