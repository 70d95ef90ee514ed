using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

public sealed class PartialPlannerTests
{
    private static readonly DsrService s_service = Service(Some.Vip);
    private static readonly PlanOptions s_nothingKnown = new();

    [Fact]
    public async Task Step_by_step_a_server_gets_ready_and_undoing_all_steps_restores_it()
    {
        Admin admin = Fresh();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);

        await DoAsync(admin, PartialPlanner.NewLoopback(await admin.LookAsync(), s_service, s_nothingKnown, null));
        await DoAsync(admin, PartialPlanner.EnableWeakHost(await admin.LookAsync(), s_service, s_nothingKnown));
        await DoAsync(admin, PartialPlanner.NewFirewallRules(await admin.LookAsync(), s_service));

        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(s_service)).Verdict);
        Assert.Empty((await admin.PlanAsync(s_service)).Changes);
        await admin.UndoAllAsync();
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task Runs_in_the_same_moment_have_journals_of_their_own_in_their_order()
    {
        Admin admin = Fresh();
        await DoAsync(admin, PartialPlanner.NewFirewallRules(await admin.LookAsync(), s_service));
        await DoAsync(admin, PartialPlanner.NewFirewallRules(await admin.LookAsync(), Service("192.0.2.9")));

        Assert.Equal([Some.Vip, "192.0.2.9"], admin.Runs().Select(run => run.VirtualIPAddresses.Single().ToString()));
        Assert.Equal(2, admin.Runs().Select(run => run.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("DSR Loopback", "A02")]
    [InlineData(null, "A02")]
    public async Task No_second_loopback_is_made_beside_one_that_is_for_VIPs(string? alias, string check)
    {
        Admin admin = await PreparedAsync(Some.Vip);

        AssertRefused(PartialPlanner.NewLoopback(await admin.LookAsync(), Service("192.0.2.9"), s_nothingKnown, alias), check);
    }

    [Fact]
    public async Task A_new_loopback_gets_its_name_unless_that_is_taken()
    {
        Admin admin = Fresh();

        AssertRefused(PartialPlanner.NewLoopback(await admin.LookAsync(), s_service, s_nothingKnown, "ethernet"), "A04");
        await DoAsync(admin, PartialPlanner.NewLoopback(await admin.LookAsync(), s_service, s_nothingKnown, "VIPs"));
        Assert.Contains(ServerState.Of(admin.Server), line => line.Contains("VIPs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_VIP_that_an_answering_interface_has_is_not_put_on_a_loopback_as_well()
    {
        var admin = new Admin(LabShapes.Describe("WEB01", 1, LabShape.VipOnTrafficInterface, s_service).Build());

        AssertRefused(PartialPlanner.NewLoopback(await admin.LookAsync(), s_service, s_nothingKnown, null), "V03");
    }

    [Fact]
    public async Task What_is_no_VIP_is_refused()
    {
        Admin admin = Fresh();

        AssertRefused(PartialPlanner.NewLoopback(await admin.LookAsync(), Service("224.0.0.1"), s_nothingKnown, null), "V12");
        AssertRefused(PartialPlanner.EnableWeakHost(await admin.LookAsync(), Service("224.0.0.1"), s_nothingKnown), "V12");
    }

    [Fact]
    public async Task One_more_address_goes_on_the_loopback_that_is_for_VIPs_and_off_again()
    {
        Admin admin = await PreparedAsync(Some.Vip);
        IReadOnlyList<string> before = ServerState.Of(admin.Server);

        await DoAsync(admin, PartialPlanner.AddAddresses(await admin.LookAsync(), Service("192.0.2.9"), s_nothingKnown));
        Assert.Equal(Outcome.Passed, OutcomeOf(await admin.JudgeAsync(Service("192.0.2.9")), "V01"));
        await DoAsync(admin, PartialPlanner.RemoveAddresses(await admin.LookAsync(), Service("192.0.2.9")));

        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task An_address_is_not_put_on_a_loopback_that_may_be_another_products()
    {
        var admin = new Admin(LabShapes.Describe("WEB01", 1, LabShape.ForeignLoopback, s_service).Build());

        AssertRefused(PartialPlanner.AddAddresses(await admin.LookAsync(), s_service, s_nothingKnown), "A01");
        await DoAsync(admin, PartialPlanner.AddAddresses(await admin.LookAsync(), s_service, new PlanOptions { Loopback = "Npcap Loopback Adapter" }));
    }

    [Fact]
    public async Task An_address_that_no_loopback_has_cannot_be_removed() =>
        AssertRefused(PartialPlanner.RemoveAddresses(await Fresh().LookAsync(), s_service), "V01");

    [Fact]
    public async Task The_host_model_goes_back_with_the_last_VIP_only_and_undo_brings_it_again()
    {
        Admin admin = await PreparedAsync(Some.Vip, "192.0.2.9");
        IReadOnlyList<string> before = ServerState.Of(admin.Server);

        AssertRefused(PartialPlanner.DisableWeakHost(await admin.LookAsync(), s_service, s_nothingKnown), "V07");
        ApplyReport report = await DoAsync(admin, PartialPlanner.DisableWeakHost(await admin.LookAsync(), Service(Some.Vip, "192.0.2.9"), s_nothingKnown));
        ServerVerdict verdict = await admin.JudgeAsync(s_service);
        Assert.Equal((Outcome.Failed, Outcome.Failed), (OutcomeOf(verdict, "M01"), OutcomeOf(verdict, "M02")));

        await admin.UndoAsync(report.Run!.Id);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task Rules_are_made_beside_broader_ones_but_not_twice_and_come_back_as_they_were()
    {
        var admin = new Admin(LabShapes.Describe("WEB01", 1, LabShape.Clean, s_service).Build());
        await DoAsync(admin, PartialPlanner.NewFirewallRules(await admin.LookAsync(), s_service));
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        string id = "DsrReadiness-" + Some.Vip + "-tcp-443";

        Assert.Empty(PartialPlanner.NewFirewallRules(await admin.LookAsync(), s_service).Changes);
        Assert.Empty(PartialPlanner.RemoveFirewallRules(await admin.LookAsync(), s_service, ["IIS-WebServerRole-HTTPS-In-TCP"]).Changes);
        ApplyReport report = await DoAsync(admin, PartialPlanner.RemoveFirewallRules(await admin.LookAsync(), s_service, [id]));
        Assert.DoesNotContain(ServerState.Of(admin.Server), line => line.Contains(id, StringComparison.Ordinal));

        await admin.UndoAsync(report.Run!.Id);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task DNS_registration_is_switched_off_and_on()
    {
        Admin admin = await PreparedAsync(Some.Vip);

        Assert.Empty(PartialPlanner.SetDnsRegistration(await admin.LookAsync(), s_service, s_nothingKnown, isEnabled: false).Changes);
        await DoAsync(admin, PartialPlanner.SetDnsRegistration(await admin.LookAsync(), s_service, s_nothingKnown, isEnabled: true));
        Assert.Single(PartialPlanner.SetDnsRegistration(await admin.LookAsync(), s_service, s_nothingKnown, isEnabled: false).Changes);
    }

    [Fact]
    public async Task A_loopback_goes_with_its_last_VIP_only()
    {
        Admin admin = await PreparedAsync(Some.Vip, "192.0.2.9");

        AssertRefused(PartialPlanner.RemoveLoopback(await admin.LookAsync(), s_service, s_nothingKnown), "V07");
        await DoAsync(admin, PartialPlanner.RemoveLoopback(await admin.LookAsync(), Service(Some.Vip, "192.0.2.9"), s_nothingKnown));

        Assert.DoesNotContain(ServerState.Of(admin.Server), line => line.Contains("DSR Loopback", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_neither_goes_on_with_a_run_that_was_cut_off_nor_completes_it()
    {
        Admin admin = Fresh();
        int asked = 0;
        admin.Observer.Answer = _ => ++asked < 5;
        await admin.ApplyAsync(s_service);
        admin.Observer.Answer = _ => true;

        ApplyReport report = await admin.ApplyAsync(PartialPlanner.NewFirewallRules(await admin.LookAsync(), s_service));
        Assert.Equal(ApplyResult.Refused, report.Result);
        Assert.Equal(ApplyResult.NothingToDo, (await admin.ApplyAsync(PartialPlanner.RemoveFirewallRules(await admin.LookAsync(), s_service, []))).Result);

        Assert.Equal(RunStatus.Partial, Assert.Single(admin.Runs()).Status);
    }

    [Fact]
    public async Task A_run_that_was_declined_at_once_stands_in_nobodys_way()
    {
        Admin admin = Fresh();
        admin.Observer.Answer = _ => false;
        await admin.ApplyAsync(PartialPlanner.NewLoopback(await admin.LookAsync(), s_service, s_nothingKnown, null));
        admin.Observer.Answer = _ => true;

        await DoAsync(admin, PartialPlanner.NewFirewallRules(await admin.LookAsync(), Service("192.0.2.9")));
    }

    private static Outcome OutcomeOf(ServerVerdict verdict, string check) => verdict.Results.Single(result => result.Id == check).Outcome;

    private static DsrService Service(params string[] vips) => new(vips.Select(IPAddress.Parse), [ServicePort.Parse("443")]);

    private static Admin Fresh() => new(new LabServerBuilder("WEB01").Listens("tcp/443").Build());

    private static async Task<Admin> PreparedAsync(params string[] vips)
    {
        Admin admin = Fresh();
        await DoAsync(admin, await admin.PlanAsync(Service(vips)));
        return admin;
    }

    private static async Task<ApplyReport> DoAsync(Admin admin, Plan plan)
    {
        Assert.Empty(plan.Refusals.Select(refusal => refusal.ToString()));
        Assert.NotEmpty(plan.Changes);
        ApplyReport report = await admin.ApplyAsync(plan);
        Assert.True(report.Result == ApplyResult.Applied, report.Reason);
        return report;
    }

    private static void AssertRefused(Plan plan, string check)
    {
        Assert.Empty(plan.Changes);
        Assert.Equal(check, Assert.Single(plan.Refusals).CheckId);
    }
}
