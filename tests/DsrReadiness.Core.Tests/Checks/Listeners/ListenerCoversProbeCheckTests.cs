using DsrReadiness.Checks.Listeners;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class ListenerCoversProbeCheckTests() : CheckTest(new ListenerCoversProbeCheck())
{
    private static DsrService ProbeOfDip => Server.Service().Probe("tcp/192.168.11.11:8080");

    [Theory]
    [InlineData(Server.Dip)]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void Passes_when_the_probed_address_and_port_are_covered(string address)
    {
        CheckResult result = Expect(Outcome.Passed, Sockets.None().Tcp(address, 8080), ProbeOfDip);
        Assert.StartsWith($"tcp/8080 on 192.168.11.11 is covered: process 1234 is bound to {address}.", result.Reason);
    }

    [Theory]
    [InlineData(Server.Vip, 8080)]
    [InlineData("0.0.0.0", 443)]
    public void Fails_when_they_are_not(string address, int port)
    {
        CheckResult result = Expect(Outcome.Failed, Sockets.None().Tcp(address, port), ProbeOfDip);
        Assert.Equal((Severity.Error, "tcp/8080 on 192.168.11.11"), (result.Severity, result.Subject));
        Assert.StartsWith("Start the service, bound to 192.168.11.11 or to 0.0.0.0.", result.Recommendation);
    }

    [Theory]
    [InlineData("tcp/192.168.11.99:8080")]
    [InlineData("icmp/192.168.11.99")]
    public void Fails_for_an_address_that_the_server_does_not_have(string probe)
    {
        CheckResult result = Expect(Outcome.Failed, Sockets.None().Tcp("0.0.0.0", 8080), Server.Service().Probe(probe));
        Assert.Equal($"192.168.11.99 is not an address of this server: it does not answer the probe {probe}.", result.Reason);
        Assert.Equal("none", result.Actual);
    }

    [Fact]
    public void The_address_of_a_vip_is_a_matter_of_V01()
    {
        Server server = Sockets.None().Tcp("0.0.0.0", 8080).Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip));
        Expect(Outcome.Passed, server, Server.Service().Probe($"tcp/{Server.Vip}:8080"));
    }

    [Theory]
    [InlineData(AddressState.Preferred, Outcome.Passed)]
    [InlineData(AddressState.Deprecated, Outcome.Passed)]
    [InlineData(AddressState.Duplicate, Outcome.Failed)]
    [InlineData(AddressState.Tentative, Outcome.Failed)]
    [InlineData(null, Outcome.Unknown)]
    public void Asks_whether_windows_uses_the_address(AddressState? state, Outcome expected) => Expect(
        expected, Sockets.None().Tcp("0.0.0.0", 8080).Set(NetIPAddressClass.AddressState, state, (NetIPAddressClass.IPAddress, Server.Dip)), ProbeOfDip);

    [Fact]
    public void Is_unknown_when_the_addresses_could_not_be_read()
    {
        Server server = Sockets.None().Tcp("0.0.0.0", 8080).Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied);
        Expect(Outcome.Unknown, server, ProbeOfDip);
        Expect(Outcome.Passed, server, Server.Service().Probe($"tcp/{Server.Vip}:8080"));
    }

    [Fact]
    public void Judges_a_udp_probe_of_an_ipv6_vip()
    {
        DsrService service = Server.Service().Vips(Server.Vip6).Probe($"udp/[{Server.Vip6}]:53");
        Expect(Outcome.Passed, Sockets.None().Udp(Server.Vip6, 53), service);
        Expect(Outcome.Failed, Sockets.None().Tcp(Server.Vip6, 53), service);
    }

    [Fact]
    public void Does_not_look_at_the_ports_of_the_service() => Expect(Outcome.Passed, Sockets.None().Tcp("0.0.0.0", 8080), ProbeOfDip);

    [Fact]
    public void Is_unknown_when_the_table_could_not_be_read() => Expect(
        Outcome.Unknown, Server.Ready().Fail(NetTcpConnectionClass.Class, CimStore.None, FailureKind.AccessDenied), ProbeOfDip);

    [Fact]
    public void Is_unknown_when_the_state_of_the_socket_that_would_cover_it_is_not() =>
        Expect(Outcome.Unknown, Sockets.None().Tcp("0.0.0.0", 8080, "lauscht"), ProbeOfDip);

    [Fact]
    public void Does_not_apply_without_a_probe() => Expect(Outcome.NotApplicable, Sockets.None());

    [Fact]
    public void Does_not_apply_to_an_icmp_probe() =>
        Assert.Contains("icmp/192.168.11.11", Expect(Outcome.NotApplicable, Sockets.None(), Server.Service().Probe("icmp/192.168.11.11")).Reason);

    [Fact]
    public void Does_not_apply_without_a_port_of_the_service() =>
        Expect(Outcome.NotApplicable, Sockets.None(), Server.Service().Ports().Probe("tcp/192.168.11.11:8080"));
}
