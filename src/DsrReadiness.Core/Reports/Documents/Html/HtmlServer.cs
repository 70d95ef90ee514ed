using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>The part of the page that a server has.</summary>
internal sealed class HtmlServer(MarkupWriter html)
{
    /// <summary>So many servers are open when the page is; with more, a reader looks for some, and a browser need not lay out the others.</summary>
    public const int Open = 24;

    /// <summary>So many servers have what passed told in full; with more, the page would be too large for a browser.</summary>
    public const int ToldInFull = 100;

    private readonly HtmlPlan _plan = new(html);

    public void Write(ServerLine server, ReportEntry entry)
    {
        (string kind, string shape, string word) = ReportWords.Of(server.Verdict);
        CheckResult[] wrong = ReportSummary.WorstFirst(entry.Verdict.Results).ToArray();
        string mute = wrong.Any(result => result.Command is not null) || entry.Connections.Any(packet => packet.Command is not null) ? string.Empty : " mute";
        html.Write($"<details class=\"server {kind}{mute}\"{(server.Number <= Open ? " open" : string.Empty)}>");
        html.Write($"<summary><h3><span class=\"tag is-{kind}\">{shape} {word}</span> {server.Subject}</h3></summary>\n");
        string origin = entry.Origin is null ? string.Empty : " from " + entry.Origin;
        html.Write($"<p class=\"faint\" id=\"s{server.Number}\" tabindex=\"-1\">Collected {entry.Collected}{origin}</p>\n");
        if (wrong.Length > 0)
        {
            html.Write($"<ul class=\"results\">\n");
            foreach (IGrouping<string, CheckResult> cause in wrong.GroupBy(VerdictText.CauseOf))
                WriteResult(server, cause.First(), [.. cause.Skip(1)]);
            html.Write($"</ul>\n");
        }

        if (entry.Connections.Count > 0)
            new HtmlPackets(html).Write(server, entry.Connections);
        if (server.Number <= ToldInFull)
            new HtmlPath(html).Write(server, entry.Paths);
        if (entry.Plan is { IsEmpty: false } plan)
            _plan.Write(server, plan);
        WriteRest(entry.Verdict.Results, inFull: server.Number <= ToldInFull);
        html.Write($"<p class=\"faint\"><a href=\"#top\" aria-label=\"From {server.Name} back to the top\">To the top</a></p>\n</details>\n");
    }

    private void WriteResult(ServerLine server, CheckResult result, CheckResult[] alike)
    {
        (string kind, string shape, string word) = ReportWords.Of(result.ToMark());
        string subject = result.Subject is null ? string.Empty : ": " + result.Subject;
        html.Write($"<li class=\"{(result.Command is null ? "mute" : string.Empty)}\" id=\"s{server.Number}-{result.Id}\" tabindex=\"-1\"><h4><span class=\"tag is-{kind}\">{shape} {word}</span> {result.Id} {result.Name}{subject}</h4>\n<p>");
        html.WriteProse(result.Reason);
        html.Write($"</p>\n");
        string[] details = result.Details.Skip(1).Where(VerdictText.IsNotInOrder).ToArray();
        if (details.Length > 0)
        {
            html.Write($"<ul>");
            foreach (string detail in details)
            {
                html.Write($"<li>");
                html.WriteProse(detail);
                html.Write($"</li>");
            }

            html.Write($"</ul>\n");
        }

        if (result.Expected is not null && result.Actual is not null)
            html.Write($"<p class=\"seen\">Expected: {result.Expected}\nSeen: {result.Actual}</p>\n");
        html.WriteAdvice(result.Recommendation, result.Command);
        if (alike.Length > 0)
        {
            html.Write($"<p class=\"same\">Unknown for the same reason: ");
            for (int i = 0; i < alike.Length; i++)
                html.Write($"{(i == 0 ? string.Empty : ", ")}<span id=\"s{server.Number}-{alike[i].Id}\" tabindex=\"-1\">{alike[i].Id}</span>");
            html.Write($".</p>\n");
        }

        html.Write($"</li>\n");
    }

    private void WriteRest(IReadOnlyList<CheckResult> results, bool inFull)
    {
        CheckResult[] passed = results.Where(result => result.Outcome == Outcome.Passed).ToArray();
        CheckResult[] others = results.Where(result => result.Outcome == Outcome.NotApplicable).ToArray();
        if (!inFull)
        {
            html.Write($"<p class=\"lines\">Passed: {Ids(passed)}\nDo not apply: {Ids(others)}</p>\n");
            return;
        }

        string rest = others.Length == 0 ? string.Empty : "; " + Wording.Counted(others.Length, "does not apply", "do not apply");
        html.Write($"<details><summary>{Wording.Counted(passed.Length, "check", "checks")} passed{rest}</summary>\n<ul class=\"passed\">\n");
        foreach (CheckResult result in passed.Concat(others))
        {
            string word = result.Outcome == Outcome.Passed ? "✓" : "Does not apply:";
            html.Write($"<li>{word} <strong>{result.Id}</strong> {result.Reason}</li>\n");
        }

        html.Write($"</ul>\n</details>\n");

        static string Ids(CheckResult[] some) => string.Join(" ", some.Select(result => result.Id).DefaultIfEmpty("none"));
    }
}
