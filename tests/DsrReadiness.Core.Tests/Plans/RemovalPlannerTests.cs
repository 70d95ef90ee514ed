using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Firewall;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Plans;

/// <summary>What cannot be seen is not taken for what is not there: another VIP may need what a plan takes away, and a rule may stay.</summary>
public sealed class RemovalPlannerTests
{
    private const string OwnRule = "DsrReadiness-" + Server.Vip + "-tcp-443";
    private static readonly DsrService s_service = Server.Service();

    [Theory]
    [InlineData(CimStore.Active)]
    [InlineData(CimStore.Persistent)]
    public void Without_the_addresses_nothing_is_taken_away(CimStore store)
    {
        Server unseen = WithRule().Fail(NetIPAddressClass.Class, store, FailureKind.AccessDenied);
        Plan[] plans =
        [
            RemovalPlanner.Plan(unseen.Build(), s_service),
            PartialPlanner.RemoveAddresses(unseen.Build(), s_service),
            PartialPlanner.DisableWeakHost(unseen.Build(), s_service, new PlanOptions()),
            PartialPlanner.RemoveLoopback(unseen.Build(), s_service, new PlanOptions()),
        ];
        Assert.All(plans, plan => Assert.True(plan.IsRefused));
        Assert.All(plans, plan => Assert.Contains("could not be read: access is denied", plan.Refusals[0].Reason, StringComparison.Ordinal));
        Assert.NotEmpty(RemovalPlanner.Plan(WithRule().Build(), s_service).Changes);
    }

    /// <summary>Windows has it on its own loopback, and does without it badly.</summary>
    [Fact]
    public void The_address_of_the_built_in_loopback_is_not_taken_off_by_hand_either()
    {
        Plan plan = PartialPlanner.RemoveAddresses(Server.Ready().Build(), Server.Service().Vips("127.0.0.1"));
        Assert.Equal((true, "V12"), (plan.IsRefused, plan.Refusals[0].CheckId));
        Assert.Contains("never a VIP", plan.Refusals[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(NetFirewallRuleClass))]
    [InlineData(nameof(NetAddressFilterClass))]
    [InlineData(nameof(NetProtocolPortFilterClass))]
    public void Rules_that_cannot_be_read_stay_and_are_named(string name)
    {
        CimClass @class = CimClasses.Find("MSFT_" + name[..^"Class".Length])!;
        Plan plan = RemovalPlanner.Plan(WithRule().Fail(@class, CimStore.Persistent, FailureKind.AccessDenied).Build(), s_service);
        Assert.NotEmpty(plan.Changes);
        Assert.DoesNotContain(plan.Changes, change => change.CheckId == "W01");
        Refusal left = Assert.Single(plan.Refusals);
        Assert.Contains("access is denied", left.Reason, StringComparison.Ordinal);
        Assert.Equal($"Get-DsrFirewallRule -VirtualIPAddress {Server.Vip} | Remove-DsrFirewallRule", left.Command);
    }

    [Fact]
    public void A_rule_of_which_the_conditions_are_not_there_stays_since_undo_would_make_it_again_without_any()
    {
        Plan plan = RemovalPlanner.Plan(WithRule().Remove(NetAddressFilterClass.Class, (NetAddressFilterClass.InstanceId, OwnRule)).Build(), s_service);
        Assert.DoesNotContain(plan.Changes, change => change.CheckId == "W01");
        Assert.Contains(OwnRule, Assert.Single(plan.Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_neither_made_nor_removed_alone_where_they_cannot_be_read()
    {
        Server unseen = WithRule().Fail(NetFirewallRuleClass.Class, CimStore.Persistent, FailureKind.AccessDenied);
        Assert.Equal("W01", Assert.Single(PartialPlanner.NewFirewallRules(unseen.Build(), s_service).Refusals).CheckId);
        Assert.Equal("W01", Assert.Single(PartialPlanner.RemoveFirewallRules(unseen.Build(), s_service, [OwnRule]).Refusals).CheckId);
        Assert.Single(PartialPlanner.RemoveFirewallRules(WithRule().Build(), s_service, [OwnRule]).Changes);
    }

    [Fact]
    public void What_can_be_read_leaves_nothing()
    {
        Plan plan = RemovalPlanner.Plan(WithRule().Build(), s_service);
        Assert.Empty(plan.Refusals);
        Assert.Contains(plan.Changes, change => change.Text == $"Remove firewall rule {OwnRule}.");
    }

    [Theory]
    [InlineData(CimStore.Active)]
    [InlineData(CimStore.Persistent)]
    public void A_VIP_leaves_an_interface_that_answers_for_it_in_either_store_before_it_leaves_the_loopback(CimStore store)
    {
        Plan plan = RemovalPlanner.Plan(Server.Ready().AddAddress(store, Server.Ethernet, "Ethernet", Server.Vip, 32).Build(), s_service);
        Assert.Equal($"Remove {Server.Vip} from Ethernet, which answers ARP or ND for it.", plan.Changes[0].Text);
        Assert.NotNull(plan.Changes[0].Warning);
        Assert.Single(plan.Changes.Skip(1), change => change.Row.Class == NetIPAddressClass.Class);
    }

    [Theory]
    [InlineData(Server.Vip)]
    [InlineData(Server.Vip, "192.168.11.51")]
    public void No_interface_loses_the_only_addresses_that_it_has(params string[] vips)
    {
        DsrService service = Server.Service().Vips(vips);
        Server cutOff = Server.Ready().AddNic(99, "Spare", vips[0], 24);
        foreach (string vip in vips.Skip(1))
            cutOff.AddAddress(CimStore.Active, 99, "Spare", vip, 24);
        foreach (Plan plan in new[] { RemovalPlanner.Plan(cutOff.Build(), service), Planner.Plan(cutOff.Build(), service) })
        {
            Refusal refusal = Assert.Single(plan.Refusals);
            Assert.Equal($"V03: Spare answers for {Server.Vip} and has no other IPv4 address of its own: taking it off would cut the server off.", refusal.ToString());
            Assert.Equal("Give Spare an address of its own first, and plan again.", refusal.Recommendation);
        }

        Assert.False(RemovalPlanner.Plan(cutOff.AddAddress(CimStore.Active, 99, "Spare", "192.168.11.12", 24).Build(), service).IsRefused);
    }

    [Fact]
    public void What_only_the_persistent_store_knows_of_an_adapter_that_is_gone_is_left() => Assert.DoesNotContain(
        RemovalPlanner.Plan(Server.Ready().AddAddress(CimStore.Persistent, 99, "Gone", Server.Vip, 32).Build(), s_service).Changes, change => change.CheckId == "V03");

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void What_an_agent_or_a_cluster_keeps_on_an_interface_is_not_touched_and_is_said(DsrEnvironment environment)
    {
        DsrService kept = Server.Service().Environment(environment);
        Plan plan = RemovalPlanner.Plan(Server.Ready().OnNic().Build(), kept);
        Assert.True(plan.IsRefused);
        Refusal refusal = Assert.Single(plan.Refusals);
        Assert.Equal("H06", refusal.CheckId);
        Assert.Equal(Planner.Plan(Server.Ready().OnNic().Build(), kept).Refusals[0].Reason, refusal.Reason);
        Assert.StartsWith("Take the VIP off there;", refusal.Recommendation, StringComparison.Ordinal);
        Assert.NotEmpty(RemovalPlanner.Plan(Server.Ready().Build(), kept).Changes);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("fe80::4c4f:4f51")]
    public void What_Windows_gives_itself_is_no_VIP_to_take_away(string address)
    {
        Refusal refusal = Assert.Single(RemovalPlanner.Plan(Server.Ready().Build(), Server.Service().Vips(Server.Vip, address)).Refusals);
        Assert.StartsWith($"V12: {address} is ", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal("Give the address that clients use and the balancer owns.", refusal.Recommendation);
    }

    private static Server WithRule()
    {
        Server server = Server.Ready();
        server.Rows(NetFirewallRuleClass.Class, CimStore.Persistent).Add(new()
        {
            [NetFirewallRuleClass.InstanceId] = OwnRule,
            [NetFirewallRuleClass.RuleGroup] = OwnRules.Group,
            [NetFirewallRuleClass.Enabled] = 1L,
        });
        server.Rows(NetAddressFilterClass.Class, CimStore.Persistent).Add(new()
        {
            [NetAddressFilterClass.InstanceId] = OwnRule,
            [NetAddressFilterClass.LocalAddress] = new object?[] { Server.Vip },
        });
        server.Rows(NetProtocolPortFilterClass.Class, CimStore.Persistent).Add(new()
        {
            [NetProtocolPortFilterClass.InstanceId] = OwnRule,
            [NetProtocolPortFilterClass.Protocol] = "TCP",
            [NetProtocolPortFilterClass.LocalPort] = new object?[] { "443" },
        });
        return server;
    }
}
