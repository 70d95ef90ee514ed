using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>Runs that somebody or something ends before their end.</summary>
public sealed class BrokenOffRunTests
{
    [Fact]
    public async Task A_change_that_is_declined_ends_the_run_and_a_second_run_completes_it()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        int asked = 0;
        admin.Observer.Answer = _ => ++asked < 5;
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal((ApplyResult.Declined, 4), (report.Result, report.Left.Count));
        Assert.Equal(RunStatus.Partial, Assert.Single(admin.Runs()).Status);

        admin.Observer.Answer = _ => true;
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(UntouchedServer.First)).Result);
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(UntouchedServer.First)).Verdict);
        await admin.UndoAsync(Assert.Single(admin.Runs()).Id);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task Nothing_is_changed_when_every_change_is_declined()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Observer.Answer = _ => false;
        await admin.ApplyAsync(UntouchedServer.First);
        Assert.DoesNotContain(admin.Server.Calls, call => call.IsChange);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task An_unfinished_run_of_another_service_is_in_the_way()
    {
        Admin admin = UntouchedServer.New();
        int asked = 0;
        admin.Observer.Answer = _ => ++asked < 3;
        await admin.ApplyAsync(UntouchedServer.First);
        admin.Observer.Answer = _ => true;
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.Second);
        Assert.Equal(ApplyResult.Refused, report.Result);
        Assert.Contains("192.0.2.10", report.Reason);
    }

    [Fact]
    public async Task A_run_cut_off_behind_its_last_change_is_closed_by_the_next_and_is_in_nobodys_way()
    {
        Admin admin = UntouchedServer.New();
        string run = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        byte[] journal = admin.Journals.Read("WEB01", run);
        admin.Journals.Truncate("WEB01", run, Array.LastIndexOf(journal, (byte)'\n', journal.Length - 2) + 1);
        Assert.Equal(RunStatus.Open, Assert.Single(admin.Runs()).Status);
        Assert.Equal(ApplyResult.NothingToDo, (await admin.ApplyAsync(UntouchedServer.First)).Result);
        Assert.Equal(RunStatus.Applied, Assert.Single(admin.Runs()).Status);
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(UntouchedServer.Second)).Result);
    }

    [Fact]
    public async Task An_undo_that_is_killed_anywhere_is_completed_by_the_next()
    {
        int kills = 0;
        for (int change = 1; kills == change - 1; change++)
        {
            Admin admin = UntouchedServer.New();
            IReadOnlyList<string> before = ServerState.Of(admin.Server);
            string run = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
            LabFaultPoint point = admin.Server.Faults.AtChange(change);
            if (change % 2 == 0)
                point.KillBefore();
            else
                point.KillAfter();
            try
            {
                await admin.UndoAsync(run);
            }
            catch (Admin.ProcessKilledException)
            {
                kills++;
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
        LabServer server = UntouchedServer.New().Server;
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
        ApplyReport report = await applier.ApplyAsync(await admin.PlanAsync(UntouchedServer.First), admin.Observer, false, cancel.Token);
        Assert.Equal(ApplyResult.Cancelled, report.Result);
        Assert.InRange(report.Left.Count, 3, 4);
        Assert.Equal(ApplyResult.Applied, (await new Admin(server, journals).ApplyAsync(UntouchedServer.First)).Result);
    }
}
