using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Adapters;

public sealed class LoopbackIsUnambiguousCheckTests() : CheckTest(new LoopbackIsUnambiguousCheck())
{
    private const uint Second = 13;

    [Fact]
    public void Passes_with_the_only_km_test_adapter()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Equal(("Loopback", "Loopback (12) holds 192.168.11.50, and there is no other KM-TEST adapter."), (result.Subject, result.Reason));
    }

    [Fact]
    public void Passes_beside_others_that_hold_no_vip()
    {
        Assert.EndsWith(", and the other KM-TEST adapter holds none.", Expect(Outcome.Passed, TwoLoopbacks()).Reason);
        Server three = TwoLoopbacks().AddKmTest(14, "Citrix", @"ROOT\NET\0002");
        Assert.EndsWith(", and the other 2 KM-TEST adapters hold none.", Expect(Outcome.Passed, three).Reason);
    }

    [Fact]
    public void Fails_when_vips_are_on_two_of_them()
    {
        Server server = TwoLoopbacks().AddAddress(CimStore.Active, Second, "Npcap", "192.168.11.51", 32);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Vips(Server.Vip, "192.168.11.51"));
        Assert.Equal((Severity.Warning, "Loopback, Npcap", "2"), (result.Severity, result.Subject, result.Actual));
        Assert.Contains("Loopback (12) holds 192.168.11.50; Npcap (13) holds 192.168.11.51.", result.Reason);
        Assert.Equal(
            "Remove-NetIPAddress -InterfaceIndex 13 -IPAddress 192.168.11.51 -Confirm:$false\nNew-NetIPAddress "
                + "-InterfaceIndex 12 -IPAddress 192.168.11.51 -PrefixLength 32 -SkipAsSource $true",
            result.Command);
        Expect(Outcome.Passed, server);
    }

    [Fact]
    public void Fails_when_none_of_several_holds_a_vip()
    {
        Server server = TwoLoopbacks().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip));
        Assert.Contains("Loopback (12), Npcap (13)", Expect(Outcome.Failed, server).Reason);
        Expect(Outcome.Passed, server, Server.Service().Vips(Server.Vip6));
    }

    [Fact]
    public void Does_not_apply_when_the_only_one_holds_no_vip_yet() => Assert.Contains(
        "V01", Expect(Outcome.NotApplicable, Server.Ready().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip))).Reason);

    [Fact]
    public void Does_not_apply_without_a_loopback_or_with_the_built_in_one()
    {
        Assert.Contains("A01", Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback()).Reason);
        Assert.Contains("built-in", Expect(Outcome.NotApplicable, Server.Ready().OnBuiltIn(32)).Reason);
        Assert.Contains("built-in", Expect(Outcome.NotApplicable, Server.Ready().OnBuiltIn(24).AddKmTest(Second, "Npcap", @"ROOT\NET\0001")).Reason);
    }

    [Fact]
    public void Is_unknown_when_a_reading_failed_or_an_adapter_cannot_be_told()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Server untold = TwoLoopbacks().Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, Second));
        Expect(Outcome.Passed, untold);
        Expect(Outcome.Unknown, untold.Remove(PnPEntityClass.Class));
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Does_not_apply_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment) =>
        Expect(Outcome.NotApplicable, TwoLoopbacks(), Server.Service().Environment(environment));

    private static Server TwoLoopbacks() => Server.Ready().AddKmTest(Second, "Npcap", @"ROOT\NET\0001");
}
