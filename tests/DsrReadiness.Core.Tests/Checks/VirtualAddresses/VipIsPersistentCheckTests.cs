using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class VipIsPersistentCheckTests() : CheckTest(new VipIsPersistentCheck())
{
    private static readonly (CimProperty Property, object Value) s_vip = VipServers.Is(Server.Vip);

    [Fact]
    public void Passes_when_both_stores_hold_the_vip() => Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack());

    [Fact]
    public void Fails_when_the_active_store_alone_holds_it()
    {
        CheckResult result = Expect(Outcome.Failed, ActiveOnly());
        Assert.Equal((Severity.Error, Server.Vip), (result.Severity, result.Subject));
        Assert.Contains("in the active store only", result.Reason);
        Assert.EndsWith(
            "Remove-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -Confirm:$false -PolicyStore ActiveStore\n"
                + "New-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -PrefixLength 32 -SkipAsSource $true",
            result.Command);
    }

    [Fact]
    public void Passes_when_the_persistent_store_alone_holds_it_which_is_for_V01_to_say() =>
        Expect(Outcome.Passed, Server.Ready().RemoveFrom(CimStore.Active, NetIPAddressClass.Class, s_vip));

    [Theory]
    [InlineData(Server.Ethernet)]
    [InlineData(Layouts.SecondLoopback)]
    public void Fails_when_another_interface_holds_it_after_a_restart(uint index) =>
        Expect(Outcome.Failed, ActiveOnly().WithSecondLoopback().WithVip(index, "Other", Server.Vip, 32, CimStore.Persistent));

    [Fact]
    public void Names_the_one_of_two_vips_that_is_not_persistent()
    {
        Server server = Server.Ready().RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, VipServers.Is(Server.Vip6));
        Assert.Equal(Server.Vip6, Expect(Outcome.Failed, server, Server.Service().DualStack()).Subject);
        Expect(Outcome.Passed, server);
    }

    [Fact]
    public void Knows_an_ipv6_vip_that_is_written_differently() => Expect(
        Outcome.Passed,
        Server.Ready().SetIn(CimStore.Persistent, NetIPAddressClass.IPAddress, "2001:DB8:11:0::50", VipServers.Is(Server.Vip6)),
        Server.Service().Vips(Server.Vip6));

    [Fact]
    public void Is_unknown_when_the_persistent_store_could_not_be_read()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Persistent, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().NotCollected(NetIPAddressClass.Class, CimStore.Persistent));
    }

    [Fact]
    public void Is_unknown_when_the_loopback_is_not_known() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));

    [Fact]
    public void Does_not_apply_when_the_loopback_holds_it_in_neither_store()
    {
        Assert.Contains("V01", Expect(Outcome.NotApplicable, Server.Ready().Remove(NetIPAddressClass.Class, s_vip)).Reason);
        Expect(Outcome.NotApplicable, Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, s_vip));
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent, Outcome.NotApplicable)]
    [InlineData(DsrEnvironment.Cluster, Outcome.NotApplicable)]
    [InlineData(DsrEnvironment.Azure, Outcome.Failed)]
    public void Does_not_apply_where_an_agent_or_cluster_keeps_the_vip(DsrEnvironment environment, Outcome expected) =>
        Expect(expected, ActiveOnly(), Server.Service().Environment(environment));

    private static Server ActiveOnly() => Server.Ready().RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, s_vip);
}
