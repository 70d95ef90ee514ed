using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class VipPrefixIsHostCheckTests() : CheckTest(new VipPrefixIsHostCheck())
{
    private const int EthernetMetric = 15;
    private static readonly (CimProperty Property, object Value) s_vip = VipServers.Is(Server.Vip);

    [Fact]
    public void Warns_of_a_wide_prefix_in_the_persistent_store()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().SetIn(CimStore.Persistent, NetIPAddressClass.PrefixLength, 24, (NetIPAddressClass.IPAddress, Server.Vip)));
        Assert.Equal(Severity.Warning, result.Severity);
        Assert.StartsWith("After the next restart, by the persistent store: The prefix length of 192.168.11.50 on Loopback is 24 instead of 32", result.Reason, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Server.Vip, 31, "/32")]
    [InlineData(Server.Vip6, 127, "/128")]
    public void Does_not_pass_for_a_prefix_of_two_addresses(string vip, int length, string expected)
    {
        Server server = Server.Ready().Set(NetIPAddressClass.PrefixLength, length, (NetIPAddressClass.IPAddress, vip));
        Assert.Equal(expected, Expect(Outcome.Failed, server, Server.Service().Vips(vip)).Expected);
    }

    [Fact]
    public void Passes_for_host_prefixes_of_both_families() =>
        Assert.Equal("/32", Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack()).Actual);

    [Fact]
    public void Warns_of_the_servers_own_subnet_on_the_loopback_when_its_route_loses()
    {
        CheckResult result = Expect(Outcome.Failed, OwnSubnet(metric: EthernetMetric + 1));
        Assert.Equal((Severity.Warning, Server.Vip, "/32", "/24"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Contains("covers the subnet 192.168.11.0/24 of Ethernet", result.Reason);
        Assert.Contains("the gateway 192.168.11.1", result.Reason);
        Assert.Contains("the DNS server 192.168.11.10", result.Reason);
        Assert.Contains("the balancer 192.168.11.5", result.Reason);
        Assert.Equal(
            "Remove-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -Confirm:$false\nNew-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -PrefixLength 32 -SkipAsSource $true",
            result.Command);
    }

    [Theory]
    [InlineData(EthernetMetric)]
    [InlineData(EthernetMetric - 1)]
    public void Fails_as_an_error_when_the_route_wins_or_ties(int metric)
    {
        CheckResult result = Expect(Outcome.Failed, OwnSubnet(metric));
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Contains("takes traffic away from the subnet 192.168.11.0/24 of Ethernet", result.Reason);
    }

    [Fact]
    public void Fails_as_an_error_when_a_part_of_the_subnet_is_taken_by_a_longer_prefix() => Assert.Equal(
        Severity.Error, Failing(26, "192.168.11.0/26").Severity);

    [Fact]
    public void Warns_when_longer_routes_take_everything_back() => Assert.Equal(Severity.Warning, Failing(16, "192.168.0.0/16").Severity);

    [Fact]
    public void Judges_the_route_of_the_prefix_even_when_the_table_lacks_it()
    {
        Assert.Equal(Severity.Error, Failing(26).Severity);
        Assert.Equal(Severity.Warning, Failing(24).Severity);
    }

    [Fact]
    public void Warns_when_nobody_known_is_covered() => Assert.Contains(
        "covers nobody whom the server is known to need", ExpectFar(Severity.Warning, Far(), FarService()).Reason);

    [Theory]
    [InlineData("203.0.113.0/25", Severity.Error)]
    [InlineData("203.0.0.0/16", Severity.Error)]
    [InlineData("203.0.113.7/32", Severity.Error)]
    [InlineData("0.0.0.0/0", Severity.Error)]
    [InlineData("203.0.112.0/24", Severity.Warning)]
    [InlineData("2001:db8::/32", Severity.Warning)]
    public void Fails_as_an_error_when_it_takes_any_of_the_named_clients(string clients, Severity expected) =>
        ExpectFar(expected, Far(), FarService().Clients(clients));

    [Theory]
    [InlineData("203.0.113.10", Severity.Error)]
    [InlineData("203.0.114.10", Severity.Warning)]
    public void Fails_as_an_error_when_it_takes_a_dns_server(string dnsServer, Severity expected) =>
        ExpectFar(expected, Far().WithDnsServer(dnsServer), FarService());

    [Theory]
    [InlineData("203.0.113.1", Severity.Error)]
    [InlineData("203.0.114.1", Severity.Warning)]
    public void Fails_as_an_error_when_it_takes_a_gateway(string gateway, Severity expected) =>
        ExpectFar(expected, Far().Set(NetRouteClass.NextHop, gateway, (NetRouteClass.DestinationPrefix, "0.0.0.0/0")), FarService());

    [Theory]
    [InlineData("203.0.113.5", Severity.Error)]
    [InlineData("203.0.114.5", Severity.Warning)]
    public void Fails_as_an_error_when_it_takes_a_balancer(string balancer, Severity expected) =>
        ExpectFar(expected, Far(), FarService().Balancers(balancer));

    [Fact]
    public void Fails_as_an_error_for_an_ipv6_subnet_on_the_loopback_that_wins()
    {
        Server Wide(int metric) => Server.Ready()
            .Set(NetIPAddressClass.PrefixLength, 64, VipServers.Is(Server.Vip6))
            .WithRoute(Server.Loopback, "2001:db8:11::/64")
            .WithMetric(Server.Loopback, metric);
        CheckResult result = Expect(Outcome.Failed, Wide(1), Server.Service().Vips(Server.Vip6));
        Assert.Equal((Severity.Error, "/128"), (result.Severity, result.Expected));
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, Wide(254), Server.Service().Vips(Server.Vip6)).Severity);
    }

    [Fact]
    public void Names_the_worse_of_two_wide_vips()
    {
        Server server = VipServers.With(VipServers.FarVip, 24).Set(NetIPAddressClass.PrefixLength, 26, s_vip);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Vips(VipServers.FarVip, Server.Vip));
        Assert.Equal((Server.Vip, Severity.Error, 2), (result.Subject, result.Severity, result.Details.Count));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(33)]
    [InlineData("wide")]
    public void Is_unknown_when_the_length_is_no_prefix_length(object? length) =>
        Expect(Outcome.Unknown, Server.Ready().SetIn(CimStore.Active, NetIPAddressClass.PrefixLength, length, s_vip));

    [Fact]
    public void Is_unknown_when_the_length_was_not_collected() =>
        Expect(Outcome.Unknown, Server.Ready().Without(NetIPAddressClass.PrefixLength, s_vip));

    [Fact]
    public void Is_unknown_when_the_metrics_that_decide_are_not_known()
    {
        CheckResult result = Expect(
            Outcome.Unknown, OwnSubnet(metric: 254).Without(NetRouteClass.RouteMetric, Server.On(NetRouteClass.Class, Server.Loopback)));
        Assert.Contains("is 24 instead of 32", result.Reason);
        Assert.Contains("New-NetIPAddress", result.Command);
    }

    [Fact]
    public void Is_unknown_when_a_wide_prefix_might_take_peers_that_could_not_be_read()
    {
        Expect(Outcome.Unknown, Far().Fail(DnsClientServerAddressClass.Class, CimStore.None, FailureKind.AccessDenied), FarService());
        Expect(Outcome.Unknown, Far().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied), FarService().Interface("Ethernet"));
        Expect(Outcome.Unknown, Far().WithoutDefaultRoute().AddNic(9, "Ethernet 2", "192.168.11.12", 24), FarService().Balancers());
        ExpectFar(Severity.Warning, Far().WithoutDefaultRoute(), FarService().Balancers().Interface("Ethernet"));
    }

    [Fact]
    public void Fails_when_a_peer_is_taken_whatever_else_could_not_be_read() => ExpectFar(
        Severity.Error,
        Far().Fail(DnsClientServerAddressClass.Class, CimStore.None, FailureKind.AccessDenied),
        FarService().Clients("203.0.113.0/24"));

    [Fact]
    public void A_host_prefix_passes_whatever_could_not_be_read() => Expect(
        Outcome.Passed,
        Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied).NotCollected(DnsClientServerAddressClass.Class));

    [Fact]
    public void Does_not_apply_when_the_loopback_does_not_hold_the_vip() => Assert.Contains(
        "V01", Expect(Outcome.NotApplicable, Server.Ready().Remove(NetIPAddressClass.Class, s_vip)).Reason);

    [Fact]
    public void Does_not_apply_when_there_is_no_loopback() => Assert.Contains("A01", Expect(Outcome.NotApplicable, Server.Bare()).Reason);

    [Theory]
    [InlineData(32, null, Outcome.Passed, Severity.Error)]
    [InlineData(24, null, Outcome.Failed, Severity.Warning)]
    [InlineData(28, null, Outcome.Failed, Severity.Warning)]
    [InlineData(16, null, Outcome.Failed, Severity.Warning)]
    [InlineData(16, "192.168.20.0/24", Outcome.Failed, Severity.Error)]
    public void Asks_of_the_traffic_interface_in_a_cluster(int length, string? clients, Outcome expected, Severity severity)
    {
        Server server = Server.Ready().Remove(NetIPAddressClass.Class, s_vip).WithVip(Server.Ethernet, "Ethernet", Server.Vip, length);
        ServiceBuilder service = Server.Service().Environment(DsrEnvironment.Cluster).Clients(clients is null ? [] : [clients]);
        CheckResult result = Expect(expected, server, service);
        Assert.Equal(severity, result.Severity);
        Assert.Equal(expected == Outcome.Failed, result.Recommendation?.Contains("cluster") ?? false);
    }

    private static ServiceBuilder FarService() => Server.Service().Vips(VipServers.FarVip);

    private static Server Far() => VipServers.With(VipServers.FarVip, 24).WithRoute(Server.Loopback, "203.0.113.0/24");

    private static Server OwnSubnet(int metric) => Server.Ready()
        .Set(NetIPAddressClass.PrefixLength, 24, s_vip)
        .WithRoute(Server.Loopback, "192.168.11.0/24")
        .WithMetric(Server.Loopback, metric)
        .WithMetric(Server.Ethernet, EthernetMetric);

    private CheckResult Failing(int length, string? route = null)
    {
        Server server = Server.Ready().Set(NetIPAddressClass.PrefixLength, length, s_vip);
        return Expect(Outcome.Failed, route is null ? server : server.WithRoute(Server.Loopback, route));
    }

    private CheckResult ExpectFar(Severity severity, Server server, DsrService service)
    {
        CheckResult result = Expect(Outcome.Failed, server, service);
        Assert.Equal(severity, result.Severity);
        return result;
    }
}
