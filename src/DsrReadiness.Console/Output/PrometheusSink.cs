using System.IO;
using DsrReadiness.Console.Testing;
using DsrReadiness.Reports;

namespace DsrReadiness.Console.Output;

/// <summary>Verdicts as figures for Prometheus.</summary>
internal sealed class PrometheusSink(TextWriter writer) : IVerdictSink
{
    private readonly VerdictPrometheus _verdicts = new();

    public void Write(Judgement judgement) => _verdicts.Add(judgement.Verdict!, judgement.CollectedAt);

    public int End(ExitCode tally)
    {
        _verdicts.Write(writer, tally.Unreadable);
        writer.Flush();
        return tally.ExitStatus;
    }
}
