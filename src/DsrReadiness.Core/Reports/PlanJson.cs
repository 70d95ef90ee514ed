using System.IO;
using DsrReadiness.Desired;
using DsrReadiness.Plans;

namespace DsrReadiness.Reports;

/// <summary>
/// Plans as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed, and
/// every one is always there.
/// </summary>
internal sealed class PlanJson(Stream stream) : JsonList<Plan>(stream)
{
    protected override void WriteMembers(Plan plan)
    {
        Json.Member("computerName", plan.ComputerName);
        Json.Name("service");
        ServiceJson.Write(Json, plan.Service);
        Json.Name("changes");
        Json.StartArray();
        foreach (Change change in plan.Changes)
            WriteObject(("check", change.CheckId), ("text", change.Text), ("warning", change.Warning));
        Json.EndArray();
        Json.Name("refused");
        Json.StartArray();
        foreach (Refusal refusal in plan.Refusals)
            WriteObject(("check", refusal.CheckId), ("reason", refusal.Reason), ("recommendation", refusal.Recommendation), ("command", refusal.Command));
        Json.EndArray();
    }

    private void WriteObject(params (string Name, string? Value)[] members)
    {
        Json.StartObject();
        foreach ((string name, string? value) in members)
            Json.Member(name, value);
        Json.EndObject();
    }
}
