using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests;

/// <summary>The lab and the checks agree on what a server looks like.</summary>
public sealed class JudgedLabTests
{
    private static readonly DsrService s_service = new([IPAddress.Parse(Some.Vip)], [ServicePort.Parse("tcp/443")]);

    [Fact]
    public async Task A_fresh_server_is_not_ready() =>
        Assert.Equal(Verdict.NotReady, (await JudgeAsync(new LabServerBuilder("WEB01").Listens("tcp/443").Build())).Verdict);

    [Fact]
    public async Task A_server_prepared_by_plain_operations_is_ready_and_still_is_after_a_restart()
    {
        LabServer server = new LabServerBuilder("WEB01").Listens("tcp/443").Build();
        await PrepareAsync(server);
        AssertReady(await JudgeAsync(server));
        server.Restart();
        AssertReady(await JudgeAsync(server));
    }

    [Fact]
    public async Task A_server_prepared_in_the_active_store_alone_works_until_the_restart()
    {
        LabServer server = new LabServerBuilder("WEB01").Listens("tcp/443").Build();
        server.Behaviour.OmittedStore = LabOmittedStore.ActiveStoreOnly;
        await PrepareAsync(server);
        Assert.Equal(Outcome.Passed, (await JudgeAsync(server)).Results.Single(result => result.Id == "M01").Outcome);
        server.Restart();
        Assert.Equal(Outcome.Failed, (await JudgeAsync(server)).Results.Single(result => result.Id == "M01").Outcome);
    }

    [Fact]
    public async Task A_snapshot_holds_every_reading_taken_side_by_side()
    {
        LabServer server = Some.Server();
        server.Behaviour.Latency = TimeSpan.FromMilliseconds(50);
        DateTimeOffset before = server.Clock.UtcNow;
        Snapshot? snapshot = null;
        await server.Clock.RunAsync(async () => snapshot = await CollectAsync(server));
        Assert.Equal(TimeSpan.FromMilliseconds(50), server.Clock.UtcNow - before);
        Assert.Equal(("WEB01", "tests", server.Clock.UtcNow), (snapshot!.ComputerName, snapshot.Collector, snapshot.CollectedAt));
        Assert.Equal(server.Calls.Count, SnapshotCollector.All().Count());
        Assert.All(
            snapshot.Readings, reading => Assert.True(reading.Failure is null || reading.Class.Namespace == "root/MSCluster", reading.Class.Name));
    }

    /// <summary>What there is to wait for with a real server is its slowest answer, and not the sum of all.</summary>
    [Fact]
    public async Task A_verdict_asks_for_each_reading_once_and_waits_once()
    {
        LabServer server = Some.Server();
        ReadingId[] readings = [.. Catalogue.All.Checks.SelectMany(check => check.Info.Reads).Distinct()];
        server.Behaviour.Latency = TimeSpan.FromMilliseconds(50);
        DateTimeOffset before = server.Clock.UtcNow;
        Snapshot? snapshot = null;
        await server.Clock.RunAsync(async () => snapshot = await SnapshotCollector.CollectAsync(server, server.Clock, readings, "tests", CancellationToken.None));
        Assert.Equal(readings.Length, server.Calls.Count);
        Assert.Equal(TimeSpan.FromMilliseconds(50), server.Clock.UtcNow - before);
        new CheckRunner(Catalogue.All).Run(snapshot!, s_service);
        Assert.Equal(readings.Length, server.Calls.Count);
    }

    private static void AssertReady(ServerVerdict verdict) => Assert.True(
        verdict.Verdict == Verdict.Ready,
        string.Join(Environment.NewLine, verdict.Results.Where(each => each.Outcome is Outcome.Failed or Outcome.Unknown).Select(each => each.Id + " " + each.Reason)));

    private static Task<Snapshot> CollectAsync(LabServer server) => SnapshotCollector.CollectAsync(server, server.Clock, null, "tests", CancellationToken.None);

    private static async Task<ServerVerdict> JudgeAsync(LabServer server) => new CheckRunner(Catalogue.All).Run(await CollectAsync(server), s_service);

    /// <summary>The classic recipe, by hand.</summary>
    private static async Task PrepareAsync(LabServer server)
    {
        Ports ports = Ports.Of(server);
        string instanceId = (await server.CreateAsync(CancellationToken.None)).Device!.InstanceId;
        uint index = (await ports.WaitForAsync(On.AdapterOf(instanceId))).Get(NetAdapterClass.InterfaceIndex).Value;
        await ports.WaitForAsync(On.Interface(index, IPFamily.IPv4, CimStore.Active));
        await ports.DoAsync(CimOperation.Invoke(On.AdapterOf(instanceId), "Rename", new CimAssignment("NewName", CimType.String, "Loopback")));
        await ports.WaitForAsync(On.Addresses(index, CimStore.Active), row => row.Get(NetIPAddressClass.AddressFamily).Is(IPFamily.IPv4));
        foreach (string component in new[] { "ms_msclient", "ms_server", "ms_lltdio", "ms_rspndr", "ms_lldp" })
        {
            CimQuery binding = On.Where(
                NetAdapterBindingClass.Class, CimStore.None, (NetAdapterBindingClass.Name, "Loopback"), (NetAdapterBindingClass.ComponentID, component));
            await ports.DoAsync(Do.Set(binding, NetAdapterBindingClass.Enabled, false));
        }

        CimQuery configuration = On.Where(
            NetworkAdapterConfigurationClass.Class, CimStore.None, (NetworkAdapterConfigurationClass.InterfaceIndex, (long)index));
        await ports.DoAsync(CimOperation.Invoke(configuration, "SetTcpipNetbios", new CimAssignment("TcpipNetbiosOptions", CimType.UInt32, 2L)));
        await ports.DoAsync(Do.Set(
            On.Where(DnsClientClass.Class, CimStore.None, (DnsClientClass.InterfaceIndex, (long)index)), DnsClientClass.RegisterThisConnectionsAddress, false));
        CimQuery loopback = On.Interface(index, IPFamily.IPv4, CimStore.None);
        await ports.DoAsync(Do.Set(loopback, NetIPInterfaceClass.Dhcp, 0L));
        await ports.DoAsync(CimOperation.Modify(
            loopback,
            new CimAssignment(NetIPInterfaceClass.InterfaceMetric, 254L),
            new CimAssignment(NetIPInterfaceClass.WeakHostSend, 1L),
            new CimAssignment(NetIPInterfaceClass.WeakHostReceive, 1L)));
        await ports.DoAsync(Do.CreateAddress(index, Some.Vip, 32));
        await ports.WaitForAsync(On.Address(Some.Vip, CimStore.Active), row => row.Get(NetIPAddressClass.AddressState).Is(AddressState.Preferred));
        await ports.DoAsync(CimOperation.Create(
            On.All(NetFirewallRuleClass.Class),
            [new CimAssignment(NetFirewallRuleClass.InstanceId, "DSR"), new CimAssignment(NetFirewallRuleClass.ElementName, "DSR")],
            [
                new CimAssignment("LocalAddress", CimType.String, new object?[] { Some.Vip }),
                new CimAssignment("Protocol", CimType.String, "TCP"),
                new CimAssignment("LocalPort", CimType.String, new object?[] { "443" }),
            ]));
        await ports.DoAsync(Do.Set(
            On.Interface(server.IndexOf("Ethernet"), IPFamily.IPv4, CimStore.None), NetIPInterfaceClass.WeakHostReceive, 1L));
    }
}
