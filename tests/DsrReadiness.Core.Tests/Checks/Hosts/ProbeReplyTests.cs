using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

/// <summary>What H01 says of the answer to the probe.</summary>
public sealed class ProbeReplyTests() : CheckTest(new ReplyAvoidsBalancerCheck())
{
    private const uint Other = 9;
    private const string OtherDip = "192.168.12.9";

    private static ServiceBuilder Asked(string address) => Server.Service().Clients("203.0.113.77/32").Probe($"tcp/{address}:443");

    private static Server TwoNics => Server.Ready().AddNic(Other, "Other", OtherDip, 24);

    [Theory]
    [InlineData(Server.Vip)]
    [InlineData(Server.Dip)]
    [InlineData("192.168.11.99")] // S02 speaks of that.
    public void Nothing_while_the_balancer_is_reached(string address) => Expect(Outcome.Passed, Server.Ready(), Asked(address));

    [Theory]
    [InlineData(Server.Vip, "The answer to the probe tcp/192.168.11.50:443 from 192.168.11.5 does not leave: there is no route.")]
    [InlineData(Server.Dip, "The answer to the probe tcp/192.168.11.11:443 from 192.168.11.5 does not leave: there is no route of Ethernet, which has 192.168.11.11 and sends by no other interface.")]
    public void Fails_without_a_route_to_the_balancer(string address, string reason)
    {
        Server server = Server.Ready().Set(NetRouteClass.DestinationPrefix, "203.0.113.0/24", (NetRouteClass.DestinationPrefix, "0.0.0.0/0"))
            .Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "192.168.11.0/24"));
        CheckResult result = Expect(Outcome.Failed, server, Asked(address));
        Assert.Equal((Severity.Error, reason), (result.Severity, result.Reason));
        Expect(Outcome.Passed, server, Asked(address).Ports());
        Expect(Outcome.Passed, server, Asked(address).Balancers().Interface("Ethernet"));
        Expect(Outcome.Passed, server.AddRoute(Server.Ethernet, "Ethernet", "192.168.11.5/32", "0.0.0.0"), Asked(address));
    }

    [Theory]
    [InlineData(Toggle.Disabled, Outcome.Failed)]
    [InlineData(Toggle.Enabled, Outcome.Passed)]
    [InlineData(null, Outcome.Unknown)]
    public void An_interface_that_has_the_address_and_sends_strongly_must_have_the_route_itself(Toggle? send, Outcome expected)
    {
        Expect(expected, TwoNics.Set(NetIPInterfaceClass.WeakHostSend, send, Server.On(NetIPInterfaceClass.Class, Other)), Asked(OtherDip));
        Server routed = TwoNics.Set(NetIPInterfaceClass.WeakHostSend, send, Server.On(NetIPInterfaceClass.Class, Other)).AddRoute(Other, "Other", "192.168.11.5/32", "192.168.12.1");
        Expect(Outcome.Passed, routed, Asked(OtherDip));
    }

    [Fact]
    public void Old_windows_sends_weakly_for_IPv4() => Expect(Outcome.Passed, TwoNics.Set(OperatingSystemClass.Version, "5.2.3790"), Asked(OtherDip));

    [Fact]
    public void Fails_when_the_next_hop_to_the_balancer_is_the_server_itself()
    {
        Server server = Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "192.168.11.5/32", Server.Dip);
        CheckResult result = Expect(Outcome.Failed, server, Asked(Server.Vip));
        Assert.Equal(
            (Severity.Error, $"The next hop {Server.Dip} of the route 192.168.11.5/32 is an address of this server itself: the answer to the probe tcp/192.168.11.50:443 from 192.168.11.5 goes nowhere."),
            (result.Severity, result.Reason));
        Expect(Outcome.Passed, Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "192.168.11.5/32", "192.168.11.2"), Asked(Server.Vip));
    }

    [Fact]
    public void Fails_when_a_loopback_of_another_product_takes_it()
    {
        Server server = Server.Ready().AddKmTest(13, "Npcap", @"ROOT\NET\0001").AddRoute(13, "Npcap", "192.168.11.5/32", "0.0.0.0");
        CheckResult result = Expect(Outcome.Failed, server, Asked(Server.Vip));
        Assert.Contains("leaves by Npcap, by the route 192.168.11.5/32, which is a loopback", result.Reason, System.StringComparison.Ordinal);
        Expect(Outcome.Passed, Server.Ready().AddRoute(Server.Loopback, "Loopback", "192.168.11.5/32", "0.0.0.0"), Asked(Server.Vip)); // V10 speaks of the VIP's own loopback.
    }

    [Fact]
    public void Where_an_agent_keeps_the_vip_on_the_NIC_that_sends_strongly() => Expect(
        Outcome.Failed,
        Server.Ready().OnNic().AddNic(Other, "Other", OtherDip, 24).AddRoute(Other, "Other", "192.168.11.5/32", "0.0.0.0")
            .Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "192.168.11.0/24"))
            .Set(NetRouteClass.DestinationPrefix, "203.0.113.0/24", (NetRouteClass.DestinationPrefix, "0.0.0.0/0")),
        Asked(Server.Vip).Environment(DsrEnvironment.GcpAgent).Interface("Ethernet"));
}
