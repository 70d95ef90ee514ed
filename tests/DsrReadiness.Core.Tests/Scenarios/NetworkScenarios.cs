using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Scenarios;

/// <summary>What stands between the wire and IP.</summary>
public sealed class NetworkScenarios : ScenarioTest
{
    private const uint Second = 9;

    [Fact]
    public void On_a_hyper_v_host_the_traffic_interface_is_the_virtual_one_that_has_the_address()
    {
        Server server = Server.Ready().Rename(Server.Ethernet, "vEthernet (External)")
            .Set(NetAdapterClass.ComponentID, "vms_mp", Server.On(NetAdapterClass.Class, Server.Ethernet))
            .Set(NetAdapterClass.PnPDeviceID, @"ROOT\VMS_MP\0000", Server.On(NetAdapterClass.Class, Server.Ethernet))
            .AddAdapter(4, "Ethernet", @"PCI\VEN_8086&DEV_1533", @"PCI\VEN_8086&DEV_1533\4");
        IReadOnlyDictionary<string, CheckResult> results = ExpectPassedBut(Judge(server, Server.Service().DualStack()));
        Assert.Equal("vEthernet (External)", results["M01"].Subject);
        ExpectPassedBut(Judge(server, Server.Service().Balancers()));
        ExpectAsReady(server, Server.Service().DualStack());
    }

    [Fact]
    public void Of_a_team_the_team_is_the_traffic_interface_and_no_member()
    {
        Server server = Server.Ready().Rename(Server.Ethernet, "Team")
            .Set(NetAdapterClass.ComponentID, @"COMPOSITEBUS\MS_IMPLAT_MP", Server.On(NetAdapterClass.Class, Server.Ethernet))
            .AddAdapter(4, "Ethernet", @"PCI\VEN_8086&DEV_1533", @"PCI\VEN_8086&DEV_1533\4")
            .AddAdapter(5, "Ethernet 2", @"PCI\VEN_8086&DEV_1533", @"PCI\VEN_8086&DEV_1533\5")
            .Set(NetAdapterClass.PermanentAddress, "00155D000A46");
        Assert.Equal("Team", ExpectPassedBut(Judge(server))["H02"].Subject);
        ExpectAsReady(server, Server.Service().DualStack());
    }

    [Fact]
    public void With_two_nics_the_balancer_tells_and_replies_elsewhere_are_a_warning()
    {
        Server server = TwoNics().AddRoute(Second, "Ethernet 2", "0.0.0.0/0", "10.0.0.1", metric: 1);
        IReadOnlyDictionary<string, CheckResult> results = ExpectPassedBut(Judge(server), "H01");
        Assert.Equal("Ethernet", results["M01"].Subject);
        Assert.Equal((Outcome.Failed, Severity.Warning), (results["H01"].Outcome, results["H01"].Severity));

        results = Judge(server, Server.Service().Balancers("10.0.0.5"));
        ExpectPassedBut(results, "H01", "M01");
        Assert.Equal("Ethernet 2", Expect(Outcome.Failed, results, "M01")["M01"].Subject);
    }

    [Fact]
    public void With_two_nics_and_nothing_to_tell_them_apart_what_depends_on_it_is_unknown_until_it_is_given()
    {
        Server server = Server.Ready().AddNic(Second, "Ethernet 2", "192.168.11.12", 24);
        IReadOnlyDictionary<string, CheckResult> results = Judge(server);
        Expect(Outcome.Unknown, results, "H01", "H02", "M01");
        ExpectPassedBut(results, "H01", "H02", "M01");
        ExpectPassedBut(Judge(server, Server.Service().Interface("Ethernet")));
    }

    [Fact]
    public void A_dual_stack_service_fails_by_the_family_that_is_not_ready()
    {
        Server server = Server.Ready();
        foreach (CimProperty setting in new CimProperty[] { NetIPInterfaceClass.WeakHostReceive, NetIPInterfaceClass.WeakHostSend })
            server.SetIn(CimStore.Active, setting, Toggle.Disabled, Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6));
        server.Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "::/0"));
        ExpectPassedBut(Judge(server));
        IReadOnlyDictionary<string, CheckResult> results = Judge(server, Server.Service().DualStack());
        Expect(Outcome.Failed, results, "H01", "M01", "M02");
        ExpectPassedBut(results, "H01", "M01", "M02");
        Assert.Contains("IPv6", results["M01"].Reason);
    }

    [Fact]
    public void A_dual_stack_server_is_ready_for_either_family_and_both()
    {
        ExpectPassedBut(Judge(Server.Ready(), Server.Service().DualStack()));
        ExpectPassedBut(Judge(Server.Ready()));
        ExpectPassedBut(Judge(Server.Ready(), Server.Service().Vips(Server.Vip6)), "A08");
    }

    [Fact]
    public void Ipv6_switched_off_is_no_fault_of_an_ipv4_service()
    {
        ExpectPassedBut(Judge(Server.Ready().WithoutIPv6()));
        ExpectAsReady(Server.Ready().WithoutIPv6(), Server.Service());
        IReadOnlyDictionary<string, CheckResult> results = Judge(Server.Ready().WithoutIPv6(), Server.Service().DualStack());
        Expect(Outcome.Unknown, results, "M01", "M02");
        Assert.StartsWith("Ethernet has no IPv6 address", Expect(Outcome.Failed, results, "H09")["H09"].Reason);
    }

    [Fact]
    public void Drivers_helpers_among_the_adapters_change_nothing()
    {
        Server server = Server.Ready().AddAdapter(30, "Ethernet-WFP Native MAC Layer LightWeight Filter-0000", string.Empty, string.Empty)
            .AddAdapter(31, "WAN Miniport (IP)", "ms_ndiswanip", @"SWD\MSRRAS\MS_NDISWANIP")
            .Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, 30))
            .Set(NetAdapterClass.PnPDeviceID, null, Server.On(NetAdapterClass.Class, 30));
        ExpectPassedBut(Judge(server));
        ExpectAsReady(server, Server.Service().DualStack());
    }

    [Fact]
    public void A_server_of_which_nothing_was_read_is_unknown_all_over()
    {
        IReadOnlyDictionary<string, CheckResult> results = Judge(Server.Empty(), Server.Service().DualStack());
        Expect(Outcome.Unknown, results, LayoutChecks);
    }

    [Fact]
    public void A_server_as_it_came_has_no_loopback_and_the_strong_host_model()
    {
        IReadOnlyDictionary<string, CheckResult> results = Judge(Server.Bare());
        Expect(Outcome.Failed, results, "A01", "M01");
        Expect(Outcome.NotApplicable, results, "A02", "A03", "A08", "M02");
        Expect(Outcome.Passed, results, "H01", "H02", "H08");
    }

    private static Server TwoNics() => Server.Ready().AddNic(Second, "Ethernet 2", "10.0.0.11", 24);
}
