using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Cim.Devices;

namespace DsrReadiness.Lab.Tests;

public sealed class DeviceTests
{
    private readonly LabServer _server = Some.Server();
    private readonly Ports _ports;

    public DeviceTests() => _ports = Ports.Of(_server);

    [Fact]
    public async Task The_adapter_its_ip_interfaces_and_its_address_appear_one_after_the_other()
    {
        _server.Behaviour.AdapterAppearsAfter = TimeSpan.FromSeconds(2);
        _server.Behaviour.IPAppearsAfter = TimeSpan.FromSeconds(20);
        _server.Behaviour.AutoconfiguresAfter = TimeSpan.FromSeconds(5);
        await CreateAsync();
        Assert.Empty(await _ports.RowsAsync(On.Adapter("Ethernet 2")));
        Assert.Single(await _ports.RowsAsync(On.Where(PnPEntityClass.Class, CimStore.None, (PnPEntityClass.DeviceID, @"ROOT\NET\0000"))));

        _server.Clock.Advance(TimeSpan.FromSeconds(2));
        uint index = _server.IndexOf("Ethernet 2");
        await _ports.RefusesAsync(FailureKind.NotFound, Do.CreateAddress(index, Some.Vip, 32));

        _server.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Single(await _ports.RowsAsync(On.Interface(index, IPFamily.IPv4, CimStore.Active)));
        Assert.Empty(await IPv4Async(index));

        _server.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.StartsWith("169.254.", (await IPv4Async(index)).Single().ToString());
    }

    [Fact]
    public async Task A_fresh_loopback_is_as_windows_makes_it()
    {
        await CreateAsync();
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        long index = _server.IndexOf("Ethernet 2");
        CimRow row = await _ports.RowAsync(On.Interface((uint)index, IPFamily.IPv4, CimStore.Active));
        Assert.True(row.Get(NetIPInterfaceClass.Dhcp).Is(Toggle.Enabled));
        Assert.True(row.Get(NetIPInterfaceClass.AutomaticMetric).Is(Toggle.Enabled) && row.Get(NetIPInterfaceClass.InterfaceMetric).Is(25));
        Assert.True(row.Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Disabled) && row.Get(NetIPInterfaceClass.WeakHostReceive).Is(Toggle.Disabled));
        Assert.All(
            await _ports.RowsAsync(On.Where(NetAdapterBindingClass.Class, CimStore.None, (NetAdapterBindingClass.Name, "Ethernet 2"))),
            binding => Assert.True(binding.Get(NetAdapterBindingClass.Enabled).Is(true)));
        Assert.True((await _ports.RowAsync(On.Where(DnsClientClass.Class, CimStore.None, (DnsClientClass.InterfaceIndex, index))))
            .Get(DnsClientClass.RegisterThisConnectionsAddress).Is(true));
        Assert.True((await _ports.RowAsync(On.Where(NetConnectionProfileClass.Class, CimStore.None, (NetConnectionProfileClass.InterfaceIndex, index))))
            .Get(NetConnectionProfileClass.NetworkCategory).Is(NetworkCategory.Public));
        Assert.True((await _ports.RowAsync(On.Where(
            NetworkAdapterConfigurationClass.Class, CimStore.None, (NetworkAdapterConfigurationClass.InterfaceIndex, index))))
            .Get(NetworkAdapterConfigurationClass.TcpipNetbiosOptions).Is(NetBiosOptions.EnableNetbiosViaDhcp));
    }

    [Fact]
    public async Task A_failed_installation_leaves_nothing_behind()
    {
        _server.Behaviour.InstallationFails = FailureKind.Failed;
        Assert.Equal(FailureKind.Failed, (await _server.CreateAsync(CancellationToken.None)).Failure?.Kind);
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty((await _server.FindAsync(CancellationToken.None)).Devices!);
        Assert.Single(await _ports.RowsAsync(On.All(NetAdapterClass.Class)));
        Assert.Single(await _ports.RowsAsync(On.All(PnPEntityClass.Class)));
    }

    [Fact]
    public async Task A_device_that_needs_a_restart_has_its_adapter_after_it()
    {
        _server.Behaviour.InstallationNeedsRestart = true;
        DeviceOutcome outcome = await _server.CreateAsync(CancellationToken.None);
        Assert.True(outcome.RestartNeeded);
        _server.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await _ports.RowsAsync(On.AdapterOf(outcome.Device!.InstanceId)));
        CimRow device = await _ports.RowAsync(On.Where(PnPEntityClass.Class, CimStore.None, (PnPEntityClass.DeviceID, outcome.Device.InstanceId)));
        Assert.True(device.Get(PnPEntityClass.ConfigManagerErrorCode).Is(14));
        _server.Restart();
        Assert.Single(await _ports.RowsAsync(On.AdapterOf(outcome.Device.InstanceId)));
        Assert.Single(await _ports.RowsAsync(On.Interface(_server.IndexOf("Ethernet 2"), IPFamily.IPv4, CimStore.Active)));
    }

    [Fact]
    public async Task A_removal_that_needs_a_restart_is_complete_after_it()
    {
        string instanceId = await CreateAsync();
        _server.Behaviour.InstallationNeedsRestart = true;
        Assert.True((await _server.RemoveAsync(instanceId, CancellationToken.None)).RestartNeeded);
        Assert.Single((await _server.FindAsync(CancellationToken.None)).Devices!);
        CimRow device = await _ports.RowAsync(On.Where(PnPEntityClass.Class, CimStore.None, (PnPEntityClass.DeviceID, instanceId)));
        Assert.True(device.Get(PnPEntityClass.ConfigManagerErrorCode).Is(21));
        _server.Restart();
        Assert.Empty((await _server.FindAsync(CancellationToken.None)).Devices!);
    }

    [Fact]
    public async Task A_device_that_is_no_loopback_is_neither_found_nor_removed()
    {
        LabServer server = new LabServerBuilder("WEB01").Tap("Loopback").Loopback("Ethernet 2").Build();
        LoopbackDevice found = Assert.Single((await server.FindAsync(CancellationToken.None)).Devices!);
        Assert.Equal(@"ROOT\NET\0001", found.InstanceId);
        Assert.Equal(FailureKind.InvalidParameter, (await server.RemoveAsync(@"ROOT\NET\0000", CancellationToken.None)).Failure?.Kind);
        Assert.Single(await Ports.Of(server).RowsAsync(On.Adapter("Loopback")));
    }

    [Fact]
    public async Task With_the_device_goes_everything_that_was_on_it_but_its_addresses_in_the_persistent_store()
    {
        LabServer server = new LabServerBuilder("WEB01").Loopback("Loopback", each => each.Address("192.0.2.10/32").WeakHost()).Build();
        Ports ports = Ports.Of(server);
        uint index = server.IndexOf("Loopback");
        Assert.Null((await server.RemoveAsync(@"root\net\0000", CancellationToken.None)).Failure);
        server.Restart();
        Assert.Empty(await ports.RowsAsync(On.Address(Some.Vip, CimStore.Active)));
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
        {
            Assert.DoesNotContain(
                await ports.RowsAsync(On.All(NetIPInterfaceClass.Class, store)), row => row.Get(NetIPInterfaceClass.InterfaceAlias).Is("Loopback"));
        }

        Assert.True((await ports.RowAsync(On.Address(Some.Vip, CimStore.Persistent))).Get(NetIPAddressClass.InterfaceIndex).Is(index));
        await ports.DoAsync(CimOperation.Delete(On.Address(Some.Vip, CimStore.Persistent)));
        Assert.Empty(await ports.RowsAsync(On.Address(Some.Vip, CimStore.Persistent)));
    }

    [Fact]
    public async Task A_device_that_goes_before_its_adapter_came_leaves_none()
    {
        string instanceId = await CreateAsync();
        Assert.Null((await _server.RemoveAsync(instanceId, CancellationToken.None)).Failure);
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await _ports.RowsAsync(On.All(NetAdapterClass.Class)));
    }

    private async Task<string> CreateAsync()
    {
        DeviceOutcome outcome = await _server.CreateAsync(CancellationToken.None);
        Assert.Null(outcome.Failure);
        return outcome.Device!.InstanceId;
    }

    private async Task<System.Net.IPAddress[]> IPv4Async(uint index) => (await _ports.RowsAsync(On.Addresses(index, CimStore.Active)))
        .Where(row => row.Get(NetIPAddressClass.AddressFamily).Is(IPFamily.IPv4))
        .Select(row => row.Get(NetIPAddressClass.IPAddress).Value)
        .ToArray();
}
