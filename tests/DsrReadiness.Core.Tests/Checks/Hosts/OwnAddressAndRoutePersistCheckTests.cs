using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class OwnAddressAndRoutePersistCheckTests() : CheckTest(new OwnAddressAndRoutePersistCheck())
{
    private static readonly (CimProperty, object) s_default = (NetRouteClass.DestinationPrefix, "0.0.0.0/0");

    [Fact]
    public void Passes_when_both_are_in_the_persistent_store() => Assert.Equal(
        "The persistent store has 192.168.11.11 of Ethernet, and the routes that were set for replies.", Expect(Outcome.Passed, Manual()).Reason);

    [Fact]
    public void Warns_of_an_address_in_the_active_store_alone()
    {
        CheckResult result = Expect(Outcome.Failed, Manual().RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Dip)));
        Assert.Equal((Severity.Warning, "Ethernet"), (result.Severity, result.Subject));
        Assert.Equal("New-NetIPAddress -InterfaceIndex 7 -IPAddress 192.168.11.11 -PrefixLength 24 -PolicyStore PersistentStore", result.Command);
    }

    [Fact]
    public void Warns_of_a_gateway_in_the_active_store_alone()
    {
        CheckResult result = Expect(Outcome.Failed, Manual().RemoveFrom(CimStore.Persistent, NetRouteClass.Class, s_default));
        Assert.Equal(
            "Remove-NetRoute -InterfaceIndex 7 -DestinationPrefix 0.0.0.0/0 -NextHop 192.168.11.1 -Confirm:$false\nNew-NetRoute -InterfaceIndex 7 -DestinationPrefix 0.0.0.0/0 -NextHop 192.168.11.1", result.Command);
        Expect(Outcome.Failed, Manual().SetIn(CimStore.Persistent, NetRouteClass.NextHop, "192.168.11.2", s_default));
    }

    [Fact]
    public void Looks_at_the_routes_to_the_clients_named()
    {
        Server server = Manual().AddRoute(Server.Ethernet, "Ethernet", "203.0.113.0/24", "192.168.11.2");
        Expect(Outcome.Passed, server);
        Expect(Outcome.Failed, server, Server.Service().Clients("203.0.113.0/24"));
        Expect(Outcome.Passed, server, Server.Service().Clients("192.168.11.128/25"));
    }

    /// <summary>As on Azure, and on most servers with DHCP: the persistent store has nothing of it.</summary>
    [Fact]
    public void Does_not_apply_with_DHCP()
    {
        Server server = Manual().RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Dip)).RemoveFrom(CimStore.Persistent, NetRouteClass.Class, s_default)
            .SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
        Expect(Outcome.NotApplicable, server);
        Expect(Outcome.NotApplicable, server, Server.Service().Environment(DsrEnvironment.Azure));
    }

    [Fact]
    public void Does_not_apply_to_addresses_that_nobody_set_by_hand() => Expect(
        Outcome.NotApplicable, Manual().Set(NetIPAddressClass.PrefixOrigin, AddressOrigin.RouterAdvertisement, (NetIPAddressClass.IPAddress, Server.Dip6)), Server.Service().Vips(Server.Vip6));

    [Fact]
    public void A_router_that_advertises_itself_need_not_be_stored() => Expect(
        Outcome.Passed, Manual().RemoveFrom(CimStore.Persistent, NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "::/0")), Server.Service().Vips(Server.Vip6));

    [Fact]
    public void Is_unknown_when_a_store_or_the_interface_is()
    {
        Expect(Outcome.Unknown, Manual().Fail(NetIPAddressClass.Class, CimStore.Persistent, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Manual().Fail(NetRouteClass.Class, CimStore.Persistent, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Manual().AddNic(9, "Ethernet 2", "192.168.11.12", 24));
        Expect(Outcome.NotApplicable, Manual(), Server.Service().Interface("no such"));
    }

    /// <summary>The ready server, of which address and gateway were set by hand.</summary>
    /// <summary>A route that was changed in the active store alone: the next start brings the old one back.</summary>
    [Theory]
    [InlineData(Server.Ethernet, "0.0.0.0/0", Server.Balancer, "to the balancer 192.168.11.5")]
    [InlineData(Server.Ethernet, "203.0.113.0/24", Server.Balancer, "to the balancer 192.168.11.5")]
    [InlineData(Server.Ethernet, "0.0.0.0/0", Server.Dip, "to 192.168.11.11, an address of this server itself")]
    [InlineData(Server.Loopback, "0.0.0.0/0", "192.168.11.1", "into Loopback, a loopback")]
    [InlineData(Server.Loopback, "10.0.0.0/8", "0.0.0.0", "into Loopback, a loopback")]
    public void Warns_of_a_stored_route_that_leads_replies_astray(uint index, string prefix, string hop, string where)
    {
        Server server = Manual().Add(
            NetRouteClass.Class,
            CimStore.Persistent,
            (NetRouteClass.InterfaceIndex, index),
            (NetRouteClass.InterfaceAlias, index == Server.Loopback ? "Loopback" : "Ethernet"),
            (NetRouteClass.DestinationPrefix, prefix),
            (NetRouteClass.NextHop, hop),
            (NetRouteClass.RouteMetric, 1));
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal((Severity.Warning, $"The route {prefix} by {hop} is in the persistent store alone: after the next restart it leads replies {where}."), (result.Severity, result.Reason));
        Assert.Equal($"Remove-NetRoute -InterfaceIndex {index} -DestinationPrefix {prefix} -NextHop {hop} -Confirm:$false -PolicyStore PersistentStore", result.Command);
    }

    private static Server Manual() => Server.Ready().Set(NetIPAddressClass.PrefixOrigin, AddressOrigin.Manual, (NetIPAddressClass.IPAddress, Server.Dip))
        .SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
}
