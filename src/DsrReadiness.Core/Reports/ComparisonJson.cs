using System.IO;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports;

/// <summary>
/// Comparisons as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed,
/// and every one is always there.
/// </summary>
internal sealed class ComparisonJson(Stream stream) : JsonList<ServerComparison>(stream)
{
    protected override void WriteMembers(ServerComparison comparison)
    {
        Json.Member("computerName", comparison.After.ComputerName);
        Json.Name("service");
        ServiceJson.Write(Json, comparison.Service);
        WriteTime("before", comparison.Earlier, comparison.Before);
        WriteTime("after", comparison.Later, comparison.After);
        Json.Name("changes");
        Json.StartArray();
        foreach (ResultChange change in comparison.Changes)
            WriteChange(change);
        Json.EndArray();
        Json.Name("causes");
        Json.StartArray();
        foreach (LikelyCause cause in comparison.Causes)
        {
            Json.StartObject();
            Json.Member("cause", cause.Name);
            Json.Member("text", cause.Text);
            ServiceJson.WriteTexts(Json, "explains", cause.Explains);
            Json.EndObject();
        }

        Json.EndArray();
    }

    private void WriteTime(string name, Snapshot snapshot, ServerVerdict verdict)
    {
        Json.Name(name);
        Json.StartObject();
        Json.Member("collectedAt", SnapshotDate.Write(snapshot.CollectedAt));
        Json.Member("verdict", verdict.Verdict.ToString());
        Json.EndObject();
    }

    private void WriteChange(ResultChange change)
    {
        Json.StartObject();
        Json.Member("id", change.After.Id);
        Json.Member("name", change.After.Name);
        Json.Member("change", change.Direction.ToString());
        WriteResult("before", change.Before);
        WriteResult("after", change.After);
        Json.EndObject();
    }

    private void WriteResult(string name, CheckResult result)
    {
        Json.Name(name);
        Json.StartObject();
        Json.Member("severity", result.Severity.ToString());
        Json.Member("outcome", result.Outcome.ToString());
        Json.Member("subject", result.Subject);
        Json.Member("reason", result.Reason);
        Json.Member("recommendation", result.Recommendation);
        Json.Member("command", result.Command);
        Json.EndObject();
    }
}
