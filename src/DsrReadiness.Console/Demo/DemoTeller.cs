using System.IO;
using DsrReadiness.Plans;
using DsrReadiness.Reports;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Demo;

/// <summary>Writes the parts of the story.</summary>
internal sealed class DemoTeller(TextWriter writer, int width, TextStyle style)
{
    private readonly TextBlock _block = new(width, style);
    private readonly VerdictSummary _summary = new(width, style);
    private readonly PlanText _plan = new(width, style);

    /// <summary>A heading, with a line before it.</summary>
    public void Chapter(string title)
    {
        writer.WriteLine();
        _block.Write(writer, string.Empty, string.Empty, title, Ink.Strong);
        writer.WriteLine();
    }

    /// <summary>An empty line.</summary>
    public void Pause() => writer.WriteLine();

    public void Say(string text) => _block.Write(writer, string.Empty, string.Empty, text);

    public void Tick(string text) => _block.Write(writer, "  " + style.Paint(Ink.Good, "\u2713") + " ", "    ", SafeText.Of(text));

    public void Show(ServerVerdict verdict) => _summary.Write(writer, verdict);

    public void Show(Plan plan) => _plan.Write(writer, plan);
}
