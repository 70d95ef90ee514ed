using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

public sealed class AdapterTests
{
    private readonly LabServer _server = Some.WithLoopback();
    private readonly Ports _ports;

    public AdapterTests() => _ports = Ports.Of(_server);

    [Fact]
    public async Task All_loopbacks_share_one_mac_and_say_that_they_are_not_virtual()
    {
        LabServer server = new LabServerBuilder("WEB01").Loopback("One").Loopback("Two").ForeignLoopback("Npcap", "Npcap Loopback Adapter").Build();
        CimRow[] rows = (await Ports.Of(server).RowsAsync(On.Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.ComponentID, "*MSLOOP")))).ToArray();
        Assert.Equal(3, rows.Length);
        Assert.All(rows, row => Assert.True(row.Get(NetAdapterClass.PermanentAddress).Is("02004C4F4F50") && row.Get(NetAdapterClass.Virtual).Is(false)));
        Assert.Equal(
            ["Microsoft KM-TEST Loopback Adapter", "Microsoft KM-TEST Loopback Adapter #2", "Npcap Loopback Adapter"],
            rows.Select(row => row.Get(NetAdapterClass.InterfaceDescription).Value));
        Assert.Equal([@"ROOT\NET\0000", @"ROOT\NET\0001", @"ROOT\NET\0002"], rows.Select(row => row.Get(NetAdapterClass.PnPDeviceID).Value));
    }

    [Fact]
    public async Task A_tap_adapter_called_loopback_is_none()
    {
        LabServer server = new LabServerBuilder("WEB01").Tap("Loopback").Build();
        CimRow row = await Ports.Of(server).RowAsync(On.Adapter("Loopback"));
        Assert.True(row.Get(NetAdapterClass.PnPDeviceID).Is(@"ROOT\NET\0000") && row.Get(NetAdapterClass.ComponentID).Is("tap0901"));
    }

    [Fact]
    public async Task Every_class_follows_a_renamed_adapter_and_a_firewall_rule_does_not()
    {
        await _ports.DoAsync(Do.Rename("Loopback", "LOOP"));
        long index = _server.IndexOf("LOOP");
        foreach ((CimProperty<string> alias, CimProperty<uint> indexed) in new[]
        {
            (NetIPInterfaceClass.InterfaceAlias, NetIPInterfaceClass.InterfaceIndex),
            (NetIPAddressClass.InterfaceAlias, NetIPAddressClass.InterfaceIndex),
            (NetRouteClass.InterfaceAlias, NetRouteClass.InterfaceIndex),
            (DnsClientClass.InterfaceAlias, DnsClientClass.InterfaceIndex),
            (DnsClientServerAddressClass.InterfaceAlias, DnsClientServerAddressClass.InterfaceIndex),
            (NetConnectionProfileClass.InterfaceAlias, NetConnectionProfileClass.InterfaceIndex),
        })
        {
            CimClass @class = CimClasses.Find(alias.ClassName)!;
            CimRow[] rows = (await _ports.RowsAsync(On.Where(@class, CimStore.None, (indexed, index)))).ToArray();
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal("LOOP", row.Get(alias).Value));
        }

        Assert.NotEmpty(await _ports.RowsAsync(On.Where(NetAdapterBindingClass.Class, CimStore.None, (NetAdapterBindingClass.Name, "LOOP"))));
        Assert.Empty(await _ports.RowsAsync(On.Where(NetAdapterBindingClass.Class, CimStore.None, (NetAdapterBindingClass.Name, "Loopback"))));
    }

    [Fact]
    public async Task A_name_survives_a_restart()
    {
        await _ports.DoAsync(Do.Rename("Loopback", "LOOP"));
        _server.Restart();
        Assert.Single(await _ports.RowsAsync(On.Adapter("LOOP")));
    }

    [Fact]
    public async Task A_name_that_another_interface_has_is_refused()
    {
        await _ports.RefusesAsync(FailureKind.AlreadyExists, Do.Rename("Loopback", "ethernet"));
        await _ports.RefusesAsync(FailureKind.AlreadyExists, Do.Rename("Loopback", "Loopback Pseudo-Interface 1"));
        await _ports.DoAsync(Do.Rename("Loopback", "LOOPBACK"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("LOOP ")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("what?")]
    public async Task An_impossible_name_is_refused(string name) => await _ports.RefusesAsync(FailureKind.InvalidParameter, Do.Rename("Loopback", name));

    [Fact]
    public async Task A_rename_may_fail_in_passing()
    {
        _server.Behaviour.TransientRenames = 1;
        await _ports.RefusesAsync(FailureKind.Transient, Do.Rename("Loopback", "LOOP"));
        Assert.Empty(await _ports.RowsAsync(On.Adapter("LOOP")));
        await _ports.DoAsync(Do.Rename("Loopback", "LOOP"));
    }

    [Fact]
    public async Task A_name_is_no_property_to_be_set_and_an_unknown_method_is_not_there()
    {
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Do.Set(On.Adapter("Loopback"), NetAdapterClass.Name, "LOOP"));
        await _ports.RefusesAsync(FailureKind.NotSupported, Do.Call(On.Adapter("Loopback"), "Defenestrate"));
        await _ports.RefusesAsync(FailureKind.NotSupported, CimOperation.Delete(On.Adapter("Loopback")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_index_may_change_with_disabling_and_enabling(bool changes)
    {
        _server.Behaviour.IndexChangesOnEnable = changes;
        uint before = _server.IndexOf("Loopback");
        await _ports.DoAsync(Do.Call(On.Adapter("Loopback"), "Disable"));
        await _ports.DoAsync(Do.Call(On.Adapter("Loopback"), "Enable"));
        Assert.Equal(changes, before != _server.IndexOf("Loopback"));
    }

    [Fact]
    public async Task A_disabled_adapter_is_still_a_row_but_runs_no_ip()
    {
        await _ports.DoAsync(Do.Call(On.Adapter("Loopback"), "Disable"));
        CimRow row = await _ports.RowAsync(On.Adapter("Loopback"));
        Assert.True(row.Get(NetAdapterClass.State).Is(AdapterState.Disabled) && row.Get(NetAdapterClass.InterfaceAdminStatus).Is(AdminStatus.Down));
        uint index = row.Get(NetAdapterClass.InterfaceIndex).Value;
        Assert.Empty(await _ports.RowsAsync(On.Interface(index, IPFamily.IPv4, CimStore.Active)));
        Assert.Empty(await _ports.RowsAsync(On.Routes(index, CimStore.Active)));
        Assert.Single(await _ports.RowsAsync(On.Interface(index, IPFamily.IPv4, CimStore.Persistent)));
        CimRow device = await _ports.RowAsync(
            On.Where(PnPEntityClass.Class, CimStore.None, (PnPEntityClass.DeviceID, row.Get(NetAdapterClass.PnPDeviceID).Value)));
        Assert.True(device.Get(PnPEntityClass.ConfigManagerErrorCode).Is(22));
    }

    [Fact]
    public async Task An_adapter_without_a_link_is_down_and_not_connected()
    {
        _server.Backdoor.Connect("Ethernet", false);
        Assert.True((await _ports.RowAsync(On.Adapter("Ethernet"))).Get(NetAdapterClass.InterfaceOperationalStatus).Is(InterfaceStatus.Down));
        CimRow row = await _ports.RowAsync(On.Interface(_server.IndexOf("Ethernet"), IPFamily.IPv4, CimStore.Active));
        Assert.True(row.Get(NetIPInterfaceClass.ConnectionState).Is(ConnectionState.Disconnected));
    }
}
