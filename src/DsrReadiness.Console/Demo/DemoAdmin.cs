using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Lab;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Demo;

/// <summary>Does with a simulated server what an administrator does: looks, judges, plans, applies, undoes.</summary>
internal sealed class DemoAdmin(LabServer server, DsrService service, CancellationToken cancellationToken)
{
    private readonly Applier _applier = new(new ServerPorts(server, server, server, server.Clock), new MemoryJournals());

    public Task<Snapshot> LookAsync() => SnapshotCollector.CollectAsync(server, server.Clock, null, "dsr demo", cancellationToken);

    public async Task<ServerVerdict> JudgeAsync() => Judge(await LookAsync().ConfigureAwait(false));

    public ServerVerdict Judge(Snapshot snapshot) => new CheckRunner(Catalogue.All).Run(snapshot, service, cancellationToken);

    public Plan Plan(Snapshot snapshot) => Planner.Plan(snapshot, service);

    public Task<ApplyReport> ApplyAsync(Plan plan, IApplyObserver observer) => _applier.ApplyAsync(plan, observer, keepOnFailure: false, cancellationToken);

    public Task<ApplyReport> UndoAsync(string runId, IApplyObserver observer) => _applier.UndoAsync(runId, observer, cancellationToken);
}
