using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Connections;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>What a report says of one server.</summary>
/// <param name="verdict">The verdict.</param>
/// <param name="collectedAt">When the server was looked at.</param>
/// <param name="origin">Where the readings came from, for people; null to leave it out.</param>
/// <param name="plan">What would make it ready; null if there is no plan.</param>
/// <param name="paths">The ways of its packets; null if none was followed.</param>
internal sealed class ReportEntry(
    ServerVerdict verdict, DateTimeOffset collectedAt, string? origin = null, Plan? plan = null, IReadOnlyList<PathTrace>? paths = null)
{
    public ServerVerdict Verdict { get; } = verdict;

    public DateTimeOffset CollectedAt { get; } = collectedAt;

    public string? Origin { get; } = origin;

    public Plan? Plan { get; } = plan;

    public IReadOnlyList<PathTrace> Paths { get; } = paths ?? [];

    /// <summary>What came of real packets to it; none if it was sent none.</summary>
    public IReadOnlyList<ConnectionResult> Connections { get; init; } = [];

    /// <summary>The worst of the packets, as a mark.</summary>
    public Mark Packet => Connections.Select(each => each.ToMark()).DefaultIfEmpty(Mark.None).Max();

    /// <summary>When the server was looked at, in words.</summary>
    public string Collected => InWords(CollectedAt);

    public static string InWords(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
