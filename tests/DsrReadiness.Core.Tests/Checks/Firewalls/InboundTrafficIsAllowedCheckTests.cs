using System.Linq;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;
using FirewallRule = DsrReadiness.Desired.Settings.FirewallRule;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class InboundTrafficIsAllowedCheckTests() : CheckTest(new InboundTrafficIsAllowedCheck())
{
    private const string Id = "DsrReadiness-443";

    public static TheoryData<CimProperty, object> OtherTraffic() => new()
    {
        { NetFirewallRuleClass.Enabled, RuleEnabled.False },
        { NetFirewallRuleClass.Direction, FirewallDirection.Outbound },
        { NetFirewallRuleClass.Profiles, FirewallProfiles.Private | FirewallProfiles.Public },
        { NetProtocolPortFilterClass.Protocol, "UDP" },
        { NetProtocolPortFilterClass.LocalPort, "80" },
        { NetAddressFilterClass.LocalAddress, Server.Dip },
        { NetAddressFilterClass.RemoteAddress, "LocalSubnet" },
        { NetInterfaceFilterClass.InterfaceAlias, "Loopback" },
        { NetInterfaceTypeFilterClass.InterfaceType, FirewallInterfaceTypes.RemoteAccess },
        { NetSecurityFilterClass.Authentication, FirewallAuthentication.Required },
    };

    [Fact]
    public void Passes_by_the_rule_that_allows_and_names_it()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready().Change(Id, NetFirewallRuleClass.ElementName, "Web"));
        Assert.Equal("tcp/443 on 192.168.11.50", result.Subject);
        Assert.Equal(
            "Rule 'Web' (DsrReadiness-443) allows tcp/443 to 192.168.11.50 from any address (Domain profile of Ethernet).", result.Reason);
    }

    /// <summary>One that lacks more than one thing, or names no port, was made for something else.</summary>
    [Fact]
    public void A_rule_that_lacks_one_thing_alone_is_named_as_nearly_right()
    {
        (CimProperty, object?) off = (NetFirewallRuleClass.Enabled, RuleEnabled.False);
        (CimProperty, object?) tcp = (NetProtocolPortFilterClass.Protocol, "TCP");
        (CimProperty, object?) port = (NetProtocolPortFilterClass.LocalPort, new[] { "443" });
        bool IsNamed(params (CimProperty, object?)[] differences) => Expect(Outcome.Failed, Server.Ready().NoRules().Rule("r", differences)).Reason.Contains("Rule 'r' (r) would allow it, but is off.", System.StringComparison.Ordinal);
        Assert.True(IsNamed(off, tcp, port));
        Assert.False(IsNamed(off, tcp));
        Assert.False(IsNamed(off, tcp, port, (NetSecurityFilterClass.Authentication, 1)));
        Assert.False(IsNamed(off, tcp, port, (NetAddressFilterClass.RemoteAddress, new[] { "10.0.0.0/8" })));
        Assert.False(IsNamed(off, tcp, port, (NetProtocolPortFilterClass.RemotePort, new[] { "7" })));
        Assert.False(IsNamed(off, tcp, port, (NetFirewallRuleClass.Profiles, FirewallProfiles.Public)));
    }

    [Theory]
    [InlineData("ICMPv4", true)]
    [InlineData(null, false)]
    public void A_rule_for_echo_requests_that_is_off_is_named_if_it_names_the_protocol(string? protocol, bool isNamed)
    {
        Server server = Server.Ready().Rule("r", (NetFirewallRuleClass.Enabled, RuleEnabled.False), (NetProtocolPortFilterClass.Protocol, protocol));
        Assert.Equal(isNamed, Expect(Outcome.Failed, server, Server.Service().Probe("icmp/" + Server.Vip)).Reason.Contains("would allow it, but is off", System.StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_without_a_name_is_named_by_its_id() =>
        Assert.StartsWith("Rule 'DsrReadiness-443' allows", Expect(Outcome.Passed, Server.Ready().Change(Id, NetFirewallRuleClass.ElementName, string.Empty)).Reason);

    [Theory]
    [InlineData(FirewallProfiles.Public, Outcome.Passed)]
    [InlineData(FirewallProfiles.Domain, Outcome.Failed)]
    public void A_probe_of_another_interfaces_address_is_judged_by_that_ones_network(FirewallProfiles profile, Outcome expected)
    {
        Server server = Server.Ready().AddNic(9, "Other", "192.168.12.9", 24);
        ReadyServer.AddRule(server, "Probe", "TCP", "8080", "192.168.12.9");
        server.Change("Probe", NetFirewallRuleClass.Profiles, profile);
        CheckResult result = Expect(expected, server, Server.Service().Probe("tcp/192.168.12.9:8080"));
        Assert.Contains(result.Details, detail => detail.Contains("Public profile of Other", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_probe_arrives_is_not_known_when_two_other_interfaces_have_its_address()
    {
        Server server = Server.Ready().AddNic(9, "Other", "192.168.12.9", 24).AddNic(10, "Third", "192.168.12.9", 24);
        Assert.StartsWith("192.168.12.9 is on Other, Third: where its probe arrives", Expect(Outcome.Unknown, server, Server.Service().Probe("tcp/192.168.12.9:443")).Reason);
    }

    [Theory]
    [MemberData(nameof(OtherTraffic))]
    public void Fails_when_the_rule_is_about_other_traffic(CimProperty property, object value)
    {
        Expect(Outcome.Failed, Server.Ready().Change(Id, property, value));
        Expect(Outcome.Passed, Server.Ready());
    }

    [Fact]
    public void A_range_counts_beside_a_single_local_address() => Expect(
        Outcome.Passed, Server.Ready().Change(Id, NetAddressFilterClass.LocalAddress, new[] { "192.168.11.51", "192.168.11.40-192.168.11.60" }));

    [Fact]
    public void A_rule_is_named_once_whatever_else_it_names_beside_the_address()
    {
        Server server = Server.Ready().Change(Id, NetAddressFilterClass.LocalAddress, new[] { Server.Vip, "LocalSubnet" }).Change(Id, NetSecurityFilterClass.Authentication, 1);
        Assert.Equal(2, Expect(Outcome.Failed, server).Reason.Split("asks for an authenticated connection").Length);
    }

    [Fact]
    public void Fails_without_a_rule_and_gives_the_command_that_makes_one()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().NoRules());
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Equal(
            "New-NetFirewallRule -Name 'DsrReadiness-192.168.11.50-tcp-443' -DisplayName 'DSR tcp/443 to 192.168.11.50' -Group 'DsrReadiness'"
                + " -Direction Inbound -Action Allow -Profile Any -Protocol TCP -LocalPort 443 -LocalAddress '192.168.11.50'",
            result.Command);
    }

    /// <summary>A rule that policy ignores would do nothing.</summary>
    [Fact]
    public void Advises_no_local_rule_that_policy_ignores()
    {
        Server server = Server.Ready().NoRules().Profile(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False);
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Null(result.Command);
        Assert.Contains("group policy", result.Recommendation);
        Assert.Null(Expect(Outcome.Failed, server.Block("b")).Command);
        Assert.NotNull(Expect(Outcome.Failed, Server.Ready().NoRules().Profile(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.NotConfigured)).Command);
    }

    [Fact]
    public void Gives_the_commands_for_all_that_lacks_a_rule_at_once()
    {
        DsrService service = Server.Service().DualStack().Ports("443", "udp/5000-5100").Probe("icmp/192.168.11.50");
        Assert.Equal(FirewallRule.Commands(Flow.OfAll(service, null), Server.Ready().NoRules().Build()), Expect(Outcome.Failed, Server.Ready().NoRules(), service).Command);
        Assert.Equal(
            FirewallRule.Commands(Flow.OfAll(service, null).Where(flow => flow.Service != "tcp/443"), Server.Ready().Build()),
            Expect(Outcome.Failed, Server.Ready(), service).Command);
    }

    [Fact]
    public void Fails_when_one_of_two_vips_is_not_covered()
    {
        Server server = Server.Ready().Change(Id, NetAddressFilterClass.LocalAddress, new[] { Server.Vip });
        Assert.Equal("tcp/443 on 2001:db8:11::50", Expect(Outcome.Failed, server, Server.Service().DualStack()).Subject);
        Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack());
    }

    [Fact]
    public void Several_rules_may_cover_a_range_of_ports_together()
    {
        Server server = Server.Ready().NoRules().Rule("low", (NetProtocolPortFilterClass.LocalPort, new[] { "5000-5050" }))
            .Rule("high", (NetProtocolPortFilterClass.LocalPort, new[] { "5051-5100" }));
        Assert.Contains(
            "Rules 'low' (low), 'high' (high) together allow udp/5000-5100",
            Expect(Outcome.Passed, server, Server.Service().Ports("udp/5000-5100")).Reason);
        CheckResult result = Expect(
            Outcome.Failed,
            server.Change("high", NetProtocolPortFilterClass.LocalPort, new[] { "5052-5099" }),
            Server.Service().Ports("udp/5000-5100"));
        Assert.StartsWith("No rule allows udp/5051 and udp/5100 to 192.168.11.50", result.Reason);
    }

    [Theory]
    [InlineData("DomainAuthenticated", FirewallProfiles.Domain)]
    [InlineData("Private", FirewallProfiles.Private)]
    [InlineData("Public", FirewallProfiles.Public)]
    [InlineData(null, FirewallProfiles.Public)]
    public void The_category_of_the_traffic_interface_chooses_the_profile(string? category, FirewallProfiles profile)
    {
        Server At(FirewallProfiles rule)
        {
            Server server = Server.Ready().Change(Id, NetFirewallRuleClass.Profiles, rule);
            return category is null
                ? server.Remove(NetConnectionProfileClass.Class)
                : server.Set(NetConnectionProfileClass.NetworkCategory, category);
        }

        Expect(Outcome.Passed, At(profile));
        Expect(Outcome.Failed, At((FirewallProfiles)7 & ~profile));
    }

    [Fact]
    public void Clients_need_to_be_covered_only_where_they_are()
    {
        Server server = Server.Ready().Change(Id, NetAddressFilterClass.RemoteAddress, new[] { "10.0.0.0/255.0.0.0" });
        Expect(Outcome.Passed, server, Server.Service().Clients("10.1.0.0/16", "10.2.0.0/16"));
        Expect(Outcome.Failed, server, Server.Service().Clients("10.1.0.0/16", "172.16.0.0/12"));
        Assert.Contains(
            "'DsrReadiness-443' (DsrReadiness-443) is limited to the remote addresses 10.0.0.0-10.255.255.255",
            Expect(Outcome.Failed, server).Reason);
    }

    [Theory]
    [InlineData(FirewallAction.Block, GpoBoolean.True, Outcome.Failed)]
    [InlineData(FirewallAction.Allow, GpoBoolean.True, Outcome.Passed)]
    [InlineData(FirewallAction.Allow, GpoBoolean.False, Outcome.Failed)]
    public void Without_rules_the_default_decides_unless_nothing_is_let_in(FirewallAction byDefault, GpoBoolean rules, Outcome outcome)
    {
        Server server = Server.Ready().NoRules().Profile(NetFirewallProfileClass.DefaultInboundAction, byDefault);
        Expect(outcome, server.Profile(NetFirewallProfileClass.AllowInboundRules, rules));
    }

    [Fact]
    public void Fails_when_nothing_is_let_in_whatever_rules_say()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Profile(NetFirewallProfileClass.AllowInboundRules, GpoBoolean.False));
        Assert.Equal("Set-NetFirewallProfile -Name Domain -AllowInboundRules True", result.Command);
    }

    [Fact]
    public void Passes_when_the_profile_is_off_and_says_who_speaks_of_that() => Assert.Contains(
        "W04", Expect(Outcome.Passed, Server.Ready().NoRules().Profile(NetFirewallProfileClass.Enabled, GpoBoolean.False)).Reason);

    [Theory]
    [InlineData("Ethernet", Outcome.Passed)]
    [InlineData("Loopback", Outcome.Failed)]
    public void Passes_when_the_profile_leaves_the_interface_out(string alias, Outcome outcome) => Expect(
        outcome, Server.Ready().NoRules().Profile(NetFirewallProfileClass.DisabledInterfaceAliases, new[] { alias }));

    [Fact]
    public void Does_not_apply_without_a_port() => Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Ports());

    [Fact]
    public void Does_not_apply_when_the_interface_given_does_not_exist() =>
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Interface("Ethernet 9"));

    [Fact]
    public void Applies_where_an_agent_keeps_the_vip_on_the_traffic_interface() =>
        Expect(Outcome.Failed, Server.Ready().NoRules(), Server.Service().Environment(DsrEnvironment.GcpAgent));

    /// <summary>A cable that is pulled takes the network with it, and its category: that is one fault, which H09 tells.</summary>
    [Fact]
    public void Does_not_apply_while_the_traffic_interface_is_down_and_has_no_network()
    {
        Server server = Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.ConnectionState, ConnectionState.Disconnected, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
        Expect(Outcome.Passed, server);
        Assert.EndsWith("see H09.", Expect(Outcome.NotApplicable, server.Remove(NetConnectionProfileClass.Class, Server.On(NetConnectionProfileClass.Class, Server.Ethernet))).Reason);
    }
}
