using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Text;

namespace DsrReadiness.Reports;

/// <summary>
/// A plan for people: the changes in order, each with the check that it answers and its warning, then what is refused or left to the
/// administrator, with what to do.
/// </summary>
/// <param name="width">The columns there are.</param>
/// <param name="style">Whether to colour.</param>
internal sealed class PlanText(int width, TextStyle style)
{
    private const string NumberColumn = " 1.  ";
    private const string LeftColumn = "Left  ";
    private const string IdColumn = "M01  ";
    private static readonly string s_changeIndent = new(' ', NumberColumn.Length + IdColumn.Length);
    private static readonly string s_leftIndent = new(' ', LeftColumn.Length + IdColumn.Length);
    private readonly TextBlock _block = new(width, style);

    /// <summary>Writes one plan.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="origin">Where the readings came from, for people; null to leave it out.</param>
    public void Write(TextWriter writer, Plan plan, string? origin = null)
    {
        WriteHeading(writer, plan, origin);
        if (plan.Changes.Count > 0)
            writer.WriteLine();
        for (int i = 0; i < plan.Changes.Count; i++)
            WriteChange(writer, i + 1, plan.Changes[i]);
        foreach (Refusal refusal in plan.Refusals)
        {
            writer.WriteLine();
            WriteRefusal(writer, refusal);
        }
    }

    private static (string Text, Ink Ink) Answer(Plan plan) => plan switch
    {
        { IsEmpty: true } => ("NOTHING TO DO", Ink.Good),
        { Changes.Count: 0 } => ("REFUSED", Ink.Bad),
        _ => ("PLAN", Ink.Strong),
    };

    private static string Counts(Plan plan)
    {
        int warnings = plan.Changes.Count(change => change.Warning is not null);
        string[] parts =
        [
            Counted(plan.Changes.Count, "change", "changes"),
            Counted(warnings, "warning", "warnings"),
            plan.Changes.Count == 0 ? string.Empty : Counted(plan.Refusals.Count, "left to you", "left to you"),
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Counted(int count, string one, string many) =>
        count == 0 ? string.Empty : count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);

    private void WriteHeading(TextWriter writer, Plan plan, string? origin)
    {
        (string answer, Ink ink) = Answer(plan);
        string indent = new(' ', answer.Length + 2);
        _block.Write(writer, style.Paint(ink, answer) + "  ", indent, VerdictText.Subject(plan.ComputerName, plan.Service), Ink.Strong);
        if (origin is not null)
            _block.Write(writer, indent, indent, SafeText.Of(origin), Ink.Faint);
        string counts = Counts(plan);
        if (counts.Length > 0)
            _block.Write(writer, indent, indent, counts);
    }

    private void WriteChange(TextWriter writer, int number, Change change)
    {
        string first = number.ToString(CultureInfo.InvariantCulture).PadLeft(2) + ".  ";
        _block.Write(writer, first + style.Paint(Ink.Faint, change.CheckId) + "  ", s_changeIndent, SafeText.Of(change.Text));
        if (change.Warning is not null)
            _block.Write(writer, s_changeIndent + "! ", s_changeIndent + "  ", SafeText.Of(change.Warning), Ink.Warning);
    }

    private void WriteRefusal(TextWriter writer, Refusal refusal)
    {
        string first = style.Paint(Ink.Bad, "Left") + "  " + refusal.CheckId.PadRight(IdColumn.Length);
        _block.Write(writer, first, s_leftIndent, SafeText.Of(refusal.Reason));
        _block.WriteAdvice(writer, s_leftIndent, refusal.Recommendation, refusal.Command);
    }
}
