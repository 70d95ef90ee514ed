using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Adapters;

public sealed class LoopbackAdapterExistsCheckTests() : CheckTest(new LoopbackAdapterExistsCheck())
{
    private static readonly (CimProperty, object) s_adapter = Server.On(NetAdapterClass.Class, Server.Loopback);

    [Fact]
    public void Passes_and_names_the_km_test_adapter()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Equal(("Loopback", "The server has a KM-TEST loopback adapter: Loopback."), (result.Subject, result.Reason));
    }

    [Fact]
    public void Fails_without_one()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().WithoutLoopback(), Server.Service().DualStack());
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Contains("192.168.11.50, 2001:db8:11::50", result.Reason);
        Assert.Equal("New-DsrLoopback -VirtualIPAddress '192.168.11.50','2001:db8:11::50'", result.Command);
    }

    [Fact]
    public void Fails_with_an_adapter_that_only_looks_like_one() => Expect(
        Outcome.Failed, Server.Ready().Set(NetAdapterClass.ComponentID, "tap0901", s_adapter));

    [Fact]
    public void Passes_with_one_that_does_not_hold_the_vip_yet() =>
        Expect(Outcome.Passed, Server.Ready().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip)));

    [Fact]
    public void Passes_and_says_so_when_the_built_in_loopback_holds_the_vip()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready().OnBuiltIn(32));
        Assert.Equal("The loopback of 192.168.11.50 is the built-in one, Loopback Pseudo-Interface 1.", result.Reason);
        Assert.Equal("Loopback Pseudo-Interface 1", result.Subject);
    }

    [Fact]
    public void Fails_for_a_vip_that_the_built_in_loopback_does_not_hold()
    {
        Server server = Server.Ready().OnBuiltIn(32);
        Assert.Contains("does not hold 2001:db8:11::50", Expect(Outcome.Failed, server, Server.Service().DualStack()).Reason);
        Expect(Outcome.Passed, server.AddAddress(CimStore.Active, Server.BuiltIn, Shapes.BuiltInAlias, Server.Vip6, 128), Server.Service().DualStack());
    }

    [Theory]
    [InlineData("*MSLOOP", Outcome.Passed)]
    [InlineData("tap0901", Outcome.Failed)]
    public void Goes_by_the_device_when_the_component_id_could_not_be_read(string hardwareId, Outcome expected)
    {
        Server server = Server.Ready().Set(NetAdapterClass.ComponentID, null, s_adapter).Set(PnPEntityClass.HardwareID, new[] { hardwareId });
        Expect(expected, server);
    }

    [Fact]
    public void Is_unknown_when_neither_tells()
    {
        Server server = Server.Ready().Set(NetAdapterClass.ComponentID, null, s_adapter);
        Expect(Outcome.Unknown, server.Fail(PnPEntityClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Passed, server.AddKmTest(13, "Loopback 2", @"ROOT\NET\0001"));
    }

    [Fact]
    public void Is_unknown_when_the_adapters_or_without_one_the_addresses_could_not_be_read()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().OnBuiltIn(32).Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Expect(Outcome.Passed, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Does_not_apply_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment) =>
        Expect(Outcome.NotApplicable, Server.Ready().OnNic(), Server.Service().Environment(environment));
}
