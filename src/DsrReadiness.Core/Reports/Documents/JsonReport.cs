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

    /// <summary>JSON is of verdicts alone.</summary>
    public void WriteUnread(string name, string problem)
    {
    }

    public void End() => _json.End();
}
