using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Snapshots;

public sealed class FirewallRuleTests
{
    public static TheoryData<string> ClassesOfRules() => new(FirewallRules.Classes.Select(each => each.Name));

    [Fact]
    public void Each_rule_has_the_conditions_of_its_own_id()
    {
        Server server = TwoRules();
        Assert.Equal(["a TCP", "b UDP"], Protocols(server));
    }

    [Theory]
    [InlineData("Domain, Private, Public", FirewallProfiles.Domain | FirewallProfiles.Private | FirewallProfiles.Public)]
    [InlineData("private,PUBLIC", FirewallProfiles.Private | FirewallProfiles.Public)]
    [InlineData("Public", FirewallProfiles.Public)]
    [InlineData("Any", FirewallProfiles.Any)]
    public void Profiles_are_read_as_the_cmdlets_write_them(string text, FirewallProfiles expected) =>
        Assert.Equal(new Field<FirewallProfiles>(expected), Rows.Of(NetFirewallRuleClass.Class, (NetFirewallRuleClass.Profiles, text)).Get(NetFirewallRuleClass.Profiles));

    [Theory]
    [InlineData("Domain, Elsewhere")]
    [InlineData("Domain, Any")]
    [InlineData("Domain,")]
    [InlineData(",")]
    public void Profiles_that_are_not_all_known_are_malformed(string text) =>
        Assert.Equal(FieldState.Malformed, Rows.Of(NetFirewallRuleClass.Class, (NetFirewallRuleClass.Profiles, text)).Get(NetFirewallRuleClass.Profiles).State);

    [Fact]
    public void What_is_no_set_of_flags_takes_no_list() =>
        Assert.Equal(FieldState.Malformed, Rows.Of(NetFirewallRuleClass.Class, (NetFirewallRuleClass.Action, "Allow, Block")).Get(NetFirewallRuleClass.Action).State);

    [Fact]
    public void Order_does_not_matter()
    {
        Server server = TwoRules();
        server.Rows(NetProtocolPortFilterClass.Class, CimStore.Active).Reverse();
        Assert.Equal(["a TCP", "b UDP"], Protocols(server));
    }

    [Fact]
    public void Filters_of_other_rules_join_nothing()
    {
        Server server = Server.Ready().NoRules().Rule("a", (NetProtocolPortFilterClass.Protocol, "TCP"));
        server.Rows(NetProtocolPortFilterClass.Class, CimStore.Active).Insert(0, new()
        {
            [NetProtocolPortFilterClass.InstanceId] = "an IPsec rule",
            [NetProtocolPortFilterClass.Protocol] = "UDP",
        });
        Assert.Equal(["a TCP"], Protocols(server));
    }

    [Fact]
    public void Ids_are_compared_ignoring_case()
    {
        Server server = Server.Ready().NoRules().Rule("a", (NetProtocolPortFilterClass.Protocol, "TCP"));
        server.Set(NetProtocolPortFilterClass.InstanceId, "A");
        Assert.Equal(["a TCP"], Protocols(server));
    }

    [Fact]
    public void A_rule_without_a_filter_lacks_its_conditions_and_no_others()
    {
        Server server = Server.Ready().NoRules().Rule("a");
        server.Remove(NetProtocolPortFilterClass.Class);
        FirewallRule rule = Assert.Single(server.Build().FirewallRules.Rows!);
        Assert.Equal((FieldState.Missing, FieldState.Value), (rule.Protocol.State, rule.LocalAddresses.State));
    }

    [Fact]
    public void Two_rules_of_one_id_keep_their_filters_at_the_same_positions()
    {
        Server server = Server.Ready().NoRules().Rule("a").Rule("a");
        server.Rows(NetProtocolPortFilterClass.Class, CimStore.Active)[1][NetProtocolPortFilterClass.Protocol] = "UDP";
        Assert.Equal(["a Any", "a UDP"], Protocols(server));
    }

    [Fact]
    public void Two_rules_of_one_id_have_no_filters_that_could_be_either_s()
    {
        Server server = Server.Ready().NoRules().Rule("a").Rule("a").Rule("b");
        server.Rows(NetProtocolPortFilterClass.Class, CimStore.Active).Reverse();
        Assert.Equal(["a not collected", "a Any", "b Any"], Protocols(server));
    }

    [Theory]
    [MemberData(nameof(ClassesOfRules))]
    public void A_class_that_could_not_be_read_fails_the_rules_by_its_name(string name)
    {
        Server server = Server.Ready().Fail(CimClasses.Find(name)!, CimStore.Active, FailureKind.AccessDenied);
        Reading<FirewallRule> rules = server.Build().FirewallRules;
        Assert.Equal((name + " (active store)", FailureKind.AccessDenied), (rules.Name, rules.Failure?.Kind));
    }

    [Fact]
    public void Rules_of_the_persistent_store_do_not_stand_in() => Assert.Equal(
        FailureKind.NotCollected,
        Server.Bare().Collected(NetFirewallRuleClass.Class, CimStore.Persistent).Build().FirewallRules.Failure?.Kind);

    [Fact]
    public void A_rule_without_an_id_fails_the_rules()
    {
        Server server = Server.Ready().SetIn(CimStore.Active, NetFirewallRuleClass.InstanceId, null);
        Assert.Equal(FailureKind.Malformed, server.Build().FirewallRules.Failure?.Kind);
    }

    [Fact]
    public void Profiles_are_told_apart_by_name_in_any_case()
    {
        Server server = Server.Ready().Set(NetFirewallProfileClass.Name, "PUBLIC", (NetFirewallProfileClass.Name, "Public"));
        Assert.Equal(
            [FirewallProfiles.Domain, FirewallProfiles.Private, FirewallProfiles.Public],
            server.Build().FirewallProfiles.Rows!.Select(profile => profile.Category));
    }

    [Fact]
    public void A_profile_of_another_name_fails_the_profiles() => Assert.Equal(
        FailureKind.Malformed,
        Server.Ready().Set(NetFirewallProfileClass.Name, "Any", (NetFirewallProfileClass.Name, "Public")).Build().FirewallProfiles.Failure?.Kind);

    private static Server TwoRules() => Server.Ready().NoRules()
        .Rule("a", (NetProtocolPortFilterClass.Protocol, "TCP"))
        .Rule("b", (NetProtocolPortFilterClass.Protocol, "UDP"));

    private static IEnumerable<string> Protocols(Server server) =>
        server.Build().FirewallRules.Rows!.Select(rule => rule.InstanceId + " " + rule.Protocol);
}
