using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

public sealed class RunTests
{
    private static readonly DsrService s_first = StartingState.ServiceOf(["192.0.2.10"]);
    private static readonly DsrService s_second = StartingState.ServiceOf(["192.0.2.20"], "tcp/80");

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
        Admin admin = New(omitted);
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        string first = (await admin.ApplyAsync(s_first)).Run!.Id;
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        string second = (await admin.ApplyAsync(s_second)).Run!.Id;
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(s_first)).Verdict);
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(s_second)).Verdict);

        ApplyReport one = await admin.UndoAsync(firstGoesFirst ? first : second);
        Assert.Equal(firstGoesFirst, one.Left.Count > 0);
        Assert.All(one.Left, step => Assert.True(step.IsKeptForOthers, step.Change.Text + ": " + step.Note));
        ServerVerdict remaining = await admin.JudgeAsync(firstGoesFirst ? s_second : s_first);
        Assert.True(remaining.Verdict == Verdict.Ready, string.Join("\n", PlanAndApplyTests.Bad(remaining)));
        Assert.Equal(Verdict.NotReady, (await admin.JudgeAsync(firstGoesFirst ? s_first : s_second)).Verdict);

        await admin.UndoAsync(firstGoesFirst ? second : first);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_change_that_is_declined_ends_the_run_and_a_second_run_completes_it()
    {
        Admin admin = New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        int asked = 0;
        admin.Observer.Answer = _ => ++asked < 5;
        ApplyReport report = await admin.ApplyAsync(s_first);
        Assert.Equal((ApplyResult.Declined, 4), (report.Result, report.Left.Count));
        Assert.Equal(RunStatus.Partial, Assert.Single(admin.Runs()).Status);

        admin.Observer.Answer = _ => true;
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(s_first)).Result);
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(s_first)).Verdict);
        await admin.UndoAsync(Assert.Single(admin.Runs()).Id);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task Nothing_is_changed_when_every_change_is_declined()
    {
        Admin admin = New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Observer.Answer = _ => false;
        await admin.ApplyAsync(s_first);
        Assert.DoesNotContain(admin.Server.Calls, call => call.IsChange);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_failure_undoes_what_was_done_unless_it_is_to_be_kept()
    {
        Admin admin = New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Faults.When(call => call.Text.Contains("MSFT_NetFirewallRule") && call.IsChange).Fail(FailureKind.AccessDenied);
        ApplyReport undone = await admin.ApplyAsync(s_first);
        Assert.Equal(ApplyResult.Failed, undone.Result);
        Assert.Contains("AccessDenied", undone.Reason);
        Assert.Empty(undone.Left);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));

        Admin other = New();
        other.Server.Faults.When(call => call.Text.Contains("MSFT_NetFirewallRule") && call.IsChange).Fail(FailureKind.AccessDenied);
        ApplyReport kept = await other.ApplyAsync(await other.PlanAsync(s_first), keep: true);
        Assert.Equal(ApplyResult.Failed, kept.Result);
        Assert.NotEmpty(kept.Left);
        Assert.Equal(ApplyResult.Applied, (await other.ApplyAsync(s_first)).Result);
    }

    [Fact]
    public async Task Without_elevation_nothing_is_changed_and_the_reason_is_told()
    {
        Admin admin = New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.IsElevated = false;
        ApplyReport report = await admin.ApplyAsync(s_first);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("AccessDenied", report.Reason);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_firewall_condition_that_windows_does_not_know_leaves_no_rule_behind()
    {
        Admin admin = New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Behaviour.UnknownFirewallOptions.Add("LocalAddress");
        ApplyReport report = await admin.ApplyAsync(s_first);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("192.0.2.10", report.Reason);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_vip_that_another_host_has_ends_the_run_and_is_taken_off_again()
    {
        Admin admin = New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Behaviour.TakenAddresses.Add(IPAddress.Parse("192.0.2.10"));
        ApplyReport report = await admin.ApplyAsync(s_first);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("Duplicate", report.Reason);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_rename_that_fails_once_and_an_address_under_dhcp_are_tried_again()
    {
        Admin admin = New();
        admin.Server.Behaviour.TransientRenames = 1;
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(s_first)).Result);
    }

    [Fact]
    public async Task A_plan_for_another_computer_is_refused()
    {
        Plan plan = await new Admin(new LabServerBuilder("WEB02").Build()).PlanAsync(s_first);
        Admin admin = New();
        ApplyReport report = await admin.ApplyAsync(plan);
        Assert.Equal(ApplyResult.Refused, report.Result);
        Assert.Contains("WEB02", report.Reason);
        Assert.DoesNotContain(admin.Server.Calls, call => call.IsChange);
    }

    [Fact]
    public async Task A_second_run_at_once_is_refused()
    {
        Admin admin = New();
        Plan plan = await admin.PlanAsync(s_first);
        using IDisposable? other = admin.Journals.TryLock("web01");
        Assert.NotNull(other);
        Assert.Equal(ApplyResult.Refused, (await admin.ApplyAsync(plan)).Result);
        Assert.Equal(ApplyResult.Refused, (await admin.UndoAsync("any")).Result);
    }

    [Fact]
    public async Task An_unfinished_run_of_another_service_is_in_the_way()
    {
        Admin admin = New();
        int asked = 0;
        admin.Observer.Answer = _ => ++asked < 3;
        await admin.ApplyAsync(s_first);
        admin.Observer.Answer = _ => true;
        ApplyReport report = await admin.ApplyAsync(s_second);
        Assert.Equal(ApplyResult.Refused, report.Result);
        Assert.Contains("192.0.2.10", report.Reason);
    }

    [Fact]
    public async Task A_run_cut_off_behind_its_last_change_is_closed_by_the_next_and_is_in_nobodys_way()
    {
        Admin admin = New();
        string run = (await admin.ApplyAsync(s_first)).Run!.Id;
        byte[] journal = admin.Journals.Read("WEB01", run);
        admin.Journals.Truncate("WEB01", run, Array.LastIndexOf(journal, (byte)'\n', journal.Length - 2) + 1);
        Assert.Equal(RunStatus.Open, Assert.Single(admin.Runs()).Status);
        Assert.Equal(ApplyResult.NothingToDo, (await admin.ApplyAsync(s_first)).Result);
        Assert.Equal(RunStatus.Applied, Assert.Single(admin.Runs()).Status);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(s_second)).Result);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"entry\": \"status\", \"number\": 99, \"status\": \"Done\", \"note\": null, \"forOthers\": false, \"madeDevice\": null}")]
    [InlineData("{\"entry\": \"unheard of\"}")]
    public async Task A_damaged_journal_is_refused_and_nothing_is_touched(string line)
    {
        Admin admin = New();
        string run = (await admin.ApplyAsync(s_first)).Run!.Id;
        admin.Journals.Append("WEB01", run, Encoding.UTF8.GetBytes(line));
        int calls = admin.Server.Calls.Count(call => call.IsChange);
        var refused = await Assert.ThrowsAsync<JournalFormatException>(() => admin.UndoAsync(run));
        Assert.Equal(run, refused.RunId);
        Assert.Equal(calls, admin.Server.Calls.Count(call => call.IsChange));
    }

    [Fact]
    public async Task A_journal_of_another_computer_is_refused()
    {
        Admin admin = New();
        string run = (await admin.ApplyAsync(s_first)).Run!.Id;
        Admin other = new(new LabServerBuilder("WEB02").Build());
        byte[][] lines = [.. Lines(admin.Journals.Read("WEB01", run))];
        other.Journals.Begin("WEB02", run, lines[0]);
        foreach (byte[] line in lines.Skip(1))
            other.Journals.Append("WEB02", run, line);
        await Assert.ThrowsAsync<JournalFormatException>(() => other.UndoAsync(run));
        Assert.DoesNotContain(other.Server.Calls, call => call.IsChange);
    }

    [Fact]
    public async Task A_torn_last_line_is_dropped()
    {
        Admin admin = New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        string run = (await admin.ApplyAsync(s_first)).Run!.Id;
        int whole = admin.Journals.Read("WEB01", run).Length;
        admin.Journals.Append("WEB01", run, Encoding.UTF8.GetBytes("{\"entry\": \"sta"));
        admin.Journals.Truncate("WEB01", run, whole + 10);
        Assert.Equal(ApplyResult.Applied, (await admin.UndoAsync(run)).Result);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_value_that_somebody_changed_since_is_kept_and_reported()
    {
        Admin admin = New();
        string run = (await admin.ApplyAsync(s_first)).Run!.Id;
        CimQuery loopback = On.Interface(admin.Server.IndexOf("DSR Loopback"), IPFamily.IPv4, CimStore.Active);
        admin.Server.Backdoor.Execute(Do.Set(loopback, NetIPInterfaceClass.InterfaceMetric, 77L));
        ApplyReport report = await admin.UndoAsync(run);
        JournalStep kept = Assert.Single(report.Left);
        Assert.Contains("77", kept.Note);
    }

    [Fact]
    public async Task The_door_is_opened_last_and_closed_first()
    {
        Admin admin = New();
        Plan plan = await admin.PlanAsync(s_first);
        Assert.Equal("M01", plan.Changes[^1].CheckId);
        Assert.Equal("A01", plan.Changes[0].CheckId);
        int address = plan.Changes.ToList().FindIndex(change => change.CheckId == "V01");
        Assert.All(plan.Changes.Take(address), change => Assert.DoesNotContain(change.CheckId, new[] { "W01", "M01" }));
    }

    [Fact]
    public async Task What_is_not_a_plans_to_decide_is_refused_with_its_reason()
    {
        Admin two = new(new LabServerBuilder("WEB01").Nic("One", "192.0.2.11/24", "192.0.2.1").Nic("Two", "192.0.2.12/24", "192.0.2.1").Listens("tcp/443").Build());
        Plan plan = await two.PlanAsync(s_first);
        Assert.Empty(plan.Changes);
        Assert.Equal("H02", Assert.Single(plan.Refusals).CheckId);
        Assert.Contains("One", plan.Refusals[0].Reason);
    }

    [Fact]
    public async Task Removal_takes_one_vip_away_and_with_the_last_one_everything_that_was_made()
    {
        Admin admin = New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        await admin.ApplyAsync(s_first);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await admin.ApplyAsync(s_second);

        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(await admin.PlanRemovalAsync(s_first))).Result);
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(s_second)).Verdict);
        Assert.Equal(Verdict.NotReady, (await admin.JudgeAsync(s_first)).Verdict);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(await admin.PlanRemovalAsync(s_second))).Result);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
        Assert.Empty((await admin.PlanRemovalAsync(s_second)).Changes);
    }

    [Fact]
    public async Task Removing_a_vip_can_be_undone()
    {
        Admin admin = New();
        await admin.ApplyAsync(s_first);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await admin.ApplyAsync(s_second);
        IReadOnlyList<string> both = ServerState.Of(admin.Server);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        ApplyReport removal = await admin.ApplyAsync(await admin.PlanRemovalAsync(s_first));
        Assert.Empty((await admin.UndoAsync(removal.Run!.Id)).Left);
        PlanAndApplyTests.AssertSame(both, ServerState.Of(admin.Server));
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(s_first)).Verdict);
    }

    [Fact]
    public async Task An_undo_that_is_killed_anywhere_is_completed_by_the_next()
    {
        int kills = 0;
        for (int change = 1; kills == change - 1; change++)
        {
            Admin admin = New();
            IReadOnlyList<string> before = ServerState.Of(admin.Server);
            string run = (await admin.ApplyAsync(s_first)).Run!.Id;
            LabFaultPoint point = admin.Server.Faults.AtChange(change);
            if (change % 2 == 0)
                point.KillBefore();
            else
                point.KillAfter();
            try
            {
                await admin.UndoAsync(run);
            }
            catch (LabKilledException)
            {
                kills++;
                admin.Server.StartNewProcess();
            }

            admin.Server.Faults.Clear();
            await new Admin(admin.Server, admin.Journals).UndoAsync(run);
            PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
        }

        Assert.True(kills > 10);
    }

    [Fact]
    public async Task Cancelling_stops_between_two_changes()
    {
        LabServer server = New().Server;
        var journals = new MemoryJournals();
        using var cancel = new CancellationTokenSource();
        var admin = new Admin(server, journals);
        int asked = 0;
        admin.Observer.Answer = _ =>
        {
            if (++asked == 4)
                cancel.Cancel();
            return true;
        };
        var applier = new Applier(new ServerPorts(server, server, server, server.Clock), journals);
        ApplyReport report = await applier.ApplyAsync(await admin.PlanAsync(s_first), admin.Observer, false, cancel.Token);
        Assert.Equal(ApplyResult.Cancelled, report.Result);
        Assert.InRange(report.Left.Count, 3, 4);
        Assert.Equal(ApplyResult.Applied, (await new Admin(server, journals).ApplyAsync(s_first)).Result);
    }

    private static Admin New(LabOmittedStore omitted = LabOmittedStore.BothStores)
    {
        LabServer server = new LabServerBuilder("WEB01").Listens("tcp/443").Listens("tcp/80").Build();
        server.Behaviour.OmittedStore = omitted;
        return new Admin(server);
    }

    private static IEnumerable<byte[]> Lines(byte[] journal) =>
        Encoding.UTF8.GetString(journal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes);
}
