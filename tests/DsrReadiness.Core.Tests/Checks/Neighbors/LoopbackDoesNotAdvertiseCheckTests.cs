using DsrReadiness.Addresses;
using DsrReadiness.Checks.Neighbors;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Neighbors;

public sealed class LoopbackDoesNotAdvertiseCheckTests() : CheckTest(new LoopbackDoesNotAdvertiseCheck())
{
    private static readonly DsrService s_dualStack = Server.Service().DualStack();

    [Fact]
    public void Passes_when_it_is_off() => Expect(Outcome.Passed, Server.Ready(), s_dualStack);

    [Fact]
    public void Warns_when_it_is_on()
    {
        CheckResult result = Expect(Outcome.Failed, With(Toggle.Enabled, Server.Loopback), s_dualStack);
        Assert.Equal((Severity.Warning, "Loopback", "Disabled", "Enabled"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Equal("Set-NetIPInterface -InterfaceIndex 12 -AddressFamily IPv6 -Advertising Disabled", result.Command);
    }

    [Fact]
    public void Leaves_the_traffic_interface_and_ipv4_alone()
    {
        Expect(Outcome.Passed, With(Toggle.Enabled, Server.Ethernet), s_dualStack);
        Expect(Outcome.Passed, Server.Ready().SetIn(
            CimStore.Active,
            NetIPInterfaceClass.Advertising,
            Toggle.Enabled,
            Server.On(NetIPInterfaceClass.Class, Server.Loopback),
            Server.In(NetIPInterfaceClass.Class, IPFamily.IPv4)), s_dualStack);
    }

    [Fact]
    public void Does_not_apply_without_an_ipv6_vip() => Expect(Outcome.NotApplicable, With(Toggle.Enabled, Server.Loopback));

    [Theory]
    [InlineData(null)]
    [InlineData(2L)]
    public void Is_unknown_when_the_value_is_no_setting(object? value) => Expect(Outcome.Unknown, With(value, Server.Loopback), s_dualStack);

    private static Server With(object? value, uint index) => Server.Ready().SetIn(
        CimStore.Active, NetIPInterfaceClass.Advertising, value, Server.On(NetIPInterfaceClass.Class, index), Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6));
}
