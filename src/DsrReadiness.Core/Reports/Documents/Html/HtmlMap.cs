using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>
/// The map of servers by checks, worst servers first. Checks that are in order on every server are no columns of it, and past a number of rows
/// servers of which the same was found share one.
/// </summary>
internal sealed class HtmlMap(MarkupWriter html, ReportSummary farm)
{
    private const int RowsOfTheirOwn = 400;

    public void Write()
    {
        int[] columns = Enumerable.Range(0, farm.Checks.Count)
            .Where(check => farm.Servers.Any(server => ReportSummary.MarkOf(server, check).NeedsAttention())).ToArray();
        if (farm.Servers.Count < 2 || (columns.Length == 0 && !farm.HasPackets))
            return;
        string rest = farm.Checks.Count == columns.Length ? string.Empty
            : $" {Wording.Counted(farm.Checks.Count - columns.Length, "check is", "checks are")} in order, or do not apply, on every server and not shown.";
        html.Write($"<h2 id=\"map\">Map of servers and checks</h2>\n<p class=\"faint\">✕ failed, ! warning, ? unknown, · passed, – does not apply. {rest}</p>\n");
        html.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"map\">\n<table class=\"map\">\n<thead><tr><th scope=\"col\">Server</th>");
        if (farm.HasPackets)
            html.Write($"<th scope=\"col\"><abbr title=\"What came of real packets\">Packet</abbr></th>");
        foreach (int column in columns)
            html.Write($"<th scope=\"col\"><abbr title=\"{farm.Checks[column].Name}\">{farm.Checks[column].Id}</abbr></th>");
        html.Write($"</tr></thead>\n<tbody>\n");
        foreach (ServerLine[] alike in Rows())
            WriteRow(alike, columns);
        html.Write($"</tbody>\n</table>\n</div>\n");
    }

    private IEnumerable<ServerLine[]> Rows()
    {
        IEnumerable<ServerLine> servers = farm.ByHarm(farm.Servers);
        return farm.Servers.Count <= RowsOfTheirOwn
            ? servers.Select(server => new[] { server })
            : servers.GroupBy(server => (server.Marks, server.Verdict, server.Packet)).Select(group => group.ToArray());
    }

    private void WriteRow(ServerLine[] alike, int[] columns)
    {
        ServerLine first = alike[0];
        html.Write($"<tr><th scope=\"row\"><a href=\"#s{first.Number}\">{first.Name}</a>");
        if (alike.Length > 1)
            html.Write($" and {alike.Length - 1} alike");
        html.Write($"</th>");
        if (farm.HasPackets)
            WriteCell(first, first.Packet, "packet");
        foreach (int column in columns)
            WriteCell(first, ReportSummary.MarkOf(first, column), farm.Checks[column].Id);
        html.Write($"</tr>\n");
    }

    private void WriteCell(ServerLine server, Mark mark, string id)
    {
        if (!mark.NeedsAttention())
        {
            html.Write($"<td>{(mark == Mark.Passed ? "·" : mark == Mark.None ? string.Empty : "–")}</td>");
            return;
        }

        string kind = mark switch
        {
            Mark.Failed => "e",
            Mark.Warning => "w",
            _ => "u",
        };
        html.Write($"<td class=\"{kind}\"><a href=\"#s{server.Number}-{id}\" aria-label=\"{server.Name} {id} {mark.ToWord()}\">{ReportWords.Of(mark).Shape}</a></td>");
    }
}
