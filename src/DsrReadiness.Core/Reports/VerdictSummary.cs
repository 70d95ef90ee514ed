using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports;

/// <summary>A verdict in few lines: the answer, and one line for each check that failed.</summary>
/// <param name="width">The columns there are.</param>
/// <param name="style">Whether to colour.</param>
internal sealed class VerdictSummary(int width, TextStyle style)
{
    private readonly TextBlock _block = new(width, style);

    public void Write(TextWriter writer, ServerVerdict verdict)
    {
        string indent = _block.WriteHeading(writer, VerdictText.Answer(verdict.Verdict), VerdictText.Subject(verdict.ComputerName, verdict.Service));
        foreach (CheckResult result in verdict.Results.Where(each => each.Outcome == Outcome.Failed).OrderByDescending(each => each.Severity).ThenBy(each => ReadingOrder.Of(each.Id)))
            writer.WriteLine(Shortened(indent + result.Id + "  " + Title(result)));
        int unknown = verdict.Results.Count(each => each.Outcome == Outcome.Unknown);
        if (unknown > 0)
            _block.Write(writer, indent, indent, unknown + (unknown == 1 ? " check" : " checks") + " could not see what to judge.", Ink.Unknown);
    }

    private static string Title(CheckResult result)
    {
        string title = result.Subject is null ? result.Name : result.Name + ": " + SafeText.Of(result.Subject);
        return result.Severity == Severity.Error ? title : title + " (warning)";
    }

    /// <summary>What is too long for one line loses its end.</summary>
    private string Shortened(string line)
    {
        IEnumerable<string> lines = TextWrap.Lines(line, width);
        string first = lines.First();
        return first.Length == line.Length ? line : TextWrap.Lines(line, width - 4).First() + " ...";
    }
}
