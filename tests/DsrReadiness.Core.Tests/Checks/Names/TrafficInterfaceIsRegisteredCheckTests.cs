using DsrReadiness.Checks.Names;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Names;

public sealed class TrafficInterfaceIsRegisteredCheckTests() : CheckTest(new TrafficInterfaceIsRegisteredCheck())
{
    private static readonly (CimProperty, object) s_onEthernet = Server.On(DnsClientClass.Class, Server.Ethernet);

    [Fact]
    public void Passes_when_the_traffic_interface_registers() => Assert.Equal("Ethernet", Expect(Outcome.Passed, Server.Ready()).Subject);

    [Fact]
    public void Warns_when_a_policy_switches_registration_off_whatever_the_interfaces_are_set_to()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Registry(RegistryNames.RegistrationEnabled, RegistryType.Number, "0"));
        Assert.Equal((Severity.Warning, "0"), (result.Severity, result.Actual));
        Expect(Outcome.Passed, Server.Ready().Registry(RegistryNames.RegistrationEnabled, RegistryType.Number, "1"));
    }

    [Fact]
    public void Warns_when_no_interface_but_the_built_in_loopback_registers()
    {
        CheckResult result = Expect(Outcome.Failed, WithEthernet(false));
        Assert.Equal((Severity.Warning, "Ethernet", "True", "False"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Equal("Set-DnsClient -InterfaceIndex 7 -RegisterThisConnectionsAddress $true", result.Command);
    }

    [Fact]
    public void Does_not_count_the_loopback_adapter() => Expect(
        Outcome.Failed,
        WithEthernet(false).Set(DnsClientClass.RegisterThisConnectionsAddress, true, Server.On(DnsClientClass.Class, Server.Loopback)));

    [Fact]
    public void Passes_when_another_interface_registers() =>
        Assert.Equal("Storage", Expect(Outcome.Passed, WithStorage(WithEthernet(false), registers: true)).Subject);

    [Fact]
    public void Fails_when_no_other_interface_registers_either() =>
        Assert.Equal("Ethernet", Expect(Outcome.Failed, WithStorage(WithEthernet(false), registers: false)).Subject);

    [Fact]
    public void Does_not_count_a_tunnel_that_has_a_link_local_address_alone()
    {
        Server server = WithEthernet(false).Add(
            DnsClientClass.Class, CimStore.None, (DnsClientClass.InterfaceIndex, 30), (DnsClientClass.RegisterThisConnectionsAddress, true));
        ReadyServer.AddAddress(server, CimStore.Active, 30, "Tunnel", "fe80::5efe:c0a8:b0b%30", 128);
        Expect(Outcome.Failed, server);
        ReadyServer.AddAddress(server, CimStore.Active, 30, "Tunnel", "2001:db8:30::1", 128);
        Expect(Outcome.Passed, server);
    }

    [Fact]
    public void Asks_the_traffic_interface_where_an_agent_keeps_the_vip_there()
    {
        Expect(Outcome.Passed, Server.Ready(), Server.Service().Environment(DsrEnvironment.GcpAgent));
        Expect(Outcome.Failed, WithEthernet(false), Server.Service().Environment(DsrEnvironment.GcpAgent));
    }

    [Fact]
    public void Does_not_apply_off_a_domain() =>
        Expect(Outcome.NotApplicable, WithEthernet(false).Set(ComputerSystemClass.PartOfDomain, false));

    [Fact]
    public void Is_unknown_when_the_membership_is_not_known()
    {
        Assert.Contains("PartOfDomain", Expect(Outcome.Unknown, Server.Ready().Set(ComputerSystemClass.PartOfDomain, null)).Reason);
        Expect(Outcome.Unknown, Server.Ready().Fail(ComputerSystemClass.Class, CimStore.None, FailureKind.AccessDenied));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("perhaps")]
    public void Is_unknown_when_nothing_registers_and_a_value_is_no_boolean(object? value)
    {
        Assert.Equal("Ethernet", Expect(Outcome.Unknown, WithEthernet(value)).Subject);
        Expect(Outcome.Unknown, WithStorage(WithEthernet(value), registers: false));
        Expect(Outcome.Passed, WithStorage(WithEthernet(value), registers: true));
    }

    [Fact]
    public void Is_unknown_without_a_row_that_counts() => Expect(Outcome.Unknown, Server.Ready().Remove(DnsClientClass.Class, s_onEthernet));

    [Fact]
    public void Is_unknown_when_a_class_could_not_be_read()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(DnsClientClass.Class, CimStore.None, FailureKind.Timeout));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.Timeout));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Timeout));
    }

    private static Server WithEthernet(object? registers) =>
        Server.Ready().Set(DnsClientClass.RegisterThisConnectionsAddress, registers, s_onEthernet);

    private static Server WithStorage(Server server, bool registers) => server.WithStorage().Add(
        DnsClientClass.Class,
        CimStore.None,
        (DnsClientClass.InterfaceIndex, Layouts.Storage),
        (DnsClientClass.RegisterThisConnectionsAddress, registers));
}
