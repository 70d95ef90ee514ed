using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class NoGatewayOnLoopbackCheckTests() : CheckTest(new NoGatewayOnLoopbackCheck())
{
    [Fact]
    public void Passes_when_default_routes_leave_by_the_wire_only() =>
        Assert.Equal("Loopback", Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack()).Subject);

    [Fact]
    public void Fails_when_a_default_route_is_on_the_loopback()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().WithRoute(Server.Loopback, "0.0.0.0/0", "192.168.11.1"));
        Assert.Equal((Severity.Error, "Loopback", "192.168.11.1"), (result.Severity, result.Subject, result.Actual));
        Assert.Equal("Remove-NetRoute -InterfaceIndex 12 -DestinationPrefix 0.0.0.0/0 -NextHop 192.168.11.1 -Confirm:$false", result.Command);
    }

    [Fact]
    public void Passes_when_the_route_is_half_a_default_route() =>
        Expect(Outcome.Passed, Server.Ready().WithRoute(Server.Loopback, "0.0.0.0/1", "192.168.11.1"));

    [Fact]
    public void Fails_for_an_on_link_default_route_and_for_one_without_next_hop()
    {
        Expect(Outcome.Failed, Server.Ready().WithRoute(Server.Loopback, "0.0.0.0/0"));
        Server server = Server.Ready().WithRoute(Server.Loopback, "0.0.0.0/0")
            .Set(NetRouteClass.NextHop, null, Server.On(NetRouteClass.Class, Server.Loopback));
        Assert.EndsWith("-DestinationPrefix 0.0.0.0/0 -Confirm:$false", Expect(Outcome.Failed, server).Command);
    }

    [Fact]
    public void Fails_even_when_the_loopback_is_not_connected() => Expect(
        Outcome.Failed,
        Server.Ready().WithRoute(Server.Loopback, "0.0.0.0/0", "192.168.11.1").SetIn(
            CimStore.Active,
            NetIPInterfaceClass.ConnectionState,
            ConnectionState.Disconnected,
            Server.On(NetIPInterfaceClass.Class, Server.Loopback)));

    [Fact]
    public void Judges_the_families_of_the_service_alone()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "::/0", "fe80::1");
        Expect(Outcome.Passed, server);
        Assert.Contains("::/0", Expect(Outcome.Failed, server, Server.Service().DualStack()).Reason);
    }

    [Fact]
    public void Lists_each_default_route()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "0.0.0.0/0", "192.168.11.1").WithRoute(Server.Loopback, "0.0.0.0/0", "192.168.11.2");
        Assert.Equal(2, Expect(Outcome.Failed, server).Details.Count);
    }

    [Fact]
    public void Asks_every_loopback_that_holds_a_vip()
    {
        Server server = Server.Ready().WithSecondLoopback()
            .WithVip(Layouts.SecondLoopback, "Loopback 2", VipServers.FarVip, 32)
            .WithRoute(Layouts.SecondLoopback, "0.0.0.0/0", "203.0.113.1");
        Expect(Outcome.Passed, server);
        Assert.Equal("Loopback 2", Expect(Outcome.Failed, server, Server.Service().Vips(Server.Vip, VipServers.FarVip)).Subject);
    }

    [Fact]
    public void Is_unknown_when_the_routes_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Is_unknown_when_the_loopback_is_not_known() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));

    [Fact]
    public void Does_not_apply_without_a_loopback() => Assert.Contains("A01", Expect(Outcome.NotApplicable, Server.Bare()).Reason);

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent, Outcome.NotApplicable)]
    [InlineData(DsrEnvironment.Cluster, Outcome.NotApplicable)]
    [InlineData(DsrEnvironment.Azure, Outcome.Failed)]
    public void Does_not_apply_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment, Outcome expected) => Expect(
        expected, Server.Ready().WithRoute(Server.Loopback, "0.0.0.0/0", "192.168.11.1"), Server.Service().Environment(environment));
}
