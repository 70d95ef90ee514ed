using System.IO;
using System.Linq;
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

    protected override (string Name, object? Value)[] Members(ServerVerdict verdict) =>
    [
        ("format", Format),
        ("computerName", verdict.ComputerName),
        ("service", ServiceJson.Of(verdict.Service)),
        ("verdict", verdict.Verdict),
        ("results", verdict.Results.Select(Of)),
    ];

    /// <summary>Writes what came of a real packet, which says by its own format that it is no verdict.</summary>
    public void Write(ConnectionResult result) => Write(ConnectionJson.Of(result));

    private static (string Name, object? Value)[] Of(CheckResult result) =>
    [
        ("id", result.Id),
        ("name", result.Name),
        ("severity", result.Severity),
        ("outcome", result.Outcome),
        ("subject", result.Subject),
        ("expected", result.Expected),
        ("actual", result.Actual),
        ("reason", result.Reason),
        ("recommendation", result.Recommendation),
        ("command", result.Command),
        ("details", result.Details),
    ];
}
