using System;
using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>Somebody, or a time service, sets the computer's clock while changes are made.</summary>
public sealed class ClockJumpTests
{
    private static readonly DsrService s_first = StartingState.ServiceOf(["192.0.2.10"]);
    private static readonly DsrService s_second = StartingState.ServiceOf(["192.0.2.20"], "tcp/80");

    public static TheoryData<TimeSpan> Jumps => new([TimeSpan.FromDays(-400), TimeSpan.FromMinutes(-5), TimeSpan.FromMinutes(5), TimeSpan.FromDays(400)]);

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_clock_that_is_set_at_any_call_changes_nothing(TimeSpan jump)
    {
        Admin calm = New();
        await calm.ApplyAsync(s_first);
        int calls = calm.Server.Calls.Count;
        for (int call = 1; call <= calls; call += 7)
        {
            Admin admin = New();
            IReadOnlyList<string> before = ServerState.Of(admin.Server);
            LabClock clock = admin.Server.Clock;
            admin.Server.Faults.At(call).Interfere(() => clock.Set(clock.UtcNow + jump));
            ApplyReport report = await admin.ApplyAsync(s_first);
            Assert.True(report.Result == ApplyResult.Applied, $"Call {call}: {report.Reason}");
            Assert.Equal(calls, admin.Server.Calls.Count);
            Assert.Equal(calm.Server.Clock.Elapsed, clock.Elapsed);
            await admin.UndoAllAsync();
            PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
        }
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task What_never_comes_is_waited_for_a_minute_whatever_the_clock_says(TimeSpan jump)
    {
        Admin admin = New();
        LabClock clock = admin.Server.Clock;
        admin.Server.Behaviour.AdapterAppearsAfter = TimeSpan.FromDays(1000);
        DsrReadiness.Plans.Plan plan = await admin.PlanAsync(s_first);
        admin.Server.Faults.AtRead(20).Interfere(() => clock.Set(clock.UtcNow + jump));
        TimeSpan start = clock.Elapsed;
        ApplyReport report = await admin.ApplyAsync(plan);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("did not appear", report.Reason);
        Assert.InRange((clock.Elapsed - start).TotalSeconds, 60, 62);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Runs_stay_in_their_order_when_the_clock_is_set_between_them(TimeSpan jump)
    {
        Admin admin = New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        string first = (await admin.ApplyAsync(s_first)).Run!.Id;
        admin.Server.Clock.Set(admin.Server.Clock.UtcNow + jump);
        string second = (await admin.ApplyAsync(s_second)).Run!.Id;
        Assert.Equal([first, second], admin.Journals.List("WEB01"));
        await admin.UndoAllAsync();
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public void Ids_come_behind_all_that_there_are_and_behind_none_that_is_not_ours()
    {
        IPAddress vip = IPAddress.Parse("2001:db8::10");
        var now = new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.FromHours(2));
        Assert.Equal("20261122T020000000Z-2001-db8--10", RunIds.Next([], now, vip));
        Assert.Equal("20261122T020000000Z-2001-db8--10", RunIds.Next(["20261122T015959998Z-192.0.2.10", "zzz", "20261322T015959998Z-x"], now, vip));
        Assert.Equal("20261122T020000001Z-2001-db8--10", RunIds.Next(["20261122T020000000Z-192.0.2.10"], now, vip));
        Assert.Equal("20990101T000000001Z-2001-db8--10", RunIds.Next(["20990101T000000000Z-192.0.2.10", "20261122T020000000Z-192.0.2.10"], now, vip));
    }

    private static Admin New() => new(new LabServerBuilder("WEB01").Listens("tcp/443").Listens("tcp/80").Build());
}
