using DsrReadiness.Checks.Listeners;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class UdpRepliesFromVipCheckTests() : CheckTest(new UdpRepliesFromVipCheck())
{
    private static readonly DsrService s_dns = Server.Service().Ports("udp/53");

    [Fact]
    public void Passes_when_the_socket_is_bound_to_the_vip() => Expect(Outcome.Passed, Sockets.None().Udp(Server.Vip, 53), s_dns);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void Warns_when_it_is_bound_to_every_address(string address)
    {
        CheckResult result = Expect(Outcome.Failed, Sockets.None().Udp(address, 53), s_dns);
        Assert.Equal((Severity.Warning, "udp/53 on 192.168.11.50", Server.Vip, address), (result.Severity, result.Subject, result.Expected, result.Actual));
    }

    [Fact]
    public void Warns_when_one_port_of_a_range_is() => Expect(
        Outcome.Failed, Sockets.None().Udp(Server.Vip, 5000, 5001).Udp("0.0.0.0", 5002), Server.Service().Ports("udp/5000-5002"));

    [Fact]
    public void Asks_for_each_vip() => Expect(
        Outcome.Failed, Sockets.None().Udp(Server.Vip, 53).Udp("::", 53), Server.Service().DualStack().Ports("udp/53"));

    [Fact]
    public void Does_not_apply_without_a_udp_port_or_listener()
    {
        Expect(Outcome.NotApplicable, Server.Ready());
        Expect(Outcome.NotApplicable, Sockets.None(), s_dns);
    }

    [Fact]
    public void Is_unknown_when_the_sockets_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetUdpEndpointClass.Class, CimStore.None, FailureKind.Failed), s_dns);
}
