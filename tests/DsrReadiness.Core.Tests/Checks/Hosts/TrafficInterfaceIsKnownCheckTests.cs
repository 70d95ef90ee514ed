using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class TrafficInterfaceIsKnownCheckTests() : CheckTest(new TrafficInterfaceIsKnownCheck())
{
    private const uint Second = 9;

    [Fact]
    public void Passes_when_it_was_given_and_exists()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready(), Server.Service().Interface("ethernet"));
        Assert.Equal(("Ethernet", "Ethernet is the traffic interface: it was given."), (result.Subject, result.Reason));
    }

    [Fact]
    public void Fails_with_what_exists_when_it_was_given_and_does_not()
    {
        Server server = Server.Ready().AddNic(Second, "Ethernet 2", "10.0.0.11", 24);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Interface("Ethernet 3"));
        Assert.Equal((Severity.Error, "Ethernet 3"), (result.Severity, result.Subject));
        Assert.Equal("The traffic interface was given as 'Ethernet 3', which does not exist. The server has Ethernet (7), Ethernet 2 (9).", result.Reason);
        Assert.Equal("Give the traffic interface by name or index: --interface 7 or --interface 9.", result.Recommendation);
        Expect(Outcome.Passed, server, Server.Service().Interface("Ethernet 2"));
    }

    [Theory]
    [InlineData("Loopback")]
    [InlineData("12")]
    [InlineData("1")]
    public void Fails_when_a_loopback_was_given(string given)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Interface(given));
        Assert.Contains("is a loopback", result.Reason);
        Assert.Contains("Ethernet (7)", result.Reason);
    }

    [Fact]
    public void Fails_on_a_server_that_has_no_other_interface()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().RemoveInterface(Server.Ethernet), Server.Service().Interface("Ethernet"));
        Assert.EndsWith("The server has no other interface.", result.Reason);
        Assert.Equal("Give the traffic interface by name or index (--interface).", result.Recommendation);
    }

    [Fact]
    public void Passes_with_how_it_was_found()
    {
        Assert.Equal(
            "Ethernet is the traffic interface: the balancer 192.168.11.5 is on its segment 192.168.11.0/24.",
            Expect(Outcome.Passed, Server.Ready()).Reason);
        Assert.Equal(
            "Ethernet is the traffic interface: the VIP 192.168.11.50 is on its segment 192.168.11.0/24.",
            Expect(Outcome.Passed, Server.Ready(), Server.Service().Balancers()).Reason);
    }

    [Fact]
    public void Is_unknown_and_names_the_candidates_when_several_could_be_it()
    {
        CheckResult result = Expect(Outcome.Unknown, Server.Ready().AddNic(Second, "Ethernet 2", "192.168.11.12", 24));
        Assert.Equal("More than one interface has the balancer on its segment: Ethernet (7, IPv4), Ethernet 2 (9, IPv4).", result.Reason);
        Assert.Equal("Give the traffic interface by name or index: --interface 7 or --interface 9.", result.Recommendation);
        Expect(Outcome.Passed, Server.Ready().AddNic(Second, "Ethernet 2", "192.168.12.12", 24));
    }

    [Fact]
    public void Is_unknown_and_names_the_candidates_when_there_is_nothing_to_go_by()
    {
        Server server = Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        DsrService routed = Server.Service().Vips("10.99.0.1").Balancers();
        Assert.Equal("Ethernet is the traffic interface: no other interface has an IPv4 address.", Expect(Outcome.Passed, server, routed).Reason);
        server.AddNic(Second, "Ethernet 2", "10.0.0.11", 24);
        Assert.Equal("Give the traffic interface by name or index: --interface 7 or --interface 9.", Expect(Outcome.Unknown, server, routed).Recommendation);
        Expect(Outcome.Passed, server, Server.Service());
    }

    /// <summary>Two arms: clients come in by the segment of the VIP, and the default route is behind the other one.</summary>
    [Fact]
    public void Is_unknown_when_the_segment_of_the_VIP_and_the_default_route_point_to_two_interfaces()
    {
        Server server = TwoArms();
        CheckResult result = Expect(Outcome.Unknown, server, Server.Service().Balancers());
        Assert.Equal(
            "The balancer's frames may arrive at Ethernet (7): the VIP 192.168.11.50 is on its segment 192.168.11.0/24; or at Back (9): it has the winning default route (IPv4).", result.Reason);
        Assert.Equal("Name the balancer (--balancer). Or: Give the traffic interface by name or index: --interface 7 or --interface 9.", result.Recommendation);
        Assert.Equal("Ethernet", Expect(Outcome.Passed, server).Subject);
        Assert.Equal("Back", Expect(Outcome.Passed, server, Server.Service().Balancers().Interface("9")).Subject);
    }

    [Fact]
    public void A_balancer_on_nobodys_segment_settles_nothing() => Assert.Equal(
        "Give the traffic interface by name or index: --interface 7 or --interface 9.", Expect(Outcome.Unknown, TwoArms(), Server.Service().Balancers("198.51.100.2")).Recommendation);

    [Fact]
    public void Two_NICs_in_the_VIPs_subnet_are_told_apart_by_nothing() =>
        Expect(Outcome.Unknown, Server.Ready().AddNic(Second, "Ethernet 2", "192.168.11.12", 24), Server.Service().Balancers());

    [Fact]
    public void A_routed_VIP_is_looked_for_by_the_default_route_and_the_address_that_is_probed()
    {
        Server server = Server.Ready().AddNic(Second, "Storage", "10.0.0.11", 24);
        ServiceBuilder routed = Server.Service().Vips("10.99.0.1").Balancers();
        Assert.Equal(
            "Ethernet is taken for the traffic interface: it has the winning default route (IPv4). To be sure, name the balancer (--balancer) or the interface (--interface 7).",
            Expect(Outcome.Passed, server, routed).Reason);
        Expect(Outcome.Passed, server, routed.Probe($"tcp/{Server.Dip}:443"));
        Assert.Contains("it has the address 10.0.0.11 that is probed", Expect(Outcome.Unknown, server, routed.Probe("tcp/10.0.0.11:443")).Reason);
    }

    /// <summary>A storage NIC with a gateway of its own, as installers set one.</summary>
    [Fact]
    public void A_storage_NIC_with_a_gateway_makes_it_unknown_unless_the_balancer_is_named()
    {
        Server server = Server.Ready().AddNic(Second, "Storage", "10.0.0.11", 24).AddRoute(Second, "Storage", "0.0.0.0/0", "10.0.0.1", metric: 0);
        Expect(Outcome.Unknown, server, Server.Service().Balancers());
        Assert.Equal("Ethernet", Expect(Outcome.Passed, server).Subject);
    }

    /// <summary>While a VPN is up it takes the default route; nothing of the balancer's comes by it.</summary>
    [Fact]
    public void A_VPN_with_the_default_route_makes_it_unknown_unless_the_balancer_is_named()
    {
        Server server = Server.Ready().AddNic(Second, "VPN", "10.8.0.6", 32).AddRoute(Second, "VPN", "0.0.0.0/0", "0.0.0.0", metric: 0);
        Expect(Outcome.Unknown, server, Server.Service().Balancers());
        Expect(Outcome.Passed, server);
    }

    [Fact]
    public void A_team_is_found_by_its_address_and_its_members_are_not_candidates()
    {
        Server server = Server.Ready().Rename(Server.Ethernet, "Team").AddAdapter(4, "Ethernet", @"PCI\VEN_8086&DEV_1533", @"PCI\VEN_8086&DEV_1533\4");
        Assert.Equal("Team is the traffic interface: the VIP 192.168.11.50 is on its segment 192.168.11.0/24.", Expect(Outcome.Passed, server, Server.Service().Balancers()).Reason);
    }

    /// <summary>Neither the wide prefix of a VIP nor another VIP's makes a segment.</summary>
    [Fact]
    public void The_prefixes_of_VIPs_and_loopbacks_do_not_count()
    {
        Server server = TwoArms().AddAddress(CimStore.Active, Second, "Back", Server.Vip, 24);
        server.SetIn(CimStore.Active, NetIPAddressClass.PrefixLength, 24, (NetIPAddressClass.IPAddress, Server.Vip)).AddAddress(CimStore.Active, Server.Loopback, "Loopback", "192.168.11.77", 24);
        Assert.Equal("Ethernet", Expect(Outcome.Passed, server).Subject);
        Assert.DoesNotContain("Loopback", Expect(Outcome.Unknown, server, Server.Service().Balancers()).Reason);
    }

    [Fact]
    public void Is_unknown_when_a_reading_that_it_needs_failed()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Server noRoutes = Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied);
        Expect(Outcome.Passed, noRoutes);
        Expect(Outcome.Unknown, noRoutes, Server.Service().Balancers());
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Applies_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment)
    {
        Expect(Outcome.Passed, Server.Ready().OnNic(), Server.Service().Environment(environment));
        Expect(Outcome.Failed, Server.Ready().OnNic(), Server.Service().Environment(environment).Interface("Ethernet 9"));
    }

    private static Server TwoArms() => Server.Ready().AddNic(Second, "Back", "10.0.0.11", 24)
        .Set(NetRouteClass.InterfaceIndex, Second, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"))
        .Set(NetRouteClass.InterfaceAlias, "Back", (NetRouteClass.DestinationPrefix, "0.0.0.0/0"))
        .Set(NetRouteClass.NextHop, "10.0.0.1", (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
}
