using DsrReadiness.Addresses;
using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Adapters;

public sealed class NoAutoconfiguredAddressCheckTests() : CheckTest(new NoAutoconfiguredAddressCheck())
{
    private static readonly (CimProperty, object) s_loopback = Server.On(NetIPInterfaceClass.Class, Server.Loopback);
    private static readonly (CimProperty, object) s_ipv4 = Server.In(NetIPInterfaceClass.Class, IPFamily.IPv4);
    private static readonly (CimProperty, object) s_ipv6 = Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6);

    [Fact]
    public void Passes_with_dhcp_off_and_no_address_of_its_own() => Assert.Equal("Loopback", Expect(Outcome.Passed, Server.Ready()).Subject);

    [Fact]
    public void Fails_with_dhcp_on()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Enabled, s_loopback, s_ipv4));
        Assert.Equal((Severity.Warning, "Disabled", "Enabled"), (result.Severity, result.Expected, result.Actual));
        Assert.Equal("Set-NetIPInterface -InterfaceIndex 12 -AddressFamily IPv4 -Dhcp Disabled", result.Command);
    }

    [Fact]
    public void Passes_with_dhcp_on_for_ipv6_or_elsewhere()
    {
        Expect(Outcome.Passed, Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Enabled, s_loopback, s_ipv6));
        Expect(Outcome.Passed, Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)));
    }

    [Theory]
    [InlineData("169.254.0.1", Outcome.Failed)]
    [InlineData("169.254.255.254", Outcome.Failed)]
    [InlineData("169.253.255.254", Outcome.Passed)]
    [InlineData("169.255.0.1", Outcome.Passed)]
    public void Fails_with_an_address_of_its_own(string address, Outcome expected)
    {
        CheckResult result = Expect(expected, Server.Ready().AddAddress(CimStore.Active, Server.Loopback, "Loopback", address, 16));
        Assert.Equal(expected == Outcome.Failed ? address : "Disabled", result.Actual);
    }

    [Fact]
    public void Fails_once_with_both_and_names_the_address()
    {
        Server server = Server.Ready().AddAddress(CimStore.Active, Server.Loopback, "Loopback", "169.254.0.1", 16)
            .SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Enabled, s_loopback, s_ipv4);
        Assert.Equal("DHCP is on for Loopback, and it has given itself 169.254.0.1.", Expect(Outcome.Failed, server).Reason);
    }

    [Fact]
    public void Passes_with_such_an_address_elsewhere_or_as_the_vip_or_in_ipv6()
    {
        Expect(Outcome.Passed, Server.Ready().AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", "169.254.0.1", 16));
        Server server = Server.Ready().AddAddress(CimStore.Active, Server.Loopback, "Loopback", "169.254.0.1", 32);
        Expect(Outcome.Passed, server, Server.Service().Vips("169.254.0.1"));
        Expect(Outcome.Failed, server);
    }

    [Theory]
    [InlineData(Toggle.Disabled, Outcome.Passed)]
    [InlineData(Toggle.Enabled, Outcome.Failed)]
    public void Asks_the_built_in_loopback_as_well(object dhcp, Outcome expected) => Expect(
        expected, Server.Ready().OnBuiltIn(32).Set(NetIPInterfaceClass.Dhcp, dhcp, Server.On(NetIPInterfaceClass.Class, Server.BuiltIn)));

    [Fact]
    public void Is_unknown_when_dhcp_is_no_setting_but_fails_with_an_address_all_the_same()
    {
        Server server = Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, null, s_loopback);
        Expect(Outcome.Unknown, server);
        Expect(Outcome.Failed, server.AddAddress(CimStore.Active, Server.Loopback, "Loopback", "169.254.0.1", 16));
    }

    [Fact]
    public void Is_unknown_when_a_reading_failed()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));
    }

    [Fact]
    public void Does_not_apply_without_an_ipv4_vip_or_a_loopback()
    {
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Vips(Server.Vip6));
        Assert.Contains("A01", Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback()).Reason);
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Does_not_apply_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment) =>
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Environment(environment));
}
