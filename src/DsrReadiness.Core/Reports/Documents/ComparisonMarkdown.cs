using System.IO;
using System.Linq;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>Comparisons as Markdown, for a change ticket or the summary of a pipeline.</summary>
/// <param name="writer">Where to.</param>
internal sealed class ComparisonMarkdown(TextWriter writer)
{
    private bool _isFirst = true;

    /// <summary>Writes one comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="earlier">Where the earlier readings came from.</param>
    /// <param name="later">Where the later ones came from.</param>
    public void Write(ServerComparison comparison, string earlier, string later)
    {
        if (_isFirst)
            writer.Write("# What has changed\n");
        _isFirst = false;
        writer.Write($"\n## {MarkdownText.Of(VerdictText.Subject(comparison.After.ComputerName, comparison.Service))}\n\n");
        writer.Write($"{MarkdownText.Of(ComparisonText.Summary(comparison))}\n\n");
        writer.Write($"Before: {MarkdownText.Of(earlier)}  \nAfter: {MarkdownText.Of(later)}\n");
        if (comparison.Changes.Count > 0)
            writer.Write("\n| Change | Check | Before | After |\n|---|---|---|---|\n");
        foreach (ResultChange change in comparison.Changes.OrderBy(change => ComparisonText.Rank(change.Direction)))
            writer.Write($"| {change.Direction} | {change.After.Id} {MarkdownText.Of(change.After.Name)} | {Cell(change.Before)} | {Cell(change.After)} |\n");
        foreach (LikelyCause cause in comparison.Causes)
            writer.Write($"\n**It looks as if:** {MarkdownText.Of(cause.Text)} Explains {string.Join(", ", cause.Explains)}.\n");
        writer.Flush();
    }

    private static string Cell(CheckResult result) => MarkdownText.Of(ComparisonText.State(result) + ": " + result.Reason);
}
