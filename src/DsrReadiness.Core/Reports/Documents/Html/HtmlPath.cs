using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Paths;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>
/// The way of a packet through a server, drawn: down the left as it comes in, up the right as its reply leaves past the balancer, and where it
/// ends. The list beside the drawing says the same in words.
/// </summary>
internal sealed class HtmlPath(MarkupWriter html)
{
    /// <summary>More drawings of one server say little that is new.</summary>
    private const int MostDrawn = 4;

    private const int InX = 40;
    private const int OutX = 320;
    private const int Top = 42;
    private const int LowestY = 318;

    /// <summary>The stations in the order of the way, each with its place.</summary>
    private static readonly (HopKind Kind, string Label, int X, int Y)[] s_stations =
    [
        (HopKind.Arrival, "arrives", InX, 160),
        (HopKind.Destination, "address", InX, 198),
        (HopKind.Receive, "weak receive", InX, 236),
        (HopKind.Firewall, "firewall", InX, 274),
        (HopKind.Listener, "listener", InX, LowestY),
        (HopKind.Source, "source", OutX, 274),
        (HopKind.Send, "weak send", OutX, 236),
        (HopKind.Route, "route", OutX, 198),
    ];

    /// <summary>Writes the ways of a server's packets: those that are lost or leak, or else the first.</summary>
    public void Write(ServerLine server, IReadOnlyList<PathTrace> traces)
    {
        PathTrace[] troubled = traces.Where(IsTroubled).ToArray();
        PathTrace[] drawn = (troubled.Length > 0 ? troubled : traces).Take(troubled.Length > 0 ? MostDrawn : 1).ToArray();
        if (drawn.Length == 0)
            return;
        string open = troubled.Length > 0 ? "A packet's way: where it is lost" : "A packet's way";
        html.Write($"<details class=\"way\"{(troubled.Length > 0 ? " open" : string.Empty)}><summary>{open}</summary>\n");
        for (int i = 0; i < drawn.Length; i++)
            WriteOne("s" + server.Number + "-way" + i, drawn[i]);
        if (troubled.Length > drawn.Length)
            html.Write($"<p class=\"faint\">And {troubled.Length - drawn.Length} more; dsr path shows all.</p>\n");
        html.Write($"</details>\n");
    }

    private static bool IsTroubled(PathTrace trace) => trace.Outcome != PathOutcome.Answered || trace.IsTroubled;

    private static string Answer(PathTrace trace) => trace.Outcome switch
    {
        PathOutcome.Dropped => "is lost at the server",
        PathOutcome.Undetermined => "cannot be followed to its end",
        _ => "is answered",
    };

    private static string Packet(PathTrace trace) => trace.Packet.ToString();

    /// <summary>The hop of a kind, the worst if there are several; null if the packet does not come there, or nobody asks.</summary>
    private static Hop? HopOf(PathTrace trace, HopKind kind) => trace.Hops.Where(hop => StationOf(hop.Kind) == kind)
        .OrderByDescending(hop => hop.Outcome == HopOutcome.Dropped ? 2 : hop.Outcome == HopOutcome.Undetermined ? 1 : 0).FirstOrDefault();

    private static string Sign(HopOutcome outcome) => outcome switch
    {
        HopOutcome.Dropped => "✗",
        HopOutcome.Leaks => "!",
        HopOutcome.Undetermined => "?",
        _ => "✓",
    };

    private static string Kind(HopOutcome outcome) => outcome switch
    {
        HopOutcome.Dropped or HopOutcome.Leaks => "bad",
        HopOutcome.Undetermined => "unsure",
        _ => "good",
    };

    private void WriteOne(string id, PathTrace trace)
    {
        Hop? end = trace.Hops.FirstOrDefault(hop => hop.Outcome == HopOutcome.Dropped);
        string told = end is null ? string.Empty : " It ends at: " + LabelOf(end.Kind) + ". " + end.Statement;
        html.Write($"<div class=\"drawn\"><svg viewBox=\"0 0 360 350\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{Packet(trace)} {Answer(trace)}</title>");
        html.Write($"<desc id=\"{id}-d\">{told} The list beside this drawing says the same, station by station.</desc>\n");
        string sender = trace.Packet.Probe is null ? "Client" : "Balancer";
        html.Write($"<rect class=\"box\" x=\"8\" y=\"8\" width=\"344\" height=\"34\" rx=\"5\"/><text class=\"mid\" x=\"180\" y=\"30\">{sender} {trace.Packet.Client.ToString()}</text>\n");
        if (trace.Packet.Probe is null)
            html.Write($"<rect class=\"box\" x=\"8\" y=\"66\" width=\"150\" height=\"30\" rx=\"5\"/><text x=\"60\" y=\"86\">Balancer</text>\n");
        html.Write($"<rect class=\"box\" x=\"8\" y=\"120\" width=\"344\" height=\"222\" rx=\"9\"/><text class=\"mid strong\" x=\"180\" y=\"140\">{Shortened(trace.ComputerName)}</text>\n");
        WriteWay(trace, end);
        foreach ((HopKind kind, string label, int x, int y) in s_stations)
            WriteStation(HopOf(trace, kind), label, x, y);
        html.Write($"</svg>\n");
        WriteWords(trace);
        html.Write($"</div>\n");
    }

    /// <summary>A connection security rule has no station of its own: hardly any server has one.</summary>
    private static HopKind StationOf(HopKind kind) => kind == HopKind.IPsec ? HopKind.Firewall : kind;

    private static string LabelOf(HopKind kind) => s_stations.First(station => station.Kind == StationOf(kind)).Label;

    private static string Shortened(string name) => name.Length <= 32 ? name : name.Substring(0, 31) + "…";

    /// <summary>The line from station to station: whole as far as the packet comes, broken from there on.</summary>
    private void WriteWay(PathTrace trace, Hop? end)
    {
        Segment(isReached: true, InX, Top, InX, trace.Packet.Probe is null ? 66 : 96);
        int last = end is null ? s_stations.Length : s_stations.Select(station => station.Kind).ToList().IndexOf(StationOf(end.Kind));
        (int x, int y) = (InX, 96);
        for (int i = 0; i < s_stations.Length; i++)
        {
            (HopKind kind, _, int toX, int toY) = s_stations[i];
            bool isReached = i <= last && trace.Hops.Count > 0;
            if (toX != x)
            {
                Segment(isReached, x, y, toX, y);
                x = toX;
            }

            Segment(isReached, x, y, toX, toY);
            (x, y) = (toX, toY);
        }

        bool isAnswered = end is null && trace.Hops.Count > 0;
        Segment(isAnswered, OutX, y, OutX, Top);
        html.Write($"<path class=\"{(isAnswered ? "tip" : "tip off")}\" d=\"M{OutX - 6} {Top + 11}L{OutX} {Top + 1}L{OutX + 6} {Top + 11}Z\"/>\n");
    }

    private void Segment(bool isReached, int x, int y, int toX, int toY) =>
        html.Write($"<path class=\"{(isReached ? "run" : "run off")}\" d=\"M{x} {y}L{toX} {toY}\"/>");

    private void WriteStation(Hop? hop, string label, int x, int y)
    {
        bool isIn = x == InX;
        string anchor = isIn ? "start" : "end";
        int labelX = isIn ? x + 20 : x - 20;
        int labelY = isIn && y == LowestY ? y - 9 : y + 4; // The line turns there, and must not cross the word.
        if (hop is null)
        {
            html.Write($"<circle class=\"stop off\" cx=\"{x}\" cy=\"{y}\" r=\"6\"/><text class=\"off {anchor}\" x=\"{labelX}\" y=\"{labelY}\">{label}</text>\n");
            return;
        }

        string kind = Kind(hop.Outcome);
        html.Write($"<circle class=\"stop {kind}\" cx=\"{x}\" cy=\"{y}\" r=\"12\"/><text class=\"sign {kind}\" x=\"{x}\" y=\"{y + 5}\">{Sign(hop.Outcome)}</text>");
        html.Write($"<text class=\"{(kind == "good" ? anchor : anchor + " strong " + kind)}\" x=\"{labelX}\" y=\"{labelY}\">{label}</text>\n");
    }

    private void WriteWords(PathTrace trace)
    {
        html.Write($"<div><p><strong>{Packet(trace)} {Answer(trace)}.</strong></p>\n<ol>\n");
        foreach (Hop hop in trace.Hops.Concat(trace.Resolution.Concat(trace.Connections).Where(hop => hop.Outcome is HopOutcome.Leaks or HopOutcome.Dropped)))
        {
            html.Write($"<li>{hop.Statement}");
            if (hop.Outcome != HopOutcome.Passes)
                html.Write($" <strong class=\"is-{Kind(hop.Outcome)}\">{Sign(hop.Outcome)} {hop.Consequence}</strong>");
            html.Write($"</li>\n");
        }

        html.Write($"</ol></div>\n");
    }
}
