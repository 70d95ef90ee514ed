using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Plans;

public sealed class InterfaceResolverTests
{
    private static readonly (CimProperty, object) s_onLoopback = Server.On(NetAdapterClass.Class, Server.Loopback);
    private static readonly NetAdapter s_loopback = Server.Ready().Build().Adapters.Rows!.Single(each => each.InterfaceIndex == Server.Loopback);

    private static readonly InterfaceRef s_reference = InterfaceRef.Adapter(
        s_loopback.InterfaceGuid.Or(string.Empty), s_loopback.DeviceInstanceId.Or(string.Empty), "Loopback");

    [Fact]
    public async Task An_adapter_is_found_whatever_it_is_called_now()
    {
        ResolvedInterface? found = await FindAsync(Server.Ready().Set(NetAdapterClass.Name, "renamed", s_onLoopback), s_reference);
        Assert.Equal((Server.Loopback, "renamed", true), (found!.Index, found.Alias, found.IsLoopback));
        Assert.Equal(s_reference, found.Reference);
    }

    [Fact]
    public async Task An_adapter_whose_GUID_came_to_belong_to_another_device_is_refused()
    {
        Server server = Server.Ready().Set(NetAdapterClass.PnPDeviceID, @"ROOT\NET\0007", s_onLoopback);
        var refused = await Assert.ThrowsAsync<ChangeFailedException>(() => FindAsync(server, s_reference));
        Assert.Equal(FailureKind.InvalidParameter, refused.Kind);
        Assert.Contains(@"Loopback is now device ROOT\NET\0007 and was ", refused.Message);
    }

    [Fact]
    public async Task An_adapter_that_is_gone_is_none() => Assert.Null(await FindAsync(Server.Ready().Remove(NetAdapterClass.Class, s_onLoopback), s_reference));

    [Fact]
    public async Task What_it_is_tells_its_device_where_the_adapter_does_not()
    {
        Server untold = Server.Ready().Set(NetAdapterClass.ComponentID, null, s_onLoopback);
        Assert.True((await FindAsync(untold, s_reference))!.IsLoopback);
        Assert.False((await FindAsync(untold.Set(PnPEntityClass.HardwareID, new[] { @"PCI\VEN_8086" }), s_reference))!.IsLoopback);
    }

    [Fact]
    public async Task The_adapter_of_a_plan_is_found_once_it_is_made()
    {
        InterfaceRef made = InterfaceRef.MadeByPlan("DSR Loopback");
        Assert.Null(await FindAsync(Server.Ready(), made));
        Assert.Equal(Server.Loopback, (await FindAsync(Server.Ready(), made, s_reference.DeviceInstanceId))!.Index);
    }

    [Fact]
    public async Task The_built_in_loopback_is_the_interface_without_an_adapter_that_holds_127_0_0_1()
    {
        InterfaceRef builtIn = InterfaceRef.BuiltInLoopback("Loopback Pseudo-Interface 1");
        ResolvedInterface? found = await FindAsync(Server.Ready(), builtIn);
        Assert.Equal((Server.BuiltIn, true), (found!.Index, found.IsLoopback));
        Assert.Null(await FindAsync(Server.Ready().Remove(NetIPAddressClass.Class, Server.On(NetIPAddressClass.Class, Server.BuiltIn)), builtIn));
    }

    [Fact]
    public async Task A_reading_that_fails_is_told_with_its_class()
    {
        Server denied = Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied);
        var failed = await Assert.ThrowsAsync<ChangeFailedException>(() => FindAsync(denied, s_reference));
        Assert.Equal(FailureKind.AccessDenied, failed.Kind);
        Assert.Contains("Reading MSFT_NetAdapter failed", failed.Message);
    }

    private static Task<ResolvedInterface?> FindAsync(Server server, InterfaceRef reference, string? made = null) =>
        new InterfaceResolver(new SnapshotReader(server.Build())) { MadeInstanceId = made }.FindAsync(reference, CancellationToken.None);

    private sealed class SnapshotReader(Snapshot snapshot) : ICimReader
    {
        public string ComputerName => snapshot.ComputerName;

        public Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken) => Task.FromResult(snapshot.Read(query.Class, query.Store));
    }
}
