using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports;

/// <summary>Verdicts for monitoring: one line, and the status that goes with it.</summary>
internal sealed class VerdictNagios
{
    private const int ShownChecks = 3;

    private readonly List<(int Status, string Said)> _wrong = [];
    private readonly Dictionary<Verdict, int> _counts = new() { [Verdict.Ready] = 0, [Verdict.Inconclusive] = 0, [Verdict.NotReady] = 0 };
    private DateTimeOffset? _oldest;

    /// <summary>Takes a verdict in.</summary>
    public void Add(ServerVerdict verdict, DateTimeOffset collectedAt)
    {
        _counts[verdict.Verdict]++;
        if (_oldest is null || collectedAt < _oldest)
            _oldest = collectedAt;
        int status = StatusOf(verdict);
        if (status != NagiosText.Ok)
            _wrong.Add((status, Said(verdict)));
    }

    /// <summary>The line and its status: a server that is not ready is critical, whatever else there is; then what could not be judged is unknown, and what is uncertain or warned of a warning.</summary>
    /// <param name="unreadable">How many inputs have no verdict.</param>
    /// <param name="why">Why the first of them has none.</param>
    /// <param name="now">The time.</param>
    public (int Status, string Line) End(int unreadable, string? why, DateTimeOffset now)
    {
        int total = _counts.Values.Sum();
        int worst = _wrong.Select(each => each.Status).DefaultIfEmpty(NagiosText.Ok).Max();
        int status = worst == NagiosText.Critical ? worst : unreadable > 0 || total == 0 ? NagiosText.Unknown : worst;
        string[] wrong = [.. _wrong.OrderByDescending(each => each.Status).Select(each => each.Said)];
        string details = string.Join("; ", new[] { Wording.Some(wrong, "; "), unreadable > 0 ? why : null }.Where(each => !string.IsNullOrEmpty(each)));
        string said = $"{_counts[Verdict.Ready]} of {total} ready"
            + (unreadable > 0 ? $", {unreadable} without a verdict" : string.Empty)
            + (details.Length > 0 ? ": " + details : string.Empty);
        string counts = $"ready={_counts[Verdict.Ready]} not_ready={_counts[Verdict.NotReady]} inconclusive={_counts[Verdict.Inconclusive]} unreadable={unreadable}";
        string age = _oldest is { } oldest ? $" oldest={Math.Max(0, (long)(now - oldest).TotalSeconds)}s" : string.Empty;
        return (status, NagiosText.Line(status, said, counts + age));
    }

    private static int StatusOf(ServerVerdict verdict) => verdict.Verdict switch
    {
        Verdict.NotReady => NagiosText.Critical,
        Verdict.Inconclusive => NagiosText.Warning,
        _ => Problems(verdict).Any() ? NagiosText.Warning : NagiosText.Ok,
    };

    /// <summary>What a monitoring system should know of: what failed, and for want of that what could not be seen.</summary>
    private static IEnumerable<CheckResult> Problems(ServerVerdict verdict) => ReportSummary.WorstFirst(verdict.Results)
        .Where(result => result.Severity >= (result.Outcome == Outcome.Failed ? Severity.Warning : Severity.Error));

    private static string Said(ServerVerdict verdict)
    {
        string[] ids = [.. Problems(verdict).Select(result => result.Id)];
        string more = ids.Length > ShownChecks ? $" +{ids.Length - ShownChecks}" : string.Empty;
        string answer = verdict.Verdict switch { Verdict.Ready => "warns", Verdict.NotReady => "is not ready", _ => "is inconclusive" };
        return $"{VerdictText.Subject(verdict.ComputerName, verdict.Service)} {answer} ({string.Join(" ", ids.Take(ShownChecks))}{more})";
    }
}
