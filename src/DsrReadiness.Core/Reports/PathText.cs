using System.Collections.Generic;
using System.IO;
using DsrReadiness.Paths;
using DsrReadiness.Text;

namespace DsrReadiness.Reports;

/// <summary>A packet's way for people: hop below hop along a line, and the first drop marked; then who shows the VIP where it must not be seen.</summary>
/// <param name="width">The columns there are.</param>
/// <param name="style">Whether to colour.</param>
internal sealed class PathText(int width, TextStyle style)
{
    private const int KindColumn = 13;
    private readonly TextBlock _block = new(width, style);

    /// <summary>Writes one path.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="trace">The path.</param>
    /// <param name="origin">Where the readings came from, for people; null to leave it out.</param>
    public void Write(TextWriter writer, PathTrace trace, string? origin = null)
    {
        _block.WriteHeading(writer, Answer(trace), Subject(trace), origin);
        writer.WriteLine();
        WriteHops(writer, trace.Hops, "|");
        WriteEnd(writer, trace);
        WriteSection(writer, "Who answers for the VIP:", trace.Resolution);
        WriteSection(writer, "The server's own connections:", trace.Connections);
    }

    /// <summary>The outcome in capitals.</summary>
    public static (string Text, Ink Ink) Answer(PathTrace trace) => trace.Outcome switch
    {
        PathOutcome.Dropped => ("DROPPED", Ink.Bad),
        _ when trace.Leaks == true => ("LEAKS", Ink.Bad),
        _ when trace.IsCutOff => ("CUT OFF", Ink.Bad),
        PathOutcome.Undetermined => ("UNDETERMINED", Ink.Unknown),
        _ => ("ANSWERED", Ink.Good),
    };

    /// <summary>Which server, and which packet.</summary>
    public static string Subject(PathTrace trace) => SafeText.Of(trace.ComputerName) + ": " + trace.Packet;

    public static (string Mark, Ink Ink) Mark(HopOutcome outcome, string pass = "|") => outcome switch
    {
        HopOutcome.Dropped => ("X", Ink.Bad),
        HopOutcome.Leaks => ("!", Ink.Bad),
        HopOutcome.Undetermined => ("?", Ink.Unknown),
        _ => (pass, Ink.Good),
    };

    private void WriteHops(TextWriter writer, IEnumerable<Hop> hops, string pass)
    {
        foreach (Hop hop in hops)
        {
            (string mark, Ink ink) = Mark(hop.Outcome, pass);
            string rest = (hop.Outcome != HopOutcome.Dropped && pass == "|" ? pass : " ") + "  " + new string(' ', KindColumn);
            _block.Write(writer, style.Paint(ink, mark) + "  " + hop.Kind.ToString().PadRight(KindColumn), rest, SafeText.Of(hop.Statement));
            _block.Write(writer, rest + "> ", rest + "  ", SafeText.Of(hop.Consequence), hop.Outcome == HopOutcome.Passes ? null : ink);
            _block.Write(writer, rest + "  ", rest + "  ", "(" + SafeText.Of(hop.Reading) + ")", Ink.Faint);
        }
    }

    private static void WriteEnd(TextWriter writer, PathTrace trace)
    {
        string end = trace.Outcome switch
        {
            PathOutcome.Dropped => "   The packet ends here.",
            PathOutcome.Undetermined => "?  Whether the client gets an answer cannot be told.",
            _ => "v  " + trace.Packet.Client + " gets its answer.",
        };
        writer.WriteLine(end);
    }

    private void WriteSection(TextWriter writer, string title, IReadOnlyList<Hop> hops)
    {
        if (hops.Count == 0)
            return;
        writer.WriteLine();
        writer.WriteLine(style.Paint(Ink.Strong, title));
        WriteHops(writer, hops, "-");
    }
}
