using System.Globalization;
using System.IO;
using DsrReadiness.Console.Testing;
using DsrReadiness.Reports;

namespace DsrReadiness.Console.Output;

/// <summary>Verdicts for people.</summary>
internal sealed class TableSink(TextWriter writer, VerdictText text) : IVerdictSink
{
    private bool _isFirst = true;

    public void Write(Judgement judgement)
    {
        if (!_isFirst)
            writer.WriteLine();
        _isFirst = false;
        text.Write(writer, judgement.Verdict!, Origin.Of(judgement.Name, judgement.CollectedAt));
        writer.Flush();
    }

    /// <summary>Sums up, where there is more than one thing to sum up.</summary>
    public int End(ExitCode tally)
    {
        if (tally.Total > 1)
        {
            if (!_isFirst)
                writer.WriteLine();
            string unreadable = tally.Unreadable == 0 ? string.Empty : $", {tally.Unreadable} without a verdict";
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{tally.Total} in all: {tally.Ready} ready, {tally.NotReady} not ready, {tally.Inconclusive} inconclusive{unreadable}."));
        }

        writer.Flush();
        return tally.ExitStatus;
    }
}
