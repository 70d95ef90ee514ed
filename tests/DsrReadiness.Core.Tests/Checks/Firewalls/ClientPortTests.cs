using System.Linq;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>Rules for some of the ports that clients send from, as hardening guides have them, for W01 and for the path.</summary>
public sealed class ClientPortTests() : CheckTest(new InboundTrafficIsAllowedCheck())
{
    [Theory]
    [InlineData("1024-65535", true)]
    [InlineData("1024-49151|49152-65535", true)]
    [InlineData("49152-65535", false)]
    [InlineData("1-1023", false)]
    public void A_rule_is_for_all_clients_of_tcp_if_it_is_for_all_ports_from_1024_on(string ports, bool isForAll)
    {
        AssertBoth(isForAll, Server.Ready().NoRules().Rule("a", (NetProtocolPortFilterClass.RemotePort, ports.Split('|'))), Server.Service());
        AssertBoth(!isForAll, Server.Ready().Block("b", (NetProtocolPortFilterClass.RemotePort, ports.Split('|'))), Server.Service());
    }

    [Fact]
    public void A_rule_for_all_ports_from_1024_on_is_for_some_clients_of_udp()
    {
        ServiceBuilder service = Server.Service().Ports("udp/53");
        Expect(Outcome.Failed, Server.Ready().NoRules().Rule("a", (NetProtocolPortFilterClass.RemotePort, new[] { "1024-65535" })), service);
        Assert.Contains(
            "A part of it may be blocked: 'b' (b) is limited to the remote ports 1024-65535, while clients use any.",
            Expect(Outcome.Passed, Server.Ready().Rule("a").Block("b", (NetProtocolPortFilterClass.RemotePort, new[] { "1024-65535" })), service).Reason);
    }

    [Fact]
    public void A_block_rule_for_some_ports_from_1024_on_is_named_and_one_for_low_ports_is_not()
    {
        Assert.Contains("'b' (b) is limited to the remote ports 49152-65535, while clients use 1024-65535.", Reason("49152-65535"));
        Assert.DoesNotContain("'b'", Reason("1-1023"));
        string Reason(string ports) => Expect(Outcome.Passed, Server.Ready().Block("b", (NetProtocolPortFilterClass.RemotePort, new[] { ports }))).Reason;
    }

    [Fact]
    public void An_allow_rule_for_low_ports_is_named_where_none_counts() => Assert.EndsWith(
        "Not counted: 'a' (a) is limited to the remote ports 1-1023, while clients use 1024-65535.",
        Expect(Outcome.Failed, Server.Ready().NoRules().Rule("a", (NetProtocolPortFilterClass.RemotePort, new[] { "1-1023" }))).Reason);

    private void AssertBoth(bool isLetIn, Server server, DsrService service)
    {
        Expect(isLetIn ? Outcome.Passed : Outcome.Failed, server, service);
        Hop hop = PathTracer.Trace(server.Build(), service)[0].Hops.Single(each => each.Kind == HopKind.Firewall);
        Assert.Equal(isLetIn ? HopOutcome.Passes : HopOutcome.Dropped, hop.Outcome);
    }
}
