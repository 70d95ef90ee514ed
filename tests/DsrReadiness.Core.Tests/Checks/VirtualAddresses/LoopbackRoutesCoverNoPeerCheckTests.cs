using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class LoopbackRoutesCoverNoPeerCheckTests() : CheckTest(new LoopbackRoutesCoverNoPeerCheck())
{
    [Fact]
    public void Passes_when_the_loopback_has_routes_to_itself_only() =>
        Assert.Equal("Loopback has no IPv4 routes but to itself.", Expect(Outcome.Passed, Server.Ready()).Reason);

    [Fact]
    public void Passes_when_a_route_leads_to_an_address_of_the_server_itself() => Expect(Outcome.Passed, Server.Ready().WithRoute(Server.Loopback, Server.Dip + "/32"));

    [Theory]
    [InlineData("203.0.113.0/24")]
    [InlineData("192.168.12.0/24")]
    [InlineData("192.168.10.0/24")]
    public void Passes_when_a_route_covers_nobody(string destination) => Assert.Equal(
        "No IPv4 route on Loopback covers anyone whom the server must reach.",
        Expect(Outcome.Passed, Server.Ready().WithRoute(Server.Loopback, destination)).Reason);

    [Theory]
    [InlineData("192.168.11.0/25", "the subnet 192.168.11.0/24 of Ethernet")]
    [InlineData("192.168.11.1/32", "the gateway 192.168.11.1")]
    [InlineData("192.168.11.10/32", "the DNS server 192.168.11.10")]
    [InlineData("192.168.11.5/32", "the balancer 192.168.11.5")]
    public void Fails_as_an_error_when_a_route_wins_toward_a_peer(string destination, string peer)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().WithRoute(Server.Loopback, destination));
        Assert.Equal((Severity.Error, "Loopback"), (result.Severity, result.Subject));
        Assert.StartsWith($"The route {destination} on Loopback wins toward ", result.Reason);
        Assert.Contains(peer, result.Reason);
        Assert.Equal($"Remove-NetRoute -InterfaceIndex 12 -DestinationPrefix {destination} -NextHop 0.0.0.0 -Confirm:$false", result.Command);
    }

    [Fact]
    public void Does_not_fail_of_a_peer_that_a_host_route_of_the_NIC_saves()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "10.1.0.0/16").Set(DnsClientServerAddressClass.ServerAddresses, new[] { "10.1.2.3" });
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, server).Severity);
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server.WithRoute(Server.Ethernet, "10.1.2.3/32")).Severity);
    }

    [Theory]
    [InlineData("192.168.0.0/16", 1)]
    [InlineData("192.168.11.0/24", 254)]
    public void Warns_when_a_route_covers_a_peer_and_loses(string destination, int metric)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().WithRoute(Server.Loopback, destination).WithMetric(Server.Loopback, metric));
        Assert.Equal(Severity.Warning, result.Severity);
        Assert.Contains("covers the subnet 192.168.11.0/24 of Ethernet", result.Reason);
    }

    [Fact]
    public void Fails_as_an_error_when_metrics_make_the_loopback_win() => Assert.Equal(
        Severity.Error,
        Expect(Outcome.Failed, Server.Ready().WithRoute(Server.Loopback, "192.168.11.0/24").WithMetric(Server.Loopback, 1)).Severity);

    [Theory]
    [InlineData("198.51.100.0/24", "198.51.100.0/24")]
    [InlineData("198.51.100.0/24", "198.51.0.0/16")]
    [InlineData("198.51.0.0/16", "198.51.100.0/24")]
    [InlineData("198.51.100.7/32", "0.0.0.0/0")]
    public void Fails_as_an_error_when_a_route_takes_any_part_of_a_named_client_range(string destination, string clients)
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, destination);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Clients("203.0.113.0/24", clients));
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Contains("the client range " + clients, result.Reason);
        Expect(Outcome.Passed, server, Server.Service().Clients("203.0.113.0/24"));
        Expect(Outcome.Passed, server);
    }

    [Fact]
    public void Warns_when_the_wire_has_longer_routes_to_all_of_the_client_range()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "198.51.100.0/24").WithRoute(Server.Ethernet, "198.51.100.0/25", "192.168.11.1");
        ServiceBuilder service = Server.Service().Clients("198.51.100.0/24");
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, server, service).Severity);
        server.WithRoute(Server.Ethernet, "198.51.100.128/25", "192.168.11.1");
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server, service).Severity);
    }

    [Fact]
    public void Does_not_count_the_routes_of_another_loopback_against_the_loopback()
    {
        Server server = Server.Ready().WithSecondLoopback()
            .WithRoute(Server.Loopback, "198.51.100.0/24").WithRoute(Layouts.SecondLoopback, "198.51.100.0/25");
        ServiceBuilder service = Server.Service().Clients("198.51.100.0/25");
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, server, service).Severity);
        server.WithRoute(Server.Ethernet, "198.51.100.0/25", "192.168.11.1");
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server, service).Severity);
    }

    [Fact]
    public void Does_not_count_the_routes_of_a_disconnected_interface_against_the_loopback()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "198.51.100.0/24").WithRoute(20, "198.51.100.0/24", "192.168.30.1", 1);
        ReadyServer.AddInterface(server, 20, "Ethernet 2", DsrReadiness.Addresses.IPFamily.IPv4, metric: 5);
        ServiceBuilder service = Server.Service().Clients("198.51.100.0/24");
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server, service).Severity);
        server.SetIn(
            CimStore.Active, NetIPInterfaceClass.ConnectionState, ConnectionState.Disconnected, Server.On(NetIPInterfaceClass.Class, 20));
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, server, service).Severity);
    }

    [Fact]
    public void Says_which_address_a_route_comes_from_and_mends_that()
    {
        Server server = Server.Ready().Set(NetIPAddressClass.PrefixLength, 24, VipServers.Is(Server.Vip)).WithRoute(Server.Loopback, "192.168.11.0/24");
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.StartsWith("The route 192.168.11.0/24 on Loopback, which the prefix of 192.168.11.50 makes, covers ", result.Reason);
        Assert.Equal(
            "Remove-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -Confirm:$false\nNew-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -PrefixLength 32 -SkipAsSource $true",
            result.Command);
    }

    [Theory]
    [InlineData("127.0.0.0/8")]
    [InlineData("224.0.0.0/4")]
    [InlineData("255.255.255.255/32")]
    [InlineData("192.168.11.50/32")]
    public void Ignores_routes_that_every_interface_has_and_those_to_the_vip(string destination) => Expect(
        Outcome.Passed, Server.Ready().WithRoute(Server.Loopback, destination), Server.Service().Clients("0.0.0.0/0"));

    [Fact]
    public void Ignores_the_ipv6_routes_that_every_interface_has()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "fe80::4c4f:4f50/128").WithRoute(Server.Loopback, "::1/128");
        Expect(Outcome.Passed, server, Server.Service().DualStack().Clients("::/0"));
        Expect(Outcome.Failed, server.WithRoute(Server.Loopback, "2001:db8:99::/64"), Server.Service().DualStack().Clients("::/0"));
    }

    [Fact]
    public void Ignores_host_routes_to_the_loopbacks_own_addresses()
    {
        Server server = VipServers.With(VipServers.FarVip, 32).WithRoute(Server.Loopback, "203.0.113.50/32");
        ServiceBuilder service = Server.Service().Clients("203.0.113.0/24");
        Expect(Outcome.Passed, server, service);
        Expect(Outcome.Failed, server.WithRoute(Server.Loopback, "203.0.113.51/32"), service);
    }

    [Fact]
    public void Ignores_the_broadcast_route_of_a_wide_vip()
    {
        Server server = VipServers.With(VipServers.FarVip, 28).WithRoute(Server.Loopback, "203.0.113.63/32");
        ServiceBuilder service = Server.Service().Vips(VipServers.FarVip).Clients("203.0.113.0/24");
        Expect(Outcome.Passed, server, service);
        Expect(Outcome.Failed, server.WithRoute(Server.Loopback, "203.0.113.62/32"), service);
    }

    [Fact]
    public void Leaves_default_routes_to_V08() => Expect(
        Outcome.Passed,
        Server.Ready().WithRoute(Server.Loopback, "0.0.0.0/0", "192.168.11.1", 1),
        Server.Service().Clients("203.0.113.0/24"));

    [Fact]
    public void Judges_the_families_of_the_service_alone()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "2001:db8:11::/65");
        Expect(Outcome.Passed, server);
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, server, Server.Service().DualStack()).Severity);
    }

    [Fact]
    public void Lists_each_route_worst_first()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "192.168.0.0/16").WithRoute(Server.Loopback, "192.168.11.1/32");
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal(2, result.Details.Count);
        Assert.Contains("192.168.11.1/32", result.Reason);
    }

    [Fact]
    public void Is_unknown_when_a_route_might_cover_peers_that_could_not_be_read()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "203.0.113.0/24").NotCollected(DnsClientServerAddressClass.Class);
        Expect(Outcome.Unknown, server);
        Expect(Outcome.Failed, server, Server.Service().Clients("203.0.113.0/24"));
        Expect(Outcome.Passed, Server.Ready().NotCollected(DnsClientServerAddressClass.Class));
    }

    [Fact]
    public void Is_unknown_when_a_route_might_cover_the_subnet_of_a_traffic_interface_that_is_not_known() => Expect(
        Outcome.Unknown, Server.Ready().WithRoute(Server.Loopback, "203.0.113.0/24").AddNic(9, "Ethernet 2", "192.168.11.12", 24), Server.Service().Balancers());

    [Fact]
    public void Is_unknown_when_the_metrics_that_decide_are_not_known() => Expect(
        Outcome.Unknown,
        Server.Ready().WithRoute(Server.Loopback, "192.168.11.0/24").Set(
            NetRouteClass.RouteMetric, null, (NetRouteClass.DestinationPrefix, "192.168.11.0/24")));

    [Fact]
    public void Is_unknown_when_the_routes_could_not_be_read() => Expect(
        Outcome.Unknown, Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied), Server.Service().Interface("Ethernet"));

    [Fact]
    public void Does_not_apply_without_a_loopback() => Expect(Outcome.NotApplicable, Server.Bare());

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent, Outcome.NotApplicable)]
    [InlineData(DsrEnvironment.Cluster, Outcome.NotApplicable)]
    [InlineData(DsrEnvironment.Azure, Outcome.Failed)]
    public void Does_not_apply_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment, Outcome expected) =>
        Expect(expected, Server.Ready().WithRoute(Server.Loopback, "192.168.11.1/32"), Server.Service().Environment(environment));
}
