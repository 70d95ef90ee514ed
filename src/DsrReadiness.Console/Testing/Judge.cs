using System;
using System.Collections.Generic;
using System.Threading;
using DsrReadiness.Checks;
using DsrReadiness.Desired;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Saved;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Testing;

/// <summary>Reads an input and judges it, once for each service that is asked of its server; and where asked to, plans what would make it ready and follows its packets.</summary>
/// <param name="services">The services.</param>
/// <param name="strict">True if warnings count as errors.</param>
/// <param name="inputs">What is known beside the snapshot.</param>
/// <param name="plans">True to plan and to follow packets as well.</param>
internal sealed class Judge(ServiceChoice services, bool strict, Func<AskedService, CheckInputs> inputs, bool plans = false)
{
    private readonly CheckRunner _runner = new(Catalogue.All, strict);

    public List<Judgement> Ask(SnapshotInput input, CancellationToken cancellationToken) => ServiceSource.Ask(
        services,
        input,
        (snapshot, asked) => Ask(input.Name, snapshot, asked, cancellationToken),
        problem => Judgement.Failed(input.Name, problem),
        bug => Judgement.Broken(input.Name, bug));

    private Judgement Ask(string name, Snapshot snapshot, AskedService asked, CancellationToken cancellationToken)
    {
        ServerVerdict verdict = _runner.Run(snapshot, asked.Service, inputs(asked), cancellationToken);
        Plan? plan = plans && verdict.Verdict != Verdict.Ready ? Planner.Plan(snapshot, asked.Service, new PlanOptions()) : null;
        IReadOnlyList<PathTrace>? paths = plans ? PathTracer.Trace(snapshot, asked.Service) : null;
        string? missing = snapshot.Collector == SavedSnapshot.Collector ? StillMissing.Of(snapshot, verdict) : null;
        return Judgement.Of(name, verdict, snapshot.CollectedAt, plan, paths, missing is null ? null : $"{name}: {missing}");
    }
}
