using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks;

public sealed class RouteTableTests
{
    private const uint Second = 9;

    [Fact]
    public void The_longest_prefix_wins_whatever_the_metrics()
    {
        Server server = TwoNics().AddRoute(Second, "Ethernet 2", "10.0.0.0/8", "10.1.0.1", metric: 9999)
            .AddRoute(Server.Ethernet, "Ethernet", "10.0.0.0/7", "192.168.11.1", metric: 1);
        Assert.Equal("10.0.0.0/8", Winner(server, "10.9.0.0/16"));
        Assert.Equal("10.0.0.0/7", Winner(server, "11.0.0.0/8"));
        Assert.Equal("10.0.0.0/7", Winner(server, "10.0.0.0/7"));
        Assert.Equal("0.0.0.0/0", Winner(server, "10.0.0.0/6"));
    }

    [Theory]
    [InlineData(245, "10.1.0.1")]
    [InlineData(246, "10.1.0.1 192.168.11.1")]
    [InlineData(247, "192.168.11.1")]
    public void Equal_prefixes_are_decided_by_both_metrics_together(int metric, string expected) =>
        Assert.Equal(expected, NextHops(TwoNics().AddRoute(Second, "Ethernet 2", "0.0.0.0/0", "10.1.0.1", metric), "0.0.0.0/0"));

    [Fact]
    public void Two_gateways_of_one_interface_and_metric_both_win() => Assert.Equal(
        "192.168.11.1 192.168.11.2",
        NextHops(Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "0.0.0.0/0", "192.168.11.2"), "203.0.113.0/24"));

    [Fact]
    public void Nothing_wins_where_no_route_covers_all_of_it()
    {
        Server server = Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        Assert.Equal(string.Empty, NextHops(server, "192.168.0.0/16"));
        Assert.Equal("0.0.0.0", NextHops(server, "192.168.11.0/24"));
    }

    [Fact]
    public void Routes_of_a_disconnected_interface_are_not_in_use()
    {
        Server server = TwoNics().AddRoute(Second, "Ethernet 2", "203.0.113.0/24", "10.1.0.1");
        Assert.Equal("10.1.0.1", NextHops(server, "203.0.113.0/24"));
        server.Set(NetIPInterfaceClass.ConnectionState, ConnectionState.Disconnected, Server.On(NetIPInterfaceClass.Class, Second));
        Assert.Equal("192.168.11.1", NextHops(server, "203.0.113.0/24"));
    }

    [Fact]
    public void An_interface_that_is_disconnected_in_one_family_is_in_use_in_the_other()
    {
        Server server = TwoNics().AddRoute(Second, "Ethernet 2", "203.0.113.0/24", "10.1.0.1").Set(
            NetIPInterfaceClass.ConnectionState,
            ConnectionState.Disconnected,
            Server.On(NetIPInterfaceClass.Class, Second),
            Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6));
        Assert.Equal("10.1.0.1", NextHops(server, "203.0.113.0/24"));
    }

    [Fact]
    public void The_interface_metric_is_taken_from_the_route_where_the_interface_has_no_row()
    {
        Server server = TwoNics().AddRoute(Second, "Ethernet 2", "0.0.0.0/0", "10.1.0.1", metric: 1)
            .Remove(NetIPInterfaceClass.Class, Server.On(NetIPInterfaceClass.Class, Second));
        Assert.Contains("0.0.0.0/0 on interface 9", MissingOf(server).Reason);
        server.Set(NetRouteClass.InterfaceMetric, 25, Server.On(NetRouteClass.Class, Second));
        Assert.Equal("10.1.0.1", NextHops(server, "0.0.0.0/0"));
    }

    [Fact]
    public void A_metric_matters_only_where_two_routes_compete()
    {
        Server server = TwoNics().Set(NetRouteClass.RouteMetric, null).Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.AccessDenied);
        Assert.Equal("192.168.11.1", NextHops(server, "0.0.0.0/0"));
        server.AddRoute(Second, "Ethernet 2", "0.0.0.0/0", "10.1.0.1");
        Assert.Contains("is NULL", MissingOf(server).Reason);
        server.Set(NetRouteClass.RouteMetric, 1).Set(NetRouteClass.InterfaceMetric, null);
        Assert.Equal("MSFT_NetIPInterface (active store) could not be read: access is denied.", MissingOf(server).Reason);
    }

    [Fact]
    public void Routes_that_could_not_be_read_are_missing() => Assert.Contains(
        "MSFT_NetRoute", MissingOf(Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.Timeout)).Reason);

    [Fact]
    public void A_range_is_cut_where_longer_routes_begin_and_end()
    {
        Server server = TwoNics().AddRoute(Second, "Ethernet 2", "203.0.113.64/26", "10.1.0.1");
        Assert.True(new RouteTable(server.Build()).Parts(Prefix("203.0.113.0/24")).TryGet(out IReadOnlyList<RoutedPart>? parts, out _));
        Assert.Equal(
            ["203.0.113.0/26 192.168.11.1", "203.0.113.64/26 10.1.0.1", "203.0.113.128/25 192.168.11.1"],
            parts.Select(part => part.Destinations + " " + Hops(part.Winners)));
    }

    private static Server TwoNics() => Server.Ready().AddNic(Second, "Ethernet 2", "10.1.0.11", 24);

    private static IPPrefix Prefix(string text)
    {
        Assert.True(IPPrefix.TryParse(text, out IPPrefix? prefix));
        return prefix;
    }

    private static IReadOnlyList<Route> Winners(Server server, string destination)
    {
        Assert.True(new RouteTable(server.Build()).Winners(Prefix(destination)).TryGet(out IReadOnlyList<Route>? winners, out Missing? missing), missing?.Reason);
        return winners;
    }

    private static string Winner(Server server, string destination) => Assert.Single(Winners(server, destination)).Destination.ToString();

    private static string NextHops(Server server, string destination) => Hops(Winners(server, destination));

    private static string Hops(IEnumerable<Route> routes) => string.Join(" ", routes.Select(route => route.NextHop.ToString()).Order());

    private static Missing MissingOf(Server server)
    {
        Assert.False(new RouteTable(server.Build()).Winners(Prefix("0.0.0.0/0")).TryGet(out _, out Missing? missing));
        return missing;
    }
}
