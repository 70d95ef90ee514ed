using System.IO;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Json;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports;

/// <summary>
/// Comparisons as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed,
/// and every one is always there.
/// </summary>
internal sealed class ComparisonJson
{
    private readonly JsonWriter _json;

    /// <summary>Begins the array.</summary>
    public ComparisonJson(Stream stream)
    {
        _json = new JsonWriter(stream);
        _json.StartArray();
    }

    /// <summary>Writes one comparison and hands it to the stream.</summary>
    public void Write(ServerComparison comparison)
    {
        _json.StartObject();
        _json.Member("computerName", comparison.After.ComputerName);
        _json.Name("service");
        ServiceJson.Write(_json, comparison.Service);
        WriteTime("before", comparison.Earlier, comparison.Before);
        WriteTime("after", comparison.Later, comparison.After);
        _json.Name("changes");
        _json.StartArray();
        foreach (ResultChange change in comparison.Changes)
            WriteChange(change);
        _json.EndArray();
        _json.Name("causes");
        _json.StartArray();
        foreach (LikelyCause cause in comparison.Causes)
        {
            _json.StartObject();
            _json.Member("cause", cause.Name);
            _json.Member("text", cause.Text);
            ServiceJson.WriteTexts(_json, "explains", cause.Explains);
            _json.EndObject();
        }

        _json.EndArray();
        _json.EndObject();
        _json.Flush();
    }

    /// <summary>Ends the array.</summary>
    public void End()
    {
        _json.EndArray();
        _json.End();
    }

    private void WriteTime(string name, Snapshot snapshot, ServerVerdict verdict)
    {
        _json.Name(name);
        _json.StartObject();
        _json.Member("collectedAt", SnapshotDate.Write(snapshot.CollectedAt));
        _json.Member("verdict", verdict.Verdict.ToString());
        _json.EndObject();
    }

    private void WriteChange(ResultChange change)
    {
        _json.StartObject();
        _json.Member("id", change.After.Id);
        _json.Member("name", change.After.Name);
        _json.Member("change", change.Direction.ToString());
        WriteResult("before", change.Before);
        WriteResult("after", change.After);
        _json.EndObject();
    }

    private void WriteResult(string name, CheckResult result)
    {
        _json.Name(name);
        _json.StartObject();
        _json.Member("severity", result.Severity.ToString());
        _json.Member("outcome", result.Outcome.ToString());
        _json.Member("subject", result.Subject);
        _json.Member("reason", result.Reason);
        _json.Member("recommendation", result.Recommendation);
        _json.Member("command", result.Command);
        _json.EndObject();
    }
}
