using System;
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
