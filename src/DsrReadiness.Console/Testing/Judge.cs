using System.Threading;
using DsrReadiness.Checks;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Testing;

/// <summary>Reads an input and judges it; and where asked to, plans what would make it ready.</summary>
internal sealed class Judge(DsrService service, bool strict, CheckInputs? inputs = null, bool plans = false)
{
    private readonly CheckRunner _runner = new(Catalogue.All, strict);

    public Judgement Ask(SnapshotInput input, CancellationToken cancellationToken) => SnapshotQuestion.Ask(
        input,
        snapshot => Ask(input.Name, snapshot, cancellationToken),
        problem => Judgement.Failed(input.Name, problem),
        bug => Judgement.Broken(input.Name, bug));

    private Judgement Ask(string name, Snapshot snapshot, CancellationToken cancellationToken)
    {
        ServerVerdict verdict = _runner.Run(snapshot, service, inputs ?? CheckInputs.None, cancellationToken);
        Plan? plan = plans && verdict.Verdict != Verdict.Ready ? Planner.Plan(snapshot, service, new PlanOptions()) : null;
        return Judgement.Of(name, verdict, snapshot.CollectedAt, plan);
    }
}
