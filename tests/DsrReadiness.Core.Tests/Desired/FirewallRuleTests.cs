using System;
using System.Linq;
using DsrReadiness.Firewall;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Servers;
using FirewallRule = DsrReadiness.Desired.Settings.FirewallRule;

namespace DsrReadiness.Tests.Desired;

public sealed class FirewallRuleTests
{
    [Fact]
    public void Each_vip_has_a_rule_of_its_own_which_goes_with_it() => Assert.Equal(
        [
            "-Protocol TCP -LocalPort 443 -LocalAddress '192.0.2.1' -RemoteAddress '10.0.0.0/8', '172.16.0.1'",
            "-Protocol TCP -LocalPort 443 -LocalAddress '192.0.2.2' -RemoteAddress '10.0.0.0/8', '172.16.0.1'",
        ],
        Commands(Server.Service().Vips("192.0.2.1", "192.0.2.2").Clients("10.0.0.0/8", "172.16.0.1")));

    [Fact]
    public void A_probe_of_another_address_opens_that_to_the_balancer_alone() => Assert.Equal(
        [
            "-Protocol TCP -LocalPort 443 -LocalAddress '192.168.11.50'",
            "-Protocol TCP -LocalPort 443 -LocalAddress '192.168.11.11' -RemoteAddress '192.168.11.5'",
        ],
        Commands(Server.Service().Probe("tcp/192.168.11.11:443")));

    [Fact]
    public void A_probe_of_the_service_itself_is_let_in_with_the_clients() => Assert.Equal(
        ["-Protocol TCP -LocalPort 443 -LocalAddress '192.168.11.50' -RemoteAddress '10.0.0.0/8', '192.168.11.5'"],
        Commands(Server.Service().Clients("10.0.0.0/8").Probe("tcp/192.168.11.50:443")));

    [Fact]
    public void Families_are_kept_apart() => Assert.Equal(
        [
            "-Protocol UDP -LocalPort 5000-5100 -LocalAddress '192.168.11.50'",
            "-Protocol UDP -LocalPort 5000-5100 -LocalAddress '2001:db8:11::50'",
        ],
        Commands(Server.Service().DualStack().Ports("udp/5000-5100")));

    [Theory]
    [InlineData("icmp/192.168.11.50", "-Protocol ICMPv4 -IcmpType 8 -LocalAddress '192.168.11.50' -RemoteAddress '192.168.11.5'")]
    [InlineData("icmp/2001:db8:11::11", "-Protocol ICMPv6 -IcmpType 128 -LocalAddress '2001:db8:11::11'")]
    public void Echo_requests_have_a_type_and_no_port(string probe, string command) =>
        Assert.Equal(command, Commands(Server.Service().Probe(probe)).Last());

    private static string[] Commands(DsrService service) => FirewallRule.Commands(Flow.OfAll(service, null), Server.Ready().NoRules().Build()).Split('\n')
        .Select(command => command[(command.IndexOf("Any ", StringComparison.Ordinal) + 4)..]).ToArray();
}
