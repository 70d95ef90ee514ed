using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports;

/// <summary>A comparison for people: what it does to the verdict, each change with what was and what is, and what it all looks like.</summary>
/// <param name="width">The columns there are.</param>
/// <param name="style">Whether to colour.</param>
internal sealed class ComparisonText(int width, TextStyle style)
{
    private const string LabelColumn = "Different  ";
    private const string IdColumn = "M01  ";
    private static readonly string s_bodyIndent = new(' ', LabelColumn.Length + IdColumn.Length);
    private readonly TextBlock _block = new(width, style);

    /// <summary>Writes one comparison.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="earlier">Where the earlier readings came from.</param>
    /// <param name="later">Where the later ones came from.</param>
    public void Write(TextWriter writer, ServerComparison comparison, string earlier, string later)
    {
        string indent = _block.WriteHeading(writer, Answer(comparison), VerdictText.Subject(comparison.After.ComputerName, comparison.Service), earlier, later);
        _block.Write(writer, indent, indent, Summary(comparison));
        foreach (ResultChange change in comparison.Changes.OrderBy(change => Rank(change.Direction)))
        {
            writer.WriteLine();
            WriteChange(writer, change);
        }

        foreach (LikelyCause cause in comparison.Causes)
        {
            writer.WriteLine();
            _block.Write(writer, string.Empty, "  ", "It looks as if: " + SafeText.Of(cause.Text), Ink.Strong);
            _block.Write(writer, "  ", "  ", "Explains " + string.Join(", ", cause.Explains) + ".");
        }
    }

    /// <summary>What became of the verdict and of the checks, in one sentence.</summary>
    public static string Summary(ServerComparison comparison)
    {
        string verdict = comparison.Before.Verdict == comparison.After.Verdict
            ? $"{Words(comparison.After.Verdict)} as before"
            : $"{Words(comparison.Before.Verdict)} before, {Words(comparison.After.Verdict).ToLowerInvariant()} now";
        string[] counts = new[] { ChangeDirection.Worse, ChangeDirection.Different, ChangeDirection.Better }
            .Where(direction => comparison.Count(direction) > 0)
            .Select(direction => comparison.Count(direction).ToString(CultureInfo.InvariantCulture) + " " + direction.ToString().ToLowerInvariant()).ToArray();
        return verdict + (counts.Length == 0 ? "; no check finds anything else." : "; " + string.Join(", ", counts) + ".");
    }

    /// <summary>Worse before different before better.</summary>
    public static int Rank(ChangeDirection direction) => direction switch
    {
        ChangeDirection.Worse => 0,
        ChangeDirection.Different => 1,
        ChangeDirection.Better => 2,
        _ => 3,
    };

    /// <summary>An outcome, as an adjective.</summary>
    public static string State(CheckResult result) => result.Outcome switch
    {
        Outcome.Failed => result.Severity == Severity.Error ? "failed" : "warning",
        Outcome.NotApplicable => "not applicable",
        Outcome.Unknown => "unknown",
        _ => "passed",
    };

    private static string Words(Verdict verdict) => ReportWords.Of(verdict).Word;

    private static (string Text, Ink Ink) Answer(ServerComparison comparison) =>
        comparison.Count(ChangeDirection.Worse) > 0 ? ("WORSE", Ink.Bad)
        : comparison.Count(ChangeDirection.Different) > 0 ? ("DIFFERENT", Ink.Warning)
        : comparison.Changes.Count > 0 ? ("BETTER", Ink.Good)
        : ("SAME", Ink.Good);

    private static Ink InkOf(ChangeDirection direction) => direction switch
    {
        ChangeDirection.Worse => Ink.Bad,
        ChangeDirection.Better => Ink.Good,
        _ => Ink.Warning,
    };

    private void WriteChange(TextWriter writer, ResultChange change)
    {
        string label = change.Direction.ToString();
        string first = style.Paint(InkOf(change.Direction), label) + new string(' ', LabelColumn.Length - label.Length) + change.After.Id.PadRight(IdColumn.Length);
        string title = change.After.Subject is null ? change.After.Name : change.After.Name + ": " + SafeText.Of(change.After.Subject);
        _block.Write(writer, first, s_bodyIndent, title, Ink.Strong);
        _block.Write(writer, s_bodyIndent, s_bodyIndent, "Was " + State(change.Before) + ": " + SafeText.Of(change.Before.Reason));
        _block.Write(writer, s_bodyIndent, s_bodyIndent, "Is " + State(change.After) + ": " + SafeText.Of(change.After.Reason));
        _block.WriteAdvice(writer, s_bodyIndent, change.After.Recommendation, change.After.Command);
    }
}
