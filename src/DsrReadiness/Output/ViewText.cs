using System;
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

/// <summary>Makes what views show beside plain properties.</summary>
internal static class ViewText
{
    /// <summary>A console of 80 columns keeps the last one free.</summary>
    private const int DiagramWidth = 79;

    public static Ink InkOf(ChangeDirection direction) => direction switch
    {
        ChangeDirection.Worse => Ink.Bad,
        ChangeDirection.Better => Ink.Good,
        _ => Ink.Faint,
    };

    public static Ink InkOf(PathOutcome outcome) => outcome switch
    {
        PathOutcome.Answered => Ink.Good,
        PathOutcome.Dropped => Ink.Bad,
        _ => Ink.Unknown,
    };

    public static Ink InkOf(ArpConclusion conclusion) => conclusion switch
    {
        ArpConclusion.Balancer => Ink.Good,
        ArpConclusion.NoRealServer or ArpConclusion.NotApplicable => Ink.Faint,
        ArpConclusion.Undetermined => Ink.Unknown,
        _ => Ink.Bad,
    };

    /// <summary>Texts from a server as one, safe to show.</summary>
    public static string Join(IEnumerable<string> texts) => SafeText.Of(string.Join(DsrLists.Separator, texts));

    /// <summary>A time that sorts and says its zone.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);

    /// <summary>A packet's way as a diagram: hop below hop along a line, and where it ends marked.</summary>
    public static string Diagram(PathTrace trace)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new PathText(DiagramWidth, TextStyle.Plain).Write(writer, trace);
        return writer.ToString();
    }

    /// <summary>What the host model is after the next start, where that differs from now.</summary>
    public static string Stored(DsrWeakHost entry) =>
        Value(entry.PersistentWeakHostSend) == Value(entry.WeakHostSend) && Value(entry.PersistentWeakHostReceive) == Value(entry.WeakHostReceive)
            ? "same"
            : $"{OnOff(entry.PersistentWeakHostSend)}, {OnOff(entry.PersistentWeakHostReceive)}";

    /// <summary>The changes of a plan, numbered.</summary>
    public static string Changes(DsrPlan plan) => plan.Changes.Count == 0
        ? "none"
        : string.Join("\n", plan.Changes.Select(change => change.Number.ToString(CultureInfo.CurrentCulture).PadLeft(2) + " " + change.Text));

    /// <summary>Texts, one a line. PowerShell breaks those that are longer than the terminal is wide.</summary>
    public static string Paragraphs(IReadOnlyCollection<object> texts) => texts.Count == 0 ? "none" : string.Join("\n", texts.Select(text => "- " + text));

    /// <summary>Ids, four at most: of more the first three, and how many more there are.</summary>
    public static string Few(IReadOnlyCollection<string> ids) => ids.Count <= 4 ? string.Join(" ", ids) : $"{string.Join(" ", ids.Take(3))} +{ids.Count - 3}";

    private static string OnOff(Toggle? value) => Value(value) == Toggle.Enabled ? "on" : "off";

    /// <summary>What nobody ever set is disabled.</summary>
    private static Toggle Value(Toggle? value) => value ?? Toggle.Disabled;
}
