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

    private static string Counts(Plan plan) => Wording.Counts(
        (plan.Changes.Count, "change", "changes"),
        (plan.Changes.Count(change => change.Warning is not null), "warning", "warnings"),
        (plan.Changes.Count == 0 ? 0 : plan.Refusals.Count, "left to you", "left to you"));

    private void WriteHeading(TextWriter writer, Plan plan, string? origin)
    {
        string indent = _block.WriteHeading(writer, Answer(plan), VerdictText.Subject(plan.ComputerName, plan.Service), origin);
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
