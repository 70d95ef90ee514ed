using DsrReadiness.Addresses;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.HostModels;

public sealed class ForwardingIsOffCheckTests() : CheckTest(new ForwardingIsOffCheck())
{
    private static readonly (CimProperty, object) s_onEthernet = Server.On(NetIPInterfaceClass.Class, Server.Ethernet);
    private static readonly (CimProperty, object) s_ipv6 = Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6);

    [Fact]
    public void Passes_when_neither_interface_forwards() => Assert.Equal(2, Expect(Outcome.Passed, Server.Ready()).Details.Count);

    [Theory]
    [InlineData(Server.Ethernet, "Ethernet")]
    [InlineData(Server.Loopback, "Loopback")]
    public void Warns_when_one_of_them_forwards(uint index, string subject)
    {
        CheckResult result = Expect(Outcome.Failed, Forwarding(Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, index)));
        Assert.Equal((Severity.Warning, subject, "Disabled", "Enabled"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Equal($"Set-NetIPInterface -InterfaceIndex {index} -AddressFamily IPv4 -Forwarding Disabled", result.Command);
    }

    [Fact]
    public void Leaves_other_interfaces_alone() => Expect(
        Outcome.Passed,
        Server.Ready().WithStorage().SetIn(
            CimStore.Active, NetIPInterfaceClass.Forwarding, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Layouts.Storage)));

    [Fact]
    public void Fails_for_a_dual_stack_service_when_only_ipv6_forwards()
    {
        Expect(Outcome.Failed, Forwarding(Toggle.Enabled, s_onEthernet, s_ipv6), Server.Service().DualStack());
        Expect(Outcome.Passed, Forwarding(Toggle.Enabled, s_onEthernet, s_ipv6), Server.Service());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2L)]
    public void Is_unknown_when_the_value_is_no_setting(object? value) => Expect(Outcome.Unknown, Forwarding(value, s_onEthernet));

    [Fact]
    public void Is_unknown_when_the_interfaces_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.Failed));

    [Fact]
    public void Does_not_apply_without_traffic_interface_and_loopback() =>
        Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback(), Server.Service().Interface("Ethernet 9"));

    [Fact]
    public void Does_not_apply_where_a_cluster_keeps_the_vip_on_the_traffic_interface() =>
        Expect(Outcome.NotApplicable, Forwarding(Toggle.Enabled, s_onEthernet), Server.Service().Environment(DsrEnvironment.Cluster));

    private static Server Forwarding(object? value, params (CimProperty, object)[] where) =>
        Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.Forwarding, value, where);
}
