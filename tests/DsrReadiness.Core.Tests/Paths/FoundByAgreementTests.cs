using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Paths;

/// <summary>The smallest servers on which verdict and path once did not agree, and which of them was wrong.</summary>
public sealed class FoundByAgreementTests
{
    [Fact]
    public void Some_clients_whose_replies_go_into_a_loopback_fail_H01()
    {
        Server server = Server.Ready().AddRoute(Server.BuiltIn, "Loopback Pseudo-Interface 1", "203.0.113.76/31", "0.0.0.0");
        CheckResult result = Result(server, "H01", Server.Service().Clients("203.0.113.76/30"));
        Assert.Equal((Outcome.Failed, Severity.Error), (result.Outcome, result.Severity));
        Assert.Contains("some of the clients", result.Reason, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Some_clients_whose_replies_leave_by_another_NIC_are_named_by_H01()
    {
        Server server = Server.Ready().AddNic(9, "Other", "192.168.12.9", 24).AddRoute(9, "Other", "203.0.113.76/31", "192.168.12.1");
        CheckResult result = Result(server, "H01", Server.Service().Clients("203.0.113.76/30"));
        Assert.Equal((Outcome.Failed, Severity.Warning), (result.Outcome, result.Severity));
    }

    [Fact]
    public void The_VIPs_own_route_among_clients_is_no_fault_for_H01() =>
        Assert.Equal(Outcome.Passed, Result(Server.Ready(), "H01", Server.Service().Clients("192.168.11.0/24")).Outcome);

    /// <summary>Who probes is not known, and may be the one that a rule leaves out: neither lets the probe in for certain.</summary>
    [Theory]
    [InlineData("0.0.0.0-192.168.11.4", "192.168.11.6-255.255.255.255", false)]
    [InlineData("192.168.11.6-255.255.255.255", "203.0.113.77", false)]
    [InlineData("0.0.0.0-192.168.11.4", "192.168.11.5-255.255.255.255", true)]
    [InlineData("0.0.0.0-255.255.255.255", "203.0.113.77", true)]
    [InlineData("1.0.0.0-223.255.255.255", "203.0.113.77", true)]
    public void An_unknown_prober_may_be_the_one_that_a_rule_leaves_out(string one, string other, bool isLetIn)
    {
        Server server = Server.Ready().Set(NetAddressFilterClass.RemoteAddress, new[] { one, other });
        DsrService service = Server.Service().Balancers().Clients("203.0.113.77/32").Probe($"tcp/{Server.Vip}:443");
        Assert.Equal(isLetIn ? Outcome.Passed : Outcome.Failed, Result(server, "W01", service).Outcome);
        Assert.Equal(isLetIn, Agreement.On(server.Build(), service).Traces.All(trace => trace.Outcome == DsrReadiness.Paths.PathOutcome.Answered));
        Assert.Null(Agreement.On(server.Build(), service).Disagreement);
    }

    [Fact]
    public void A_local_rule_that_policy_ignores_fails_W05_whatever_is_not_known_of_it()
    {
        Server server = Server.Ready().Set(NetFirewallRuleClass.Action, 9).Set(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False);
        Assert.Equal(Outcome.Failed, Result(server, "W05", Server.Service()).Outcome);
        server.Set(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.True);
        Assert.NotEqual(Outcome.Failed, Result(server, "W05", Server.Service()).Outcome);
    }

    [Fact]
    public void The_path_does_not_count_a_local_rule_that_policy_ignores() => Assert.Equal(
        HopKind.Firewall, Trace(Server.Ready().Set(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False)).Hops[^1].Kind);

    [Fact]
    public void The_path_takes_a_switch_that_is_neither_on_nor_off_for_not_known() => Assert.Equal(
        PathOutcome.Undetermined, Trace(Server.Ready().Set(NetIPInterfaceClass.WeakHostReceive, 7)).Outcome);

    [Fact]
    public void The_path_does_not_choose_between_two_interfaces_of_one_name() => Assert.Equal(
        [HopKind.Arrival], Trace(Server.Ready().Set(NetAdapterClass.Name, "Loopback"), Server.Service().Interface("Loopback")).Hops.Select(hop => hop.Kind));

    [Fact]
    public void The_path_does_not_begin_at_an_adapter_that_cannot_be_told() => Assert.Equal(PathOutcome.Undetermined, Trace(
        Server.Ready().Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, Server.Ethernet)).Fail(PnPEntityClass.Class, CimStore.None, FailureKind.AccessDenied)).Outcome);

    [Fact]
    public void The_path_looks_at_ranges_of_client_ports_together() => Assert.Equal(PathOutcome.Answered, Trace(
        Server.Ready().Set(NetProtocolPortFilterClass.RemotePort, new[] { "1-1023", "1024-65535" })).Outcome);

    [Fact]
    public void The_path_does_not_take_an_unknown_word_for_a_port_that_is_not_meant() => Assert.Equal(PathOutcome.Undetermined, Trace(
        Server.Ready().Set(NetProtocolPortFilterClass.LocalPort, new[] { "NewKeyword" })).Outcome);

    [Theory]
    [InlineData("445-9")]
    [InlineData("65536")]
    [InlineData("-1")]
    public void The_path_does_not_know_what_a_port_that_is_none_stands_for(string text) => Assert.Equal(PathOutcome.Undetermined, Trace(
        Server.Ready().Set(NetProtocolPortFilterClass.LocalPort, new[] { text })).Outcome);

    [Fact]
    public void The_path_does_not_know_the_source_toward_DNS_servers_that_could_not_be_read() =>
        Assert.Null(Trace(Server.Ready().Fail(DnsClientServerAddressClass.Class, CimStore.None, FailureKind.AccessDenied)).Leaks);

    /// <summary>What a host's own loopback address is on is taken for a built-in loopback, so that there may be two.</summary>
    [Theory]
    [InlineData("M02")]
    [InlineData("V04")]
    public void Of_two_built_in_loopbacks_that_hold_the_VIP_the_first_is_the_one_for_the_checks_too(string id)
    {
        Server server = Server.Ready().OnBuiltIn(32).AddAddress(CimStore.Persistent, 9, "Second", "127.0.0.1", 8).AddAddress(CimStore.Active, 9, "Second", Server.Vip, 32);
        server.Set(NetIPAddressClass.AddressState, AddressState.Invalid, Server.On(NetIPAddressClass.Class, 9));
        Assert.Equal((Outcome.Passed, PathOutcome.Answered), (Result(server, id, Server.Service()).Outcome, Trace(server).Outcome));
    }

    [Fact]
    public void The_path_looks_for_no_gateway_behind_a_loopback()
    {
        Server server = Server.Ready().AddKmTest(13, "Second", @"ROOT\NET\0001").AddRoute(13, "Second", "0.0.0.0/0", "10.0.0.1", 9999);
        server.AddRoute(13, "Second", "10.0.0.0/8", "0.0.0.0").AddAddress(CimStore.Active, 13, "Second", "10.0.0.9", 32);
        server.Set(NetIPAddressClass.SkipAsSource, null, (NetIPAddressClass.IPAddress, "10.0.0.9"));
        Assert.DoesNotContain(Trace(server).Connections, hop => hop.Consequence.Contains("10.0.0.1", System.StringComparison.Ordinal));
        Assert.False(Trace(server).Leaks);
    }

    [Fact]
    public void The_path_looks_for_no_neighbours_among_multicast_addresses() =>
        Assert.False(Trace(Server.Ready().AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", "10.1.2.3", 0)).IsCutOff);

    [Fact]
    public void Nobody_but_the_server_is_in_a_subnet_of_one_address_for_V10()
    {
        Server server = Server.Ready().AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", "10.1.2.3", 32).AddRoute(Server.Loopback, "Loopback", "0.0.0.0/1", "192.168.11.1", 0);
        Assert.Equal(Outcome.Passed, Result(server, "V10", Server.Service().Clients("203.0.113.77/32")).Outcome);
    }

    [Fact]
    public void Where_nothing_listens_S02_fails_whatever_is_not_known_of_the_address()
    {
        Server server = Server.Ready().Set(NetIPAddressClass.AddressState, null, (NetIPAddressClass.IPAddress, "192.168.11.11"));
        Assert.Equal(Outcome.Failed, Result(server, "S02", Server.Service().Probe("tcp/192.168.11.11:444")).Outcome);
        Assert.Equal(Outcome.Unknown, Result(server, "S02", Server.Service().Probe("tcp/192.168.11.11:443")).Outcome);
    }

    /// <summary>Where an agent keeps the VIP on a NIC, it may be on any: which is not known does not matter.</summary>
    [Fact]
    public void The_path_need_not_know_whether_an_agent_keeps_the_VIP_on_another_NIC_after_the_next_start()
    {
        Server server = Server.Ready().AddAddress(CimStore.Active, 14, "Other", "192.168.11.14", 32).Fail(NetIPAddressClass.Class, CimStore.Persistent, FailureKind.AccessDenied);
        Assert.DoesNotContain(Trace(server, Server.Service().Environment(DsrEnvironment.GcpAgent)).Resolution, hop => hop.Outcome == HopOutcome.Undetermined);
        Assert.Contains(Trace(server).Resolution, hop => hop.Outcome == HopOutcome.Undetermined);
    }

    [Fact]
    public void The_path_need_not_know_by_whom_the_answer_to_a_probe_goes()
    {
        Server server = Server.Ready().Set(NetRouteClass.NextHop, null, (NetRouteClass.DestinationPrefix, "192.168.11.0/24"));
        DsrService service = Server.Service().Probe($"tcp/{Server.Vip}:443");
        var host = new HostView(server.Build());
        Assert.All(PathTracer.Probes(service, null), probe => Assert.Equal(PathOutcome.Answered, new PathTracer(host, service).Trace(probe).Outcome));
        Assert.Equal(Outcome.Passed, Result(server, "H01", service).Outcome);
    }

    [Fact]
    public void Of_two_equal_routes_the_one_to_the_server_itself_loses_replies_for_the_path_too()
    {
        Server server = Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "0.0.0.0/0", Server.Dip);
        Assert.Equal((Outcome.Failed, HopOutcome.Dropped), (Result(server, "H01", Server.Service()).Outcome, Trace(server).Hops[^1].Outcome));
    }

    [Fact]
    public void Which_of_two_routes_of_a_loopback_to_the_subnet_is_cheaper_does_not_matter()
    {
        Server server = Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "192.168.11.0/24"));
        server.AddRoute(Server.Loopback, "Loopback", "192.168.11.0/24", "0.0.0.0").AddRoute(Server.Loopback, "Loopback", "192.168.11.0/24", "0.0.0.0");
        server.Set(NetRouteClass.RouteMetric, null, (NetRouteClass.DestinationPrefix, "192.168.11.0/24"));
        Assert.Equal((Outcome.Failed, true), (Result(server, "V10", Server.Service()).Outcome, Trace(server).IsCutOff));
    }

    [Fact]
    public void Which_of_two_routes_by_the_same_router_is_cheaper_does_not_matter_to_H01()
    {
        Server server = Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "0.0.0.0/0", Server.Gateway).Set(NetRouteClass.RouteMetric, null, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        Assert.Equal((Outcome.Passed, PathOutcome.Answered), (Result(server, "H01", Server.Service()).Outcome, Trace(server).Outcome));
    }

    [Fact]
    public void The_built_in_loopback_is_known_by_its_address_in_the_persistent_store_too()
    {
        Server server = Server.Ready().AddAddress(CimStore.Persistent, 12, "Second", "127.0.0.1", 8).AddAddress(CimStore.Persistent, 12, "Second", Server.Vip, 32);
        Assert.Equal((Outcome.Passed, false), (Result(server, "V03", Server.Service()).Outcome, Trace(server).Leaks));
    }

    /// <summary>What is not known may point elsewhere than the segment of the VIP does.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_path_does_not_guess_where_frames_arrive_if_the_best_default_route_is_not_known(bool areRead)
    {
        Server server = Server.Ready();
        if (areRead)
            server.AddRoute(9, "Other", "0.0.0.0/0", "192.168.12.1").Set(NetRouteClass.RouteMetric, null, Server.On(NetRouteClass.Class, 9));
        else
            server.Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied);
        DsrService service = Server.Service().Balancers();
        Assert.Equal((Outcome.Unknown, HopOutcome.Undetermined), (Result(server, "H02", service).Outcome, Trace(server, service).Hops[0].Outcome));
        Assert.Equal(HopOutcome.Passes, Trace(server, Server.Service().Interface("Ethernet")).Hops[0].Outcome);
    }

    /// <summary>Whether it is a loopback cannot be told, from where no reply reaches a client.</summary>
    [Fact]
    public void Replies_that_leave_by_an_interface_that_may_be_a_loopback_are_not_known()
    {
        Server server = Server.Ready().AddNic(9, "Ethernet 2", "192.168.11.12", 24).Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Dip))
            .Remove(NetRouteClass.Class, Server.On(NetRouteClass.Class, 9)).Set(NetAdapterClass.ComponentID, string.Empty, Server.On(NetAdapterClass.Class, Server.Ethernet));
        DsrService service = Server.Service().Clients("192.168.11.77/32");
        Assert.Equal(Outcome.Unknown, Result(server, "H01", service).Outcome);
    }

    /// <summary>What a disabled adapter keeps may be the balancer's segment.</summary>
    [Fact]
    public void The_path_does_not_guess_where_frames_arrive_if_a_kept_prefix_is_not_known()
    {
        Server server = Server.Ready().AddAddress(CimStore.Persistent, 9, "Other", "198.51.100.7", 64);
        server.Add(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.Name, "Other"), (NetAdapterClass.InterfaceIndex, 9), (NetAdapterClass.ComponentID, @"pci\ven_8086"), (NetAdapterClass.InterfaceOperationalStatus, 2), (NetAdapterClass.InterfaceAdminStatus, 1), (NetAdapterClass.State, 3));
        DsrService service = Server.Service().Balancers("198.51.100.5").Clients("203.0.113.77/32");
        Assert.Equal((Outcome.Unknown, HopOutcome.Undetermined), (Result(server, "H02", service).Outcome, Trace(server, service).Hops[0].Outcome));
    }

    private static CheckResult Result(Server server, string id, DsrService service) =>
        new CheckRunner(Catalogue.All).Run(server.Build(), service).Results.Single(result => result.Id == id);

    private static PathTrace Trace(Server server, DsrService? service = null) => PathTracer.Trace(server.Build(), service ?? Server.Service())[0];
}
