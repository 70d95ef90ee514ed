using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class LocalRulesAreMergedCheckTests() : CheckTest(new LocalRulesAreMergedCheck())
{
    private const string Id = "DsrReadiness-443";

    [Theory]
    [InlineData(GpoBoolean.True)]
    [InlineData(GpoBoolean.NotConfigured)]
    public void Passes_when_local_rules_count(GpoBoolean merged) => Expect(Outcome.Passed, With(merged));

    [Fact]
    public void Fails_when_policy_ignores_the_local_rule_that_is_needed()
    {
        CheckResult result = Expect(Outcome.Failed, With(GpoBoolean.False));
        Assert.Equal((Severity.Error, "tcp/443 on 192.168.11.50", "True", "False"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Contains("policy has the Domain profile of Ethernet ignore them", result.Reason);
    }

    [Fact]
    public void Asks_the_profile_of_the_traffic_interface_alone() => Expect(
        Outcome.Passed,
        Server.Ready().SetIn(CimStore.Active, NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False, (NetFirewallProfileClass.Name, "Public")));

    [Fact]
    public void Does_not_apply_when_a_rule_of_policy_lets_it_in_as_well()
    {
        Expect(Outcome.NotApplicable, With(GpoBoolean.False).Change(Id, NetFirewallRuleClass.PolicyStoreSourceType, PolicyStoreSource.GroupPolicy));
        Expect(Outcome.NotApplicable, With(GpoBoolean.False).Rule("gpo", (NetFirewallRuleClass.PolicyStoreSourceType, PolicyStoreSource.GroupPolicy)));
    }

    [Fact]
    public void Does_not_apply_where_no_rule_is_needed_or_none_lets_it_in()
    {
        Expect(Outcome.NotApplicable, With(GpoBoolean.False).Profile(NetFirewallProfileClass.Enabled, GpoBoolean.False));
        Assert.StartsWith("No local rule is needed", Expect(Outcome.NotApplicable, With(GpoBoolean.NotConfigured).NoRules()).Reason);
        Expect(Outcome.NotApplicable, With(GpoBoolean.False).Block("b"));
        Expect(Outcome.NotApplicable, With(GpoBoolean.False), Server.Service().Ports());
    }

    /// <summary>Who makes the rule that is missing makes it in vain.</summary>
    [Fact]
    public void Fails_where_a_rule_is_still_to_be_made_and_policy_would_ignore_it()
    {
        CheckResult result = Expect(Outcome.Failed, With(GpoBoolean.False).NoRules());
        Assert.Contains("lets nothing in", result.Reason);
        Assert.StartsWith("Put a rule for tcp/443", result.Recommendation);
        Expect(Outcome.Failed, With(GpoBoolean.False).NoRules().Block("b"));
    }

    [Fact]
    public void Is_unknown_where_policy_ignores_local_rules_and_whose_the_rule_is_was_not_read()
    {
        CheckResult result = Expect(Outcome.Unknown, With(GpoBoolean.False).Without(NetFirewallRuleClass.PolicyStoreSourceType));
        Assert.Contains("whether '", result.Reason);
        Expect(Outcome.Unknown, With(GpoBoolean.False).Change(Id, NetFirewallRuleClass.PolicyStoreSourceType, "elsewhere"));
        Expect(Outcome.Passed, With(GpoBoolean.True).Without(NetFirewallRuleClass.PolicyStoreSourceType));
        Expect(Outcome.NotApplicable, With(GpoBoolean.False).Change(Id, NetFirewallRuleClass.PolicyStoreSourceType, null)
            .Rule("gpo", (NetFirewallRuleClass.PolicyStoreSourceType, PolicyStoreSource.GroupPolicy)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(9L)]
    public void Is_unknown_when_the_value_is_no_setting(object? merged) => Expect(Outcome.Unknown, With(merged));

    [Fact]
    public void Is_unknown_when_the_rules_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetFirewallRuleClass.Class, CimStore.Active, FailureKind.AccessDenied));

    private static Server With(object? merged) => Server.Ready().Profile(NetFirewallProfileClass.AllowLocalFirewallRules, merged);
}
