using System.IO;
using DsrReadiness.Connections;
using DsrReadiness.Json;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports;

/// <summary>
/// Verdicts as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed,
/// and every one is always there.
/// </summary>
internal sealed class VerdictJson
{
    private const string Format = "dsr-verdict/1";
    private readonly JsonWriter _json;

    /// <summary>Begins the array.</summary>
    public VerdictJson(Stream stream)
    {
        _json = new JsonWriter(stream);
        _json.StartArray();
    }

    /// <summary>Writes one verdict and hands it to the stream.</summary>
    public void Write(ServerVerdict verdict)
    {
        _json.StartObject();
        _json.Member("format", Format);
        _json.Member("computerName", verdict.ComputerName);
        _json.Name("service");
        ServiceJson.Write(_json, verdict.Service);
        _json.Member("verdict", verdict.Verdict.ToString());
        _json.Name("results");
        _json.StartArray();
        foreach (CheckResult result in verdict.Results)
            WriteResult(result);
        _json.EndArray();
        _json.EndObject();
        _json.Flush();
    }

    /// <summary>Writes what came of a real packet, which says by its own format that it is no verdict.</summary>
    public void Write(ConnectionResult result)
    {
        new ConnectionJson(_json).Write(result);
        _json.Flush();
    }

    /// <summary>Ends the array.</summary>
    public void End()
    {
        _json.EndArray();
        _json.End();
    }

    private void WriteResult(CheckResult result)
    {
        _json.StartObject();
        _json.Member("id", result.Id);
        _json.Member("name", result.Name);
        _json.Member("severity", result.Severity.ToString());
        _json.Member("outcome", result.Outcome.ToString());
        _json.Member("subject", result.Subject);
        _json.Member("expected", result.Expected);
        _json.Member("actual", result.Actual);
        _json.Member("reason", result.Reason);
        _json.Member("recommendation", result.Recommendation);
        _json.Member("command", result.Command);
        ServiceJson.WriteTexts(_json, "details", result.Details);
        _json.EndObject();
    }
}
