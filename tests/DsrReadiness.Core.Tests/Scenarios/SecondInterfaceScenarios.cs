using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Scenarios;

/// <summary>
/// Servers with more than one way to the world: a storage network with a gateway, a VPN, a second NIC on the segment, a switch made anew. The wrong interface is never judged, never planned for, and
/// never wished closed; where it may be the wrong one, that is said.
/// </summary>
public sealed class SecondInterfaceScenarios : ScenarioTest
{
    private const uint Other = 9;
    private static readonly string[] s_ofTraffic = ["H01", "H02", "H09", "M01", "M05", "W01"];

    [Theory]
    [InlineData(1)] // its gateway wins
    [InlineData(1024)] // its gateway loses
    public void With_a_named_balancer_a_storage_network_with_a_gateway_is_a_warning(int metric)
    {
        Server server = Storage(metric);
        IReadOnlyDictionary<string, CheckResult> results = Expect(Outcome.Passed, Judge(server), [.. s_ofTraffic.Except(["H01"])]);
        Assert.Equal((Outcome.Failed, Severity.Warning), (results["H01"].Outcome, results["H01"].Severity));
        Assert.Equal("Ethernet", results["M01"].Subject);
        Expect(Outcome.Passed, results, "M06");
        Assert.DoesNotContain(Planned(server, Server.Service()), change => change.Contains("Storage", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Without_one_its_gateway_and_the_segment_of_the_VIP_contradict_each_other()
    {
        Expect(Outcome.Unknown, Judge(Storage(1), Server.Service().Balancers()), s_ofTraffic);
        IReadOnlyList<Refusal> refused = Planner.Plan(Storage(1).Build(), Server.Service().Balancers()).Refusals;
        Assert.Equal("H02", Assert.Single(refused).CheckId);
        Assert.Contains("--interface 7 or --interface 9", refused[0].Recommendation);
        ExpectPassedBut(Judge(Storage(1), Server.Service().Balancers().Interface("Ethernet")), "H01");
    }

    [Fact]
    public void Without_one_and_with_nothing_to_contradict_it_stays_a_guess_that_is_told()
    {
        IReadOnlyDictionary<string, CheckResult> results = Judge(Storage(1024), Server.Service().Balancers());
        Expect(Outcome.Passed, results, "H02", "M01", "M05");
        Assert.EndsWith("Ethernet is taken for the traffic interface; see H02.", results["M01"].Reason);
        Assert.Contains("To be sure, name the balancer", results["H02"].Reason);
        Expect(Outcome.Unknown, Judge(Storage(1024).SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Other)), Server.Service().Balancers()), "M06");
    }

    [Fact]
    public void A_VPN_that_takes_all_traffic_takes_the_replies_too()
    {
        Server server = Server.Ready().AddNic(Other, "VPN", "10.8.0.5", 32).AddRoute(Other, "VPN", "0.0.0.0/1", "0.0.0.0", metric: 1).AddRoute(Other, "VPN", "128.0.0.0/1", "0.0.0.0", metric: 1);
        IReadOnlyDictionary<string, CheckResult> results = Judge(server);
        Assert.Equal((Outcome.Failed, Severity.Warning), (results["H01"].Outcome, results["H01"].Severity));
        Assert.Contains("leave by VPN", results["H01"].Reason);
        Assert.Equal("Ethernet", Expect(Outcome.Passed, results, "H02", "M01")["M01"].Subject);
    }

    [Fact]
    public void Two_cards_on_one_segment_are_told_apart_by_the_address_that_is_probed()
    {
        Server server = Server.Ready().AddNic(Other, "Ethernet 2", "192.168.11.12", 24);
        Expect(Outcome.Unknown, Judge(server, Server.Service().Balancers()), "H02");
        Expect(Outcome.Unknown, Judge(server, Server.Service().Balancers().Probe($"tcp/{Server.Dip}:443")), "H02"); // the segment still says either
        ExpectPassedBut(Judge(server, Server.Service().Interface("7").Probe($"tcp/{Server.Dip}:443")));
    }

    /// <summary>The VIP is on nobody's segment: the router knows the way, and the default route is all there is to go by.</summary>
    [Fact]
    public void A_routed_VIP_arrives_where_the_default_route_leaves()
    {
        Server server = Server.Ready().AddNic(Other, "Storage", "10.9.0.11", 24).Set(NetIPAddressClass.IPAddress, "10.99.0.1", (NetIPAddressClass.IPAddress, Server.Vip));
        IReadOnlyDictionary<string, CheckResult> results = Judge(server, Server.Service().Vips("10.99.0.1").Balancers());
        Assert.Contains("it has the winning default route", Expect(Outcome.Passed, results, "H01", "H02", "M01", "M05")["H02"].Reason);
    }

    /// <summary>A virtual switch or a team that was made anew has the address of the old interface, and the host model of none.</summary>
    [Theory]
    [InlineData("vEthernet (Ethernet)", "vms_mp")]
    [InlineData("Team", @"COMPOSITEBUS\MS_IMPLAT_MP")]
    public void What_was_made_anew_starts_strong_and_is_the_one_that_is_planned_for(string alias, string component)
    {
        Server server = Server.Ready().RemoveInterface(Server.Ethernet).AddNic(Other, alias, Server.Dip, 24).AddRoute(Other, alias, "0.0.0.0/0", Server.Gateway)
            .Set(NetAdapterClass.ComponentID, component, Server.On(NetAdapterClass.Class, Other))
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Other));
        IReadOnlyDictionary<string, CheckResult> results = Judge(server);
        Assert.Equal(alias, Expect(Outcome.Failed, results, "M01")["M01"].Subject);
        Expect(Outcome.Passed, results, "H01", "H02", "H09");
        Assert.Contains(Planned(server, Server.Service()), change => change == $"Enable weak host receive on {alias} (IPv4).");
    }

    [Fact]
    public void What_was_made_anew_without_its_address_is_one_fault()
    {
        Server server = Server.Ready().RemoveInterface(Server.Ethernet).AddNic(Other, "vEthernet (Ethernet)", "169.254.237.9", 16);
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
            server.Add(NetIPInterfaceClass.Class, CimStore.Persistent, (NetIPInterfaceClass.InterfaceIndex, Other), (NetIPInterfaceClass.AddressFamily, family), (NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled));
        IReadOnlyDictionary<string, CheckResult> results = Judge(server);
        Expect(Outcome.Failed, results, "H09");
        Assert.DoesNotContain(results.Values, result => result.Outcome == Outcome.Unknown && result.Severity == Severity.Error);
        Expect(Outcome.NotApplicable, results, "H01");
    }

    private static Server Storage(int metric) => Server.Ready().WithoutIPv6().AddNic(Other, "Storage", "10.9.0.11", 24).AddRoute(Other, "Storage", "0.0.0.0/0", "10.9.0.1", metric);

    private static IEnumerable<string> Planned(Server server, DsrService service) => Planner.Plan(server.Build(), service).Changes.Select(change => change.Text);
}
