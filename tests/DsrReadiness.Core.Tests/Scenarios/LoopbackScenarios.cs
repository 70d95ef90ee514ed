using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Scenarios;

/// <summary>The loopbacks that servers have, and what is taken for one.</summary>
public sealed class LoopbackScenarios : ScenarioTest
{
    private const uint Second = 13;

    [Fact]
    public void Two_km_test_adapters_of_one_mac_are_told_apart_by_the_vip()
    {
        Server server = Server.Ready().AddKmTest(Second, "Npcap Loopback Adapter", @"ROOT\NET\0001").Describe(Second, "Npcap Loopback Adapter");
        Assert.Equal(2, server.Rows(NetAdapterClass.Class).Count(row => Equals(row[NetAdapterClass.PermanentAddress], "02004C4F4F50")));
        IReadOnlyDictionary<string, CheckResult> results = ExpectPassedBut(Judge(server, Server.Service().DualStack()));
        Assert.All(OfTheLoopback, id => Assert.Equal("Loopback", results[id].Subject));
    }

    [Fact]
    public void Of_two_km_test_adapters_without_the_vip_none_is_judged()
    {
        Server server = Server.Ready().AddKmTest(Second, "Npcap Loopback Adapter", @"ROOT\NET\0001")
            .Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip));
        IReadOnlyDictionary<string, CheckResult> results = Judge(server);
        ExpectPassedBut(results, "A02", "A03", "A08", "M02");
        Expect(Outcome.Failed, results, "A02");
        Expect(Outcome.NotApplicable, results, "A03", "A08", "M02");
    }

    [Fact]
    public void A_tap_adapter_named_loopback_with_the_vip_is_none()
    {
        Server server = Server.Ready().WithoutLoopback().AddNic(20, "Loopback", Server.Vip, 32)
            .Set(NetAdapterClass.ComponentID, "tap0901", Server.On(NetAdapterClass.Class, 20))
            .Set(NetAdapterClass.PnPDeviceID, @"ROOT\NET\0000", Server.On(NetAdapterClass.Class, 20))
            .Describe(20, "Microsoft KM-TEST Loopback Adapter");
        IReadOnlyDictionary<string, CheckResult> results = Judge(server);
        Expect(Outcome.Failed, results, "A01");
        Expect(Outcome.NotApplicable, results, "A02", "A03", "A08", "M02");
        ExpectPassedBut(results, OfTheLoopback);
    }

    [Fact]
    public void Beside_a_tap_adapter_on_root_net_0000_the_real_loopback_is_found()
    {
        Server server = Server.Ready().AddAdapter(20, "Loopback 2", "tap0901", @"ROOT\NET\0001");
        IReadOnlyDictionary<string, CheckResult> results = ExpectPassedBut(Judge(server));
        Assert.Equal("Loopback", results["A02"].Subject);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(32)]
    public void The_built_in_loopback_is_judged_as_azure_uses_it(int prefixLength)
    {
        Server server = Server.Ready().OnBuiltIn(prefixLength).AddService("WindowsAzureGuestAgent", "Running");
        IReadOnlyDictionary<string, CheckResult> results = Judge(server, Server.Service().Balancers());
        ExpectPassedBut(results, "A02", "A03");
        Expect(Outcome.NotApplicable, results, "A02", "A03");
        Assert.Equal(Shapes.BuiltInAlias, results["M02"].Subject);
        Assert.Equal("Ethernet", results["M01"].Subject);
    }

    [Fact]
    public void Link_local_ipv6_on_the_loopback_is_no_fault_and_no_segment()
    {
        Server server = Server.Ready();
        Assert.Contains(
            server.Rows(NetIPAddressClass.Class, CimStore.Active),
            row => Equals(row[NetIPAddressClass.InterfaceIndex], (long)Server.Loopback)
                && row[NetIPAddressClass.IPAddress] is string address && address.StartsWith("fe80:", System.StringComparison.Ordinal));
        ExpectPassedBut(Judge(server, Server.Service().DualStack().Balancers("fe80::5")));
    }

    [Fact]
    public void A_fresh_km_test_adapter_has_dhcp_on_and_an_address_of_its_own()
    {
        Server server = Server.Ready().AddAddress(CimStore.Active, Server.Loopback, "Loopback", "169.254.80.80", 16)
            .Set(
                NetIPInterfaceClass.Dhcp,
                Toggle.Enabled,
                Server.On(NetIPInterfaceClass.Class, Server.Loopback),
                Server.In(NetIPInterfaceClass.Class, IPFamily.IPv4));
        ExpectPassedBut(Expect(Outcome.Failed, Judge(server), "A08"), "A08");
    }

    [Fact]
    public void A_disabled_loopback_is_one_failure_of_the_adapter()
    {
        Server server = Server.Ready()
            .Set(NetAdapterClass.State, AdapterState.Disabled, Server.On(NetAdapterClass.Class, Server.Loopback))
            .Set(NetAdapterClass.InterfaceAdminStatus, AdminStatus.Down, Server.On(NetAdapterClass.Class, Server.Loopback))
            .Set(PnPEntityClass.ConfigManagerErrorCode, 22)
            .RemoveFrom(CimStore.Active, NetIPAddressClass.Class, Server.On(NetIPAddressClass.Class, Server.Loopback))
            .RemoveFrom(CimStore.Active, NetIPInterfaceClass.Class, Server.On(NetIPInterfaceClass.Class, Server.Loopback))
            .Remove(NetRouteClass.Class, Server.On(NetRouteClass.Class, Server.Loopback));
        IReadOnlyDictionary<string, CheckResult> results = Judge(server);
        Expect(Outcome.Failed, results, "A03");
        Expect(Outcome.NotApplicable, results, "A08", "M02");
        Assert.Contains("A03", results["M02"].Reason);
        ExpectPassedBut(results, "A02", "A03", "A08", "M02");
    }
}
