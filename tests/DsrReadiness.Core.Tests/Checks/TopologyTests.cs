using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks;

public sealed class TopologyTests
{
    private static readonly (CimProperty, object) s_adapter = Server.On(NetAdapterClass.Class, Server.Loopback);

    [Theory]
    [InlineData("*MSLOOP")]
    [InlineData("*msloop")]
    [InlineData("*MsLoop")]
    public void A_km_test_adapter_is_told_by_its_component_id_in_any_case(string componentId) =>
        Assert.Equal(InterfaceKind.KmTestLoopback, KindOf(Server.Ready().Set(NetAdapterClass.ComponentID, componentId, s_adapter), Server.Loopback));

    [Fact]
    public void A_tap_adapter_is_none_whatever_its_name_and_device_say()
    {
        Server server = Server.Bare().AddAdapter(20, "Loopback", "tap0901", @"ROOT\NET\0000").Describe(20, "Microsoft KM-TEST Loopback Adapter");
        Assert.Equal(InterfaceKind.Answering, KindOf(server, 20));
    }

    [Theory]
    [InlineData("*MSLOOP", true)]
    [InlineData("tap0901", false)]
    public void Without_a_component_id_the_device_tells(string hardwareId, bool isLoopback)
    {
        Server server = Server.Ready().Set(PnPEntityClass.HardwareID, new[] { "whatever", hardwareId });
        InterfaceKind expected = isLoopback ? InterfaceKind.KmTestLoopback : InterfaceKind.Answering;
        Assert.Equal(expected, KindOf(server.Set(NetAdapterClass.ComponentID, null, s_adapter), Server.Loopback));
        Assert.Equal(expected, KindOf(server.Set(NetAdapterClass.ComponentID, " ", s_adapter), Server.Loopback));
        Assert.Equal(expected, KindOf(server.Without(NetAdapterClass.ComponentID), Server.Loopback));
    }

    [Fact]
    public void The_device_is_found_in_another_case_of_its_instance_id()
    {
        Server server = Server.Ready().Set(NetAdapterClass.ComponentID, null, s_adapter).Set(NetAdapterClass.PnPDeviceID, @"root\net\0000", s_adapter);
        Assert.Equal(InterfaceKind.KmTestLoopback, KindOf(server, Server.Loopback));
    }

    [Fact]
    public void An_adapter_that_neither_class_tells_is_unknown_and_both_are_named()
    {
        Missing missing = MissingOf(Untold().Fail(PnPEntityClass.Class, CimStore.None, FailureKind.AccessDenied), Server.Loopback);
        Assert.False(missing.IsAbsent);
        Assert.Equal("ComponentID of Loopback is NULL; Win32_PnPEntity could not be read: access is denied.", missing.Reason);
        Assert.Contains("no row", MissingOf(Untold().Remove(PnPEntityClass.Class), Server.Loopback).Reason);
        Assert.Contains("HardwareID", MissingOf(Untold().Set(PnPEntityClass.HardwareID, null), Server.Loopback).Reason);
        Assert.Contains("PnPDeviceID", MissingOf(Untold().Set(NetAdapterClass.PnPDeviceID, null, s_adapter), Server.Loopback).Reason);
    }

    [Fact]
    public void An_untold_adapter_with_ip_spoils_the_list_and_one_without_does_not()
    {
        Server untold = Untold().Remove(PnPEntityClass.Class);
        Assert.False(Of(untold).All().TryGet(out _, out _));

        Server helper = Server.Ready().AddAdapter(30, "Ethernet-WFP-0000", "x", "y").Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, 30));
        helper.Remove(PnPEntityClass.Class, (PnPEntityClass.DeviceID, "y"));
        Assert.Contains(30u, Of(helper).Indexes);
        Assert.Equal([Server.BuiltIn, Server.Ethernet, Server.Loopback], All(helper).Select(each => each.Index));
    }

    [Fact]
    public void That_there_is_no_km_test_adapter_is_not_said_while_one_cannot_be_told()
    {
        Server helper = Server.Bare().AddAdapter(30, "?", "x", "y").Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, 30));
        Assert.Contains(30u, Of(helper).Indexes);
        Assert.True(Of(helper).KmTestLoopbacks().TryGet(out IReadOnlyList<HostInterface>? none, out _));
        Assert.Empty(none);

        helper.Remove(PnPEntityClass.Class);
        Assert.False(Of(helper).KmTestLoopbacks().TryGet(out _, out _));
        helper.AddKmTest(12, "Loopback", @"ROOT\NET\0000");
        Assert.True(Of(helper).KmTestLoopbacks().TryGet(out IReadOnlyList<HostInterface>? one, out _));
        Assert.Equal(12u, Assert.Single(one).Index);
    }

    [Fact]
    public void The_built_in_loopback_is_told_by_either_familys_loopback_address_under_any_name()
    {
        Server server = Server.Ready().Rename(Server.BuiltIn, "Ethernet 4").Remove(NetRouteClass.Class, Server.On(NetRouteClass.Class, Server.BuiltIn));
        Assert.Equal(InterfaceKind.BuiltInLoopback, KindOf(server, Server.BuiltIn));
        server.Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, "127.0.0.1"));
        Assert.Equal(InterfaceKind.BuiltInLoopback, KindOf(server, Server.BuiltIn));
        server.Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, "::1"));
        Assert.Equal(InterfaceKind.Answering, KindOf(server, Server.BuiltIn));
    }

    [Fact]
    public void The_built_in_loopback_is_told_by_its_route_where_the_addresses_could_not_be_read()
    {
        Server server = Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied);
        Assert.Equal(InterfaceKind.BuiltInLoopback, KindOf(server, Server.BuiltIn));
        server.Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "127.0.0.0/8"));
        Assert.Contains("MSFT_NetIPAddress", MissingOf(server, Server.BuiltIn).Reason);
        Assert.Equal(InterfaceKind.Answering, KindOf(server, Server.Ethernet));
    }

    [Fact]
    public void An_adapter_is_never_the_built_in_loopback()
    {
        Server server = Server.Ready().AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", "127.0.0.2", 8);
        Assert.Equal(InterfaceKind.Answering, KindOf(server, Server.Ethernet));
    }

    [Fact]
    public void An_interface_without_an_adapter_is_taken_to_answer()
    {
        Server server = Server.Ready();
        ReadyServer.AddInterface(server, 40, "Teredo", IPFamily.IPv6, metric: 75);
        Assert.Equal(InterfaceKind.Answering, KindOf(server, 40));
    }

    [Fact]
    public void Without_the_adapters_only_the_built_in_loopback_is_told()
    {
        Server server = Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Timeout);
        Assert.Equal(InterfaceKind.BuiltInLoopback, KindOf(server, Server.BuiltIn));
        Assert.Contains("MSFT_NetAdapter", MissingOf(server, Server.Ethernet).Reason);
        Assert.False(Of(server).All().TryGet(out _, out _));
        Assert.False(Of(server).KmTestLoopbacks().TryGet(out _, out _));
    }

    [Fact]
    public void An_interface_that_only_a_route_speaks_of_is_listed()
    {
        Server server = Server.Ready().AddRoute(50, "Tunnel", "10.0.0.0/8", "0.0.0.0");
        Assert.Equal("Tunnel", All(server).Single(each => each.Index == 50).Alias);
        Assert.False(Of(server).HasIP(50));
    }

    [Fact]
    public void An_alias_comes_from_the_first_class_that_has_one()
    {
        Server server = Server.Ready().Set(NetAdapterClass.Name, null, s_adapter);
        Assert.Equal("Loopback", Of(server).AliasOf(Server.Loopback));
        server.Rename(Server.Loopback, "  ");
        Assert.Equal("interface 12", Of(server).AliasOf(Server.Loopback));
        Assert.Equal("interface 99", Of(server).AliasOf(99));
    }

    private static Server Untold() => Server.Ready().Set(NetAdapterClass.ComponentID, null, s_adapter);

    private static Topology Of(Server server) => new(server.Build());

    private static IReadOnlyList<HostInterface> All(Server server)
    {
        Assert.True(Of(server).All().TryGet(out IReadOnlyList<HostInterface>? all, out _));
        return all;
    }

    private static InterfaceKind KindOf(Server server, uint index)
    {
        Assert.True(Of(server).Find(index).TryGet(out HostInterface? found, out Missing? missing), missing?.Reason);
        return found.Kind;
    }

    private static Missing MissingOf(Server server, uint index)
    {
        Assert.False(Of(server).Find(index).TryGet(out _, out Missing? missing));
        return missing;
    }
}
