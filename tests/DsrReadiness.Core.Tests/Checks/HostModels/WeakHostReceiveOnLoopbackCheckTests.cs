using DsrReadiness.Addresses;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.HostModels;

public sealed class WeakHostReceiveOnLoopbackCheckTests() : CheckTest(new WeakHostReceiveOnLoopbackCheck())
{
    private static readonly (CimProperty, object) s_onLoopback = Server.On(NetIPInterfaceClass.Class, Server.Loopback);
    private static readonly (CimProperty, object) s_ipv6 = Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6);

    [Fact]
    public void Passes_when_weak_host_receive_is_enabled_on_the_loopback() => Expect(Outcome.Passed, Server.Ready());

    [Fact]
    public void Warns_when_it_is_disabled()
    {
        CheckResult result = Expect(Outcome.Failed, WithReceive(Toggle.Disabled));
        Assert.Equal((Severity.Warning, "Loopback", "Disabled"), (result.Severity, result.Subject, result.Actual));
        Assert.Equal("Set-NetIPInterface -InterfaceIndex 12 -AddressFamily IPv4 -WeakHostReceive Enabled", result.Command);
    }

    [Fact]
    public void Fails_for_a_dual_stack_service_when_only_ipv6_is_strong()
    {
        Server server = Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, s_onLoopback, s_ipv6);
        Expect(Outcome.Failed, server, Server.Service().DualStack());
        Expect(Outcome.Passed, server, Server.Service());
    }

    [Fact]
    public void Does_not_ask_the_traffic_interface() => Expect(
        Outcome.Passed,
        Server.Ready().Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)));

    [Theory]
    [InlineData(null)]
    [InlineData(7L)]
    public void Is_unknown_when_the_value_is_no_setting(object? value) =>
        Assert.Equal(Severity.Warning, Expect(Outcome.Unknown, WithReceive(value)).Severity);

    [Fact]
    public void Does_not_apply_without_a_loopback() => Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback());

    [Fact]
    public void Does_not_apply_where_a_cluster_keeps_the_vip_on_the_traffic_interface() =>
        Expect(Outcome.NotApplicable, WithReceive(Toggle.Disabled), Server.Service().Environment(DsrEnvironment.Cluster));

    private static Server WithReceive(object? value) =>
        Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, value, s_onLoopback);
}
