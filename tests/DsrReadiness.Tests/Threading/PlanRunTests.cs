using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Desired;
using DsrReadiness.Errors;
using DsrReadiness.Lab;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands.Tests.Threading;

public sealed class PlanRunTests
{
    private static readonly DsrService s_service = new([IPAddress.Parse("192.0.2.10")], [ServicePort.Parse("443")]);

    private readonly LabServer _lab = LabShapes.Describe("LAB01", 1, LabShape.Clean, s_service).Build();
    private readonly RecordingPipeline _pipeline = new();

    [Fact]
    public async Task What_if_shows_every_change_and_makes_none()
    {
        Plan plan = await PlanAsync(_lab);
        _lab.ForgetCalls();

        ApplyReport? report = Run(_pipeline, Server(_lab), job => PlanRun.ApplyAsync(job, plan, isWhatIf: true));

        Assert.Null(report);
        Assert.Equal(plan.Changes.Select(change => "LAB01 " + change.Text.TrimEnd('.')), _pipeline.Asked);
        Assert.Empty(_lab.Calls);
    }

    [Fact]
    public async Task Every_change_is_asked_for_and_every_operation_told()
    {
        Plan plan = await PlanAsync(_lab);

        ApplyReport? report = Run(_pipeline, Server(_lab), job => PlanRun.ApplyAsync(job, plan, isWhatIf: false));

        Assert.Equal(ApplyResult.Applied, report!.Result);
        Assert.Contains("LAB01 Create a KM-TEST loopback adapter", _pipeline.Asked);
        Assert.Contains("LAB01: Create a loopback device.", _pipeline.Said);
        Assert.Contains(_pipeline.Said, text => text.StartsWith("LAB01: Modify MSFT_NetIPInterface/Active where", StringComparison.Ordinal));
        Assert.Contains("LAB01 Changing LAB01 Done 100", _pipeline.Said);
        Assert.Empty(_pipeline.Failures);
    }

    /// <summary>An answer may take an hour, so the server is looked at again after it: where nobody is asked, that is not needed.</summary>
    [Fact]
    public async Task Where_nobody_is_asked_every_change_is_shown_and_looked_at_once()
    {
        Plan plan = await PlanAsync(_lab);
        LabServer other = LabShapes.Describe("LAB01", 1, LabShape.Clean, s_service).Build();
        var unasked = new RecordingPipeline { Asks = false };
        _lab.ForgetCalls();

        Run(_pipeline, Server(_lab), job => PlanRun.ApplyAsync(job, plan, isWhatIf: false));
        Plan same = await PlanAsync(other);
        other.ForgetCalls();
        Run(unasked, Server(other), job => PlanRun.ApplyAsync(job, same, isWhatIf: false));

        Assert.Equal(15, plan.Changes.Count);
        Assert.Equal(_pipeline.Asked, unasked.Asked);
        Assert.Equal(_lab.Calls.Where(call => call.IsChange).Select(call => call.Text), other.Calls.Where(call => call.IsChange).Select(call => call.Text));
        Assert.Equal(47, _lab.Calls.Count - other.Calls.Count);
    }

    [Fact]
    public async Task Who_may_not_change_the_server_learns_so_before_anybody_is_asked()
    {
        Plan plan = await PlanAsync(_lab);
        _lab.IsElevated = false;

        AssertFails(nameof(Failures.NotElevated), Server(_lab), plan);
        Assert.Empty(_pipeline.Asked);
    }

    [Fact]
    public async Task Devices_of_another_computer_are_refused_before_anybody_is_asked()
    {
        Plan plan = await PlanAsync(_lab);

        AssertFails(nameof(Failures.DeviceIsRemote), Server(_lab, isRemote: true), plan);
        Assert.Empty(_pipeline.Asked);
    }

    [Fact]
    public async Task Another_computer_can_be_changed_where_no_device_is_made()
    {
        LabServer half = LabShapes.Describe("LAB02", 2, LabShape.HalfDone, s_service).Build();
        Plan plan = await PlanAsync(half);

        Assert.Equal(ApplyResult.Applied, Run(_pipeline, Server(half, isRemote: true), job => PlanRun.ApplyAsync(job, plan, isWhatIf: false))!.Result);
    }

    [Fact]
    public void A_plan_that_is_refused_is_not_carried_out_and_says_why()
    {
        var plan = Plan.Refused("LAB01", s_service, new Refusal("S01", "Nothing listens.", "Start the service."));

        Failure failure = AssertFails(nameof(Failures.PlanRefused), Server(_lab), plan);
        Assert.Contains("Nothing listens.", failure.Message, StringComparison.Ordinal);
        Assert.Equal("Start the service.", failure.RecommendedAction);
    }

    [Fact]
    public async Task A_plan_that_leaves_something_to_the_administrator_is_carried_out_and_says_so()
    {
        Plan plan = Planner.Plan(await SnapshotOf(_lab), new DsrService([IPAddress.Parse("192.0.2.10")], [ServicePort.Parse("8443")]));

        Assert.False(plan.IsRefused);
        Assert.Equal(["S01"], plan.Refusals.Select(left => left.CheckId));
        Assert.Equal(ApplyResult.Applied, Run(_pipeline, Server(_lab), job => PlanRun.ApplyAsync(job, plan, isWhatIf: false))!.Result);
        Assert.Contains(_pipeline.Said, text => text.StartsWith("LAB01: left to you: Nothing listens on tcp/8443", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_snapshot_can_be_planned_for_and_not_changed()
    {
        Snapshot snapshot = await SnapshotOf(_lab);
        Plan plan = Planner.Plan(snapshot, s_service);

        AssertFails(nameof(Failures.ServerCannotBeChanged), ServerConnector.Snapshot(snapshot), plan);
        Assert.Null(Run(_pipeline, ServerConnector.Snapshot(snapshot), job => PlanRun.ApplyAsync(job, plan, isWhatIf: true)));
        Assert.Equal(plan.Changes.Count, _pipeline.Asked.Count);
    }

    [Fact]
    public async Task A_plan_for_another_computer_is_refused()
    {
        Plan plan = await PlanAsync(LabShapes.Describe("LAB02", 2, LabShape.Clean, s_service).Build());

        AssertFails(nameof(Failures.RunRefused), Server(_lab), plan);
    }

    [Fact]
    public async Task A_change_that_fails_is_an_error_that_says_what_is_left()
    {
        Plan plan = await PlanAsync(_lab);
        _lab.Faults.When(call => call.IsChange && call.Text.Contains("MSFT_NetIPAddress", StringComparison.Ordinal)).Fail(FailureKind.AccessDenied);

        Failure failure = AssertFails(nameof(Failures.ChangeFailed), Server(_lab), plan);
        Assert.EndsWith("Everything that was done is undone.", failure.Message, StringComparison.Ordinal);

        _lab.Faults.When(call => call.IsChange && call.Text.Contains("MSFT_NetIPAddress", StringComparison.Ordinal)).Fail(FailureKind.AccessDenied);
        Failure kept = AssertFails(nameof(Failures.ChangeFailed), Server(_lab), plan, keep: true);
        Assert.Contains("Still in place: Create a KM-TEST loopback adapter.", kept.Message, StringComparison.Ordinal);
        Assert.Contains("Undo-DsrPlan -RunId 2", kept.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_is_declined_ends_the_run_with_a_warning_that_says_how_to_take_back_what_was_done()
    {
        Plan plan = await PlanAsync(_lab);
        var pipeline = new RecordingPipeline { Answer = action => !action.StartsWith("Add ", StringComparison.Ordinal) };

        ApplyReport? report = Run(pipeline, Server(_lab), job => PlanRun.ApplyAsync(job, plan, isWhatIf: false));

        Assert.Equal(ApplyResult.Declined, report!.Result);
        Assert.Contains(pipeline.Said, text => text.Contains("Declined: Add 192.0.2.10/32", StringComparison.Ordinal) && text.Contains("Undo-DsrPlan -RunId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_to_mind_is_told_before_a_change()
    {
        LabServer lab = LabShapes.Describe("LAB02", 2, LabShape.VipOnTrafficInterface, s_service).Build();
        Plan plan = await PlanAsync(lab);

        Run(_pipeline, Server(lab), job => PlanRun.ApplyAsync(job, plan, isWhatIf: false));

        Assert.Contains(_pipeline.Said, text => text.Contains("drain the server at the balancer first", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_needed_restart_is_told()
    {
        LabServer lab = LabShapes.Describe("LAB02", 2, LabShape.HalfDone, s_service).Build();
        DsrServer server = Server(lab);
        Plan plan = await PlanAsync(lab);
        var ports = new ServerPorts(lab, new NeedsRestart(lab), lab, lab.Clock);
        var restarting = new DsrServer("LAB02", DsrServerKind.Lab, new FixedAccess(server.Access, new ServerChanges(ports, new MemoryJournals(), true, true)));

        ApplyReport? report = Run(_pipeline, restarting, job => PlanRun.ApplyAsync(job, plan, isWhatIf: false));

        Assert.True(report!.RestartNeeded);
        Assert.Contains("LAB02 has to be restarted before all of this takes effect.", _pipeline.Said);
    }

    [Fact]
    public async Task A_run_is_undone_and_its_changes_are_asked_for()
    {
        Plan plan = await PlanAsync(_lab);
        DsrServer server = Server(_lab);
        Run(_pipeline, server, job => PlanRun.ApplyAsync(job, plan, isWhatIf: false));
        ServerChanges changes = await server.Access.OpenAsync(CancellationToken.None);
        JournalRun run = Assert.Single(JournalReader.ReadAll(changes.Journals, "LAB01"));

        ApplyReport? report = Run(_pipeline, server, async job => await PlanRun.UndoAsync(job, run, new RemovalOptions { AsksForEach = true }));

        Assert.Equal((ApplyResult.Applied, 0), (report!.Result, report.Left.Count));
        Assert.Contains(@"LAB01 Undo: Remove the loopback adapter ROOT\NET\0000", _pipeline.Asked);
        Assert.NotEmpty((await PlanAsync(_lab)).Changes);
    }

    [Fact]
    public async Task Taking_a_VIP_out_of_service_is_asked_for_once_and_tells_who_is_connected()
    {
        LabServer lab = LabShapes.Describe("LAB02", 2, LabShape.Ready, s_service).Build();
        Plan plan = RemovalPlanner.Plan(await SnapshotOf(lab), s_service);
        lab.Backdoor.Connect(IPAddress.Parse("192.0.2.10"), 443, 2, TimeSpan.FromMinutes(1));

        Run(_pipeline, Server(lab), job => PlanRun.ApplyAsync(job, plan, isWhatIf: false, new RemovalOptions()));

        Assert.Equal($"Take 192.0.2.10 out of service by {plan.Changes.Count} changes on LAB02? 192.0.2.10 has 2 established connections.", Assert.Single(_pipeline.Asked));
    }

    [Fact]
    public async Task Connections_that_cannot_be_counted_are_told_and_not_waited_for()
    {
        LabServer lab = LabShapes.Describe("LAB02", 2, LabShape.Ready, s_service).Build();
        Plan plan = RemovalPlanner.Plan(await SnapshotOf(lab), s_service);

        Blind(lab, at: 1);
        Run(_pipeline, Server(lab), job => PlanRun.ApplyAsync(job, plan, isWhatIf: false, new RemovalOptions { IsForced = true }));
        Assert.Contains(_pipeline.Said, text => text.StartsWith("LAB02: Cannot tell how many connections 192.0.2.10 has: ", StringComparison.Ordinal));

        lab = LabShapes.Describe("LAB02", 2, LabShape.Ready, s_service).Build();
        Blind(lab, at: 2);
        lab.ForgetCalls();
        Run(_pipeline, Server(lab), job => PlanRun.ApplyAsync(job, plan, isWhatIf: false, new RemovalOptions { IsForced = true, DrainLimit = TimeSpan.FromMinutes(1) }));
        Assert.Equal(nameof(Failures.ReadingFailed), Assert.Single(_pipeline.Failures).Id);
        Assert.DoesNotContain(lab.Calls, call => call.IsChange);
    }

    /// <summary>Lets one reading of the connections fail.</summary>
    private static void Blind(LabServer lab, int at)
    {
        int count = 0;
        lab.Faults.When(call => call.Text.Contains("MSFT_NetTCPConnection", StringComparison.Ordinal) && ++count == at).Fail(FailureKind.AccessDenied);
    }

    private static DsrServer Server(LabServer lab, bool isRemote = false) => ServerConnector.Lab(lab, isRemote);

    private static Task<Snapshot> SnapshotOf(LabServer lab) => SnapshotCollector.CollectAsync(lab, lab.Clock, null, "tests", CancellationToken.None);

    private static async Task<Plan> PlanAsync(LabServer lab) => Planner.Plan(await SnapshotOf(lab), s_service);

    private static ApplyReport? Run(RecordingPipeline pipeline, DsrServer server, Func<ServerJob, Task<ApplyReport?>> work)
    {
        using var fanOut = new FanOut(1);
        ApplyReport? report = null;
        var job = new ServerJob(server, pipeline, fanOut.Queue, fanOut.Stopping);
        fanOut.Start(new object(), _ => job.RunAsync(async each => report = await work(each)));
        fanOut.Finish();
        return report;
    }

    private Failure AssertFails(string id, DsrServer server, Plan plan, bool keep = false)
    {
        int before = _pipeline.Failures.Count;
        Run(_pipeline, server, job => PlanRun.ApplyAsync(job, plan, isWhatIf: false, keepOnFailure: keep));
        Failure failure = Assert.Single(_pipeline.Failures.Skip(before));
        Assert.Equal(id, failure.Id);
        return failure;
    }

    /// <summary>Says of every change that the server wants to be restarted.</summary>
    private sealed class NeedsRestart(ICimWriter writer) : ICimWriter
    {
        public async Task<CimOutcome> ExecuteAsync(CimOperation operation, CancellationToken cancellationToken)
        {
            CimOutcome outcome = await writer.ExecuteAsync(operation, cancellationToken);
            return outcome.Failure is null ? CimOutcome.Done(outcome.ReturnValue, restartNeeded: true) : outcome;
        }
    }

    private sealed class FixedAccess(IServerAccess access, ServerChanges changes) : IServerAccess
    {
        public IJournalStore? Journals => null;

        public Arp.NeighborAsker? Asker => null;

        public PacketOrigin Origin => access.Origin;

        public Task<Snapshot> TakeSnapshotAsync(IReadOnlyCollection<ReadingId>? readings, CancellationToken cancellationToken) =>
            access.TakeSnapshotAsync(readings, cancellationToken);

        public Task<ServerChanges> OpenAsync(CancellationToken cancellationToken) => Task.FromResult(changes);
    }
}
