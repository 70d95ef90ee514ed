using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>The top of the page, which answers who is on call: how many servers are ready, which are not, and why.</summary>
internal sealed class HtmlOverview(MarkupWriter html, ReportSummary farm)
{
    /// <summary>So many servers that are not ready are shown at once; the rest is one step away.</summary>
    private const int ShownAtOnce = 24;

    private static readonly Verdict[] s_verdicts = [Verdict.NotReady, Verdict.Inconclusive, Verdict.Ready];

    /// <summary>The answer in a line.</summary>
    public string Title => farm.Servers.Count(server => server.Packet == Mark.Failed) is > 0 and var silent ? $"{Ready}, and {silent} did not answer a real packet as it should" : Ready;

    private string Ready => farm.Unread.Count == 0 ? Judged : $"{Judged}, and {Wording.Counted(farm.Unread.Count, "input was", "inputs were")} not judged";

    private string Judged => farm.Servers.Count == 0 ? "No server was judged"
        : farm.Count(Verdict.Ready) == farm.Servers.Count ? farm.Servers.Count == 1 ? "The server is ready" : $"All {farm.Servers.Count} servers are ready"
        : $"{farm.Count(Verdict.Ready)} of {Wording.Counted(farm.Servers.Count, "server is", "servers are")} ready";

    public void Write()
    {
        html.Write($"<header id=\"top\">\n<p class=\"faint\">Direct Server Return readiness</p>\n<h1>{Title}</h1>\n");
        WriteCounts();
        if (farm is { FirstCollected: { } earliest, LastCollected: { } latest })
        {
            string from = ReportEntry.InWords(earliest);
            string to = ReportEntry.InWords(latest);
            html.Write($"<p class=\"faint\">Collected <time>{from}</time>");
            if (from != to)
                html.Write($" to <time>{to}</time>");
            html.Write($"</p>\n");
        }

        if (farm.ByHarm(farm.Servers).FirstOrDefault(server => server.Worst is not null) is { Worst: var (check, _) } first)
            html.Write($"<p><a href=\"#s{first.Number}-{check}\">Go to the first problem: {check} on {first.Name}</a></p>\n");
        html.Write($"</header>\n<main>\n");
        if (farm.Unread.Count > 0)
        {
            html.Write($"<h2>Not judged</h2>\n<ul>\n");
            foreach (string problem in farm.Unread)
                html.Write($"<li>{problem}</li>\n");
            html.Write($"</ul>\n");
        }

        WriteTrouble(Verdict.NotReady, "Not ready, worst first");
        WriteTrouble(Verdict.Inconclusive, "Inconclusive: something that matters could not be seen");
        WritePackets();
        WriteCauses();
        new HtmlMap(html, farm).Write();
    }

    private void WriteCounts()
    {
        if (farm.Servers.Count == 0)
            return;
        html.Write($"<ul class=\"counts\">");
        foreach (Verdict verdict in s_verdicts)
        {
            (string kind, string shape, string word) = ReportWords.Of(verdict);
            html.Write($"<li class=\"is-{kind}\"><b>{farm.Count(verdict)}</b> <span>{shape} {word}</span></li>");
        }

        html.Write($"</ul>\n<svg class=\"bar\" viewBox=\"0 0 {farm.Servers.Count} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        int at = 0;
        foreach (Verdict verdict in s_verdicts)
        {
            html.Write($"<rect class=\"{ReportWords.Of(verdict).Class}\" x=\"{at}\" width=\"{farm.Count(verdict)}\" height=\"1\"/>");
            at += farm.Count(verdict);
        }

        html.Write($"</svg>\n");
    }

    private void WriteTrouble(Verdict verdict, string heading)
    {
        ServerLine[] servers = farm.ByHarm(farm.Servers.Where(server => server.Verdict == verdict)).ToArray();
        if (servers.Length == 0)
            return;
        html.Write($"<h2>{heading}</h2>\n");
        WriteServers(servers.Take(ShownAtOnce));
        if (servers.Length <= ShownAtOnce)
            return;
        html.Write($"<details><summary>{servers.Length - ShownAtOnce} more</summary>\n");
        WriteServers(servers.Skip(ShownAtOnce));
        html.Write($"</details>\n");
    }

    /// <summary>A server may be ready by all that it says of itself, and a packet get no answer.</summary>
    private void WritePackets()
    {
        ServerLine[] silent = [.. farm.Servers.Where(server => server.Packet == Mark.Failed)];
        if (silent.Length == 0)
            return;
        html.Write($"<h2>A real packet was not answered as it should be</h2>\n<ul class=\"trouble\">\n");
        foreach (ServerLine server in silent)
            html.Write($"<li><a href=\"#s{server.Number}-packet\">{server.Name}</a> <span class=\"faint\">{ReportWords.Of(server.Verdict).Word} by its checks</span></li>\n");
        html.Write($"</ul>\n");
    }

    private void WriteServers(IEnumerable<ServerLine> servers)
    {
        html.Write($"<ul class=\"trouble\">\n");
        foreach (ServerLine server in servers)
        {
            html.Write($"<li class=\"{ReportWords.Of(server.Verdict).Class}\"><a href=\"#s{server.Number}-{server.Worst!.Value.Id}\">{server.Name}</a> <span class=\"faint\">{Counts(server)}</span>");
            html.Write($"<div>{server.Worst.Value.Id}: {server.Worst.Value.Reason}</div></li>\n");
        }

        html.Write($"</ul>\n");
    }

    private static string Counts(ServerLine server)
    {
        int failed = server.Marks.Count(mark => mark == Mark.Failed);
        int warnings = server.Marks.Count(mark => mark == Mark.Warning);
        int unknown = server.Marks.Count(mark => mark is Mark.Unknown or Mark.Undecided);
        return Wording.Counts((failed, "failed", "failed"), (warnings, "warning", "warnings"), (unknown, "unknown", "unknown"));
    }

    /// <summary>One fault that many servers have is one thing to put right.</summary>
    private void WriteCauses()
    {
        var causes = Enumerable.Range(0, farm.Checks.Count)
            .Select(check => (Check: farm.Checks[check], Marks: CountMarks(check)))
            .Where(cause => cause.Marks.Skip((int)Mark.Unknown).Any(count => count > 0))
            .OrderByDescending(cause => cause.Marks[(int)Mark.Failed])
            .ThenByDescending(cause => cause.Marks[(int)Mark.Undecided])
            .ThenByDescending(cause => cause.Marks[(int)Mark.Warning])
            .ToArray();
        if (causes.Length == 0 || farm.Servers.Count < 2)
            return;
        html.Write($"<h2 id=\"causes\">Causes</h2>\n<div class=\"scroll low\" tabindex=\"0\" role=\"region\" aria-labelledby=\"causes\">\n<table class=\"plain\">\n");
        html.Write($"<thead><tr><th scope=\"col\">Check</th><th scope=\"col\" class=\"num\">Failed</th><th scope=\"col\" class=\"num\">Warning</th><th scope=\"col\" class=\"num\">Unknown</th></tr></thead>\n<tbody>\n");
        foreach (((string id, string name), int[] marks) in causes)
        {
            html.Write($"<tr><th scope=\"row\">{id} {name}</th><td class=\"num\">{marks[(int)Mark.Failed]}</td><td class=\"num\">{marks[(int)Mark.Warning]}</td>");
            html.Write($"<td class=\"num\">{marks[(int)Mark.Unknown] + marks[(int)Mark.Undecided]}</td></tr>\n");
        }

        html.Write($"</tbody>\n</table>\n</div>\n");
    }

    private int[] CountMarks(int check)
    {
        int[] counts = new int[(int)Mark.Failed + 1];
        foreach (ServerLine server in farm.Servers)
            counts[(int)ReportSummary.MarkOf(server, check)]++;
        return counts;
    }
}
