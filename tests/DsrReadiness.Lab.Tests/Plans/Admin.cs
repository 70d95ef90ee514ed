using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Desired;
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

    public IJournalStore Journals { get; private set; } = journals ?? new MemoryJournals();

    public AgreeableObserver Observer { get; } = new();

    private ICimReader Reader => reader ?? Server;

    private Applier Applier => new(new ServerPorts(Reader, writer ?? Server, Server, Server.Clock), Journals);

    public Task<Snapshot> LookAsync() => SnapshotCollector.CollectAsync(Reader, Server.Clock, null, "tests", CancellationToken.None);

    public async Task<ServerVerdict> JudgeAsync(DsrService service) => new CheckRunner(Catalogue.All).Run(await LookAsync(), service);

    public async Task<Plan> PlanAsync(DsrService service) => Planner.Plan(await LookAsync(), service, await OptionsAsync());

    public async Task<Plan> PlanRemovalAsync(DsrService service) => RemovalPlanner.Plan(await LookAsync(), service, await OptionsAsync());

    public async Task<ApplyReport> ApplyAsync(DsrService service, bool keep = false) => await ApplyAsync(await PlanAsync(service), keep);

    public Task<ApplyReport> ApplyAsync(Plan plan, bool keep = false) => UntilKilledAsync(() => Applier.ApplyAsync(plan, Observer, keep, CancellationToken.None));

    public Task<ApplyReport> UndoAsync(string runId) => UntilKilledAsync(() => Applier.UndoAsync(runId, Observer, CancellationToken.None));

    /// <summary>Undoes every run that is not undone, the newest first.</summary>
    public async Task UndoAllAsync()
    {
        foreach (string run in Journals.List(Server.ComputerName).Reverse())
            await UndoAsync(run);
    }

    public IReadOnlyList<JournalRun> Runs() => JournalReader.ReadAll(Journals, Server.ComputerName, repair: true);

    /// <summary>A process that is killed does nothing more: its journals stay as they are, and its lock is gone with it.</summary>
    /// <exception cref="ProcessKilledException">It was killed; the server takes calls of a new one.</exception>
    private async Task<ApplyReport> UntilKilledAsync(Func<Task<ApplyReport>> act)
    {
        Task killed = Server.Killed;
        Task<ApplyReport> run = act();
        if (await Task.WhenAny(run, killed) == run)
            return await run;
        Journals = Frozen(Journals, Server.ComputerName);
        Server.StartNewProcess();
        throw new ProcessKilledException();
    }

    private static MemoryJournals Frozen(IJournalStore journals, string computerName)
    {
        var frozen = new MemoryJournals();
        foreach (string run in journals.List(computerName))
        {
            string[] lines = Encoding.UTF8.GetString(journals.Read(computerName, run)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            frozen.Begin(computerName, run, Encoding.UTF8.GetBytes(lines[0]));
            foreach (string line in lines.Skip(1))
                frozen.Append(computerName, run, Encoding.UTF8.GetBytes(line));
        }

        return frozen;
    }

    private async Task<PlanOptions> OptionsAsync()
    {
        DeviceReading devices = await Server.FindAsync(CancellationToken.None);
        return new PlanOptions { OwnDevices = Applier.OwnDevices(Journals, Server.ComputerName, devices.Devices ?? []) };
    }

    /// <summary>The process of the administrator was killed, as the test sees it; the process itself sees nothing.</summary>
    internal sealed class ProcessKilledException : Exception;

    /// <summary>Says yes to everything and remembers what it was told.</summary>
    internal sealed class AgreeableObserver : IApplyObserver
    {
        public List<string> Told { get; } = [];

        public Func<Change, bool> Answer { get; set; } = _ => true;

        /// <summary>False if it says yes at once, as where nobody is asked.</summary>
        public bool IsAsked { get; set; } = true;

        public Approval Approve(Change change) => !Answer(change) ? Approval.Declined : IsAsked ? Approval.Answered : Approval.Unasked;

        public void Tell(string operation) => Told.Add(operation);

        public void Progress(int done, int total, string what) => Told.Add($"{done}/{total} {what}");
    }
}
