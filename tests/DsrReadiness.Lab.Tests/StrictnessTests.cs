using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

/// <summary>Changes that are refused whatever the class.</summary>
public sealed class StrictnessTests
{
    private readonly LabServer _server = Some.WithLoopback();
    private readonly Ports _ports;

    public StrictnessTests() => _ports = Ports.Of(_server);

    private CimQuery Target => On.Interface(_server.IndexOf("Loopback"), IPFamily.IPv4, CimStore.Active);

    public static TheoryData<string, CimType, object?> WrongAssignments() => new()
    {
        { "WeakHostSend", CimType.UInt8, 2L },
        { "WeakHostSend", CimType.UInt8, -1L },
        { "WeakHostSend", CimType.UInt8, 1 },
        { "WeakHostSend", CimType.UInt8, (byte)1 },
        { "WeakHostSend", CimType.UInt8, Toggle.Enabled },
        { "WeakHostSend", CimType.UInt8, "1" },
        { "WeakHostSend", CimType.UInt8, true },
        { "WeakHostSend", CimType.UInt8, null },
        { "WeakHostSend", CimType.UInt16, 1L },
        { "WeakHostSend", CimType.Boolean, true },
        { "InterfaceMetric", CimType.UInt32, 0L },
        { "InterfaceMetric", CimType.UInt32, 4_294_967_296L },
        { "NlMtu", CimType.UInt32, 575L },
        { "InterfaceIndex", CimType.UInt32, 99L },
        { "ConnectionState", CimType.UInt8, 1L },
        { "InterfaceAlias", CimType.String, "LOOP" },
        { "WeakHostSending", CimType.UInt8, 1L },
    };

    [Theory]
    [MemberData(nameof(WrongAssignments))]
    public async Task A_wrong_name_type_or_value_is_refused(string name, CimType type, object? value) =>
        await _ports.RefusesAsync(FailureKind.InvalidParameter, CimOperation.Modify(Target, new CimAssignment(name, type, value)));

    [Fact]
    public async Task One_wrong_value_keeps_the_right_ones_from_being_set()
    {
        await _ports.RefusesAsync(FailureKind.InvalidParameter, CimOperation.Modify(
            Target, new CimAssignment(NetIPInterfaceClass.WeakHostSend, 1L), new CimAssignment(NetIPInterfaceClass.WeakHostReceive, 7L)));
        Assert.True((await _ports.RowAsync(Target)).Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Disabled));
    }

    [Fact]
    public async Task Nothing_assigned_or_twice_the_same_is_refused()
    {
        await _ports.RefusesAsync(FailureKind.InvalidParameter, CimOperation.Modify(Target));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, CimOperation.Modify(
            Target, new CimAssignment(NetIPInterfaceClass.WeakHostSend, 1L), new CimAssignment("weakhostsend", CimType.UInt8, 0L)));
    }

    [Fact]
    public async Task A_metric_is_not_given_and_automatic_at_once()
    {
        await _ports.RefusesAsync(FailureKind.InvalidParameter, CimOperation.Modify(
            Target, new CimAssignment(NetIPInterfaceClass.InterfaceMetric, 9L), new CimAssignment(NetIPInterfaceClass.AutomaticMetric, 1L)));
        await _ports.DoAsync(CimOperation.Modify(
            Target, new CimAssignment(NetIPInterfaceClass.InterfaceMetric, 9L), new CimAssignment(NetIPInterfaceClass.AutomaticMetric, 0L)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData(7)]
    [InlineData(-7L)]
    [InlineData(true)]
    public async Task A_condition_of_the_wrong_type_is_an_invalid_query(object index)
    {
        CimQuery query = On.Where(NetIPInterfaceClass.Class, CimStore.Active, (NetIPInterfaceClass.InterfaceIndex, index));
        Assert.Equal(FailureKind.InvalidQuery, (await _server.ReadAsync(query, default)).Failure?.Kind);
        await _ports.RefusesAsync(FailureKind.InvalidQuery, Do.Set(query, NetIPInterfaceClass.WeakHostSend, 1L));
    }

    [Fact]
    public async Task An_interface_is_neither_created_nor_deleted()
    {
        await _ports.RefusesAsync(FailureKind.NotSupported, CimOperation.Delete(Target));
        await _ports.RefusesAsync(
            FailureKind.NotSupported, CimOperation.Create(On.All(NetIPInterfaceClass.Class), [new CimAssignment(NetIPInterfaceClass.InterfaceIndex, 5L)], []));
    }

    [Fact]
    public async Task Without_elevation_everything_can_be_read_and_nothing_changed()
    {
        _server.IsElevated = false;
        Assert.NotEmpty(await _ports.RowsAsync(Target));
        await _ports.RefusesAsync(FailureKind.AccessDenied, Do.Set(Target, NetIPInterfaceClass.WeakHostSend, 1L));
        await _ports.RefusesAsync(FailureKind.AccessDenied, Do.CreateAddress(_server.IndexOf("Loopback"), Some.Vip, 32));
        await _ports.RefusesAsync(FailureKind.AccessDenied, Do.Rename("Loopback", "LOOP"));
        Assert.Equal(FailureKind.AccessDenied, (await _server.CreateAsync(default)).Failure?.Kind);
        Assert.Equal(FailureKind.AccessDenied, (await _server.RemoveAsync(@"ROOT\NET\0000", default)).Failure?.Kind);
        Assert.Single((await _server.FindAsync(default)).Devices!);
        Assert.Empty(await _ports.RowsAsync(On.Address(Some.Vip, CimStore.Active)));
    }

    [Fact]
    public async Task Before_2012_there_are_no_network_classes()
    {
        LabServer server = new LabServerBuilder("OLD01").Windows(LabWindows.Server2008R2).Build();
        Assert.Equal(FailureKind.InvalidNamespace, (await server.ReadAsync(On.All(NetAdapterClass.Class), default)).Failure?.Kind);
        await Ports.Of(server).RefusesAsync(FailureKind.InvalidNamespace, Do.Rename("Ethernet", "Net"));
        CimRow row = await Ports.Of(server).RowAsync(On.All(OperatingSystemClass.Class));
        Assert.True(row.Get(OperatingSystemClass.Version).Is("6.1.7601"));
    }
}
