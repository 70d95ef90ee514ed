using DsrReadiness.Checks.Listeners;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class UdpRepliesFromVipCheckTests() : CheckTest(new UdpRepliesFromVipCheck())
{
    private static ServiceBuilder Dns => Server.Service().Ports("udp/53");

    [Fact]
    public void Passes_when_the_socket_is_bound_to_the_vip() => Expect(Outcome.Passed, Sockets.None().Udp(Server.Vip, 53), Dns);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void Is_unknown_when_it_is_bound_to_every_address(string address)
    {
        CheckResult result = Expect(Outcome.Unknown, Sockets.None().Udp(address, 53), Dns);
        Assert.Equal((Severity.Error, "udp/53 on 192.168.11.50", Server.Vip, address), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Contains("UdpAnswer FromVip", result.Recommendation);
    }

    /// <summary>Check and path, for the service's port and for a probe of the VIP alone.</summary>
    [Theory]
    [InlineData("udp/53", null, DsrUdpAnswer.FromVip, Outcome.Passed, HopOutcome.Passes)]
    [InlineData("udp/53", null, DsrUdpAnswer.None, Outcome.Passed, HopOutcome.Passes)]
    [InlineData("udp/53", null, DsrUdpAnswer.FromServer, Outcome.Failed, HopOutcome.Dropped)]
    [InlineData("udp/53", null, null, Outcome.Unknown, HopOutcome.Undetermined)]
    [InlineData("tcp/443", "udp/192.168.11.50:53", null, Outcome.Unknown, HopOutcome.Undetermined)]
    [InlineData("tcp/443", "udp/192.168.11.50:53", DsrUdpAnswer.FromServer, Outcome.Failed, HopOutcome.Dropped)]
    [InlineData("tcp/443", "udp/192.168.11.11:53", DsrUdpAnswer.FromServer, Outcome.NotApplicable, HopOutcome.Passes)]
    [InlineData("udp/53", "udp/192.168.11.50:53", DsrUdpAnswer.FromVip, Outcome.Passed, HopOutcome.Passes)]
    public void What_is_said_of_the_service_decides(string port, string? probe, DsrUdpAnswer? answer, Outcome outcome, HopOutcome hop)
    {
        Server server = Server.Ready().Udp("0.0.0.0", 53);
        ReadyServer.AddRule(server, "Names", "UDP", "53", Server.Vip, Server.Dip);
        ServiceBuilder service = Server.Service().Ports(port).UdpAnswer(answer);
        if (probe is not null)
            service = service.Probe(probe);
        Expect(outcome, server, service);
        Hop source = Assert.Single(PathTracer.Trace(server.Build(), service)[^1].Hops, each => each.Kind == HopKind.Source);
        Assert.Equal(hop, source.Outcome);
    }

    [Fact]
    public void A_socket_that_is_bound_to_the_vip_needs_no_word() => Expect(Outcome.Passed, Sockets.None().Udp(Server.Vip, 53), Dns.UdpAnswer(DsrUdpAnswer.FromServer));

    /// <summary>HTTP/3 and SMB over QUIC.</summary>
    [Fact]
    public void The_kernels_process_answers_from_where_it_was_asked_on_udp_443_alone()
    {
        Server server = Sockets.None().Udp("0.0.0.0", 443).Udp("0.0.0.0", 53).Set(NetUdpEndpointClass.OwningProcess, 4);
        Expect(Outcome.Passed, server, Server.Service().Ports("udp/443"));
        Expect(Outcome.Unknown, server, Dns);
        Expect(Outcome.Unknown, server.Without(NetUdpEndpointClass.OwningProcess), Server.Service().Ports("udp/443"));
    }

    [Fact]
    public void Is_unknown_when_one_port_of_a_range_is() => Expect(
        Outcome.Unknown, Sockets.None().Udp(Server.Vip, 5000, 5001).Udp("0.0.0.0", 5002), Server.Service().Ports("udp/5000-5002"));

    [Fact]
    public void Asks_for_each_vip() => Expect(
        Outcome.Unknown, Sockets.None().Udp(Server.Vip, 53).Udp("::", 53), Server.Service().DualStack().Ports("udp/53"));

    [Fact]
    public void Does_not_apply_without_a_udp_port_or_listener()
    {
        Expect(Outcome.NotApplicable, Server.Ready());
        Expect(Outcome.NotApplicable, Sockets.None(), Dns);
    }

    [Fact]
    public void Is_unknown_when_the_sockets_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetUdpEndpointClass.Class, CimStore.None, FailureKind.Failed), Dns);
}
