using System;
using System.Collections.Generic;
using System.Threading;
using DsrReadiness.Checks;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Desired;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Saved;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Commands;

/// <summary>A verdict, and what was asked beside it. It holds nothing of the snapshot.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Plan">What would make the server ready; null if that was not asked for.</param>
/// <param name="Paths">The ways of the server's packets; none if they were not asked for.</param>
/// <param name="StillMissing">What the input lacks for a verdict, with the command that brings it; null where that was not asked.</param>
internal sealed record Judgement(ServerVerdict Verdict, Plan? Plan, IReadOnlyList<PathTrace> Paths, string? StillMissing);

/// <summary>Reads an input and judges it, once for each service that is asked of its server; and where asked to, plans what would make it ready and follows its packets.</summary>
/// <param name="services">The services.</param>
/// <param name="strict">True if warnings count as errors.</param>
/// <param name="inputs">What is known beside the snapshot.</param>
/// <param name="plans">True to plan and to follow packets as well.</param>
internal sealed class Judge(ServiceChoice services, bool strict, Func<AskedService, CheckInputs> inputs, bool plans = false)
{
    private readonly CheckRunner _runner = new(Catalogue.All, strict);

    public List<Answer<Judgement>> Ask(SnapshotInput input, CancellationToken cancellationToken) =>
        input.Ask(Fault.Judging, services, (snapshot, asked) => Answer<Judgement>.Of(input.Name, Ask(input.Name, snapshot, asked, cancellationToken), snapshot.CollectedAt));

    private Judgement Ask(string name, Snapshot snapshot, AskedService asked, CancellationToken cancellationToken)
    {
        ServerVerdict verdict = _runner.Run(snapshot, asked.Service, inputs(asked), cancellationToken);
        Plan? plan = plans && verdict.Verdict != Verdict.Ready ? Planner.Plan(snapshot, asked.Service, new PlanOptions()) : null;
        IReadOnlyList<PathTrace> paths = plans ? PathTracer.Trace(snapshot, asked.Service) : [];
        string? missing = snapshot.Collector == SavedSnapshot.Collector ? StillMissing.Of(snapshot, verdict) : null;
        return new Judgement(verdict, plan, paths, missing is null ? null : $"{name}: {missing}");
    }
}
