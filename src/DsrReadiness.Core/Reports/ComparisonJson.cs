using System.IO;
using System.Linq;
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
    protected override (string Name, object? Value)[] Members(ServerComparison comparison) =>
    [
        ("computerName", comparison.After.ComputerName),
        ("service", ServiceJson.Of(comparison.Service)),
        ("before", Of(comparison.Earlier, comparison.Before)),
        ("after", Of(comparison.Later, comparison.After)),
        ("changes", comparison.Changes.Select(Of)),
        ("causes", comparison.Causes.Select(Of)),
    ];

    private static (string Name, object? Value)[] Of(Snapshot snapshot, ServerVerdict verdict) =>
        [("collectedAt", SnapshotDate.Write(snapshot.CollectedAt)), ("verdict", verdict.Verdict)];

    private static (string Name, object? Value)[] Of(ResultChange change) =>
    [
        ("id", change.After.Id),
        ("name", change.After.Name),
        ("change", change.Direction),
        ("before", Of(change.Before)),
        ("after", Of(change.After)),
    ];

    private static (string Name, object? Value)[] Of(CheckResult result) =>
    [
        ("severity", result.Severity),
        ("outcome", result.Outcome),
        ("subject", result.Subject),
        ("reason", result.Reason),
        ("recommendation", result.Recommendation),
        ("command", result.Command),
    ];

    private static (string Name, object? Value)[] Of(LikelyCause cause) => [("cause", cause.Name), ("text", cause.Text), ("explains", cause.Explains)];
}
