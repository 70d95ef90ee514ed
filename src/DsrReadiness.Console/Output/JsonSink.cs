using System.IO;
using DsrReadiness.Console.Testing;
using DsrReadiness.Reports;

namespace DsrReadiness.Console.Output;

/// <summary>Verdicts for programs.</summary>
internal sealed class JsonSink(Stream stream) : IVerdictSink
{
    private readonly VerdictJson _json = new(stream);

    public void Write(Judgement judgement) => _json.Write(judgement.Verdict!);

    public int End(ExitCode tally)
    {
        _json.End();
        return tally.ExitStatus;
    }
}
