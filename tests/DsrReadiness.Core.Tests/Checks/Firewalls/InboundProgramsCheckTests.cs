using System;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>W01 with the rules that servers really have: whether a rule is for what listens, is in force, and what would be enough.</summary>
public sealed class InboundProgramsCheckTests() : CheckTest(new InboundTrafficIsAllowedCheck())
{
    private const string Id = "DsrReadiness-443";
    private const string Nginx = @"C:\Program Files\nginx\nginx.exe";

    [Fact]
    public void A_fresh_server_lets_its_own_services_in_and_nobody_elses()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().NoRules().AddFreshRules());
        Assert.StartsWith("No rule allows tcp/443 to 192.168.11.50 from any address", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("CDPSvc", result.Reason, StringComparison.Ordinal);
        Expect(Outcome.Failed, Server.Ready().NoRules().AddFreshRules().Listening(@"C:\Program Files\nginx\nginx.exe"));
        Expect(Outcome.Failed, Server.Ready().NoRules().AddFreshRules().Remove(NetTcpConnectionClass.Class));
    }

    [Fact]
    public void The_rule_of_iis_lets_iis_in_and_no_other_web_server()
    {
        Expect(Outcome.Passed, Server.Ready().NoRules().AddFreshRules().AddRuleOfIis());
        CheckResult result = Expect(Outcome.Failed, Server.Ready().NoRules().AddFreshRules().AddRuleOfIis().Listening(@"C:\Program Files\nginx\nginx.exe"));
        Assert.Contains("Not counted: 'IIS-WebServerRole-HTTPS-In-TCP' (IIS-WebServerRole-HTTPS-In-TCP) is limited to the program System, and process 900 listens", result.Reason, StringComparison.Ordinal);
    }

    /// <summary>A listen list, or a program that is bound to the server's own address: what is wrong is the binding, and S01 or S04 says so; the rule is for the right program.</summary>
    [Theory]
    [InlineData(null, "System", Outcome.Passed)]
    [InlineData(Nginx, Nginx, Outcome.Passed)]
    [InlineData(Nginx, "System", Outcome.Failed)]
    [InlineData(null, Nginx, Outcome.Failed)]
    public void What_listens_on_another_address_is_what_should_listen_here(string? listening, string program, Outcome outcome)
    {
        Server server = Server.Ready().Change(Id, NetApplicationFilterClass.AppPath, program).Set(NetTcpConnectionClass.LocalAddress, Server.Dip);
        if (listening is not null)
            server.Listening(listening);
        Expect(outcome, server);
        Assert.Equal(outcome == Outcome.Passed ? HopKind.Listener : HopKind.Firewall, PathTracer.Trace(server.Build(), Server.Service())[0].Hops[^1].Kind);
    }

    [Fact]
    public void Which_of_two_programs_on_other_addresses_is_meant_is_not_known()
    {
        Server server = Server.Ready().Change(Id, NetApplicationFilterClass.AppPath, "System").Set(NetTcpConnectionClass.LocalAddress, Server.Dip);
        server.Rows(NetTcpConnectionClass.Class)[0][NetTcpConnectionClass.OwningProcess] = 900L;
        server.Rows(NetTcpConnectionClass.Class)[0][NetTcpConnectionClass.LocalAddress] = "127.0.0.1";
        Expect(Outcome.Unknown, server);
        Assert.Contains(PathTracer.Trace(server.Build(), Server.Service())[0].Hops, hop => (hop.Kind, hop.Outcome) == (HopKind.Firewall, HopOutcome.Undetermined));
        Expect(Outcome.Failed, Server.Ready().Change(Id, NetApplicationFilterClass.AppPath, "System").Remove(NetTcpConnectionClass.Class));
    }

    /// <summary>The browser has let itself in for any port; the web server is another program.</summary>
    [Fact]
    public void A_rule_of_a_browser_lets_no_web_server_in() => Expect(
        Outcome.Failed,
        Server.Ready().NoRules().Rule("ff", (NetProtocolPortFilterClass.Protocol, "TCP"), (NetApplicationFilterClass.AppPath, @"C:\Program Files\Mozilla Firefox\firefox.exe")));

    [Fact]
    public void A_program_that_cannot_be_told_is_unknown_and_says_what_to_collect()
    {
        Server server = Server.Ready().Change(Id, NetApplicationFilterClass.AppPath, @"C:\nginx\nginx.exe").Set(NetTcpConnectionClass.OwningProcess, 900).NotCollected(ProcessClass.Class);
        CheckResult result = Expect(Outcome.Unknown, server);
        Assert.Contains("what process 900 runs is not known: Win32_Process was not collected.", result.Reason, StringComparison.Ordinal);
        Assert.Contains("Collect again", result.Recommendation, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_rule_that_windows_has_not_in_force_does_not_count()
    {
        CheckResult result = Expect(Outcome.Failed, InForce(15));
        Assert.Contains("'DsrReadiness-443' (DsrReadiness-443) is not in force (EnforcementStatus LocalAuthorizedApplicationsDisallowed)", result.Reason, StringComparison.Ordinal);
        Expect(Outcome.Passed, InForce(2, 5, 1));
        Expect(Outcome.Unknown, InForce(3));
    }

    [Fact]
    public void A_rule_limited_by_what_is_not_understood_does_not_count() => Expect(
        Outcome.Failed, Server.Ready().Change(Id, NetFirewallRuleClass.RemoteDynamicKeywordAddresses, new[] { "{6F2A1C55-0000-4000-8000-000000000001}" }));

    [Theory]
    [InlineData("192.168.11.0/24", Outcome.Failed)]
    [InlineData("203.0.113.0/24", Outcome.Passed)]
    public void A_block_rule_for_the_local_subnet_blocks_clients_there(string client, Outcome outcome) =>
        Expect(outcome, Server.Ready().Block("blk", (NetAddressFilterClass.RemoteAddress, new[] { "LocalSubnet" })), Server.Service().Clients(client));

    [Fact]
    public void The_rule_that_would_allow_is_named_with_the_one_thing_that_keeps_it()
    {
        Assert.Contains(
            "Rule 'DsrReadiness-443' (DsrReadiness-443) would allow it, but is off.",
            Expect(Outcome.Failed, Server.Ready().Change(Id, NetFirewallRuleClass.Enabled, RuleEnabled.False)).Reason, StringComparison.Ordinal);
        Assert.Contains(
            "would allow it, but is limited to the local addresses 192.168.11.11.",
            Expect(Outcome.Failed, Server.Ready().Change(Id, NetAddressFilterClass.LocalAddress, new[] { Server.Dip })).Reason, StringComparison.Ordinal);
        Assert.Contains(
            "would allow it, but is for the profile Public only, and the network of Ethernet is Domain.",
            Expect(Outcome.Failed, Server.Ready().Change(Id, NetFirewallRuleClass.Profiles, FirewallProfiles.Public)).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "would allow it",
            Expect(Outcome.Failed, Server.Ready().Change(Id, NetFirewallRuleClass.Profiles, FirewallProfiles.Public).Change(Id, NetFirewallRuleClass.Enabled, RuleEnabled.False)).Reason,
            StringComparison.Ordinal);
    }

    /// <summary>A network that was taken for another one after a restart: the rule is there, for the profiles Domain and Private.</summary>
    [Fact]
    public void A_member_of_a_domain_whose_network_is_public_is_told_so()
    {
        Server server = Server.Ready().NoRules().AddRuleOfIis(FirewallProfiles.Domain | FirewallProfiles.Private)
            .Set(NetConnectionProfileClass.NetworkCategory, NetworkCategory.Public, Server.On(NetConnectionProfileClass.Class, Server.Ethernet));
        Assert.Contains(
            "would allow it, but is for the profile Domain, Private only, and the network of Ethernet is Public, although this server is a member of a domain: Windows found no domain controller from there.",
            Expect(Outcome.Failed, server).Reason, StringComparison.Ordinal);
    }

    private static Server InForce(params long[] status)
    {
        Server server = Server.Ready();
        server.Rows(NetFirewallRuleClass.Class, CimStore.Active).ForEach(row => row[NetFirewallRuleClass.EnforcementStatus] = Array.ConvertAll(status, each => (object?)each));
        return server;
    }
}
