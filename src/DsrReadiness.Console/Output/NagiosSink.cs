using System.IO;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Testing;
using DsrReadiness.Reports;

namespace DsrReadiness.Console.Output;

/// <summary>Verdicts for a monitoring system that runs plug-ins: one line, and its status.</summary>
internal sealed class NagiosSink(TextWriter writer, ConsoleHost host, Messages messages) : IVerdictSink
{
    private readonly VerdictNagios _verdicts = new();

    public void Write(Judgement judgement) => _verdicts.Add(judgement.Verdict!, judgement.CollectedAt);

    public int End(ExitCode tally)
    {
        (int status, string line) = _verdicts.End(tally.Unreadable, messages.First, host.Now());
        writer.WriteLine(line);
        writer.Flush();
        return status;
    }
}
