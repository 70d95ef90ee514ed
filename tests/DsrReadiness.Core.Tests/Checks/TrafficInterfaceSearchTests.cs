using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks;

public sealed class TrafficInterfaceSearchTests
{
    private const uint Second = 9;
    private static readonly ServiceBuilder s_unnamed = Server.Service().Balancers();

    /// <summary>A VIP that is on nobody's segment: routers know by whom it is served.</summary>
    private static readonly ServiceBuilder s_routed = Server.Service().Vips("10.99.0.1").Balancers();

    [Theory]
    [InlineData("Ethernet")]
    [InlineData("ETHERNET")]
    [InlineData("7")]
    public void What_was_given_is_taken_by_name_or_index(string given) =>
        Assert.Equal("it was given", Found(Server.Ready(), Server.Service().Interface(given), Server.Ethernet));

    [Fact]
    public void A_name_goes_before_an_index() =>
        Found(TwoNics().Rename(Second, "7"), Server.Service().Interface("7"), Second);

    [Fact]
    public void A_name_that_several_interfaces_have_is_asked_back_by_index()
    {
        Missing missing = Unknown(TwoNics().Rename(Second, "ethernet"), Server.Service().Interface("Ethernet"));
        Assert.Contains("--interface 7 or --interface 9", missing.Recommendation);
    }

    [Theory]
    [InlineData("Ethernet 9")]
    [InlineData("99")]
    [InlineData("07")]
    [InlineData("Loopback")]
    [InlineData("1")]
    public void What_does_not_exist_or_is_a_loopback_is_absent(string given) =>
        Assert.True(MissingOf(Server.Ready(), Server.Service().Interface(given)).IsAbsent);

    [Fact]
    public void What_was_given_stands_while_other_adapters_cannot_be_told()
    {
        Server server = Server.Ready().Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, Server.Loopback))
            .Remove(PnPEntityClass.Class);
        Found(server, Server.Service().Interface("Ethernet"), Server.Ethernet);
        Unknown(server, Server.Service().Interface("Loopback"));
    }

    [Fact]
    public void That_it_does_not_exist_is_not_said_without_the_adapters() => Unknown(
        Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied), Server.Service().Interface("Ethernet 9"));

    [Fact]
    public void The_balancers_segment_goes_before_the_default_route()
    {
        Server server = TwoNics();
        Assert.Contains("10.0.0.5", Found(server, Server.Service().Balancers("10.0.0.5"), Second));
        Assert.Contains("default route (IPv4)", Found(server, s_routed, Server.Ethernet));
        Assert.Contains("default route (IPv4)", Found(server, Server.Service().Vips("10.99.0.1").Balancers("203.0.113.5"), Server.Ethernet));
    }

    [Fact]
    public void Balancers_on_two_segments_are_asked_back()
    {
        Missing missing = Unknown(TwoNics(), Server.Service().Balancers(Server.Balancer, "10.0.0.5"));
        Assert.Equal("More than one interface has the balancer on its segment: Ethernet (7, IPv4), Ethernet 2 (9, IPv4).", missing.Reason);
        Assert.Equal("Give the traffic interface by name or index: --interface 7 or --interface 9.", missing.Recommendation);
        Found(TwoNics(), Server.Service().Balancers(Server.Balancer, "192.168.11.6"), Server.Ethernet);
    }

    [Fact]
    public void Two_nics_on_the_balancers_segment_are_asked_back_unless_one_is_disconnected()
    {
        Unknown(Server.Ready().AddNic(Second, "Ethernet 2", "192.168.11.12", 24), Server.Service());
        Found(Server.Ready().AddNic(Second, "Ethernet 2", "192.168.11.12", 24, ConnectionState.Disconnected), Server.Service(), Server.Ethernet);
    }

    [Fact]
    public void The_only_nic_on_the_balancers_segment_is_it_even_disconnected()
    {
        Server server = Server.Ready().AddNic(Second, "Ethernet 2", "10.0.0.11", 24, ConnectionState.Disconnected);
        Assert.EndsWith(", though it is disconnected", Found(server, Server.Service().Balancers("10.0.0.5"), Second));
    }

    [Fact]
    public void The_prefix_of_a_vip_is_no_segment_of_the_server()
    {
        Server server = TwoNics().AddAddress(CimStore.Active, Second, "Ethernet 2", Server.Vip, 24);
        Found(server, Server.Service(), Server.Ethernet);
    }

    [Fact]
    public void The_prefix_of_a_loopback_is_no_segment()
    {
        Server server = Server.Ready().AddAddress(CimStore.Active, Server.Loopback, "Loopback", "10.0.0.11", 24);
        Assert.Contains("the VIP", Found(server, Server.Service().Balancers("10.0.0.5"), Server.Ethernet));
    }

    [Theory]
    [InlineData("fe80::5")]
    [InlineData("169.254.0.5")]
    public void A_link_local_balancer_is_on_every_segment_and_tells_nothing(string balancer)
    {
        Server server = TwoNics().AddAddress(CimStore.Active, Second, "Ethernet 2", "fe80::9%9", 64).AddAddress(CimStore.Active, Second, "Ethernet 2", "169.254.0.9", 16);
        Assert.Contains("the VIP", Found(server, Server.Service().Balancers(balancer), Server.Ethernet));
        Assert.Contains(Server.Balancer, Found(server, Server.Service().Balancers(balancer, Server.Balancer), Server.Ethernet));
    }

    [Fact]
    public void An_address_without_a_prefix_length_keeps_the_segment_unknown()
    {
        Server server = TwoNics().SetIn(CimStore.Active, NetIPAddressClass.PrefixLength, null, Server.On(NetIPAddressClass.Class, Second));
        Assert.Contains("PrefixLength", Unknown(server, Server.Service().Balancers("10.0.0.5")).Reason);
        Found(server, Server.Service(), Server.Ethernet);
    }

    [Fact]
    public void Without_the_addresses_neither_the_segment_of_a_balancer_nor_that_of_a_VIP_is_known()
    {
        Server server = Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied);
        Assert.Contains("MSFT_NetIPAddress", Unknown(server, Server.Service()).Reason);
        Assert.Contains("MSFT_NetIPAddress", Unknown(server, s_unnamed).Reason);
    }

    [Fact]
    public void The_default_route_needs_neither_interface_rows_nor_the_other_adapters()
    {
        Server server = Server.Ready().Remove(NetIPInterfaceClass.Class).Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, Server.Loopback))
            .Remove(PnPEntityClass.Class);
        Found(server, s_unnamed, Server.Ethernet);
    }

    [Fact]
    public void A_default_route_of_a_loopback_does_not_count() =>
        Found(Server.Ready().AddRoute(Server.Loopback, "Loopback", "0.0.0.0/0", "192.168.11.1", metric: 0), s_unnamed, Server.Ethernet);

    [Fact]
    public void A_default_route_of_a_disconnected_nic_does_not_count()
    {
        Server Shape(ConnectionState state) => Server.Ready().AddNic(Second, "Ethernet 2", "10.0.0.11", 24, state)
            .AddRoute(Second, "Ethernet 2", "0.0.0.0/0", "10.0.0.1", metric: 0);
        Found(Shape(ConnectionState.Connected), s_routed, Second);
        Found(Shape(ConnectionState.Disconnected), s_routed, Server.Ethernet);
    }

    [Fact]
    public void Default_routes_of_one_metric_are_asked_back()
    {
        Server server = TwoNics().AddRoute(Second, "Ethernet 2", "0.0.0.0/0", "10.0.0.1", metric: 246);
        Assert.Equal(
            "The balancer's frames may arrive at Ethernet (7): it has the winning default route (IPv4); or at Ethernet 2 (9): it has the winning default route (IPv4).", Unknown(server, s_routed).Reason);
        server.Set(NetRouteClass.RouteMetric, 247, (NetRouteClass.NextHop, "10.0.0.1"));
        Found(server, s_routed, Server.Ethernet);
    }

    [Fact]
    public void Families_that_leave_by_different_nics_are_asked_back()
    {
        Server server = TwoNics().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "::/0")).AddRoute(Second, "Ethernet 2", "::/0", "fe80::2");
        Unknown(server, Server.Service().DualStack().Balancers());
        Found(server, s_unnamed, Server.Ethernet);
        Found(server, Server.Service().Vips("2001:db8:99::1").Balancers(), Second);
    }

    [Fact]
    public void Nothing_to_go_by_is_asked_back_with_every_nic_that_has_ip()
    {
        Server server = TwoNics().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        Assert.Equal("Give the traffic interface by name or index: --interface 7 or --interface 9.", Unknown(server, s_routed).Recommendation);
        Unknown(Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied), s_unnamed);
    }

    [Fact]
    public void A_default_route_of_an_adapter_that_cannot_be_told_is_unknown()
    {
        Server server = Server.Ready().Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, Server.Ethernet)).Remove(PnPEntityClass.Class);
        Assert.Contains("ComponentID", Unknown(server, s_unnamed).Reason);
        Assert.Contains("ComponentID", Unknown(server, Server.Service()).Reason);
    }

    private static Server TwoNics() => Server.Ready().AddNic(Second, "Ethernet 2", "10.0.0.11", 24);

    private static string Found(Server server, DsrService service, uint expected)
    {
        var context = new CheckContext(server.Build(), service);
        Assert.True(context.FoundTrafficInterface.TryGet(out FoundInterface? found, out Missing? missing), missing?.Reason);
        Assert.Equal(expected, found.Interface.Index);
        return found.How;
    }

    private static Missing MissingOf(Server server, DsrService service)
    {
        var context = new CheckContext(server.Build(), service);
        Assert.False(context.FoundTrafficInterface.TryGet(out FoundInterface? found, out Missing? missing), found?.How);
        return missing;
    }

    private static Missing Unknown(Server server, DsrService service)
    {
        Missing missing = MissingOf(server, service);
        Assert.False(missing.IsAbsent, missing.Reason);
        return missing;
    }
}
