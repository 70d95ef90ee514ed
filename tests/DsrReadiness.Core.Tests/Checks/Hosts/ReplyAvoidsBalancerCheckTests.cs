using System.Linq;
using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class ReplyAvoidsBalancerCheckTests() : CheckTest(new ReplyAvoidsBalancerCheck())
{
    private const uint Second = 9;

    [Fact]
    public void Passes_when_the_default_route_leads_to_a_router()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Equal("0.0.0.0/0", result.Subject);
        Assert.Equal(
            "Replies to any client (IPv4) leave by Ethernet, by 192.168.11.1. That is not an address of a named balancer; the neighbour table does not have the MAC addresses of both to compare.",
            result.Reason);
    }

    [Fact]
    public void Compares_router_and_balancer_by_the_MAC_addresses_that_the_neighbour_table_has()
    {
        Server server = Server.Ready().AddNeighbor(Server.Gateway, "00-50-56-00-00-01").AddNeighbor(Server.Balancer, "00:50:56:00:00:02");
        Assert.Equal("Replies to any client (IPv4) leave by Ethernet, by 192.168.11.1, which is not a balancer.", Expect(Outcome.Passed, server).Reason);
        server.Set(NetNeighborClass.LinkLayerAddress, "005056000001", (NetNeighborClass.IPAddress, Server.Balancer));
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Contains("go to the balancer 192.168.11.1, which has the MAC address of 192.168.11.5, by the route 0.0.0.0/0", result.Reason);
        Expect(Outcome.Passed, server.Set(NetNeighborClass.State, NeighborState.Unreachable, (NetNeighborClass.IPAddress, Server.Balancer)));
    }

    [Theory]
    [InlineData(Server.Vip)]
    [InlineData(Server.Dip)]
    public void Fails_as_an_error_when_the_next_hop_is_the_server_itself(string hop)
    {
        Server server = Server.Ready().Set(NetRouteClass.NextHop, hop, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal((Severity.Error, hop), (result.Severity, result.Actual));
        Assert.StartsWith($"The next hop {hop} of the route 0.0.0.0/0 is an address of this server itself", result.Reason);
        Assert.Equal(hop == Server.Vip, result.Command is null); // A router may have that address.
    }

    [Fact]
    public void Warns_of_any_other_route_by_a_named_balancer()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "203.0.113.0/24", Server.Balancer));
        Assert.Equal((Severity.Warning, "203.0.113.0/24"), (result.Severity, result.Subject));
        Expect(Outcome.Passed, Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "203.0.113.0/24", "192.168.11.2"));
    }

    /// <summary>Some of those who may ask get no answer; nobody has to be named for that.</summary>
    [Theory]
    [InlineData(Server.Loopback, "Loopback", "203.0.113.0/24", "0.0.0.0", "leads into Loopback, a loopback: whoever asks from there gets no answer.")]
    [InlineData(Server.Loopback, "Loopback", "0.0.0.0/1", "0.0.0.0", "leads into Loopback, a loopback: whoever asks from there gets no answer.")]
    [InlineData(Server.Ethernet, "Ethernet", "203.0.113.0/24", Server.Dip, "leads to 192.168.11.11, an address of this server itself: whoever asks from there gets no answer.")]
    public void Warns_of_a_route_that_leads_some_nowhere(uint index, string alias, string prefix, string hop, string where)
    {
        Server server = Server.Ready().AddRoute(index, alias, prefix, hop);
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal((Severity.Warning, prefix, $"The route {prefix} {where}"), (result.Severity, result.Subject, result.Reason));
    }

    [Fact]
    public void What_the_loopback_s_own_addresses_make_is_the_matter_of_other_checks()
    {
        Expect(Outcome.Passed, Server.Ready().AddRoute(Server.Loopback, "Loopback", "192.168.11.50/32", "0.0.0.0"));
        Expect(Outcome.Passed, Server.Ready().AddRoute(Server.Loopback, "Loopback", "224.0.0.0/4", "0.0.0.0"));
        Expect(Outcome.Passed, Server.Ready().Set(NetIPAddressClass.PrefixLength, 24, (NetIPAddressClass.IPAddress, Server.Vip)).AddRoute(Server.Loopback, "Loopback", "192.168.11.0/24", "0.0.0.0"));
    }

    /// <summary>Windows has asked for its MAC address, and nobody answered.</summary>
    [Fact]
    public void Fails_as_an_error_when_the_router_is_unreachable()
    {
        Server server = Server.Ready().AddNeighbor(Server.Gateway, "00-00-00-00-00-00", NeighborState.Unreachable);
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal(
            (Severity.Error, "The next hop 192.168.11.1 of the route 0.0.0.0/0 does not answer on Ethernet: the neighbour table has it as Unreachable, and replies to any client (IPv4) do not leave."),
            (result.Severity, result.Reason));
        Expect(Outcome.Passed, server, Server.Service().Clients("192.168.11.128/25"));
        Expect(Outcome.Passed, Server.Ready().AddNeighbor(Server.Gateway, "00-00-00-00-00-00", NeighborState.Incomplete));
        Expect(Outcome.Passed, server.Set(NetNeighborClass.InterfaceIndex, 99, (NetNeighborClass.IPAddress, Server.Gateway)));
    }

    /// <summary>Where the traffic interface has the route, adding it would fail, and the lines after it would be run all the same.</summary>
    [Fact]
    public void Advises_to_add_no_route_that_is_there()
    {
        Server server = Server.Ready().AddNic(Second, "Ethernet 2", "10.0.0.11", 24).AddRoute(Second, "Ethernet 2", "0.0.0.0/1", "10.0.0.1").AddRoute(Second, "Ethernet 2", "128.0.0.0/1", "10.0.0.1");
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal(
            "Remove-NetRoute -InterfaceIndex 9 -DestinationPrefix 0.0.0.0/1 -NextHop 10.0.0.1 -Confirm:$false\nRemove-NetRoute -InterfaceIndex 9 -DestinationPrefix 128.0.0.0/1 -NextHop 10.0.0.1 -Confirm:$false", result.Command);
        Assert.Contains("Ethernet has a route of its own", result.Recommendation, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Warns_of_default_routes_on_two_interfaces_though_one_of_them_wins()
    {
        Server server = Server.Ready().AddNic(Second, "Ethernet 2", "10.0.0.11", 24).AddRoute(Second, "Ethernet 2", "0.0.0.0/0", "10.0.0.1", metric: 9000);
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal(Severity.Warning, result.Severity);
        Assert.StartsWith("There are default routes (IPv4) on Ethernet and Ethernet 2", result.Reason);
        Expect(Outcome.Passed, Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "0.0.0.0/0", "192.168.11.2", metric: 9000));
    }

    [Fact]
    public void Does_not_apply_when_the_traffic_interface_is_down_or_has_lost_its_address()
    {
        Server down = Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.ConnectionState, ConnectionState.Disconnected, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
        Assert.EndsWith("see H09.", Expect(Outcome.NotApplicable, down).Reason);
        Server lost = Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"))
            .SetIn(CimStore.Active, NetIPAddressClass.AddressState, AddressState.Duplicate, (NetIPAddressClass.IPAddress, Server.Dip));
        Assert.EndsWith("see H09.", Expect(Outcome.NotApplicable, lost).Reason);
    }

    [Fact]
    public void Fails_as_an_error_when_the_gateway_is_a_balancer()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Balancers(Server.Balancer, Server.Gateway));
        Assert.Equal((Severity.Error, Server.Gateway), (result.Severity, result.Actual));
        Assert.Contains("go to the balancer 192.168.11.1, by the route 0.0.0.0/0", result.Reason);
        Expect(Outcome.Passed, Server.Ready(), Server.Service().Balancers(Server.Balancer, "192.168.11.2"));
    }

    [Fact]
    public void Fails_as_an_error_without_a_default_route()
    {
        Server server = Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Equal("New-NetRoute -InterfaceIndex 7 -DestinationPrefix 0.0.0.0/0 -NextHop ROUTER", result.Command);
        Assert.StartsWith("There is no default route (IPv4)", result.Reason);
    }

    [Fact]
    public void Passes_without_a_default_route_when_the_clients_named_are_on_link()
    {
        Server server = Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        Assert.EndsWith("leave by Ethernet, on link.", Expect(Outcome.Passed, server, Server.Service().Clients("192.168.11.128/25")).Reason);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Clients("192.168.11.0/24", "192.168.10.0/23"));
        Assert.Equal("There is no route to some of the clients in 192.168.10.0/23, such as those in 192.168.10.0/24.", result.Reason);
        Assert.Equal(2, result.Details.Count);
    }

    [Fact]
    public void Passes_when_two_routes_stand_for_the_default_route()
    {
        Server server = Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"))
            .AddRoute(Server.Ethernet, "Ethernet", "0.0.0.0/1", Server.Gateway).AddRoute(Server.Ethernet, "Ethernet", "128.0.0.0/1", Server.Gateway);
        Expect(Outcome.Passed, server);
        Expect(Outcome.Failed, server.Set(NetRouteClass.NextHop, Server.Balancer, (NetRouteClass.DestinationPrefix, "128.0.0.0/1")));
    }

    [Theory]
    [InlineData("192.168.11.50", "0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2")]
    [InlineData("192.168.11.50", "0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3")]
    [InlineData("192.168.11.50", "1.0.0.0/8", "2.0.0.0/7", "4.0.0.0/6", "8.0.0.0/5", "16.0.0.0/4", "32.0.0.0/3", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/3")]
    [InlineData("2001:db8:11::50", "2000::/3")]
    [InlineData("2001:db8:11::50", "2000::/4", "3000::/4")]
    public void Judges_routes_that_beat_the_default_route_together_in_its_place(string vip, params string[] destinations)
    {
        Server Routed(uint index, string hop) =>
            destinations.Aggregate(Server.Ready(), (server, each) => server.AddRoute(index, index == Server.Ethernet ? "Ethernet" : "Loopback Pseudo-Interface 1", each, hop));
        bool isIPv4 = !vip.Contains(':');
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, Routed(Server.BuiltIn, isIPv4 ? "0.0.0.0" : "::"), Server.Service().Vips(vip)).Severity);
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, Routed(Server.Ethernet, isIPv4 ? "192.168.11.11" : "2001:db8:11::11"), Server.Service().Vips(vip)).Severity);
        Expect(Outcome.Passed, Routed(Server.Ethernet, isIPv4 ? Server.Gateway : "fe80::1"), Server.Service().Vips(vip));
    }

    [Fact]
    public void Judges_the_default_route_where_others_leave_some_of_the_Internet_to_it() => Assert.Equal(Severity.Warning, Expect(
        Outcome.Failed,
        Server.Ready().AddRoute(Server.BuiltIn, "Loopback Pseudo-Interface 1", "0.0.0.0/1", "0.0.0.0").AddRoute(Server.BuiltIn, "Loopback Pseudo-Interface 1", "128.0.0.0/2", "0.0.0.0")).Severity);

    [Fact]
    public void Fails_when_some_of_the_clients_named_are_routed_by_the_balancer()
    {
        Server server = Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "203.0.113.64/26", Server.Balancer);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Clients("203.0.113.0/24"));
        Assert.StartsWith("Replies to some of the clients in 203.0.113.0/24 go to the balancer", result.Reason);
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server, Server.Service().Clients("203.0.113.0/26")).Severity);
    }

    [Fact]
    public void Judges_the_route_to_the_clients_named_and_not_the_default_route()
    {
        Server server = Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "203.0.113.0/24", "192.168.11.2");
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server, Server.Service().Balancers(Server.Gateway).Clients("203.0.113.0/24")).Severity);
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, server, Server.Service().Balancers(Server.Gateway).Clients("203.0.112.0/24")).Severity);
    }

    [Fact]
    public void Warns_when_replies_leave_by_another_interface()
    {
        Server server = Server.Ready().AddNic(Second, "Ethernet 2", "10.0.0.11", 24).AddRoute(Second, "Ethernet 2", "0.0.0.0/0", "10.0.0.1", metric: 1);
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal((Severity.Warning, "Ethernet", "Ethernet 2"), (result.Severity, result.Expected, result.Actual));
        Expect(Outcome.Passed, server.Remove(NetRouteClass.Class, (NetRouteClass.NextHop, "10.0.0.1")));
    }

    /// <summary>With an agent or a cluster no other check asks for the host model, which then decides.</summary>
    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Fails_as_an_error_when_the_interface_with_the_vip_may_send_by_no_other(DsrEnvironment environment)
    {
        Server server = Server.Ready().OnNic().AddNic(Second, "Ethernet 2", "10.0.0.11", 24).AddRoute(Second, "Ethernet 2", "0.0.0.0/0", "10.0.0.1", metric: 1);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Environment(environment));
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Contains("and Ethernet, which has the VIP, lets them leave by no other interface", result.Reason);
        server.Set(NetIPInterfaceClass.WeakHostSend, 1, (NetIPInterfaceClass.InterfaceIndex, Server.Ethernet));
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server, Server.Service().Environment(environment)).Severity);
    }

    [Fact]
    public void Fails_when_replies_leave_by_a_loopback()
    {
        Server server = Server.Ready().AddRoute(Server.Loopback, "Loopback", "203.0.113.0/24", "0.0.0.0");
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Clients("203.0.113.0/24"));
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Contains("which is a loopback", result.Reason);
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server).Severity);
    }

    [Fact]
    public void Fails_when_the_default_route_leads_into_the_built_in_loopback() => Assert.Equal(
        Severity.Error,
        Expect(
            Outcome.Failed,
            Server.Ready().SetIn(CimStore.Active, NetRouteClass.InterfaceIndex, Server.BuiltIn, (NetRouteClass.DestinationPrefix, "0.0.0.0/0")),
            Server.Service().Interface("Ethernet")).Severity);

    [Fact]
    public void Judges_the_families_apart()
    {
        Server server = Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "::/0"));
        Expect(Outcome.Passed, server);
        Assert.Equal("::/0", Expect(Outcome.Failed, server, Server.Service().DualStack()).Subject);
        Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack());
        Expect(Outcome.Failed, Server.Ready(), Server.Service().DualStack().Balancers(Server.Balancer, Server.Gateway6));
    }

    [Theory]
    [InlineData("is not told")]
    [InlineData("does not have the MAC addresses", "2001:db8:11::5")]
    [InlineData("does not have the MAC addresses", Server.Balancer)]
    public void Says_when_the_router_could_not_be_compared_with_a_balancer(string words, params string[] balancers) => Assert.Contains(
        words, Expect(Outcome.Passed, Server.Ready(), Server.Service().Vips(Server.Vip6).Balancers(balancers)).Reason);

    [Fact]
    public void Is_unknown_when_the_traffic_interface_is_not_known_but_not_when_the_balancer_is_the_gateway()
    {
        Server server = Server.Ready().AddNic(Second, "Ethernet 2", "192.168.11.12", 24);
        Expect(Outcome.Unknown, server);
        Expect(Outcome.Failed, server, Server.Service().Balancers(Server.Gateway));
    }

    [Fact]
    public void Does_not_apply_when_the_interface_given_does_not_exist() =>
        Assert.Contains("H02", Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Interface("Ethernet 9")).Reason);

    [Fact]
    public void Is_unknown_when_a_reading_failed_or_the_next_hop_is_none()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Set(NetRouteClass.NextHop, null, (NetRouteClass.DestinationPrefix, "0.0.0.0/0")));
    }

    [Theory]
    [InlineData(DsrEnvironment.Azure)]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Applies_in_every_environment(DsrEnvironment environment)
    {
        Expect(Outcome.Passed, Server.Ready().OnNic(), Server.Service().Environment(environment));
        Expect(Outcome.Failed, Server.Ready().OnNic(), Server.Service().Environment(environment).Balancers(Server.Gateway));
    }
}
