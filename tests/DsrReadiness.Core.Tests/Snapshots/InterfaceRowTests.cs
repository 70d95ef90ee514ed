using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Snapshots;

public sealed class InterfaceRowTests
{
    [Theory]
    [InlineData(2L, IPFamily.IPv4)]
    [InlineData("2", IPFamily.IPv4)]
    [InlineData("IPv4", IPFamily.IPv4)]
    [InlineData(23L, IPFamily.IPv6)]
    [InlineData("IPv6", IPFamily.IPv6)]
    public void Reads_the_family_as_number_or_text(object raw, IPFamily expected) => Assert.Equal(expected, Interface((NetIPInterfaceClass.AddressFamily, raw)).Family);

    [Fact]
    public void Reads_an_ip_interface()
    {
        IPInterface row = Interface(
            (NetIPInterfaceClass.AddressFamily, 23L),
            (NetIPInterfaceClass.InterfaceAlias, "Ethernet"),
            (NetIPInterfaceClass.WeakHostSend, 0L),
            (NetIPInterfaceClass.WeakHostReceive, "Enabled"),
            (NetIPInterfaceClass.Forwarding, null),
            (NetIPInterfaceClass.InterfaceMetric, 25L),
            (NetIPInterfaceClass.ConnectionState, "Connected"));
        Assert.Equal((7u, IPFamily.IPv6, "Ethernet", 25u), (row.InterfaceIndex, row.Family, row.Alias.Value, row.Metric.Value));
        Assert.Equal((Toggle.Disabled, Toggle.Enabled), (row.WeakHostSend.Value, row.WeakHostReceive.Value));
        Assert.Equal((FieldState.Null, FieldState.Missing), (row.Forwarding.State, row.Dhcp.State));
        Assert.True(row.ConnectionState.Is(ConnectionState.Connected));
    }

    [Fact]
    public void Reads_an_adapter()
    {
        var row = new NetAdapter(Rows.Of(
            NetAdapterClass.Class,
            (NetAdapterClass.InterfaceIndex, 12L),
            (NetAdapterClass.Name, "Loopback"),
            (NetAdapterClass.InterfaceGuid, "{0C3A7B1E-0000-4000-8000-000000000012}"),
            (NetAdapterClass.ComponentID, "*msloop"),
            (NetAdapterClass.PnPDeviceID, @"ROOT\NET\0000"),
            (NetAdapterClass.InterfaceOperationalStatus, "Up"),
            (NetAdapterClass.InterfaceAdminStatus, 2L),
            (NetAdapterClass.State, 3L),
            (NetAdapterClass.PermanentAddress, "02004C4F4F50")));
        Assert.Equal((12u, "Loopback", "*msloop"), (row.InterfaceIndex, row.Alias.Value, row.ComponentId.Value));
        Assert.Equal(("{0C3A7B1E-0000-4000-8000-000000000012}", @"ROOT\NET\0000"), (row.InterfaceGuid.Value, row.DeviceInstanceId.Value));
        Assert.Equal((InterfaceStatus.Up, AdminStatus.Down, AdapterState.Disabled), (row.OperationalStatus.Value, row.AdminStatus.Value, row.State.Value));
        Assert.Equal("02004C4F4F50", row.PermanentAddress.Value);
    }

    [Theory]
    [InlineData("*MSLOOP", true)]
    [InlineData("*msloop", true)]
    [InlineData("MSLOOP", false)]
    [InlineData("*MSLOOP2", false)]
    [InlineData(@"ROOT\NET\0000", false)]
    public void Knows_the_loopback_by_its_hardware_id(string hardwareId, bool expected) => Assert.Equal(expected, NetAdapter.IsLoopbackId(hardwareId));

    [Theory]
    [InlineData(0L, NetworkCategory.Public)]
    [InlineData("DomainAuthenticated", NetworkCategory.DomainAuthenticated)]
    public void Reads_a_connection_profile(object raw, NetworkCategory expected) => Assert.Equal(
        expected,
        new ConnectionProfile(Rows.Of(
            NetConnectionProfileClass.Class,
            (NetConnectionProfileClass.InterfaceIndex, 7L),
            (NetConnectionProfileClass.NetworkCategory, raw))).Category.Value);

    [Theory]
    [InlineData(new object?[] { "*MSLOOP" }, "*MSLOOP")]
    [InlineData(new object?[] { "a", "b" }, "a b")]
    public void Reads_a_device(object?[] ids, string expected)
    {
        var row = new PnPDevice(Rows.Of(
            PnPEntityClass.Class, (PnPEntityClass.DeviceID, @"ROOT\NET\0000"), (PnPEntityClass.HardwareID, ids), (PnPEntityClass.ConfigManagerErrorCode, 22L)));
        Assert.Equal((@"ROOT\NET\0000", expected, 22u), (row.InstanceId, string.Join(' ', row.HardwareIds.Value), row.ProblemCode.Value));
    }

    [Fact]
    public void Reads_a_single_hardware_id_as_an_array_of_one() => Assert.Equal(
        ["*MSLOOP"],
        new PnPDevice(Rows.Of(PnPEntityClass.Class, (PnPEntityClass.DeviceID, "x"), (PnPEntityClass.HardwareID, "*MSLOOP"))).HardwareIds.Value);

    private static IPInterface Interface(params (CimProperty Property, object? Value)[] values) =>
        new(Rows.Of(NetIPInterfaceClass.Class, [(NetIPInterfaceClass.InterfaceIndex, 7L), .. values]));
}
