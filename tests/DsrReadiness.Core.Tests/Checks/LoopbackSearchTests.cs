using System.Net;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks;

public sealed class LoopbackSearchTests
{
    private const uint Second = 13;

    [Fact]
    public void The_km_test_adapter_that_holds_the_vip_is_it() => Found(TwoLoopbacks(), Server.Loopback);

    [Fact]
    public void The_built_in_loopback_that_holds_the_vip_goes_before_a_km_test_adapter_that_does_not()
    {
        Server server = Server.Ready().OnBuiltIn(32).AddKmTest(Second, "Npcap", @"ROOT\NET\0001");
        Found(server, Server.BuiltIn);
    }

    [Fact]
    public void Of_two_loopbacks_that_hold_the_vip_it_is_the_km_test_adapter() =>
        Found(Server.Ready().AddAddress(CimStore.Active, Server.BuiltIn, Shapes.BuiltInAlias, Server.Vip, 32), Server.Loopback);

    [Fact]
    public void The_only_km_test_adapter_is_it_when_nobody_holds_the_vip() =>
        Found(Server.Ready().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip)), Server.Loopback);

    [Fact]
    public void Of_several_it_is_the_one_that_holds_the_vip_at_the_next_start()
    {
        Server server = TwoLoopbacks().RemoveFrom(CimStore.Active, NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip));
        Found(server, Server.Loopback);
        server.Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip));
        Assert.Equal("None of the 2 loopback adapters holds 192.168.11.50. See V01.", MissingOf(server).Reason);
    }

    [Fact]
    public void Without_any_the_reason_names_a01()
    {
        Missing missing = MissingOf(Server.Ready().WithoutLoopback());
        Assert.True(missing.IsAbsent);
        Assert.Equal("There is no loopback adapter. See A01.", missing.Reason);
    }

    [Fact]
    public void A_vip_on_an_answering_interface_makes_that_no_loopback() =>
        Assert.True(MissingOf(Server.Ready().OnNic()).IsAbsent);

    [Fact]
    public void An_adapter_that_cannot_be_told_is_in_the_way_only_if_it_may_be_the_one()
    {
        Server nic = Server.Ready().Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, Server.Ethernet)).Remove(PnPEntityClass.Class);
        Found(nic, Server.Loopback);
        Server holder = Server.Ready().Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, Server.Loopback)).Remove(PnPEntityClass.Class);
        Assert.False(MissingOf(holder).IsAbsent);
        Server helper = Server.Ready().WithoutLoopback().AddAdapter(30, "?", "x", "y")
            .Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, 30)).Remove(PnPEntityClass.Class);
        Assert.False(MissingOf(helper).IsAbsent);
    }

    [Theory]
    [InlineData(CimStore.Active, false)]
    [InlineData(CimStore.Persistent, true)]
    public void The_active_addresses_are_needed_and_the_persistent_ones_are_not(CimStore failing, bool isFound)
    {
        Server server = Server.Ready().Fail(NetIPAddressClass.Class, failing, FailureKind.AccessDenied);
        if (isFound)
            Found(server, Server.Loopback);
        else
            Assert.Contains("MSFT_NetIPAddress (active store)", MissingOf(server).Reason);
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Where_the_vip_belongs_on_the_traffic_interface_it_is_that(DsrEnvironment environment)
    {
        var context = new CheckContext(Server.Ready().Build(), Server.Service().Environment(environment));
        Assert.True(context.LoopbackOf(IPAddress.Parse(Server.Vip)).TryGet(out HostInterface? found, out _));
        Assert.Equal(Server.Ethernet, found.Index);
    }

    [Fact]
    public void Several_vips_give_each_loopback_and_each_reason_once()
    {
        var context = new CheckContext(TwoLoopbacks().Build(), Server.Service().Vips(Server.Vip, Server.Vip6));
        Assert.Single(context.Loopbacks());
        context = new CheckContext(Server.Ready().WithoutLoopback().Build(), Server.Service().Vips(Server.Vip, Server.Vip6, "192.168.11.51"));
        Assert.Single(context.Loopbacks());
    }

    private static Server TwoLoopbacks() => Server.Ready().AddKmTest(Second, "Npcap", @"ROOT\NET\0001");

    private static Fact<HostInterface> Find(Server server) =>
        new CheckContext(server.Build(), Server.Service()).LoopbackOf(IPAddress.Parse(Server.Vip));

    private static void Found(Server server, uint expected)
    {
        Assert.True(Find(server).TryGet(out HostInterface? found, out Missing? missing), missing?.Reason);
        Assert.Equal(expected, found.Index);
    }

    private static Missing MissingOf(Server server)
    {
        Assert.False(Find(server).TryGet(out _, out Missing? missing));
        return missing;
    }
}
