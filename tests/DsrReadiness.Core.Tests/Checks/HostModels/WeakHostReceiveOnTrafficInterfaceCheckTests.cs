using DsrReadiness.Addresses;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.HostModels;

public sealed class WeakHostReceiveOnTrafficInterfaceCheckTests() : CheckTest(new WeakHostReceiveOnTrafficInterfaceCheck())
{
    private static readonly (CimProperty, object) s_onEthernet = Server.On(NetIPInterfaceClass.Class, Server.Ethernet);
    private static readonly (CimProperty, object) s_ipv6 = Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6);

    [Fact]
    public void Passes_when_weak_host_receive_is_enabled_on_the_traffic_interface() =>
        Assert.Equal("Ethernet", Expect(Outcome.Passed, Server.Ready()).Subject);

    [Fact]
    public void Fails_with_expected_and_actual_when_it_is_disabled()
    {
        CheckResult result = Expect(
            Outcome.Failed, Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, s_onEthernet));
        Assert.Equal((Severity.Error, "Enabled", "Disabled"), (result.Severity, result.Expected, result.Actual));
    }

    [Fact]
    public void Is_unknown_when_it_is_disabled_on_an_interface_that_forwards()
    {
        Server server = Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.Forwarding, Toggle.Enabled, s_onEthernet);
        Expect(Outcome.Passed, server);
        CheckResult result = Expect(Outcome.Unknown, server.SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, s_onEthernet));
        Assert.Equal("Set-NetIPInterface -InterfaceIndex 7 -AddressFamily IPv4 -WeakHostReceive Enabled", result.Command);
    }

    [Fact]
    public void Fails_for_a_dual_stack_service_when_only_ipv6_is_strong()
    {
        Server server = Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, s_onEthernet, s_ipv6);
        Expect(Outcome.Failed, server, Server.Service().DualStack());
        Expect(Outcome.Passed, server, Server.Service());
    }

    [Fact]
    public void Passes_whatever_the_persistent_store_says() =>
        Expect(Outcome.Passed, Server.Ready().SetIn(CimStore.Persistent, NetIPInterfaceClass.WeakHostReceive, null, s_onEthernet));

    [Theory]
    [InlineData(null)]
    [InlineData("banana")]
    public void Is_unknown_when_the_value_is_no_setting(string? value) =>
        Expect(Outcome.Unknown, Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, value, s_onEthernet));

    [Fact]
    public void Reads_the_setting_as_text() =>
        Expect(Outcome.Passed, Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, "Enabled", s_onEthernet));

    [Fact]
    public void Is_unknown_when_the_interfaces_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Does_not_apply_when_the_interface_given_does_not_exist() =>
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Interface("Ethernet 9"));

    [Fact]
    public void Does_not_apply_where_an_agent_keeps_the_vip_on_the_traffic_interface() =>
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Environment(DsrEnvironment.GcpAgent));
}
