using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Inventory;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Lab.Tests.Inventory;

public sealed class InventoryTests
{
    private static readonly DsrService s_service = new([IPAddress.Parse(Some.Vip)], [ServicePort.Parse("443")]);

    [Fact]
    public async Task Loopbacks_are_told_from_other_adapters_and_automatic_addresses_are_left_out()
    {
        LabServer server = new LabServerBuilder("WEB01")
            .Loopback("VIPs", loopback => loopback.Address(Some.Vip + "/32", skipAsSource: true).Address("2001:db8::10/128", skipAsSource: true))
            .Loopback("Spare")
            .Tap("Loopback")
            .Build();
        server.Clock.Advance(System.TimeSpan.FromMinutes(1));

        IReadOnlyList<LoopbackEntry> loopbacks = Values(LoopbackInventory.Of(await LookAsync(server)));

        Assert.Equal(["VIPs", "Spare"], loopbacks.Select(each => each.Interface.Alias));
        Assert.Equal([Some.Vip, "2001:db8::10"], loopbacks[0].Addresses.Select(address => address.ToString()));
        Assert.Empty(loopbacks[1].Addresses);
    }

    [Fact]
    public async Task The_host_model_is_told_for_each_interface_and_family_and_store()
    {
        LabServer server = LabShapes.Describe("WEB01", 1, LabShape.Ready, s_service).Build();

        IReadOnlyList<HostModelEntry> entries = Values(HostModelInventory.Of(await LookAsync(server)));

        HostModelEntry ethernet = entries.Single(each => each.Interface.Alias == "Ethernet" && each.Family == IPFamily.IPv4);
        Assert.True(ethernet.Receive.Is(Toggle.Enabled) && ethernet.PersistentReceive.Is(Toggle.Enabled) && ethernet.Send.Is(Toggle.Disabled));
        Assert.Equal(6, entries.Count);
    }

    [Fact]
    public async Task What_was_not_read_is_missing_and_not_empty()
    {
        LabServer server = LabShapes.Describe("WEB01", 1, LabShape.Ready, s_service).Build();
        Snapshot some = await SnapshotCollector.CollectAsync(server, server.Clock, [new ReadingId(NetRouteClass.Class, CimStore.Active)], "tests", CancellationToken.None);

        Assert.False(LoopbackInventory.Of(some).TryGet(out _, out Missing? loopbacks) || HostModelInventory.Of(some).TryGet(out _, out _));
        Assert.False(FirewallRuleInventory.Of(some).TryGet(out _, out Missing? rules));
        Assert.Contains("not collected", loopbacks!.Reason, System.StringComparison.Ordinal);
        Assert.Contains("MSFT_NetFirewallRule (persistent store)", rules!.Reason, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_not_read_leaves_its_values_missing()
    {
        LabServer server = LabShapes.Describe("WEB01", 1, LabShape.Ready, s_service).Build();
        Snapshot active = await SnapshotCollector.CollectAsync(
            server, server.Clock, ReadingId.Topology.Where(id => id.Store != CimStore.Persistent), "tests", CancellationToken.None);

        HostModelEntry entry = Values(HostModelInventory.Of(active))[0];

        Assert.Equal((FieldState.Value, FieldState.Missing), (entry.Send.State, entry.PersistentSend.State));
    }

    private static Task<Snapshot> LookAsync(LabServer server) => SnapshotCollector.CollectAsync(server, server.Clock, null, "tests", CancellationToken.None);

    private static IReadOnlyList<T> Values<T>(Fact<IReadOnlyList<T>> fact) => fact.TryGet(out IReadOnlyList<T>? values, out Missing? missing)
        ? values
        : throw new Xunit.Sdk.XunitException(missing.Reason);
}
