using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Checks.VirtualAddresses;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Plans;

public sealed class PlannerTests
{
    [Theory]
    [InlineData(Server.Gateway)]
    [InlineData("192.168.11.10")] // the DNS server
    [InlineData("192.168.11.0")]
    [InlineData("192.168.11.255")]
    [InlineData(Server.Dip)]
    public void A_VIP_that_the_server_needs_others_to_have_is_refused(string vip)
    {
        Plan plan = Planner.Plan(Server.Ready().Build(), Server.Service().Vips(vip));
        Assert.Empty(plan.Changes);
        Assert.Equal("V12", Assert.Single(plan.Refusals).CheckId);
    }

    [Fact]
    public void A_DNS_server_may_be_the_VIP_of_a_DNS_service() =>
        Assert.NotEmpty(Planner.Plan(Server.Ready().Build(), Server.Service().Vips("192.168.11.10").Ports("udp/53")).Changes);

    [Theory]
    [InlineData("tcp/445")]
    [InlineData("tcp/139")]
    [InlineData("udp/137")]
    public void The_file_server_is_bound_to_the_loopback_for_a_file_service(string port)
    {
        DsrService service = Server.Service().Ports(port);
        Plan plan = Planner.Plan(Server.Ready().Build(), service);
        Assert.Contains("Bind ms_server to Loopback.", plan.Changes.Select(change => change.Text));
        Assert.DoesNotContain(plan.Refusals, refusal => refusal.CheckId == "A06");
        Server bound = Server.Ready().Set(NetAdapterBindingClass.Enabled, true, (NetAdapterBindingClass.ComponentID, "ms_server"));
        Assert.DoesNotContain(Planner.Plan(bound.Build(), service).Changes, change => change.CheckId == "A06");
    }

    [Fact]
    public void A_probe_of_the_VIP_by_SMB_needs_the_file_server_too() => Assert.Contains(
        "Bind ms_server to Loopback.", Planner.Plan(Server.Ready().Build(), Server.Service().Probe($"tcp/{Server.Vip}:445")).Changes.Select(change => change.Text));

    [Fact]
    public void A_file_server_that_is_not_installed_is_left_to_the_administrator()
    {
        Server without = Server.Ready().Remove(NetAdapterBindingClass.Class, (NetAdapterBindingClass.ComponentID, "ms_server"));
        Plan plan = Planner.Plan(without.Build(), Server.Service().Ports("tcp/445"));
        Assert.DoesNotContain(plan.Changes, change => change.CheckId == "A06");
        Assert.Contains(plan.Refusals, refusal => refusal.CheckId == "A06" && refusal.Reason.Contains("ms_server", StringComparison.Ordinal));
    }

    [Fact]
    public void No_rule_is_made_that_policy_ignores()
    {
        Server server = Server.Ready().NoRules().Profile(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False);
        Plan plan = Planner.Plan(server.Build(), Server.Service());
        Assert.DoesNotContain(plan.Changes, change => change.CheckId == "W01");
        Assert.Contains(plan.Refusals, refusal => refusal.CheckId == "W05" && refusal.Command is null);
        Assert.Equal("W05", Assert.Single(PartialPlanner.NewFirewallRules(server.Build(), Server.Service()).Refusals).CheckId);
        Assert.NotEmpty(Planner.Plan(Server.Ready().NoRules().Build(), Server.Service()).Changes);
    }

    [Theory]
    [InlineData(14, "Restart-Computer -Confirm")]
    [InlineData(21, "Remove-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -Confirm:$false\nRestart-Computer -Confirm")]
    public void Nothing_is_set_up_on_a_device_that_waits_for_a_restart(int code, string command)
    {
        Plan plan = Planner.Plan(Server.Ready().Set(PnPEntityClass.ConfigManagerErrorCode, code, (PnPEntityClass.DeviceID, @"ROOT\NET\0000")).Build(), Server.Service());
        Assert.Empty(plan.Changes);
        Assert.Equal(("H04", command), (Assert.Single(plan.Refusals).CheckId, plan.Refusals[0].Command));
    }

    [Fact]
    public void A_device_that_waits_and_is_of_no_VIP_is_nobody_s_business() => Assert.NotEmpty(Planner.Plan(
        Server.Ready().NoRules().WithSecondLoopback().Set(PnPEntityClass.ConfigManagerErrorCode, 21, (PnPEntityClass.DeviceID, @"ROOT\NET\0001")).Build(), Server.Service()).Changes);

    [Fact]
    public void What_is_left_comes_with_its_command()
    {
        Plan plan = Planner.Plan(Server.Ready().WithoutDefaultRoute().Build(), Server.Service());
        Assert.Equal("New-NetRoute -InterfaceIndex 7 -DestinationPrefix 0.0.0.0/0 -NextHop ROUTER", Assert.Single(plan.Refusals, refusal => refusal.CheckId == "H01").Command);
    }
}
