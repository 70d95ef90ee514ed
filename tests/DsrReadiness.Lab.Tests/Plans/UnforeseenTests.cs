using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>What nobody foresaw is a failure like any other: it is rolled back.</summary>
public sealed class UnforeseenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(10)]
    public async Task An_exception_out_of_a_change_undoes_the_run(int change)
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Faults.AtChange(change).Throw(new NullReferenceException("as live calls do"));
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal((ApplyResult.Failed, 0), (report.Result, report.Left.Count));
        Assert.Contains("Unexpected NullReferenceException: as live calls do", report.Reason);
        Assert.Equal(RunStatus.Undone, Assert.Single(admin.Runs()).Status);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task An_exception_out_of_a_question_undoes_the_run()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        int asked = 0;
        admin.Observer.Answer = _ => ++asked == 7 ? throw new InvalidOperationException("There is no host.") : true;
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("There is no host.", report.Reason);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task An_exception_while_one_step_is_undone_keeps_that_step_and_undoes_the_others()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        string run = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        admin.Server.Faults.AtChange(2).Throw(new FormatException("no number"));
        ApplyReport report = await admin.UndoAsync(run);
        Assert.Contains(report.Left, step => step.Note!.Contains("Unexpected FormatException: no number", StringComparison.Ordinal));
        Assert.InRange(report.Left.Count, 1, 2);
        Assert.Empty((await admin.UndoAsync(run)).Left);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_write_that_was_not_answered_leaves_the_outcome_unknown_until_its_time_is_over()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Faults.When(call => call.Text.Contains("MSFT_NetIPAddress", StringComparison.Ordinal) && call.IsChange).TakeEffectLater(TimeSpan.FromMinutes(5));
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.OutcomeUnknown, report.Result);
        JournalRun run = Assert.Single(admin.Runs());
        Assert.Equal(RunStatus.Partial, run.Status);
        Assert.Equal(StepStatus.Unknown, Assert.Single(report.Left).Status);
        Assert.Contains("Undo-DsrPlan -RunId " + run.Id, report.Left[0].Note);

        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ApplyResult.OutcomeUnknown, (await admin.UndoAsync(run.Id)).Result);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(ApplyResult.Applied, (await admin.UndoAsync(run.Id)).Result);
        Assert.Equal(RunStatus.Undone, Assert.Single(admin.Runs()).Status);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_late_write_that_lands_after_the_rollback_is_found_and_taken_back()
    {
        Admin admin = new(new LabServerBuilder("WEB01").Loopback("VIPs", on => on.WeakHost().NoDhcp()).Listens("tcp/443").Build());
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Faults.When(call => call.Text.Contains("MSFT_NetIPAddress", StringComparison.Ordinal) && call.IsChange).TakeEffectLater(TimeSpan.FromMinutes(5));
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.OutcomeUnknown, report.Result);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.NotEmpty(ServerState.Holders(admin.Server, UntouchedServer.First.VirtualIPAddresses));
        Assert.Empty((await admin.UndoAsync(report.Run!.Id)).Left);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_write_to_the_second_store_that_was_not_answered_leaves_the_outcome_unknown_too()
    {
        Admin admin = UntouchedServer.New(LabOmittedStore.ActiveStoreOnly);
        admin.Server.Faults.When(call => call.IsChange && call.Text.Contains("MSFT_NetIPAddress", StringComparison.Ordinal) && call.Text.Contains("PersistentStore", StringComparison.Ordinal))
            .TakeEffectLater(TimeSpan.FromMinutes(5));
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.OutcomeUnknown, report.Result);
        Assert.Equal(RunStatus.Partial, Assert.Single(admin.Runs()).Status);
    }

    [Fact]
    public async Task A_write_that_was_not_answered_but_took_effect_is_made()
    {
        Admin admin = UntouchedServer.New();
        admin.Server.Faults.When(call => call.Text.Contains("MSFT_NetIPAddress", StringComparison.Ordinal) && call.IsChange).TakeEffectLater(TimeSpan.Zero);
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(UntouchedServer.First)).Result);
    }

    [Theory]
    [InlineData(LabOmittedStore.ActiveStoreOnly, "/Persistent")]
    [InlineData(LabOmittedStore.ActiveStoreOnly, "")]
    [InlineData(LabOmittedStore.BothStores, "")]
    public async Task A_route_whose_late_removal_lands_after_the_rollback_is_put_back_in_both_stores(LabOmittedStore omitted, string store)
    {
        Admin admin = RouteOnTheLoopback(omitted);
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Faults.When(call => call.IsChange && call.Text.Contains("MSFT_NetRoute" + store, StringComparison.Ordinal)).TakeEffectLater(TimeSpan.FromMinutes(5));
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.OutcomeUnknown, report.Result);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));

        admin.Server.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.NotEqual(before, ServerState.Of(admin.Server));
        await admin.UndoAsync(report.Run!.Id);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty((await admin.UndoAsync(report.Run.Id)).Left);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_route_is_put_back_although_putting_it_back_is_not_answered_either(int change)
    {
        Admin admin = RouteOnTheLoopback(LabOmittedStore.ActiveStoreOnly);
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Faults.When(call => call.IsChange && call.Text.Contains("MSFT_NetRoute/Persistent", StringComparison.Ordinal)).TakeEffectLater(TimeSpan.FromMinutes(5));
        string run = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(6));
        admin.Server.Faults.Clear();
        admin.Server.Faults.AtChange(change).TakeEffectLater(TimeSpan.FromMinutes(5));
        Assert.Equal(ApplyResult.OutcomeUnknown, (await admin.UndoAsync(run)).Result);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await admin.UndoAsync(run);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Empty((await admin.UndoAsync(run)).Left);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_route_that_was_in_the_persistent_store_alone_is_put_back_there_alone()
    {
        Admin admin = RouteOnTheLoopback(LabOmittedStore.BothStores);
        Plan plan = await admin.PlanAsync(UntouchedServer.First);
        CimQuery running = On.Where(
            NetRouteClass.Class, CimStore.Active, (NetRouteClass.InterfaceIndex, (long)admin.Server.IndexOf("Loopback")), (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        Assert.Null(admin.Server.Backdoor.Execute(CimOperation.Delete(running)).Failure);
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        string run = (await admin.ApplyAsync(plan)).Run!.Id;
        Assert.DoesNotContain(ServerState.Of(admin.Server), line => line.Contains("route Loopback", StringComparison.Ordinal));
        Assert.Empty((await admin.UndoAsync(run)).Left);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    private static Admin RouteOnTheLoopback(LabOmittedStore omitted)
    {
        LabServer server = new LabServerBuilder("WEB01").Loopback("Loopback", on => on.Address("192.0.2.10/32", skipAsSource: true).Gateway("192.0.2.1").NoDhcp().WeakHost())
            .Listens("tcp/443").Build();
        server.Behaviour.OmittedStore = omitted;
        return new Admin(server);
    }
}
