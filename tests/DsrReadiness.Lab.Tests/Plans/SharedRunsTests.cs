using System;
using System.Threading.Tasks;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>Undoing a run keeps what a later run still needs, on the same VIP too, and names that run.</summary>
public sealed class SharedRunsTests
{
    private static readonly DsrService s_https = StartingState.ServiceOf(["192.0.2.10"]);

    public static TheoryData<string, string[], string[]> Later => new()
    {
        { "another port of the VIP", ["192.0.2.10"], ["tcp/8443"] },
        { "the same VIP and another", ["192.0.2.10", "192.0.2.20"], ["tcp/443"] },
        { "both ports", ["192.0.2.10"], ["tcp/443", "tcp/8443"] },
    };

    [Theory]
    [MemberData(nameof(Later))]
    public async Task A_later_service_goes_on_working_and_is_named(string what, string[] vips, string[] ports)
    {
        Admin admin = New();
        var before = ServerState.Of(admin.Server);
        DsrService other = StartingState.ServiceOf(vips, ports);
        string first = (await admin.ApplyAsync(s_https)).Run!.Id;
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        string second = (await admin.ApplyAsync(other)).Run!.Id;
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(other)).Verdict);

        ApplyReport report = await admin.UndoAsync(first);
        ServerVerdict after = await admin.JudgeAsync(other);
        Assert.True(after.Verdict == Verdict.Ready, what + ": " + string.Join("\n", PlanAndApplyTests.Bad(after)));
        Assert.NotEmpty(report.Left);
        Assert.All(report.Left, step => Assert.Contains("Run " + second, step.Note));

        await admin.UndoAsync(second);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task The_rule_that_only_the_undone_service_needs_goes()
    {
        Admin admin = New();
        string first = (await admin.ApplyAsync(s_https)).Run!.Id;
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await admin.ApplyAsync(StartingState.ServiceOf(["192.0.2.10"], "tcp/8443"));
        await admin.UndoAsync(first);
        Assert.DoesNotContain(ServerState.Of(admin.Server), line => line.Contains("DsrReadiness-192.0.2.10-tcp-443 ", StringComparison.Ordinal));
        Assert.Contains(ServerState.Of(admin.Server), line => line.Contains("DsrReadiness-192.0.2.10-tcp-8443 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_removal_needs_nothing_of_what_came_before_it()
    {
        Admin admin = New();
        var before = ServerState.Of(admin.Server);
        string first = (await admin.ApplyAsync(s_https)).Run!.Id;
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        Plan removal = await admin.PlanRemovalAsync(s_https);
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(removal)).Result);
        Assert.Empty((await admin.UndoAsync(first)).Left);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_removal_does_not_cut_off_a_vip_that_came_while_its_question_waited()
    {
        Admin admin = New();
        await admin.ApplyAsync(s_https);
        Plan removal = await admin.PlanRemovalAsync(s_https);
        bool isAdded = false;
        admin.Observer.Answer = _ =>
        {
            if (!isAdded)
                admin.Server.Backdoor.Execute(Do.CreateAddress(admin.Server.IndexOf("DSR Loopback"), "192.0.2.77", 32));
            return isAdded = true;
        };
        ApplyReport report = await admin.ApplyAsync(removal);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("192.0.2.77 still needs it", report.Reason);
        Assert.Contains(ServerState.Of(admin.Server), line => line.Contains("192.0.2.77", StringComparison.Ordinal));
    }

    private static Admin New() => new(new LabServerBuilder("WEB01").Listens("tcp/443").Listens("tcp/8443").Build());
}
