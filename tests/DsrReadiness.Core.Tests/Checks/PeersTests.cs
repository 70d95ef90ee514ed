using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks.VirtualAddresses;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks;

public sealed class PeersTests
{
    [Fact]
    public void Are_the_subnet_gateway_dns_server_balancer_and_named_clients()
    {
        Peers peers = Find(Server.Ready(), Server.Service().Clients("10.0.0.0/8", "2001:db8:77::/48"));
        Assert.Equal(
            [
                "the subnet 192.168.11.0/24 of Ethernet",
                "the gateway 192.168.11.1",
                "the DNS server 192.168.11.10",
                "the balancer 192.168.11.5",
                "the client range 10.0.0.0/8",
            ],
            peers.Known.Select(peer => peer.Name));
        Assert.Null(peers.Missing);
    }

    [Fact]
    public void Are_those_of_one_family()
    {
        Peers peers = Find(
            Server.Ready().WithDnsServer("2001:db8:53::1"), Server.Service().DualStack().Clients("10.0.0.0/8", "2001:db8:77::/48"), IPFamily.IPv6);
        Assert.Equal(
            ["2001:db8:11::/64", "fe80::1/128", "2001:db8:53::1/128", "2001:db8:77::/48"], peers.Known.Select(peer => peer.Prefix.ToString()));
    }

    [Fact]
    public void Clients_that_are_not_named_are_none() =>
        Assert.DoesNotContain(Find(Server.Ready(), Server.Service()).Known, peer => peer.Prefix.IsDefault);

    [Fact]
    public void Subnets_are_those_of_every_own_address_of_the_traffic_interface_but_not_of_a_vip_there()
    {
        Server server = Server.Ready()
            .WithVip(Server.Ethernet, "Ethernet", VipServers.FarVip, 24)
            .WithVip(Server.Ethernet, "Ethernet", "10.1.2.3", 16);
        Assert.Equal(
            ["192.168.11.0/24", "10.1.0.0/16"],
            Find(server, Server.Service().Vips(Server.Vip, VipServers.FarVip)).Subnets.Select(subnet => subnet.ToString()));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("fec0:0:0:ffff::1")]
    [InlineData("fec0:0:0:ffff::3")]
    public void Dns_servers_that_are_the_server_itself_or_defaults_do_not_count(string server)
    {
        IPFamily family = server.Contains(':') ? IPFamily.IPv6 : IPFamily.IPv4;
        Assert.DoesNotContain(
            Find(Server.Ready().WithDnsServer(server), Server.Service().DualStack(), family).Known, peer => peer.Name.Contains("DNS"));
    }

    [Fact]
    public void A_dns_server_of_two_interfaces_is_one_peer()
    {
        Server server = Server.Ready().Add(
            DnsClientServerAddressClass.Class,
            CimStore.None,
            (DnsClientServerAddressClass.InterfaceIndex, 20),
            (DnsClientServerAddressClass.AddressFamily, IPFamily.IPv4),
            (DnsClientServerAddressClass.ServerAddresses, new[] { "192.168.11.10" }));
        Assert.Single(Find(server, Server.Service()).Known, peer => peer.Name.Contains("DNS"));
    }

    [Fact]
    public void An_on_link_default_route_and_one_on_a_loopback_have_no_gateway_to_reach()
    {
        Server server = Server.Ready().WithRoute(20, "0.0.0.0/0").WithRoute(Server.Loopback, "0.0.0.0/0", "192.168.11.99");
        Assert.Equal(
            "the gateway 192.168.11.1",
            Assert.Single(Find(server, Server.Service()).Known, peer => peer.Name.Contains("gateway")).Name);
    }

    [Fact]
    public void A_list_of_dns_servers_that_is_null_is_empty() => Assert.Null(Find(
        Server.Ready().Set(DnsClientServerAddressClass.ServerAddresses, null), Server.Service()).Missing);

    [Fact]
    public void Something_is_missing_when_a_property_that_tells_a_peer_is()
    {
        AssertMissing(Server.Ready().Without(DnsClientServerAddressClass.ServerAddresses));
        AssertMissing(Server.Ready().Set(NetRouteClass.NextHop, null, (NetRouteClass.DestinationPrefix, "0.0.0.0/0")));
        AssertMissing(Server.Ready().SetIn(CimStore.Active, NetIPAddressClass.PrefixLength, null, VipServers.Is(Server.Dip)));
    }

    [Fact]
    public void Something_is_missing_when_a_reading_that_tells_peers_failed()
    {
        AssertMissing(Server.Ready().Fail(DnsClientServerAddressClass.Class, CimStore.None, FailureKind.Timeout));
        AssertMissing(Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.Timeout));
        AssertMissing(Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.Timeout));
    }

    [Fact]
    public void A_traffic_interface_that_does_not_exist_has_no_subnet()
    {
        Peers peers = Find(Server.Ready(), Server.Service().Interface("Ethernet 9"));
        Assert.Empty(peers.Subnets);
        Assert.Null(peers.Missing);
    }

    private static void AssertMissing(Server server) => Assert.NotNull(Find(server, Server.Service().Interface("Ethernet")).Missing);

    private static Peers Find(Server server, DsrService service, IPFamily family = IPFamily.IPv4) =>
        new(new CheckContext(server.Build(), service), family);
}
