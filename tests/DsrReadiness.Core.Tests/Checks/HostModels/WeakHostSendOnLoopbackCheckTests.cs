using DsrReadiness.Addresses;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.HostModels;

public sealed class WeakHostSendOnLoopbackCheckTests() : CheckTest(new WeakHostSendOnLoopbackCheck())
{
    private static readonly (CimProperty, object) s_onLoopback = Server.On(NetIPInterfaceClass.Class, Server.Loopback);
    private static readonly (CimProperty, object) s_onBuiltIn = Server.On(NetIPInterfaceClass.Class, Server.BuiltIn);
    private static readonly (CimProperty, object) s_ipv4 = Server.In(NetIPInterfaceClass.Class, IPFamily.IPv4);
    private static readonly (CimProperty, object) s_ipv6 = Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6);

    [Fact]
    public void Passes_when_weak_host_send_is_enabled_on_the_loopback() => Assert.Equal("Loopback", Expect(Outcome.Passed, Server.Ready()).Subject);

    [Fact]
    public void Fails_with_the_command_when_it_is_disabled()
    {
        CheckResult result = Expect(Outcome.Failed, WithSend(Toggle.Disabled));
        Assert.Equal((Severity.Error, "Enabled", "Disabled"), (result.Severity, result.Expected, result.Actual));
        Assert.Equal("Set-NetIPInterface -InterfaceIndex 12 -AddressFamily IPv4 -WeakHostSend Enabled", result.Command);
    }

    [Fact]
    public void Fails_for_a_dual_stack_service_when_only_ipv6_is_strong()
    {
        Server server = Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Disabled, s_onLoopback, s_ipv6);
        Expect(Outcome.Failed, server, Server.Service().DualStack());
        Expect(Outcome.Passed, server, Server.Service());
    }

    [Fact]
    public void Asks_the_loopback_of_a_family_for_that_family_alone()
    {
        Server server = Server.Ready().AddKmTest(13, "Loopback 6", @"ROOT\NET\0001")
            .Set(NetIPAddressClass.InterfaceIndex, 13, (NetIPAddressClass.IPAddress, Server.Vip6))
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Disabled, s_onLoopback, s_ipv6)
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, 13), s_ipv6);
        Expect(Outcome.Passed, server, Server.Service().DualStack());
        server.SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, 13), s_ipv6);
        Expect(Outcome.Failed, server, Server.Service().DualStack());
    }

    [Fact]
    public void Does_not_ask_the_traffic_interface()
    {
        (CimProperty, object) onEthernet = Server.On(NetIPInterfaceClass.Class, Server.Ethernet);
        Expect(Outcome.Passed, Server.Ready().Set(NetIPInterfaceClass.WeakHostSend, Toggle.Disabled, onEthernet));
        Expect(Outcome.Failed, WithSend(Toggle.Disabled).Set(NetIPInterfaceClass.WeakHostSend, Toggle.Enabled, onEthernet));
    }

    [Fact]
    public void Asks_the_built_in_loopback_when_that_holds_the_vip()
    {
        Assert.Equal("Loopback Pseudo-Interface 1", Expect(Outcome.Failed, Server.Ready().Move(Server.Vip, Server.BuiltIn)).Subject);
        Expect(
            Outcome.Passed,
            WithSend(Toggle.Disabled).Move(Server.Vip, Server.BuiltIn).SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Enabled, s_onBuiltIn));
    }

    [Fact]
    public void Fails_when_one_of_two_loopbacks_with_vips_is_strong()
    {
        Server server = Server.Ready().WithSecondLoopback();
        ReadyServer.AddAddress(server, CimStore.Active, Layouts.SecondLoopback, "Loopback 2", "192.168.11.51", 32, skip: true);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Vips(Server.Vip, "192.168.11.51"));
        Assert.Equal("Loopback 2", result.Subject);
        Assert.Equal(2, result.Details.Count);
        Expect(Outcome.Passed, server, Server.Service());
    }

    [Fact]
    public void Asks_the_only_loopback_adapter_when_nothing_holds_the_vip_yet()
    {
        Server NoVip(Server server) => server.Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip));
        Expect(Outcome.Passed, NoVip(Server.Ready()));
        Expect(Outcome.Failed, NoVip(WithSend(Toggle.Disabled)));
    }

    [Fact]
    public void Does_not_apply_without_a_loopback_and_names_the_check_that_fails() =>
        Assert.Contains("A01", Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback()).Reason);

    [Fact]
    public void Says_once_that_there_is_no_loopback_however_many_vips_a_family_has() => Assert.Empty(
        Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback(), Server.Service().Vips(Server.Vip, "192.168.11.51")).Details);

    [Fact]
    public void Does_not_apply_when_several_loopbacks_could_be_meant_and_names_the_check_that_fails() => Assert.Contains(
        "V01",
        Expect(
            Outcome.NotApplicable,
            Server.Ready().WithSecondLoopback().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip))).Reason);

    [Theory]
    [InlineData(null, "NULL")]
    [InlineData("banana", "banana")]
    [InlineData(2L, "2")]
    public void Is_unknown_when_the_value_is_no_setting(object? value, string said)
    {
        CheckResult result = Expect(Outcome.Unknown, WithSend(value));
        Assert.Contains(said, result.Reason);
        Assert.Equal("Loopback", result.Subject);
    }

    [Fact]
    public void Is_unknown_when_the_property_was_not_collected() =>
        Expect(Outcome.Unknown, Server.Ready().Without(NetIPInterfaceClass.WeakHostSend, s_onLoopback));

    [Fact]
    public void Is_unknown_when_the_interface_has_no_row_in_the_family() =>
        Expect(Outcome.Unknown, Server.Ready().RemoveFrom(CimStore.Active, NetIPInterfaceClass.Class, s_onLoopback, s_ipv4));

    [Fact]
    public void Is_unknown_when_the_interfaces_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Is_unknown_when_the_addresses_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.Timeout));

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Does_not_apply_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment) =>
        Expect(Outcome.NotApplicable, WithSend(Toggle.Disabled), Server.Service().Environment(environment));

    private static Server WithSend(object? value) =>
        Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, value, s_onLoopback);
}
