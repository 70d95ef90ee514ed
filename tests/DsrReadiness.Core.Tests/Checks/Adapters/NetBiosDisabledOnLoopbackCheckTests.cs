using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Adapters;

public sealed class NetBiosDisabledOnLoopbackCheckTests() : CheckTest(new NetBiosDisabledOnLoopbackCheck())
{
    private static readonly (CimProperty, object) s_onLoopback = Server.On(NetworkAdapterConfigurationClass.Class, Server.Loopback);

    [Fact]
    public void Passes_when_it_is_off() => Assert.Equal("DisableNetbios", Expect(Outcome.Passed, Server.Ready()).Actual);

    [Theory]
    [InlineData(NetBiosOptions.EnableNetbios)]
    [InlineData(NetBiosOptions.EnableNetbiosViaDhcp)]
    public void Warns_when_it_is_on_or_left_to_dhcp(NetBiosOptions options)
    {
        CheckResult result = Expect(Outcome.Failed, With(options));
        Assert.Equal((Severity.Warning, "Loopback", options.ToString()), (result.Severity, result.Subject, result.Actual));
        Assert.Contains("-Filter 'InterfaceIndex=12' ", result.Command);
    }

    [Theory]
    [InlineData("tcp/139", Outcome.NotApplicable)]
    [InlineData("udp/137", Outcome.NotApplicable)]
    [InlineData("udp/138", Outcome.NotApplicable)]
    [InlineData("tcp/445", Outcome.Failed)]
    public void Does_not_apply_to_services_on_ports_of_netbios(string port, Outcome outcome) =>
        Expect(outcome, With(NetBiosOptions.EnableNetbios), Server.Service().Ports(port));

    [Theory]
    [InlineData(null)]
    [InlineData(3L)]
    public void Is_unknown_when_the_value_is_no_setting(object? value) => Expect(Outcome.Unknown, With(value));

    [Fact]
    public void Is_unknown_without_a_row_of_the_adapter()
    {
        Expect(Outcome.Unknown, Server.Ready().Remove(NetworkAdapterConfigurationClass.Class, s_onLoopback));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetworkAdapterConfigurationClass.Class, CimStore.None, FailureKind.Failed));
    }

    [Fact]
    public void Does_not_apply_to_the_built_in_loopback() => Expect(Outcome.NotApplicable, Server.Ready().OnBuiltIn(32));

    private static Server With(object? value) => Server.Ready().Set(NetworkAdapterConfigurationClass.TcpipNetbiosOptions, value, s_onLoopback);
}
