using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports;

/// <summary>Verdicts as figures for Prometheus, in its text format, for the textfile collector: a series for each server and service.</summary>
/// <remarks>The age of a snapshot is <c>time() - dsr_snapshot_timestamp_seconds</c>: an age that is written down is wrong when it is read.</remarks>
internal sealed class VerdictPrometheus
{
    private static readonly (string Name, Func<CheckResult, bool> Counts)[] s_states =
    [
        ("failed", result => result.Outcome == Outcome.Failed && result.Severity == Severity.Error),
        ("warning", result => result.Outcome == Outcome.Failed && result.Severity == Severity.Warning),
        ("unknown", result => result.Outcome == Outcome.Unknown && result.Severity != Severity.Information),
    ];

    private readonly Dictionary<string, Series> _series = new(StringComparer.Ordinal);

    /// <summary>Takes a verdict in. Of several of one server and service the snapshot that was collected last counts, as Prometheus refuses a series that comes twice.</summary>
    public void Add(ServerVerdict verdict, DateTimeOffset collectedAt)
    {
        string service = verdict.Service.Name ?? string.Join(",", verdict.Service.VirtualIPAddresses)
            + (verdict.Service.Ports.Count == 0 ? string.Empty : " " + string.Join(",", verdict.Service.Ports));
        string labels = $"server=\"{Escaped(verdict.ComputerName)}\",service=\"{Escaped(service)}\"";
        if (_series.TryGetValue(labels, out Series? other) && other.CollectedAt > collectedAt)
            return;
        _series[labels] = new Series(verdict.Verdict == Verdict.Ready, Array.ConvertAll(s_states, state => verdict.Results.Count(state.Counts)), collectedAt);
    }

    /// <summary>Writes all of it.</summary>
    public void Write(TextWriter writer, int unreadable)
    {
        Write(writer, "dsr_ready", "Whether the server is ready for the service: 1 if it is, 0 if it is not or that is not certain.",
            _series.Select(each => ($"{{{each.Key}}}", each.Value.IsReady ? 1L : 0)));
        Write(writer, "dsr_checks", "Checks of a server and service that failed, warn, or could not see what to judge.",
            _series.SelectMany(each => s_states.Select((state, i) => ($"{{{each.Key},state=\"{state.Name}\"}}", (long)each.Value.Counts[i]))));
        Write(writer, "dsr_snapshot_timestamp_seconds", "When the snapshot was collected, in seconds since 1970-01-01 UTC.",
            _series.Select(each => ($"{{{each.Key}}}", each.Value.CollectedAt.ToUnixTimeSeconds())));
        Write(writer, "dsr_unreadable", "Inputs without a verdict.", [(string.Empty, unreadable)]);
    }

    private static void Write(TextWriter writer, string name, string help, IEnumerable<(string Labels, long Value)> samples)
    {
        writer.Write($"# HELP {name} {help}\n# TYPE {name} gauge\n");
        foreach ((string labels, long value) in samples)
            writer.Write($"{name}{labels} {value.ToString(CultureInfo.InvariantCulture)}\n");
    }

    private static string Escaped(string text) => SafeText.Of(text).Replace("\\", "\\\\").Replace("\"", "\\\"");

    private sealed record Series(bool IsReady, int[] Counts, DateTimeOffset CollectedAt);
}
