using System.IO;
using DsrReadiness.Desired;
using DsrReadiness.Json;
using DsrReadiness.Plans;

namespace DsrReadiness.Reports;

/// <summary>
/// Plans as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed, and
/// every one is always there.
/// </summary>
internal sealed class PlanJson
{
    private readonly JsonWriter _json;

    /// <summary>Begins the array.</summary>
    public PlanJson(Stream stream)
    {
        _json = new JsonWriter(stream);
        _json.StartArray();
    }

    /// <summary>Writes one plan and hands it to the stream.</summary>
    public void Write(Plan plan)
    {
        _json.StartObject();
        _json.Member("computerName", plan.ComputerName);
        _json.Name("service");
        ServiceJson.Write(_json, plan.Service);
        _json.Name("changes");
        _json.StartArray();
        foreach (Change change in plan.Changes)
            WriteMembers(("check", change.CheckId), ("text", change.Text), ("warning", change.Warning));
        _json.EndArray();
        _json.Name("refused");
        _json.StartArray();
        foreach (Refusal refusal in plan.Refusals)
            WriteMembers(("check", refusal.CheckId), ("reason", refusal.Reason), ("recommendation", refusal.Recommendation), ("command", refusal.Command));
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

    private void WriteMembers(params (string Name, string? Value)[] members)
    {
        _json.StartObject();
        foreach ((string name, string? value) in members)
            _json.Member(name, value);
        _json.EndObject();
    }
}
