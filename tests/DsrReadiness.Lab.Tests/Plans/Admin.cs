using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>Does with a server what an administrator does: looks, judges, plans, applies, undoes.</summary>
/// <param name="server">The server.</param>
/// <param name="journals">Where journals are kept; null for new ones.</param>
/// <param name="reader">Another way to read it than directly.</param>
/// <param name="writer">Another way to change it.</param>
internal sealed class Admin(LabServer server, IJournalStore? journals = null, ICimReader? reader = null, ICimWriter? writer = null)
{
    public LabServer Server { get; } = server;

    public IJournalStore Journals { get; } = journals ?? new MemoryJournals();

    public AgreeableObserver Observer { get; } = new();

    private ICimReader Reader => reader ?? Server;

    private Applier Applier => new(new ServerPorts(Reader, writer ?? Server, Server, Server.Clock), Journals);

    public Task<Snapshot> LookAsync() => SnapshotCollector.CollectAsync(Reader, Server.Clock, null, "tests", CancellationToken.None);

    public async Task<ServerVerdict> JudgeAsync(DsrService service) => new CheckRunner(Catalogue.All).Run(await LookAsync(), service);

    public async Task<Plan> PlanAsync(DsrService service) => Planner.Plan(await LookAsync(), service, await OptionsAsync());

    public async Task<Plan> PlanRemovalAsync(DsrService service) => RemovalPlanner.Plan(await LookAsync(), service, await OptionsAsync());

    public async Task<ApplyReport> ApplyAsync(DsrService service, bool keep = false) => await ApplyAsync(await PlanAsync(service), keep);

    public Task<ApplyReport> ApplyAsync(Plan plan, bool keep = false) => Applier.ApplyAsync(plan, Observer, keep, CancellationToken.None);

    public Task<ApplyReport> UndoAsync(string runId) => Applier.UndoAsync(runId, Observer, CancellationToken.None);

    /// <summary>Undoes every run that is not undone, the newest first.</summary>
    public async Task UndoAllAsync()
    {
        foreach (string run in Journals.List(Server.ComputerName).Reverse())
            await UndoAsync(run);
    }

    public IReadOnlyList<JournalRun> Runs() => JournalReader.ReadAll(Journals, Server.ComputerName, repair: true);

    private async Task<PlanOptions> OptionsAsync()
    {
        DeviceReading devices = await Server.FindAsync(CancellationToken.None);
        return new PlanOptions { OwnDevices = Applier.OwnDevices(Journals, Server.ComputerName, devices.Devices ?? []) };
    }

    /// <summary>Says yes to everything and remembers what it was told.</summary>
    internal sealed class AgreeableObserver : IApplyObserver
    {
        public List<string> Told { get; } = [];

        public System.Func<Change, bool> Answer { get; set; } = _ => true;

        public bool Approve(Change change) => Answer(change);

        public void Tell(string operation) => Told.Add(operation);

        public void Progress(int done, int total, string what) => Told.Add($"{done}/{total} {what}");
    }
}
