using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Plans.Applying;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>Runs in which Windows refuses something.</summary>
public sealed class FailedRunTests
{
    [Fact]
    public async Task A_failure_undoes_what_was_done_unless_it_is_to_be_kept()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Faults.When(call => call.Text.Contains("MSFT_NetFirewallRule") && call.IsChange).Fail(FailureKind.AccessDenied);
        ApplyReport undone = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.Failed, undone.Result);
        Assert.Contains("AccessDenied", undone.Reason);
        Assert.Empty(undone.Left);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));

        Admin other = UntouchedServer.New();
        other.Server.Faults.When(call => call.Text.Contains("MSFT_NetFirewallRule") && call.IsChange).Fail(FailureKind.AccessDenied);
        ApplyReport kept = await other.ApplyAsync(await other.PlanAsync(UntouchedServer.First), keep: true);
        Assert.Equal(ApplyResult.Failed, kept.Result);
        Assert.NotEmpty(kept.Left);
        Assert.Equal(ApplyResult.Applied, (await other.ApplyAsync(UntouchedServer.First)).Result);
    }

    [Fact]
    public async Task Without_elevation_nothing_is_changed_and_the_reason_is_told()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.IsElevated = false;
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("AccessDenied", report.Reason);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_firewall_condition_that_windows_does_not_know_leaves_no_rule_behind()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Behaviour.UnknownFirewallOptions.Add("LocalAddress");
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("192.0.2.10", report.Reason);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_vip_that_another_host_has_ends_the_run_and_is_taken_off_again()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        admin.Server.Behaviour.TakenAddresses.Add(IPAddress.Parse("192.0.2.10"));
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("Duplicate", report.Reason);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_rename_that_fails_once_and_an_address_under_dhcp_are_tried_again()
    {
        Admin admin = UntouchedServer.New();
        admin.Server.Behaviour.TransientRenames = 1;
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(UntouchedServer.First)).Result);
    }
}
