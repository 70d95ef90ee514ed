using System.Collections.Generic;
using DsrReadiness.Desired;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>What a page tells of a server beside the verdict.</summary>
/// <param name="Plan">What would make it ready; null for a server that is.</param>
/// <param name="Paths">The ways of its packets.</param>
internal sealed record VerdictDetails(Plan? Plan, IReadOnlyList<PathTrace> Paths)
{
    /// <summary>Made of the snapshot that the verdict was made of.</summary>
    public static VerdictDetails Of(Snapshot snapshot, DsrService service, Verdict verdict) => new(
        verdict == Verdict.Ready ? null : Planner.Plan(snapshot, service, new PlanOptions()),
        PathTracer.Trace(snapshot, service));
}
