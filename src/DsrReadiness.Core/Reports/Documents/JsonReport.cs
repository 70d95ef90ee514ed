using System.IO;
using DsrReadiness.Connections;

namespace DsrReadiness.Reports.Documents;

/// <summary>Verdicts as JSON, whose members are contract, each followed by what came of real packets to its server.</summary>
internal sealed class JsonReport(Stream stream) : IReport
{
    private readonly VerdictJson _json = new(stream);

    public void Write(ReportEntry entry)
    {
        _json.Write(entry.Verdict);
        foreach (ConnectionResult result in entry.Connections)
            _json.Write(result);
    }

    public void End() => _json.End();
}
