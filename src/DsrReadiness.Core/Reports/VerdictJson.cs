using System.IO;
using DsrReadiness.Connections;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports;

/// <summary>
/// Verdicts as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed,
/// and every one is always there.
/// </summary>
internal sealed class VerdictJson(Stream stream) : JsonList<ServerVerdict>(stream)
{
    private const string Format = "dsr-verdict/1";

    protected override void WriteMembers(ServerVerdict verdict)
    {
        Json.Member("format", Format);
        Json.Member("computerName", verdict.ComputerName);
        Json.Name("service");
        ServiceJson.Write(Json, verdict.Service);
        Json.Member("verdict", verdict.Verdict.ToString());
        Json.Name("results");
        Json.StartArray();
        foreach (CheckResult result in verdict.Results)
            WriteResult(result);
        Json.EndArray();
    }

    /// <summary>Writes what came of a real packet, which says by its own format that it is no verdict.</summary>
    public void Write(ConnectionResult result)
    {
        new ConnectionJson(Json).Write(result);
    }

    private void WriteResult(CheckResult result)
    {
        Json.StartObject();
        Json.Member("id", result.Id);
        Json.Member("name", result.Name);
        Json.Member("severity", result.Severity.ToString());
        Json.Member("outcome", result.Outcome.ToString());
        Json.Member("subject", result.Subject);
        Json.Member("expected", result.Expected);
        Json.Member("actual", result.Actual);
        Json.Member("reason", result.Reason);
        Json.Member("recommendation", result.Recommendation);
        Json.Member("command", result.Command);
        ServiceJson.WriteTexts(Json, "details", result.Details);
        Json.EndObject();
    }
}
