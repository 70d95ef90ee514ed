using System.IO;
using System.Linq;
using DsrReadiness.Desired;
using DsrReadiness.Plans;

namespace DsrReadiness.Reports;

/// <summary>
/// Plans as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed, and
/// every one is always there.
/// </summary>
internal sealed class PlanJson(Stream stream) : JsonList<Plan>(stream)
{
    protected override (string Name, object? Value)[] Members(Plan plan) =>
    [
        ("computerName", plan.ComputerName),
        ("service", ServiceJson.Of(plan.Service)),
        ("changes", plan.Changes.Select(Of)),
        ("refused", plan.Refusals.Select(Of)),
    ];

    private static (string Name, object? Value)[] Of(Change change) => [("check", change.CheckId), ("text", change.Text), ("warning", change.Warning)];

    private static (string Name, object? Value)[] Of(Refusal refusal) =>
        [("check", refusal.CheckId), ("reason", refusal.Reason), ("recommendation", refusal.Recommendation), ("command", refusal.Command)];
}
