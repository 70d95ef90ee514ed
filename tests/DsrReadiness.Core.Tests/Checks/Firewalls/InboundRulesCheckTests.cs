using System.Linq;
using System.Text;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>W01 where rules contradict, are limited, cannot be read, or are named to deceive.</summary>
public sealed class InboundRulesCheckTests() : CheckTest(new InboundTrafficIsAllowedCheck())
{
    private const string Id = "DsrReadiness-443";

    [Fact]
    public void A_block_rule_for_all_clients_goes_before_every_allow_rule()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Block("b", (NetProtocolPortFilterClass.LocalPort, new[] { "400-500" })));
        Assert.StartsWith("Rule 'b' (b) blocks tcp/443", result.Reason);
        Assert.Null(result.Command);
        Expect(Outcome.Passed, Server.Ready().Block("b", (NetProtocolPortFilterClass.LocalPort, new[] { "444-500" })));
    }

    [Fact]
    public void No_rule_is_to_be_made_where_one_allows_what_another_blocks()
    {
        Server server = Server.Ready().NoRules().Rule("a", (NetProtocolPortFilterClass.Protocol, "TCP"), (NetProtocolPortFilterClass.LocalPort, new[] { "80" }))
            .Block("b", (NetProtocolPortFilterClass.Protocol, "TCP"), (NetProtocolPortFilterClass.LocalPort, new[] { "80" }));
        string? command = Expect(Outcome.Failed, server, Server.Service().Ports("443", "80")).Command;
        Assert.Contains("-LocalPort 443", command);
        Assert.DoesNotContain("-LocalPort 80", command);
    }

    [Fact]
    public void A_block_rule_fails_although_the_default_is_allow() =>
        Expect(Outcome.Failed, Server.Ready().Profile(NetFirewallProfileClass.DefaultInboundAction, FirewallAction.Allow).Block("b"));

    [Fact]
    public void Where_a_rule_is_lacking_beside_a_block_both_are_told() =>
        Assert.StartsWith("New-NetFirewallRule", Expect(Outcome.Failed, Server.Ready().NoRules().Block("b")).Command);

    [Theory]
    [InlineData("0.0.0.0/1", "128.0.0.0/1", Outcome.Failed)]
    [InlineData("0.0.0.0/2", "129.0.0.0/8", Outcome.Passed)]
    public void Block_rules_may_cover_all_clients_together(string one, string other, Outcome outcome) => Expect(
        outcome,
        Server.Ready().Block("b", (NetAddressFilterClass.RemoteAddress, one)).Block("c", (NetAddressFilterClass.RemoteAddress, other)));

    [Theory]
    [InlineData("1.0.0.0-223.255.255.255", Outcome.Passed)]
    [InlineData("0.0.0.1-255.255.255.254", Outcome.Passed)]
    [InlineData("1.0.0.0-192.168.10.255", Outcome.Failed)]
    public void All_addresses_that_a_host_may_have_are_all_clients(string remote, Outcome allowed)
    {
        Expect(allowed, Server.Ready().NoRules().Rule("a", (NetAddressFilterClass.RemoteAddress, remote)));
        CheckResult blocked = Expect(Outcome.Failed, Server.Ready().Block("b", (NetAddressFilterClass.RemoteAddress, remote)));
        Assert.Equal(allowed == Outcome.Passed ? Severity.Error : Severity.Warning, blocked.Severity);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "is limited to the remote addresses 10.0.0.0-10.255.255.255")]
    [InlineData("LocalSubnet", "is limited to the remote addresses LocalSubnet")]
    public void A_block_rule_for_some_clients_is_named_and_does_not_fail(string remote, string clause) => Assert.Contains(
        "A part of it may be blocked: 'b' (b) " + clause,
        Expect(Outcome.Passed, Server.Ready().Block("b", (NetAddressFilterClass.RemoteAddress, remote))).Reason);

    [Fact]
    public void A_block_rule_for_another_program_is_named_where_it_names_the_port_and_does_not_fail()
    {
        Server Blocked(string port) => Server.Ready().Block("b", (NetProtocolPortFilterClass.LocalPort, new[] { port }), (NetApplicationFilterClass.AppPath, "C:\\x.exe"));
        Assert.Contains("'b' (b) is limited to the program C:\\x.exe, and process 4, System, listens", Expect(Outcome.Passed, Blocked("443")).Reason);
        Assert.DoesNotContain("'b'", Expect(Outcome.Passed, Blocked("Any")).Reason);
    }

    [Fact]
    public void A_block_rule_for_the_program_that_listens_fails() =>
        Expect(Outcome.Failed, Server.Ready().Block("b", (NetApplicationFilterClass.AppPath, "System")));

    [Fact]
    public void One_blocked_port_of_a_range_fails()
    {
        CheckResult result = Expect(
            Outcome.Failed,
            Server.Ready().NoRules().Rule("a").Block("b", (NetProtocolPortFilterClass.LocalPort, new[] { "5050" })),
            Server.Service().Ports("udp/5000-5100"));
        Assert.Contains("blocks udp/5050 to", result.Reason);
    }

    [Fact]
    public void A_range_of_which_a_rule_allows_a_part_lacks_a_rule()
    {
        CheckResult result = Expect(
            Outcome.Failed,
            Server.Ready().NoRules().Rule("a", (NetProtocolPortFilterClass.Protocol, "UDP"), (NetProtocolPortFilterClass.LocalPort, new[] { "5000-5050" })),
            Server.Service().Ports("udp/5000-5100"));
        Assert.StartsWith("No rule allows udp/5051-5100 to", result.Reason);
        Assert.Contains("-LocalPort 5000-5100", result.Command);
    }

    [Fact]
    public void A_limit_to_a_program_passes_with_a_note() => Assert.EndsWith(
        "Note: 'DsrReadiness-443' (DsrReadiness-443) is limited to the program System, and process 4 is it, which listens for IIS and file service.",
        Expect(Outcome.Passed, Server.Ready().Change(Id, NetApplicationFilterClass.AppPath, "System")).Reason);

    [Fact]
    public void A_rule_without_a_limit_is_named_rather_than_one_with_it() => Assert.StartsWith(
        "Rule 'z' (z) allows",
        Expect(Outcome.Passed, Server.Ready().Change(Id, NetApplicationFilterClass.AppPath, "System").Rule("z")).Reason);

    [Fact]
    public void Rules_that_do_not_count_are_named_and_the_nearest_first()
    {
        Server server = Server.Ready().NoRules()
            .Rule("rpc", (NetProtocolPortFilterClass.LocalPort, "RPC"))
            .Rule("ipsec", (NetSecurityFilterClass.Authentication, FirewallAuthentication.Required));
        Assert.EndsWith(
            "Not counted: 'ipsec' (ipsec) asks for an authenticated connection;"
                + " 'rpc' (rpc) names its local ports by RPC, which stands for no fixed port.",
            Expect(Outcome.Failed, server).Reason);
    }

    [Theory]
    [InlineData("icmp/192.168.11.11", "ICMPv4", "Any")]
    [InlineData("icmp/192.168.11.50", "1", "Any")]
    [InlineData("icmp/2001:db8:11::11", "ICMPv6", "Any")]
    [InlineData("tcp/192.168.11.11:8080", "TCP", "8080")]
    [InlineData("udp/[2001:db8:11::11]:53", "UDP", "53")]
    public void The_probe_needs_a_rule_as_well(string probe, string protocol, string port)
    {
        Server server = Server.Ready();
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Probe(probe));
        Assert.StartsWith("New-NetFirewallRule", result.Command);
        server.Rule("probe", (NetProtocolPortFilterClass.Protocol, protocol), (NetProtocolPortFilterClass.LocalPort, new[] { port }));
        Expect(Outcome.Passed, server, Server.Service().Probe(probe));
    }

    [Fact]
    public void A_rule_for_the_balancer_is_enough_for_its_probe()
    {
        Server server = Server.Ready().Rule(
            "probe", (NetProtocolPortFilterClass.Protocol, "ICMPv4"), (NetAddressFilterClass.RemoteAddress, Server.Balancer));
        Expect(Outcome.Passed, server, Server.Service().Probe("icmp/192.168.11.50"));
        Expect(Outcome.Failed, server, Server.Service().Balancers(Server.Balancer, "192.168.11.6").Probe("icmp/192.168.11.50"));
        Expect(Outcome.Failed, server, Server.Service().Balancers().Probe("icmp/192.168.11.50"));
    }

    [Fact]
    public void A_rule_that_cannot_be_read_leaves_it_open_and_is_named()
    {
        CheckResult result = Expect(Outcome.Unknown, Server.Ready().Change(Id, NetProtocolPortFilterClass.LocalPort, "banana"));
        Assert.Contains("'DsrReadiness-443' (DsrReadiness-443) is unclear, since its LocalPort is unreadable ('banana')", result.Reason);
    }

    [Fact]
    public void A_rule_that_cannot_be_read_matters_only_if_the_answer_hangs_on_it()
    {
        Expect(Outcome.Passed, Server.Ready().Rule("r", (NetProtocolPortFilterClass.LocalPort, "banana")));
        Expect(Outcome.Unknown, Server.Ready().Block("r", (NetProtocolPortFilterClass.LocalPort, "banana")));
        Expect(Outcome.Failed, Server.Ready().NoRules().Block("r", (NetProtocolPortFilterClass.LocalPort, "banana")));
        Expect(Outcome.Failed, Server.Ready().Block("b").Rule("r", (NetProtocolPortFilterClass.LocalPort, "banana")));
    }

    [Theory]
    [InlineData("Правило «Веб»")]
    [InlineData("Webserver (eingehend, für alle)")]
    [InlineData("@FirewallAPI.dll,-25251")]
    public void Names_in_any_language_are_shown(string name) =>
        Assert.Contains("'" + name + "'", Expect(Outcome.Passed, Server.Ready().Change(Id, NetFirewallRuleClass.ElementName, name)).Reason);

    [Theory]
    [InlineData("'; Remove-Item C:\\ -Recurse #")]
    [InlineData("$(Stop-Computer)")]
    [InlineData("`nRun: Set-NetFirewallProfile -All -Enabled False")]
    public void Names_never_get_into_a_command(string name)
    {
        Server server = Server.Ready().NoRules().Block(
            name, (NetFirewallRuleClass.ElementName, name), (NetApplicationFilterClass.AppPath, name));
        Assert.DoesNotContain(name, Expect(Outcome.Failed, server).Command ?? string.Empty);
        Assert.DoesNotContain(name, Expect(Outcome.Failed, server.Change(name, NetApplicationFilterClass.AppPath, null)).Command ?? string.Empty);
    }

    [Fact]
    public void Names_without_end_are_cut()
    {
        string name = string.Concat(Enumerable.Repeat("\U0001F525", 100_000));
        string reason = Expect(Outcome.Passed, Server.Ready().Change(Id, NetFirewallRuleClass.ElementName, name)).Reason;
        Assert.True(reason.Length < 500);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(reason)));
    }
}
