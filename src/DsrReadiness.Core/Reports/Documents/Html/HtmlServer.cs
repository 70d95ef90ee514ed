using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>The part of the page that a server has.</summary>
internal sealed class HtmlServer(MarkupWriter html)
{
    /// <summary>So many servers have what passed told in full; with more, the page would be too large for a browser.</summary>
    public const int ToldInFull = 500;

    private readonly HtmlPlan _plan = new(html);

    public void Write(ServerLine server, ReportEntry entry)
    {
        (string kind, string shape, string word) = HtmlWords.Of(server.Verdict);
        html.Write($"<section class=\"server {kind}\" id=\"s{server.Number}\" aria-labelledby=\"s{server.Number}-name\">\n");
        html.Write($"<h3 id=\"s{server.Number}-name\"><span class=\"tag is-{kind}\">{shape} {word}</span> <span>{server.Subject}</span></h3>\n");
        string origin = entry.Origin is null ? string.Empty : " from " + entry.Origin;
        html.Write($"<p class=\"faint\">Collected {entry.Collected}{origin}</p>\n");
        CheckResult[] wrong = Farm.WorstFirst(entry.Verdict.Results).ToArray();
        if (wrong.Length > 0)
        {
            html.Write($"<ul class=\"results\">\n");
            foreach (CheckResult result in wrong)
                WriteResult(server, result);
            html.Write($"</ul>\n");
        }

        if (entry.Connections.Count > 0)
            new HtmlPackets(html).Write(server, entry.Connections);
        if (server.Number <= ToldInFull)
            new HtmlPath(html).Write(server, entry.Paths);
        if (entry.Plan is { IsEmpty: false } plan)
            _plan.Write(server, plan);
        WriteRest(entry.Verdict.Results, inFull: server.Number <= ToldInFull);
        html.Write($"<p class=\"faint\"><a href=\"#top\" aria-label=\"From {server.Name} back to the top\">To the top</a></p>\n</section>\n");
    }

    private void WriteResult(ServerLine server, CheckResult result)
    {
        (string kind, string shape, string word) = HtmlWords.Of(result.ToMark());
        string subject = result.Subject is null ? string.Empty : ": " + result.Subject;
        html.Write($"<li id=\"s{server.Number}-{result.Id}\" tabindex=\"-1\"><h4><span class=\"tag is-{kind}\">{shape} {word}</span> <span>{result.Id} {result.Name}{subject}</span></h4>\n<p>{result.Reason}</p>\n");
        string[] details = result.Details.Skip(1).Where(VerdictText.IsNotInOrder).ToArray();
        if (details.Length > 0)
        {
            html.Write($"<ul>");
            foreach (string detail in details)
                html.Write($"<li>{detail}</li>");
            html.Write($"</ul>\n");
        }

        if (result.Expected is not null && result.Actual is not null)
            html.Write($"<dl class=\"seen\"><dt>Expected</dt><dd>{result.Expected}</dd><dt>Seen</dt><dd>{result.Actual}</dd></dl>\n");
        html.WriteAdvice(result.Recommendation, result.Command);
        html.Write($"</li>\n");
    }

    private void WriteRest(IReadOnlyList<CheckResult> results, bool inFull)
    {
        CheckResult[] passed = results.Where(result => result.Outcome == Outcome.Passed).ToArray();
        CheckResult[] others = results.Where(result => result.Outcome == Outcome.NotApplicable).ToArray();
        string rest = others.Length == 0 ? string.Empty : "; " + HtmlWords.Counted(others.Length, "does not apply", "do not apply");
        html.Write($"<details><summary>{HtmlWords.Counted(passed.Length, "check", "checks")} passed{rest}</summary>\n");
        if (inFull)
        {
            html.Write($"<ul class=\"passed\">\n");
            foreach (CheckResult result in passed.Concat(others))
            {
                string word = result.Outcome == Outcome.Passed ? "✓" : "Does not apply:";
                html.Write($"<li>{word} <strong>{result.Id}</strong> {result.Reason}</li>\n");
            }

            html.Write($"</ul>\n");
        }
        else
        {
            html.Write($"<p>Passed: {Ids(passed)}</p>\n");
            if (others.Length > 0)
                html.Write($"<p>Do not apply: {Ids(others)}</p>\n");
        }

        html.Write($"</details>\n");

        static string Ids(CheckResult[] some) => string.Join(" ", some.Select(result => result.Id).DefaultIfEmpty("none"));
    }
}
