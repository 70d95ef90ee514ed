using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>What would make a server ready: the changes in words, and the commands that make them.</summary>
internal sealed class HtmlPlan(MarkupWriter html)
{
    /// <summary>So many servers have their commands on the page; with more, it would be too large for a browser.</summary>
    public const int WithCommands = 250;

    private int _shown;

    public void Write(ServerLine server, Plan plan)
    {
        html.Write($"<details class=\"plan\"><summary>What would make it ready: {HtmlWords.Counted(plan.Changes.Count, "change", "changes")}");
        if (plan.Refusals.Count > 0)
            html.Write($", {plan.Refusals.Count} left to you");
        html.Write($"</summary>\n<ol>\n");
        foreach (Change change in plan.Changes)
        {
            html.Write($"<li>{change.Text} <span class=\"faint\">{change.CheckId}</span>");
            if (change.Warning is not null)
                html.Write($" <strong class=\"is-warn\">! {change.Warning}</strong>");
            html.Write($"</li>\n");
        }

        html.Write($"</ol>\n");
        foreach (Refusal refusal in plan.Refusals)
        {
            html.Write($"<p><strong>Left to you, {refusal.CheckId}:</strong> {refusal.Reason}</p>\n");
            html.WriteAdvice(refusal.Recommendation, refusal.Command);
        }

        if (plan.Changes.Count > 0)
            WriteCommands(server, plan);
        html.Write($"</details>\n");
    }

    private void WriteCommands(ServerLine server, Plan plan)
    {
        if (_shown == WithCommands)
        {
            html.Write($"<p class=\"faint\">The page has the commands of the first {WithCommands} servers that need any. For this one, <code>dsr script</code> or <code>ConvertTo-DsrScript</code> writes them.</p>\n");
            return;
        }

        _shown++;
        try
        {
            string script = ScriptMaker.Make(new ScriptRequest { Release = ScriptRelease.Server2012, Language = ScriptLanguage.PowerShell, Service = plan.Service, Plan = plan });
            html.Write($"<details><summary>The commands, in PowerShell, to be run on {server.Name}</summary>\n<pre><code>");
            foreach (string line in script.TrimEnd('\n').Split('\n'))
                html.Write($"{line}\n");
            html.Write($"</code></pre>\n</details>\n");
        }
        catch (ScriptRefusedException e)
        {
            html.Write($"<p class=\"faint\">There are no commands to copy: {e.Reason} {e.Recommendation}</p>\n");
        }
    }
}
