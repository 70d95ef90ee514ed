using DsrReadiness.Checks.HostModels;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.HostModels;

public sealed class WeakHostSendOnTrafficInterfaceCheckTests() : CheckTest(new WeakHostSendOnTrafficInterfaceCheck())
{
    [Theory]
    [InlineData(Toggle.Disabled, "WeakHostSend of Ethernet (IPv4) is Disabled; ")]
    [InlineData(Toggle.Enabled, "WeakHostSend of Ethernet (IPv4) is Enabled; ")]
    public void Reports_either_value_and_fails_on_neither(Toggle value, string said)
    {
        CheckResult result = Expect(Outcome.Passed, WithSend(value));
        Assert.StartsWith(said, result.Reason);
        Assert.Equal((Severity.Information, "Ethernet", null, value.ToString()), (result.Severity, result.Subject, result.Expected, result.Actual));
    }

    [Fact]
    public void Reports_both_families_of_a_dual_stack_service() =>
        Assert.Equal(2, Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack()).Details.Count);

    [Theory]
    [InlineData(null)]
    [InlineData("on")]
    [InlineData(255L)]
    public void Is_unknown_when_the_value_is_no_setting(object? value) =>
        Assert.Equal(Severity.Information, Expect(Outcome.Unknown, WithSend(value)).Severity);

    [Fact]
    public void Does_not_apply_when_the_interface_given_does_not_exist() =>
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Interface("Ethernet 9"));

    [Fact]
    public void Does_not_apply_where_an_agent_keeps_the_vip_on_the_traffic_interface() =>
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Environment(DsrEnvironment.GcpAgent));

    private static Server WithSend(object? value) => Server.Ready().SetIn(
        CimStore.Active, NetIPInterfaceClass.WeakHostSend, value, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
}
