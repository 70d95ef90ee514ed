using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

/// <summary>What holds now and what holds after a restart are two things.</summary>
public sealed class StoreTests
{
    private readonly LabServer _server = Some.WithLoopback();
    private readonly Ports _ports;

    public StoreTests() => _ports = Ports.Of(_server);

    private uint Loopback => _server.IndexOf("Loopback");

    [Fact]
    public async Task The_persistent_store_has_null_where_nothing_was_set()
    {
        CimRow row = await _ports.RowAsync(Interface(CimStore.Persistent));
        Assert.True(row.Get(NetIPInterfaceClass.WeakHostSend).IsNull);
        Assert.True(row.Get(NetIPInterfaceClass.InterfaceMetric).IsNull);
        Assert.True(row.Get(NetIPInterfaceClass.Dhcp).IsNull);
        Assert.True(row.Get(NetIPInterfaceClass.ConnectionState).IsNull);
    }

    [Fact]
    public async Task Without_a_store_the_active_one_is_read() =>
        Assert.True((await _ports.RowAsync(Interface(CimStore.None))).Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Disabled));

    [Theory]
    [InlineData(LabOmittedStore.BothStores, true)]
    [InlineData(LabOmittedStore.ActiveStoreOnly, false)]
    public async Task A_setting_written_without_a_store_survives_a_restart_under_one_reading_alone(LabOmittedStore omitted, bool survives)
    {
        _server.Behaviour.OmittedStore = omitted;
        await _ports.DoAsync(Do.Set(Interface(CimStore.None), NetIPInterfaceClass.WeakHostSend, 1L));
        Assert.True(await IsWeakAsync());
        _server.Restart();
        Assert.Equal(survives, await IsWeakAsync());
    }

    [Theory]
    [InlineData(CimStore.Active, true, false)]
    [InlineData(CimStore.Persistent, false, true)]
    public async Task A_setting_written_to_one_store_acts_on_that_store(CimStore store, bool isInForce, bool survives)
    {
        await _ports.DoAsync(Do.Set(Interface(store), NetIPInterfaceClass.WeakHostSend, 1L));
        Assert.Equal(isInForce, await IsWeakAsync());
        _server.Restart();
        Assert.Equal(survives, await IsWeakAsync());
    }

    [Theory]
    [InlineData(LabOmittedStore.BothStores, true)]
    [InlineData(LabOmittedStore.ActiveStoreOnly, false)]
    public async Task An_address_created_without_a_store_survives_a_restart_under_one_reading_alone(LabOmittedStore omitted, bool survives)
    {
        _server.Behaviour.OmittedStore = omitted;
        await _ports.DoAsync(Do.CreateAddress(Loopback, Some.Vip, 32));
        Assert.Equal(survives ? 1 : 0, await CountAsync(Some.Vip, CimStore.Persistent));
        _server.Restart();
        Assert.Equal(survives ? 1 : 0, await CountAsync(Some.Vip, CimStore.Active));
    }

    [Theory]
    [InlineData("ActiveStore", 1, 0)]
    [InlineData("PersistentStore", 0, 1)]
    public async Task An_address_created_in_one_store_is_there_alone(string policyStore, int active, int persistent)
    {
        await _ports.DoAsync(Do.CreateAddress(Loopback, Some.Vip, 32, policyStore: policyStore));
        Assert.Equal(active, await CountAsync(Some.Vip, CimStore.Active));
        Assert.Equal(persistent, await CountAsync(Some.Vip, CimStore.Persistent));
        _server.Restart();
        Assert.Equal(persistent, await CountAsync(Some.Vip, CimStore.Active));
    }

    [Theory]
    [InlineData(LabOmittedStore.BothStores, false)]
    [InlineData(LabOmittedStore.ActiveStoreOnly, true)]
    public async Task An_address_deleted_without_a_store_comes_back_under_one_reading(LabOmittedStore omitted, bool comesBack)
    {
        await _ports.DoAsync(Do.CreateAddress(Loopback, Some.Vip, 32));
        _server.Behaviour.OmittedStore = omitted;
        await _ports.DoAsync(CimOperation.Delete(On.Address(Some.Vip, CimStore.None)));
        Assert.Equal(0, await CountAsync(Some.Vip, CimStore.Active));
        _server.Restart();
        Assert.Equal(comesBack ? 1 : 0, await CountAsync(Some.Vip, CimStore.Active));
    }

    [Fact]
    public async Task Skip_as_source_is_kept_for_each_store()
    {
        await _ports.DoAsync(Do.CreateAddress(Loopback, Some.Vip, 32, skipAsSource: false));
        await _ports.DoAsync(Do.Set(On.Address(Some.Vip, CimStore.Active), NetIPAddressClass.SkipAsSource, true));
        Assert.True((await _ports.RowAsync(On.Address(Some.Vip, CimStore.Persistent))).Get(NetIPAddressClass.SkipAsSource).Is(false));
        _server.Restart();
        Assert.True((await _ports.RowAsync(On.Address(Some.Vip, CimStore.Active))).Get(NetIPAddressClass.SkipAsSource).Is(false));
    }

    [Fact]
    public async Task Dhcp_survives_a_restart_though_only_the_active_store_shows_it()
    {
        LabServer server = new LabServerBuilder("WEB01").Loopback("Loopback").Build();
        Ports ports = Ports.Of(server);
        await ports.DoAsync(Do.Set(On.Interface(server.IndexOf("Loopback"), IPFamily.IPv4, CimStore.Active), NetIPInterfaceClass.Dhcp, 0L));
        server.Restart();
        CimRow row = await ports.RowAsync(On.Interface(server.IndexOf("Loopback"), IPFamily.IPv4, CimStore.Active));
        Assert.True(row.Get(NetIPInterfaceClass.Dhcp).Is(Toggle.Disabled));
    }

    [Fact]
    public async Task Dhcp_written_to_the_persistent_store_has_no_effect_and_says_nothing()
    {
        await _ports.DoAsync(Do.Set(Interface(CimStore.Persistent), NetIPInterfaceClass.Dhcp, 1L));
        _server.Restart();
        Assert.True((await _ports.RowAsync(Interface(CimStore.Active))).Get(NetIPInterfaceClass.Dhcp).Is(Toggle.Disabled));
    }

    [Fact]
    public async Task An_automatic_metric_is_chosen_anew_and_forgets_the_one_given()
    {
        await _ports.DoAsync(Do.Set(Interface(CimStore.None), NetIPInterfaceClass.InterfaceMetric, 254L));
        Assert.True((await _ports.RowAsync(Interface(CimStore.Persistent))).Get(NetIPInterfaceClass.AutomaticMetric).Is(Toggle.Disabled));
        await _ports.DoAsync(Do.Set(Interface(CimStore.None), NetIPInterfaceClass.AutomaticMetric, 1L));
        Assert.True((await _ports.RowAsync(Interface(CimStore.Active))).Get(NetIPInterfaceClass.InterfaceMetric).Is(25));
        Assert.True((await _ports.RowAsync(Interface(CimStore.Persistent))).Get(NetIPInterfaceClass.InterfaceMetric).IsNull);
    }

    [Fact]
    public async Task After_a_restart_an_interface_index_belongs_to_another_adapter()
    {
        uint before = _server.IndexOf("Ethernet");
        _server.Restart();
        CimRow row = await _ports.RowAsync(On.Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.InterfaceIndex, (long)before)));
        Assert.True(row.Get(NetAdapterClass.Name).Is("Loopback"));
    }

    [Fact]
    public async Task The_index_of_the_only_adapter_changes_as_well()
    {
        LabServer server = Some.Server();
        uint before = server.IndexOf("Ethernet");
        server.Restart();
        Assert.NotEqual(before, server.IndexOf("Ethernet"));
        Assert.NotEmpty(await Ports.Of(server).RowsAsync(On.Address("192.0.2.11", CimStore.Active)));
    }

    [Fact]
    public async Task What_persists_is_loaded_when_an_adapter_is_enabled_again_and_the_rest_is_lost()
    {
        await _ports.DoAsync(Do.Set(Interface(CimStore.Active), NetIPInterfaceClass.WeakHostSend, 1L));
        await _ports.DoAsync(Do.CreateAddress(Loopback, Some.Vip, 32));
        await _ports.DoAsync(Do.Call(On.Adapter("Loopback"), "Disable"));
        Assert.Equal(0, await CountAsync(Some.Vip, CimStore.Active));
        Assert.Equal(1, await CountAsync(Some.Vip, CimStore.Persistent));
        await _ports.DoAsync(Do.Call(On.Adapter("Loopback"), "Enable"));
        Assert.False(await IsWeakAsync());
        await _ports.WaitForAsync(On.Address(Some.Vip, CimStore.Active), row => row.Get(NetIPAddressClass.AddressState).Is(AddressState.Preferred));
    }

    private CimQuery Interface(CimStore store) => On.Interface(Loopback, IPFamily.IPv4, store);

    private async Task<bool> IsWeakAsync() =>
        (await _ports.RowAsync(Interface(CimStore.Active))).Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Enabled);

    private async Task<int> CountAsync(string address, CimStore store) => (await _ports.RowsAsync(On.Address(address, store))).Count;
}
