using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Adapters;

public sealed class LoopbackBindingsTrimmedCheckTests() : CheckTest(new LoopbackBindingsTrimmedCheck())
{
    [Fact]
    public void Passes_with_ip_alone() => Expect(Outcome.Passed, Server.Ready());

    [Theory]
    [InlineData("ms_msclient")]
    [InlineData("ms_server")]
    [InlineData("ms_lltdio")]
    [InlineData("ms_rspndr")]
    [InlineData("ms_lldp")]
    public void Warns_when_something_is_bound_that_is_of_no_use(string component)
    {
        CheckResult result = Expect(Outcome.Failed, With(component, true));
        Assert.Equal((Severity.Warning, "Loopback", "not bound", "bound"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Equal($"Get-NetAdapter -InterfaceIndex 12 | Disable-NetAdapterBinding -ComponentID {component}", result.Command);
    }

    [Theory]
    [InlineData("ms_tcpip", true)]
    [InlineData("ms_tcpip6", false)]
    public void Fails_when_the_protocol_of_a_vip_is_not_bound(string component, bool failsForIPv4Alone)
    {
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, With(component, false), Server.Service().DualStack()).Severity);
        Expect(failsForIPv4Alone ? Outcome.Failed : Outcome.Passed, With(component, false));
    }

    [Theory]
    [InlineData("tcp/445")]
    [InlineData("tcp/139")]
    [InlineData("udp/137-138")]
    public void Fails_when_a_file_service_lacks_its_server(string port)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Ports(port));
        Assert.Equal((Severity.Error, "bound", "not bound"), (result.Severity, result.Expected, result.Actual));
        Expect(Outcome.Passed, With("ms_server", true), Server.Service().Ports(port));
        Assert.Equal("not installed", Expect(Outcome.Failed, Without("ms_server"), Server.Service().Ports(port)).Actual);
    }

    [Fact]
    public void Passes_when_what_is_of_no_use_is_not_installed() => Expect(Outcome.Passed, Without("ms_lldp"));

    [Fact]
    public void Leaves_other_adapters_alone() => Expect(
        Outcome.Passed, Server.Ready().Set(NetAdapterBindingClass.Enabled, true, (NetAdapterBindingClass.Name, "Ethernet")));

    [Theory]
    [InlineData("ms_tcpip")]
    [InlineData("ms_server")]
    public void Is_unknown_when_a_value_is_null(string component) => Expect(Outcome.Unknown, With(component, null));

    [Fact]
    public void Is_unknown_when_the_adapter_has_no_row_or_the_class_could_not_be_read()
    {
        Expect(Outcome.Unknown, Server.Ready().Remove(NetAdapterBindingClass.Class, (NetAdapterBindingClass.Name, "Loopback")));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterBindingClass.Class, CimStore.None, FailureKind.NotCollected));
    }

    [Fact]
    public void Does_not_apply_to_the_built_in_loopback_nor_without_one()
    {
        Expect(Outcome.NotApplicable, Server.Ready().OnBuiltIn(32));
        Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback());
        Expect(Outcome.NotApplicable, With("ms_server", true), Server.Service().Environment(DsrEnvironment.GcpAgent));
    }

    private static Server With(string component, bool? isBound) => Server.Ready().Set(
        NetAdapterBindingClass.Enabled, isBound, (NetAdapterBindingClass.Name, "Loopback"), (NetAdapterBindingClass.ComponentID, component));

    private static Server Without(string component) => Server.Ready().Remove(
        NetAdapterBindingClass.Class, (NetAdapterBindingClass.Name, "Loopback"), (NetAdapterBindingClass.ComponentID, component));
}
