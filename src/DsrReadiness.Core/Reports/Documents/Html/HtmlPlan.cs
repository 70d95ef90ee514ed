using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;
using DsrReadiness.Text;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>What would make a server ready: the changes in words, and the commands that make them.</summary>
internal sealed class HtmlPlan(MarkupWriter html)
{
    /// <summary>So many servers have their plan on the page; with more, it would be too large for a browser.</summary>
    public const int Most = 250;

    private int _shown;

    public void Write(ServerLine server, Plan plan)
    {
        string title = "What would make it ready: " + Wording.Counted(plan.Changes.Count, "change", "changes") + (plan.Refusals.Count > 0 ? $", {plan.Refusals.Count} left to you" : string.Empty);
        if (_shown == Most)
        {
            html.Write($"<p class=\"plan\">{title}. Run <code>dsr plan</code> to see them.</p>\n");
            return;
        }

        _shown++;
        html.Write($"<details class=\"plan\"><summary>{title}</summary>\n<ol>\n");
        foreach (Change change in plan.Changes)
        {
            html.Write($"<li>");
            html.WriteProse(change.Text);
            html.Write($" ({change.CheckId})");
            if (change.Warning is not null)
                html.Write($" <strong class=\"is-warn\">! {change.Warning}</strong>");
            html.Write($"</li>\n");
        }

        html.Write($"</ol>\n");
        foreach (Refusal refusal in plan.Refusals)
        {
            html.Write($"<p><strong>Left to you, {refusal.CheckId}:</strong> ");
            html.WriteProse(refusal.Reason);
            html.Write($"</p>\n");
            html.WriteAdvice(refusal.Recommendation, refusal.Command);
        }

        if (plan.Changes.Count > 0)
            WriteCommands(server, plan);
        html.Write($"</details>\n");
    }

    private void WriteCommands(ServerLine server, Plan plan)
    {
        try
        {
            string script = ScriptMaker.Make(new ScriptRequest { Release = ScriptRelease.Server2012, Language = ScriptLanguage.PowerShell, Service = plan.Service, Plan = plan });
            html.Write($"<details><summary>The commands, in PowerShell, to be run on {server.Name}</summary>\n<pre tabindex=\"0\"><code>");
            foreach (string line in script.TrimEnd('\n').Split('\n'))
                html.Write($"{line}\n");
            html.Write($"</code></pre>\n</details>\n");
        }
        catch (ScriptRefusedException e)
        {
            html.Write($"<p class=\"faint\">There are no commands to copy: ");
            html.WriteProse(e.Reason + " " + e.Recommendation);
            html.Write($"</p>\n");
        }
    }
}
