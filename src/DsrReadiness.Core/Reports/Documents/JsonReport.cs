using System.IO;

namespace DsrReadiness.Reports.Documents;

/// <summary>Verdicts as JSON, whose members are contract.</summary>
internal sealed class JsonReport(Stream stream) : IReport
{
    private readonly VerdictJson _json = new(stream);

    public void Write(ReportEntry entry) => _json.Write(entry.Verdict);

    public void End() => _json.End();
}
