using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>What a run is and leaves: more than one service, removal, order, and who may not run.</summary>
public sealed class RunTests
{
    public static TheoryData<bool, LabOmittedStore> Orders => new()
    {
        { true, LabOmittedStore.BothStores },
        { false, LabOmittedStore.BothStores },
        { true, LabOmittedStore.ActiveStoreOnly },
        { false, LabOmittedStore.ActiveStoreOnly },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Two_services_undone_in_either_order_leave_the_other_working_and_nothing_in_the_end(bool firstGoesFirst, LabOmittedStore omitted)
    {
        Admin admin = UntouchedServer.New(omitted);
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        string first = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        string second = (await admin.ApplyAsync(UntouchedServer.Second)).Run!.Id;
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(UntouchedServer.First)).Verdict);
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(UntouchedServer.Second)).Verdict);

        ApplyReport one = await admin.UndoAsync(firstGoesFirst ? first : second);
        Assert.Equal(firstGoesFirst, one.Left.Count > 0);
        Assert.All(one.Left, step => Assert.True(step.IsKeptForOthers, step.Change.Text + ": " + step.Note));
        ServerVerdict remaining = await admin.JudgeAsync(firstGoesFirst ? UntouchedServer.Second : UntouchedServer.First);
        Assert.True(remaining.Verdict == Verdict.Ready, string.Join("\n", PlanAndApplyTests.Bad(remaining)));
        Assert.Equal(Verdict.NotReady, (await admin.JudgeAsync(firstGoesFirst ? UntouchedServer.First : UntouchedServer.Second)).Verdict);

        await admin.UndoAsync(firstGoesFirst ? second : first);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_plan_for_another_computer_is_refused()
    {
        Plan plan = await new Admin(new LabServerBuilder("WEB02").Build()).PlanAsync(UntouchedServer.First);
        Admin admin = UntouchedServer.New();
        ApplyReport report = await admin.ApplyAsync(plan);
        Assert.Equal(ApplyResult.Refused, report.Result);
        Assert.Contains("WEB02", report.Reason);
        Assert.DoesNotContain(admin.Server.Calls, call => call.IsChange);
    }

    [Fact]
    public async Task A_second_run_at_once_is_refused()
    {
        Admin admin = UntouchedServer.New();
        Plan plan = await admin.PlanAsync(UntouchedServer.First);
        using IDisposable? other = admin.Journals.TryLock("web01");
        Assert.NotNull(other);
        Assert.Equal(ApplyResult.Refused, (await admin.ApplyAsync(plan)).Result);
        Assert.Equal(ApplyResult.Refused, (await admin.UndoAsync("any")).Result);
    }

    [Fact]
    public async Task What_is_not_a_plans_to_decide_is_refused_with_its_reason()
    {
        Admin two = new(new LabServerBuilder("WEB01").Nic("One", "192.0.2.11/24", "192.0.2.1").Nic("Two", "192.0.2.12/24", "192.0.2.1").Listens("tcp/443").Build());
        Plan plan = await two.PlanAsync(UntouchedServer.First);
        Assert.Empty(plan.Changes);
        Assert.Equal("H02", Assert.Single(plan.Refusals).CheckId);
        Assert.Contains("One", plan.Refusals[0].Reason);
    }

    [Fact]
    public async Task The_door_is_opened_last_and_closed_first()
    {
        Admin admin = UntouchedServer.New();
        Plan plan = await admin.PlanAsync(UntouchedServer.First);
        Assert.Equal("M01", plan.Changes[^1].CheckId);
        Assert.Equal("A01", plan.Changes[0].CheckId);
        int address = plan.Changes.ToList().FindIndex(change => change.CheckId == "V01");
        Assert.All(plan.Changes.Take(address), change => Assert.DoesNotContain(change.CheckId, new[] { "W01", "M01" }));
    }

    [Fact]
    public async Task Removal_takes_one_vip_away_and_with_the_last_one_everything_that_was_made()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        await admin.ApplyAsync(UntouchedServer.First);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await admin.ApplyAsync(UntouchedServer.Second);

        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(await admin.PlanRemovalAsync(UntouchedServer.First))).Result);
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(UntouchedServer.Second)).Verdict);
        Assert.Equal(Verdict.NotReady, (await admin.JudgeAsync(UntouchedServer.First)).Verdict);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(await admin.PlanRemovalAsync(UntouchedServer.Second))).Result);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
        Assert.Empty((await admin.PlanRemovalAsync(UntouchedServer.Second)).Changes);
    }

    [Fact]
    public async Task Removing_a_vip_can_be_undone()
    {
        Admin admin = UntouchedServer.New();
        await admin.ApplyAsync(UntouchedServer.First);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await admin.ApplyAsync(UntouchedServer.Second);
        IReadOnlyList<string> both = ServerState.Of(admin.Server);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        ApplyReport removal = await admin.ApplyAsync(await admin.PlanRemovalAsync(UntouchedServer.First));
        Assert.Empty((await admin.UndoAsync(removal.Run!.Id)).Left);
        PlanAndApplyTests.AssertSame(both, ServerState.Of(admin.Server));
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(UntouchedServer.First)).Verdict);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_VIP_that_comes_back_on_an_answering_interface_with_the_next_start_is_taken_away(bool isOnLoopbackToo)
    {
        LabServerBuilder builder = new LabServerBuilder("WEB01").Nic("LAN", nic => nic.Address("192.0.2.11/24").Address("192.0.2.10/24").Gateway("192.0.2.1")).Listens("tcp/443");
        LabServer server = (isOnLoopbackToo ? builder.Loopback("Loopback", on => on.NoDhcp().WeakHost()) : builder).Build();
        Assert.Null(server.Backdoor.Execute(CimOperation.Delete(On.Address("192.0.2.10", CimStore.Active))).Failure);
        if (isOnLoopbackToo)
            Assert.Null(server.Backdoor.Execute(Do.CreateAddress(server.IndexOf("Loopback"), "192.0.2.10", 32)).Failure);
        Admin admin = new(server);
        ApplyReport removal = await admin.ApplyAsync(await admin.PlanRemovalAsync(UntouchedServer.First));
        Assert.Equal(ApplyResult.Applied, removal.Result);
        server.Restart();
        Assert.Empty(ServerState.Holders(server, UntouchedServer.First.VirtualIPAddresses));
        JournalStep left = Assert.Single((await admin.UndoAsync(removal.Run!.Id)).Left);
        Assert.Equal("LAN", left.Change.Row.On!.Alias);
        Assert.Empty(ServerState.AnsweringHolders(server, UntouchedServer.First.VirtualIPAddresses));
    }
}
