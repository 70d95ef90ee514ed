using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Cim.Devices;

namespace DsrReadiness.Lab.Tests.Contracts;

/// <summary>
/// What every implementation of the ports has to do, said in terms of the ports alone, on a server whose caller is elevated. A loopback device
/// that a test makes is removed after it.
/// </summary>
public abstract class PortContractTests : IAsyncLifetime
{
    private const string Vip = "198.51.100.10";
    private const string Vip6 = "2001:db8:51::10";
    private readonly List<string> _created = [];

    protected abstract Ports Server { get; }

    public static TheoryData<string, CimStore> Readings()
    {
        var readings = new TheoryData<string, CimStore>();
        foreach (CimClass each in CimClasses.All)
        {
            foreach (CimStore store in each.HasStores ? new[] { CimStore.Active, CimStore.Persistent } : [CimStore.None])
                readings.Add(each.Name, store);
        }

        return readings;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (string instanceId in _created)
            await Server.Devices.RemoveAsync(instanceId, CancellationToken.None);
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task Every_contracted_class_is_answered_with_rows_of_the_declared_types_or_is_not_there(string name, CimStore store)
    {
        CimClass @class = CimClasses.Find(name)!;
        CimReading reading = await Server.Reader.ReadAsync(new CimQuery(@class, store), CancellationToken.None);
        Assert.Same(@class, reading.Class);
        Assert.Equal(store, reading.Store);
        if (reading.Failure is { } failure)
            Assert.Contains(failure.Kind, new[] { FailureKind.InvalidClass, FailureKind.InvalidNamespace });
        foreach (CimRow row in reading.Rows ?? [])
        {
            Assert.Same(@class, row.Class);
            foreach (CimProperty property in @class.Properties)
                Assert.True(IsRaw(row, property), $"{property} is {(row.TryGetRaw(property, out object? raw) ? raw : null)}");
        }
    }

    [Fact]
    public async Task No_rows_are_an_answer() =>
        Assert.Empty(await Server.RowsAsync(On.Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.Name, "no adapter is called this"))));

    [Fact]
    public async Task All_conditions_must_hold()
    {
        CimRow row = await Server.RowAsync(On.Interface(1, IPFamily.IPv4, CimStore.Active));
        Assert.True(row.Get(NetIPInterfaceClass.InterfaceIndex).Is(1) && row.Get(NetIPInterfaceClass.AddressFamily).Is(IPFamily.IPv4));
    }

    [Fact]
    public async Task Texts_are_compared_ignoring_case()
    {
        string name = (await Server.RowsAsync(On.All(NetAdapterClass.Class)))[0].Get(NetAdapterClass.Name).Value;
        Assert.NotEmpty(await Server.RowsAsync(On.Adapter(name.ToUpperInvariant())));
        Assert.NotEmpty(await Server.RowsAsync(On.Adapter(name.ToLowerInvariant())));
    }

    [Fact]
    public async Task A_store_of_a_class_without_stores_is_refused()
    {
        CimReading reading = await Server.Reader.ReadAsync(new CimQuery(NetAdapterClass.Class, CimStore.Active), CancellationToken.None);
        Assert.Equal(FailureKind.InvalidQuery, reading.Failure?.Kind);
    }

    [Fact]
    public async Task A_condition_on_a_property_of_another_class_is_refused()
    {
        CimQuery query = On.Where(NetRouteClass.Class, CimStore.Active, (NetAdapterClass.ComponentID, "*msloop"));
        Assert.Equal(FailureKind.InvalidQuery, (await Server.Reader.ReadAsync(query, CancellationToken.None)).Failure?.Kind);
    }

    [Fact]
    public async Task A_class_that_does_not_exist_is_refused()
    {
        CimClass unheard = new CimClassBuilder("root/StandardCimv2", "MSFT_NetUnheardOf", CimEvidence.DocumentedOnly).Build();
        CimReading reading = await Server.Reader.ReadAsync(new CimQuery(unheard), CancellationToken.None);
        Assert.Equal(FailureKind.InvalidClass, reading.Failure?.Kind);
        await Server.RefusesAsync(FailureKind.InvalidClass, CimOperation.Delete(new CimQuery(unheard)));
    }

    [Fact]
    public async Task What_was_cancelled_before_it_began_throws()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Server.Reader.ReadAsync(new CimQuery(NetAdapterClass.Class), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Server.Writer.ExecuteAsync(Do.Rename("Ethernet", "Net"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Server.Devices.CreateAsync(cancelled));
    }

    [Fact]
    public async Task The_built_in_loopback_is_an_interface_and_no_adapter()
    {
        CimRow row = await Server.RowAsync(On.Address("127.0.0.1", CimStore.Active));
        uint index = row.Get(NetIPAddressClass.InterfaceIndex).Value;
        Assert.Empty(await Server.RowsAsync(On.Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.InterfaceIndex, (long)index))));
    }

    [Fact]
    public async Task A_change_of_no_row_is_not_found() => await Server.RefusesAsync(
        FailureKind.NotFound, Do.Set(On.Interface(4_000_000, IPFamily.IPv4, CimStore.Active), NetIPInterfaceClass.WeakHostSend, 1L));

    [Fact]
    public async Task A_change_of_several_rows_is_refused_and_changes_none_of_them()
    {
        uint index = await CreateLoopbackAsync();
        CimQuery both = On.Where(NetIPInterfaceClass.Class, CimStore.Active, (NetIPInterfaceClass.InterfaceIndex, (long)index));
        CimOutcome outcome = await Server.TryAsync(Do.Set(both, NetIPInterfaceClass.WeakHostSend, 1L));
        Assert.NotNull(outcome.Failure);
        Assert.All(await Server.RowsAsync(both), row => Assert.True(row.Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Disabled)));
    }

    [Fact]
    public async Task A_device_that_does_not_exist_cannot_be_removed()
    {
        DeviceOutcome outcome = await Server.Devices.RemoveAsync(@"ROOT\NET\9999", CancellationToken.None);
        Assert.Equal(FailureKind.NotFound, outcome.Failure?.Kind);
    }

    [Fact]
    public async Task A_created_device_is_found_gets_an_adapter_and_both_are_gone_after_its_removal()
    {
        uint index = await CreateLoopbackAsync();
        string instanceId = _created.Single();
        Assert.Contains((await Server.Devices.FindAsync(CancellationToken.None)).Devices!, device => IsSame(device.InstanceId, instanceId));
        CimRow adapter = await Server.RowAsync(On.Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.InterfaceIndex, (long)index)));
        Assert.Equal("*msloop", adapter.Get(NetAdapterClass.ComponentID).Value, ignoreCase: true);
        Assert.True(IsSame(instanceId, adapter.Get(NetAdapterClass.PnPDeviceID).Value));

        Assert.Null((await Server.Devices.RemoveAsync(instanceId, CancellationToken.None)).Failure);
        Assert.DoesNotContain((await Server.Devices.FindAsync(CancellationToken.None)).Devices!, device => IsSame(device.InstanceId, instanceId));
        Assert.Empty(await Server.RowsAsync(On.AdapterOf(instanceId)));
    }

    [Fact]
    public async Task Creating_a_device_touches_no_other()
    {
        uint first = await CreateLoopbackAsync();
        uint second = await CreateLoopbackAsync();
        Assert.NotEqual(first, second);
        await Server.RowAsync(On.Interface(first, IPFamily.IPv4, CimStore.Active));
    }

    [Theory]
    [InlineData(IPFamily.IPv4, CimStore.Active)]
    [InlineData(IPFamily.IPv4, CimStore.Persistent)]
    [InlineData(IPFamily.IPv6, CimStore.Active)]
    [InlineData(IPFamily.IPv6, CimStore.Persistent)]
    public async Task A_setting_written_to_a_store_is_read_back_from_it_and_from_no_other(IPFamily family, CimStore store)
    {
        CimStore other = store == CimStore.Active ? CimStore.Persistent : CimStore.Active;
        uint index = await CreateLoopbackAsync();
        await Server.DoAsync(Do.Set(On.Interface(index, family, store), NetIPInterfaceClass.WeakHostReceive, 1L));
        Assert.True((await Server.RowAsync(On.Interface(index, family, store))).Get(NetIPInterfaceClass.WeakHostReceive).Is(Toggle.Enabled));
        Assert.False((await Server.RowAsync(On.Interface(index, family, other))).Get(NetIPInterfaceClass.WeakHostReceive).Is(Toggle.Enabled));
    }

    [Fact]
    public async Task A_setting_written_without_a_store_is_in_force()
    {
        uint index = await CreateLoopbackAsync();
        await Server.DoAsync(Do.Set(On.Interface(index, IPFamily.IPv4, CimStore.None), NetIPInterfaceClass.WeakHostSend, 1L));
        Assert.True(
            (await Server.RowAsync(On.Interface(index, IPFamily.IPv4, CimStore.Active))).Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Enabled));
    }

    [Fact]
    public async Task A_metric_turns_the_automatic_one_off()
    {
        uint index = await CreateLoopbackAsync();
        CimQuery target = On.Interface(index, IPFamily.IPv4, CimStore.Active);
        await Server.DoAsync(Do.Set(target, NetIPInterfaceClass.InterfaceMetric, 254L));
        CimRow row = await Server.RowAsync(target);
        Assert.True(row.Get(NetIPInterfaceClass.InterfaceMetric).Is(254) && row.Get(NetIPInterfaceClass.AutomaticMetric).Is(Toggle.Disabled));
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_refused_and_changes_nothing()
    {
        uint index = await CreateLoopbackAsync();
        CimQuery target = On.Interface(index, IPFamily.IPv4, CimStore.Active);
        await Server.RefusesAsync(
            FailureKind.InvalidParameter, CimOperation.Modify(target, new CimAssignment("WeakHostSend", CimType.Boolean, true)));
        Assert.True((await Server.RowAsync(target)).Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Disabled));
    }

    [Theory]
    [InlineData(Vip, 32, IPFamily.IPv4)]
    [InlineData(Vip6, 128, IPFamily.IPv6)]
    public async Task A_created_address_becomes_preferred_has_its_host_route_and_goes_when_it_is_deleted(string address, int length, IPFamily family)
    {
        uint index = await CreateLoopbackAsync();
        await Server.DoAsync(Do.Set(On.Interface(index, family, CimStore.None), NetIPInterfaceClass.Dhcp, 0L));
        await Server.DoAsync(Do.CreateAddress(index, address, length));
        CimRow row = await Server.WaitForAsync(On.Address(address, CimStore.Active), each => each.Get(NetIPAddressClass.AddressState).Is(AddressState.Preferred));
        Assert.True(row.Get(NetIPAddressClass.SkipAsSource).Is(true) && row.Get(NetIPAddressClass.PrefixLength).Is((uint)length));
        await Server.WaitForAsync(On.Routes(index, CimStore.Active), each => each.Get(NetRouteClass.DestinationPrefix).Is(address + "/" + length));

        await Server.DoAsync(CimOperation.Delete(On.Address(address, CimStore.Active)));
        Assert.Empty(await Server.RowsAsync(On.Address(address, CimStore.Active)));
    }

    [Fact]
    public async Task An_address_that_exists_is_refused_in_one_of_the_two_kinds_seen()
    {
        uint index = await CreateLoopbackAsync();
        await Server.DoAsync(Do.CreateAddress(index, Vip6, 128));
        CimOutcome outcome = await Server.TryAsync(Do.CreateAddress(index, Vip6, 128));
        Assert.Contains(outcome.Failure?.Kind ?? FailureKind.Failed, new[] { FailureKind.AlreadyExists, FailureKind.InvalidParameter });
    }

    [Fact]
    public async Task Skip_as_source_can_be_changed_afterwards()
    {
        uint index = await CreateLoopbackAsync();
        await Server.DoAsync(Do.CreateAddress(index, Vip6, 128, skipAsSource: false));
        await Server.DoAsync(Do.Set(On.Address(Vip6, CimStore.Active), NetIPAddressClass.SkipAsSource, true));
        Assert.True((await Server.RowAsync(On.Address(Vip6, CimStore.Active))).Get(NetIPAddressClass.SkipAsSource).Is(true));
    }

    [Fact]
    public async Task Rows_of_other_classes_follow_a_renamed_adapter()
    {
        uint index = await CreateLoopbackAsync();
        CimQuery adapter = On.AdapterOf(_created.Single());
        CimOutcome outcome = await Server.TryAsync(CimOperation.Invoke(adapter, "Rename", new CimAssignment("NewName", CimType.String, "dsr-contract")));
        Assert.Null(outcome.Failure);
        Assert.True((await Server.RowAsync(adapter)).Get(NetAdapterClass.Name).Is("dsr-contract"));
        CimRow row = await Server.RowAsync(On.Interface(index, IPFamily.IPv4, CimStore.Active));
        Assert.True(row.Get(NetIPInterfaceClass.InterfaceAlias).Is("dsr-contract"));
    }

    /// <summary>Creates a device and waits until both IP interfaces are there.</summary>
    private async Task<uint> CreateLoopbackAsync()
    {
        DeviceOutcome outcome = await Server.Devices.CreateAsync(CancellationToken.None);
        Assert.Null(outcome.Failure);
        _created.Add(outcome.Device!.InstanceId);
        CimRow adapter = await Server.WaitForAsync(On.AdapterOf(outcome.Device.InstanceId));
        uint index = adapter.Get(NetAdapterClass.InterfaceIndex).Value;
        await Server.WaitForAsync(On.Interface(index, IPFamily.IPv4, CimStore.Active));
        await Server.WaitForAsync(On.Interface(index, IPFamily.IPv6, CimStore.Active));
        return index;
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsRaw(CimRow row, CimProperty property)
    {
        if (!row.TryGetRaw(property, out object? raw) || raw is null)
            return true;
        return property.IsArray ? raw is object?[] items && items.All(item => IsRawOne(item, property.Type)) : IsRawOne(raw, property.Type);
    }

    private static bool IsRawOne(object? raw, CimType type) => type switch
    {
        CimType.Boolean => raw is bool,
        CimType.String or CimType.DateTime => raw is string,
        _ => raw is long or ulong,
    };
}
