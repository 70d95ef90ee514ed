using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Adapters;

public sealed class LoopbackIsUpCheckTests() : CheckTest(new LoopbackIsUpCheck())
{
    private static readonly (CimProperty, object) s_adapter = Server.On(NetAdapterClass.Class, Server.Loopback);

    [Fact]
    public void Passes_when_it_is_up_and_its_device_works() => Assert.Equal("Loopback", Expect(Outcome.Passed, Server.Ready()).Subject);

    [Fact]
    public void Fails_when_any_of_three_says_that_it_is_disabled()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Set(NetAdapterClass.State, AdapterState.Disabled, s_adapter));
        Assert.Equal((Severity.Error, "Loopback is disabled."), (result.Severity, result.Reason));
        Assert.Equal("Get-NetAdapter -InterfaceIndex 12 | Enable-NetAdapter", result.Command);
        Assert.Equal(result.Reason, Expect(Outcome.Failed, Server.Ready().Set(NetAdapterClass.InterfaceAdminStatus, AdminStatus.Down, s_adapter)).Reason);
        Assert.Equal(result.Reason, Expect(Outcome.Failed, Server.Ready().Set(PnPEntityClass.ConfigManagerErrorCode, 22)).Reason);
    }

    [Fact]
    public void Fails_when_it_is_disabled_although_its_device_could_not_be_read() => Expect(
        Outcome.Failed, Server.Ready().Set(NetAdapterClass.State, AdapterState.Disabled, s_adapter).Fail(PnPEntityClass.Class, CimStore.None, FailureKind.Timeout));

    [Theory]
    [InlineData(10, "Device Manager")]
    [InlineData(14, "restart it")]
    [InlineData(21, "restart the server, and plan again")]
    [InlineData(45, "Device Manager")]
    public void Fails_when_its_device_has_a_problem(int code, string advice)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Set(PnPEntityClass.ConfigManagerErrorCode, code));
        Assert.Equal($"The device of Loopback has problem code {code}.", result.Reason);
        Assert.Contains(advice, result.Recommendation);
    }

    [Theory]
    [InlineData(InterfaceStatus.Down)]
    [InlineData(InterfaceStatus.NotPresent)]
    [InlineData(InterfaceStatus.LowerLayerDown)]
    public void Fails_when_it_is_enabled_and_not_up(InterfaceStatus status)
    {
        Server server = Server.Ready().Set(NetAdapterClass.InterfaceOperationalStatus, status, s_adapter);
        Assert.Equal(("Up", status.ToString()), (Expect(Outcome.Failed, server).Expected, Expect(Outcome.Failed, server).Actual));
    }

    [Fact]
    public void Does_not_ask_about_other_adapters()
    {
        Server server = Server.Ready().AddKmTest(13, "Npcap", @"ROOT\NET\0001");
        server.Set(NetAdapterClass.State, AdapterState.Disabled, Server.On(NetAdapterClass.Class, 13));
        Expect(Outcome.Passed, server);
    }

    [Fact]
    public void Fails_when_the_loopback_of_one_of_several_vips_is_disabled()
    {
        Server server = Server.Ready().AddKmTest(13, "Loopback 2", @"ROOT\NET\0001").AddAddress(CimStore.Active, 13, "Loopback 2", "192.168.11.51", 32);
        ServiceBuilder service = Server.Service().Vips(Server.Vip, "192.168.11.51");
        Expect(Outcome.Passed, server, service);
        server.Set(NetAdapterClass.State, AdapterState.Disabled, Server.On(NetAdapterClass.Class, 13));
        CheckResult result = Expect(Outcome.Failed, server, service);
        Assert.Equal("Loopback 2", result.Subject);
        Assert.Equal(2, result.Details.Count);
    }

    [Fact]
    public void Is_unknown_when_the_status_or_the_problem_code_could_not_be_read()
    {
        Assert.Contains("InterfaceOperationalStatus", Expect(Outcome.Unknown, Server.Ready().Set(NetAdapterClass.InterfaceOperationalStatus, null, s_adapter)).Reason);
        Assert.Contains("ConfigManagerErrorCode", Expect(Outcome.Unknown, Server.Ready().Set(PnPEntityClass.ConfigManagerErrorCode, null)).Reason);
        Expect(Outcome.Unknown, Server.Ready().Fail(PnPEntityClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Remove(PnPEntityClass.Class));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));
    }

    [Fact]
    public void Does_not_apply_without_a_loopback_or_with_the_built_in_one()
    {
        Assert.Contains("A01", Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback()).Reason);
        Assert.Contains("built-in", Expect(Outcome.NotApplicable, Server.Ready().OnBuiltIn(32)).Reason);
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Does_not_apply_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment) =>
        Expect(Outcome.NotApplicable, Server.Ready().Set(NetAdapterClass.State, AdapterState.Disabled), Server.Service().Environment(environment));
}
