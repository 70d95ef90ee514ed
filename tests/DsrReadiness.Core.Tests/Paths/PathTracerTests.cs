using System.IO;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Reports;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Tests.Paths;

public sealed class PathTracerTests
{
    [Fact]
    public void A_ready_server_answers_in_both_families_and_shows_no_VIP()
    {
        DsrService service = Server.Service().DualStack();
        PathTrace[] traces = PathTracer.Trace(Server.Ready().Build(), service).ToArray();
        Assert.Equal([Server.Vip, Server.Vip6], traces.Select(trace => trace.Packet.Destination.ToString()));
        Assert.All(traces, trace => Assert.Equal((PathOutcome.Answered, false), (trace.Outcome, trace.Leaks)));
        Assert.All(traces, trace => Assert.Equal(
            [HopKind.Arrival, HopKind.Destination, HopKind.Receive, HopKind.Firewall, HopKind.Listener, HopKind.Source, HopKind.Send, HopKind.Route],
            trace.Hops.Select(hop => hop.Kind)));
    }

    [Fact]
    public void The_packet_dies_at_a_strong_host() => AssertDrop(
        Server.Ready().Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)), HopKind.Receive);

    [Fact]
    public void The_reply_dies_where_weak_host_send_is_off() => AssertDrop(
        Server.Ready().Set(NetIPInterfaceClass.WeakHostSend, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Loopback)), HopKind.Route);

    [Fact]
    public void The_packet_dies_where_nobody_has_the_VIP() => AssertDrop(
        Server.Ready().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip)), HopKind.Destination);

    [Fact]
    public void The_packet_dies_where_no_rule_allows_it() => AssertDrop(
        Server.Ready().Set(NetFirewallRuleClass.Enabled, RuleEnabled.False), HopKind.Firewall);

    [Fact]
    public void The_packet_dies_where_nothing_listens_for_the_VIP() => AssertDrop(
        Server.Ready().Set(NetTcpConnectionClass.LocalAddress, Server.Dip), HopKind.Listener);

    [Fact]
    public void The_reply_comes_back_to_the_balancer() => AssertDrop(
        Server.Ready().Set(NetRouteClass.NextHop, Server.Balancer, (NetRouteClass.NextHop, Server.Gateway)), HopKind.Route);

    [Fact]
    public void The_reply_does_not_leave_by_a_router_that_does_not_answer() => AssertDrop(
        Server.Ready().AddNeighbor(Server.Gateway, "00-00-00-00-00-00", NeighborState.Unreachable), HopKind.Route);

    [Fact]
    public void A_reading_that_failed_leaves_the_path_open()
    {
        PathTrace trace = Trace(Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Assert.Equal(PathOutcome.Undetermined, trace.Outcome);
        Assert.Contains(trace.Hops, hop => (hop.Kind, hop.Outcome) == (HopKind.Receive, HopOutcome.Undetermined));
    }

    [Fact]
    public void A_reply_whose_routes_could_not_be_read_is_not_lost_for_certain()
    {
        Hop hop = Trace(Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied)).Hops[^1];
        Assert.Equal((HopKind.Route, HopOutcome.Undetermined), (hop.Kind, hop.Outcome));
        Assert.Equal("The routes could not be read (AccessDenied).", hop.Statement);
    }

    [Fact]
    public void A_reply_without_any_route_cannot_leave()
    {
        PathTrace trace = Trace(Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0")));
        Assert.Equal((HopKind.Route, HopOutcome.Dropped), (trace.Hops[^1].Kind, trace.Hops[^1].Outcome));
        Assert.Equal("There is no route to 203.0.113.77.", trace.Hops[^1].Statement);
    }

    [Fact]
    public void A_reply_that_may_leave_by_two_routes_of_unknown_metric_goes_nobody_knows_where()
    {
        Server server = Server.Ready().SetIn(CimStore.Active, NetRouteClass.RouteMetric, null, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        ReadyServer.AddRoute(server, Server.Loopback, "Loopback", "0.0.0.0/0", "0.0.0.0");
        Hop hop = Trace(server).Hops.Single(each => each.Kind == HopKind.Route);
        Assert.Equal(HopOutcome.Undetermined, hop.Outcome);
        Assert.Contains("not all of their metrics could be read", hop.Statement);
    }

    [Fact]
    public void A_release_whose_host_model_is_fixed_sends_as_its_family_does()
    {
        Hop hop = Trace(Server.Ready().Set(OperatingSystemClass.Version, "5.2.3790")).Hops.Single(each => each.Kind == HopKind.Send);
        Assert.Equal("This release is a weak host for IPv4, always.", hop.Statement);
    }

    [Fact]
    public void A_VIP_on_the_traffic_interface_answers_there()
    {
        PathTrace trace = Trace(Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, (NetIPAddressClass.IPAddress, Server.Vip)));
        Assert.Equal((PathOutcome.Answered, true), (trace.Outcome, trace.Leaks));
        Assert.Equal(HopOutcome.Leaks, Assert.Single(trace.Resolution).Outcome);
    }

    [Fact]
    public void A_VIP_is_the_source_of_the_servers_own_connections_where_the_servers_address_is_skipped()
    {
        Server server = Server.Ready().Move(Server.Vip, Server.Ethernet).Set(NetIPAddressClass.SkipAsSource, true).Set(NetIPAddressClass.SkipAsSource, false, (NetIPAddressClass.IPAddress, Server.Vip));
        Assert.Contains(Trace(server).Connections, hop => hop.Outcome == HopOutcome.Leaks);
    }

    [Fact]
    public void The_client_is_one_of_the_services()
    {
        PathTrace trace = PathTracer.Trace(Server.Ready().Build(), Server.Service().Clients("198.51.100.0/24"))[0];
        Assert.Equal(IPAddress.Parse("198.51.100.1"), trace.Packet.Client);
        Assert.Equal(IPFamily.IPv4, trace.Packet.Family);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)] // that of the NIC
    [InlineData(null, false)]
    public void Multicast_and_broadcast_are_named_where_the_loopback_takes_them(int? metric, bool isNamed)
    {
        Server server = Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.InterfaceMetric, metric, Server.On(NetIPInterfaceClass.Class, Server.Loopback));
        PathTrace trace = Trace(server);
        Assert.Equal(isNamed, trace.Connections.Any(hop => hop.Statement.Contains("224.0.0.0/4 and 255.255.255.255/32", System.StringComparison.Ordinal)));
        Assert.Equal((PathOutcome.Answered, false, false), (trace.Outcome, trace.Leaks, trace.IsCutOff));
        Assert.Equal(isNamed, PathTracer.Trace(server.Build(), Server.Service().Vips(Server.Vip6))[0].Connections.Any(hop => hop.Statement.Contains("ff00::/8", System.StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("192.168.11.0/25", "192.168.11.1 ")] // the gateway
    [InlineData("192.168.11.128/25", "192.168.11.128 on the segment")]
    public void A_route_into_the_loopback_cuts_the_server_off(string prefix, string whom)
    {
        PathTrace trace = Trace(Server.Ready().AddRoute(Server.Loopback, "Loopback", prefix, "0.0.0.0"));
        Assert.Equal((PathOutcome.Answered, false, true), (trace.Outcome, trace.Leaks, trace.IsCutOff));
        Assert.Contains(trace.Connections, hop => hop.Outcome == HopOutcome.Dropped && hop.Statement.Contains(whom, System.StringComparison.Ordinal));
        Assert.False(Trace(Server.Ready().AddRoute(Server.Loopback, "Loopback", "192.168.10.0/23", "0.0.0.0")).IsCutOff); // The segment's own route is longer.
    }

    [Theory]
    [InlineData($"tcp/{Server.Vip}:443", "Arrival Destination Receive Firewall Listener Source Send Route")]
    [InlineData($"tcp/{Server.Dip}:443", "Arrival Destination Receive Firewall")]
    [InlineData($"icmp/{Server.Vip}", "Arrival Destination Receive Firewall")]
    public void The_probe_of_each_balancer_is_followed_after_the_packets(string probe, string hops)
    {
        PathTrace[] traces = [.. PathTracer.Trace(Ready(), Server.Service().Balancers(Server.Balancer, "192.168.11.6", "2001:db8:11::5").Probe(probe))];
        Assert.Equal([null, probe, probe], traces.Select(trace => trace.Packet.Probe?.ToString()));
        Assert.Equal(["203.0.113.77", Server.Balancer, "192.168.11.6"], traces.Select(trace => trace.Packet.Client.ToString()));
        Assert.All(traces.Skip(1), trace => Assert.Equal(hops, string.Join(" ", trace.Hops.Select(hop => hop.Kind))));
        Assert.All(traces.Skip(1), trace => Assert.Equal((0, false), (trace.Resolution.Count + trace.Connections.Count, trace.Leaks)));
    }

    [Fact]
    public void The_probe_is_followed_without_a_balancer_and_its_answer_up_to_the_wire()
    {
        PathTrace probe = PathTracer.Trace(Ready(), Server.Service().Probe($"tcp/{Server.Vip}:443").Balancers())[1];
        Assert.Equal((PathOutcome.Answered, HopKind.Source), (probe.Outcome, probe.Hops[^1].Kind));
        Assert.Equal("the probe tcp/443 to 192.168.11.50", probe.Packet.ToString());
        Assert.Equal(HopKind.Firewall, PathTracer.Trace(Ready(), Server.Service().Probe($"tcp/{Server.Dip}:59999").Balancers())[1].Hops[^1].Kind);
        Assert.Single(PathTracer.Trace(Ready(), Server.Service().Probe($"tcp/{Server.Vip}:443").Ports()));
    }

    [Fact]
    public void The_probe_of_Azure_has_a_source_that_is_known() => Assert.Equal("168.63.129.16", PathTracer.Trace(
        Ready(), Server.Service().Probe($"tcp/{Server.Vip}:443").Balancers().Environment(DsrEnvironment.Azure))[1].Packet.Client.ToString());

    [Theory]
    [InlineData(Server.Gateway, "a gateway")]
    [InlineData("192.168.11.10", "a DNS server")]
    [InlineData("192.168.11.0", "the network address")]
    [InlineData("192.168.11.255", "the broadcast address")]
    [InlineData("127.0.0.1", "a loopback address")]
    [InlineData("224.0.0.1", "a multicast address")]
    public void A_packet_dies_whose_destination_cannot_be_a_VIP(string vip, string what)
    {
        Server server = Server.Ready().Set(NetIPAddressClass.IPAddress, vip, (NetIPAddressClass.IPAddress, Server.Vip));
        PathTrace trace = Assert.Single(PathTracer.Trace(server.Build(), Server.Service().Vips(vip)));
        Assert.Equal((HopKind.Destination, HopOutcome.Dropped), (trace.Hops[^1].Kind, trace.Hops[^1].Outcome));
        Assert.Contains(what, trace.Hops[^1].Statement, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tcp/445")]
    [InlineData("tcp/139")]
    public void A_file_service_ends_at_the_listener_where_ms_server_is_not_bound_to_the_loopback(string port)
    {
        int number = int.Parse(port[4..], System.Globalization.CultureInfo.InvariantCulture);
        Server server = Server.Ready().Set(NetAddressFilterClass.LocalAddress, new[] { "Any" }).Set(NetProtocolPortFilterClass.LocalPort, new[] { "Any" })
            .Set(NetTcpConnectionClass.LocalPort, number, (NetTcpConnectionClass.LocalPort, 443));
        PathTrace trace = Assert.Single(PathTracer.Trace(server.Build(), Server.Service().Ports(port)));
        Assert.Equal((HopKind.Listener, HopOutcome.Dropped), (trace.Hops[^1].Kind, trace.Hops[^1].Outcome));
        Assert.Contains("ms_server", trace.Hops[^1].Statement, System.StringComparison.Ordinal);
        server.Set(NetAdapterBindingClass.Enabled, true, (NetAdapterBindingClass.ComponentID, "ms_server"));
        Assert.Equal(PathOutcome.Answered, PathTracer.Trace(server.Build(), Server.Service().Ports(port))[0].Outcome);
        server.Without(NetAdapterBindingClass.Enabled);
        Assert.Equal(PathOutcome.Undetermined, PathTracer.Trace(server.Build(), Server.Service().Ports(port))[0].Outcome);
    }

    [Theory]
    [InlineData("tcp/443", GpoBoolean.True, "The client gets no answer")]
    [InlineData("tcp/443", GpoBoolean.False, "The client is refused")]
    [InlineData("udp/443", GpoBoolean.True, "The packet is dropped")]
    public void Without_a_listener_a_firewall_that_is_on_lets_no_refusal_out(string port, GpoBoolean on, string consequence)
    {
        Server server = Server.Ready().Set(NetFirewallProfileClass.Enabled, on).Set(NetTcpConnectionClass.LocalAddress, Server.Dip)
            .Set(NetAddressFilterClass.LocalAddress, new[] { "Any" }).Set(NetProtocolPortFilterClass.Protocol, "Any").Set(NetProtocolPortFilterClass.LocalPort, new[] { "Any" });
        server.Rows(NetUdpEndpointClass.Class).Clear();
        Hop last = Assert.Single(PathTracer.Trace(server.Build(), Server.Service().Ports(port))).Hops[^1];
        Assert.Equal(HopKind.Listener, last.Kind);
        Assert.StartsWith(consequence, last.Consequence);
    }

    [Fact]
    public void The_probe_of_another_interfaces_address_arrives_there()
    {
        Server server = Server.Ready().AddNic(9, "Other", "192.168.12.9", 24);
        PathTrace trace = PathTracer.Trace(server.Build(), Server.Service().Probe("tcp/192.168.12.9:443"))[1];
        Assert.Equal("Other", trace.Hops[0].Interface);
        Assert.Equal(HopKind.Firewall, trace.Hops[^1].Kind); // The ready server's rule is for the VIPs alone.
    }

    [Fact]
    public void The_answer_of_a_strong_host_does_not_reach_a_balancer_of_another_segment()
    {
        Server server = Server.Ready().AddNic(9, "Other", "192.168.12.9", 24).Set(NetAddressFilterClass.LocalAddress, new[] { "Any" });
        PathTrace trace = PathTracer.Trace(server.Build(), Server.Service().Probe("tcp/192.168.12.9:443"))[1];
        Assert.Equal((PathOutcome.Dropped, HopKind.Route), (trace.Outcome, trace.Hops[^1].Kind));
    }

    [Fact]
    public void Text_from_the_server_is_shown_safely_and_in_80_columns()
    {
        Server server = Server.Ready().Set(NetAdapterClass.Name, "Eth\u001b[2J", (NetAdapterClass.InterfaceIndex, Server.Ethernet));
        var writer = new StringWriter { NewLine = "\n" };
        new PathText(80, TextStyle.Plain).Write(writer, Trace(server));
        Assert.Contains("Eth\\u001B[2J", writer.ToString(), System.StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', writer.ToString());
        Assert.All(writer.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Paths_use_nothing_of_the_checks()
    {
        string[] files = Directory.GetFiles(Repository.PathOf("src", "DsrReadiness.Core", "Paths"), "*.cs");
        Assert.True(files.Length > 10);
        Assert.DoesNotContain(files, file => Regex.IsMatch(File.ReadAllText(file), @"\bChecks\b"));
    }

    private static DsrReadiness.Snapshots.Snapshot Ready() => Server.Ready().Build();

    private static PathTrace Trace(Server server) => Assert.Single(PathTracer.Trace(server.Build(), Server.Service()));

    private static void AssertDrop(Server server, HopKind where)
    {
        PathTrace trace = Trace(server);
        Assert.Equal(PathOutcome.Dropped, trace.Outcome);
        Assert.Equal((where, HopOutcome.Dropped), (trace.Hops[^1].Kind, trace.Hops[^1].Outcome));
    }
}
