using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

/// <summary>Bindings, NetBIOS, DNS registration and network categories.</summary>
public sealed class AdapterSettingTests
{
    private readonly LabServer _server = Some.WithLoopback();
    private readonly Ports _ports;

    public AdapterSettingTests() => _ports = Ports.Of(_server);

    private long Loopback => _server.IndexOf("Loopback");

    [Fact]
    public async Task A_binding_is_switched_and_survives_a_restart()
    {
        await _ports.DoAsync(Do.Set(Binding("ms_server"), NetAdapterBindingClass.Enabled, false));
        _server.Restart();
        Assert.True((await _ports.RowAsync(Binding("ms_server"))).Get(NetAdapterBindingClass.Enabled).Is(false));
        await _ports.DoAsync(Do.Call(Binding("ms_server"), "Enable"));
        Assert.True((await _ports.RowAsync(Binding("ms_server"))).Get(NetAdapterBindingClass.Enabled).Is(true));
    }

    [Theory]
    [InlineData("ms_tcpip", IPFamily.IPv4, IPFamily.IPv6)]
    [InlineData("ms_tcpip6", IPFamily.IPv6, IPFamily.IPv4)]
    public async Task Without_its_binding_a_family_has_no_interface(string component, IPFamily gone, IPFamily left)
    {
        await _ports.DoAsync(Do.Set(Binding(component), NetAdapterBindingClass.Enabled, false));
        Assert.Empty(await _ports.RowsAsync(On.Interface((uint)Loopback, gone, CimStore.Active)));
        Assert.Single(await _ports.RowsAsync(On.Interface((uint)Loopback, left, CimStore.Active)));
        await _ports.DoAsync(Do.Set(Binding(component), NetAdapterBindingClass.Enabled, true));
        Assert.Single(await _ports.RowsAsync(On.Interface((uint)Loopback, gone, CimStore.Active)));
    }

    [Fact]
    public async Task Netbios_is_set_where_ip_is_enabled()
    {
        await _ports.DoAsync(SetNetBios(2));
        Assert.True((await _ports.RowAsync(Configuration())).Get(NetworkAdapterConfigurationClass.TcpipNetbiosOptions).Is(NetBiosOptions.DisableNetbios));
        _server.Restart();
        Assert.True((await _ports.RowAsync(Configuration())).Get(NetworkAdapterConfigurationClass.TcpipNetbiosOptions).Is(NetBiosOptions.DisableNetbios));
    }

    [Fact]
    public async Task Netbios_returns_84_where_ip_is_not_enabled_and_the_flags_are_null()
    {
        await _ports.DoAsync(Do.Set(Binding("ms_tcpip"), NetAdapterBindingClass.Enabled, false));
        CimOutcome outcome = await _ports.TryAsync(SetNetBios(2));
        Assert.Equal((null, 84u), (outcome.Failure, outcome.ReturnValue));
        CimRow row = await _ports.RowAsync(Configuration());
        Assert.True(row.Get(NetworkAdapterConfigurationClass.IPEnabled).Is(false));
        Assert.True(row.Get(NetworkAdapterConfigurationClass.TcpipNetbiosOptions).IsNull);
        Assert.True(row.Get(NetworkAdapterConfigurationClass.FullDNSRegistrationEnabled).IsNull);
    }

    [Fact]
    public async Task Netbios_returns_68_for_an_option_that_is_none() => Assert.Equal(68u, (await _ports.TryAsync(SetNetBios(3))).ReturnValue);

    [Fact]
    public async Task Netbios_returns_91_without_elevation()
    {
        _server.IsElevated = false;
        CimOutcome outcome = await _ports.TryAsync(SetNetBios(2));
        Assert.Equal((null, 91u), (outcome.Failure, outcome.ReturnValue));
    }

    [Fact]
    public async Task Dns_registration_is_one_setting_under_two_names()
    {
        CimQuery client = On.Where(DnsClientClass.Class, CimStore.None, (DnsClientClass.InterfaceIndex, Loopback));
        await _ports.DoAsync(Do.Set(client, DnsClientClass.RegisterThisConnectionsAddress, false));
        Assert.True((await _ports.RowAsync(Configuration())).Get(NetworkAdapterConfigurationClass.FullDNSRegistrationEnabled).Is(false));
        await _ports.DoAsync(CimOperation.Invoke(
            Configuration(), "SetDynamicDNSRegistration", new CimAssignment("FullDNSRegistrationEnabled", CimType.Boolean, true)));
        Assert.True((await _ports.RowAsync(client)).Get(DnsClientClass.RegisterThisConnectionsAddress).Is(true));
    }

    [Fact]
    public async Task The_built_in_loopback_registers_and_loopbacks_list_servers_that_nobody_set()
    {
        CimRow builtIn = await _ports.RowAsync(On.Where(DnsClientClass.Class, CimStore.None, (DnsClientClass.InterfaceIndex, 1L)));
        Assert.True(builtIn.Get(DnsClientClass.RegisterThisConnectionsAddress).Is(true));
        CimRow servers = await _ports.RowAsync(On.Where(
            DnsClientServerAddressClass.Class,
            CimStore.None,
            (DnsClientServerAddressClass.InterfaceIndex, Loopback),
            (DnsClientServerAddressClass.AddressFamily, (long)IPFamily.IPv6)));
        Assert.All(servers.Get(DnsClientServerAddressClass.ServerAddresses).Value, each => Assert.StartsWith("fec0:", each));
    }

    [Fact]
    public async Task A_network_is_public_or_private_by_will_and_authenticated_by_the_domain_alone()
    {
        CimQuery loopback = On.Where(NetConnectionProfileClass.Class, CimStore.None, (NetConnectionProfileClass.InterfaceIndex, Loopback));
        await _ports.DoAsync(Do.Set(loopback, NetConnectionProfileClass.NetworkCategory, 1L));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Do.Set(loopback, NetConnectionProfileClass.NetworkCategory, 2L));

        LabServer member = new LabServerBuilder("WEB01").Domain("lab.example").Build();
        CimQuery joined = On.Where(NetConnectionProfileClass.Class, CimStore.None, (NetConnectionProfileClass.InterfaceAlias, "Ethernet"));
        CimRow row = await Ports.Of(member).RowAsync(joined);
        Assert.True(row.Get(NetConnectionProfileClass.NetworkCategory).Is(NetworkCategory.DomainAuthenticated));
        await Ports.Of(member).RefusesAsync(FailureKind.InvalidParameter, Do.Set(joined, NetConnectionProfileClass.NetworkCategory, 0L));
    }

    private static CimQuery Binding(string component) => On.Where(
        NetAdapterBindingClass.Class, CimStore.None, (NetAdapterBindingClass.Name, "Loopback"), (NetAdapterBindingClass.ComponentID, component));

    private CimQuery Configuration() => On.Where(
        NetworkAdapterConfigurationClass.Class, CimStore.None, (NetworkAdapterConfigurationClass.InterfaceIndex, Loopback));

    private CimOperation SetNetBios(long option) =>
        CimOperation.Invoke(Configuration(), "SetTcpipNetbios", new CimAssignment("TcpipNetbiosOptions", CimType.UInt32, option));
}
