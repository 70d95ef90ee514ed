using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;
using DsrReadiness.Windows.Management;
using DsrReadiness.Windows.Tests.Simulation;

namespace DsrReadiness.Windows.Tests.Management;

/// <summary>A lab server reached through the adapter is the same server: the same readings, and the same changes.</summary>
[Trait("Tier", "Slow")]
public sealed class ThroughManagementTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    public static TheoryData<string, LabOmittedStore> States()
    {
        var data = new TheoryData<string, LabOmittedStore>();
        foreach (StartingState state in StartingStates.All)
        {
            data.Add(state.Name, LabOmittedStore.BothStores);
            data.Add(state.Name, LabOmittedStore.ActiveStoreOnly);
        }

        return data;
    }

    [Theory]
    [InlineData(LabShape.Clean)]
    [InlineData(LabShape.HalfDone)]
    [InlineData(LabShape.Ready)]
    [InlineData(LabShape.ForeignLoopback)]
    public async Task A_snapshot_is_the_same(LabShape shape)
    {
        var service = new DsrService([IPAddress.Parse("192.0.2.10"), IPAddress.Parse("2001:db8::10")], [ServicePort.Parse("tcp/443")]);
        LabServer lab = LabShapes.Describe("WEB01", 1, shape, service).Domain("example.net")
            .Site("Shop", 443, "192.0.2.10").Site("Shop", 80).Site("Other", 8443, "2001:db8::10").WithoutMultichannel().Build();
        using var session = new LabSession(lab);

        string direct = await SnapshotAsync(lab, lab);
        Assert.Contains("DnsAnswer", direct, StringComparison.Ordinal);
        Assert.Equal(direct, await SnapshotAsync(new ManagedServer(session, "WEB01", new LabNames(lab), s_minute), lab));
        Assert.All(session.HandedOut, instance => Assert.True(instance.IsDisposed));
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Plan_and_apply_make_it_ready_and_undo_restores(string name, LabOmittedStore omitted)
    {
        StartingState state = StartingStates.All.Single(each => each.Name == name);
        LabServer lab = state.Build(omitted);
        using var session = new LabSession(lab);
        var server = new ManagedServer(session, lab.ComputerName, new LabNames(lab), s_minute);
        var admin = new Admin(lab, reader: server, writer: server);
        IReadOnlyList<string> before = ServerState.Of(lab);

        ApplyReport report = await admin.ApplyAsync(state.Service);
        Assert.True(report.Result == ApplyResult.Applied, $"{report.Result}: {report.Reason}");
        Assert.Equal(Verdict.Ready, (await admin.JudgeAsync(state.Service)).Verdict);
        Assert.Equal(Verdict.Ready, (await new Admin(lab).JudgeAsync(state.Service)).Verdict);
        Assert.True((await admin.PlanAsync(state.Service)).IsEmpty);

        ApplyReport undone = await admin.UndoAsync(report.Run!.Id);
        Assert.Equal(ApplyResult.Applied, undone.Result);
        string[] expected = [.. before.Where(line => !(line.Contains(" address LAN ", StringComparison.Ordinal)
            && state.Service.VirtualIPAddresses.Any(vip => line.Contains(" " + vip + "/", StringComparison.Ordinal))))]; // never put back on what answers for it
        Assert.Equal(expected, ServerState.Of(lab));
        Assert.All(session.HandedOut, instance => Assert.True(instance.IsDisposed));
    }

    [Fact]
    public async Task Flags_are_written_once_without_a_store_and_then_to_the_store_that_did_not_get_them()
    {
        foreach (LabOmittedStore omitted in new[] { LabOmittedStore.BothStores, LabOmittedStore.ActiveStoreOnly })
        {
            var service = new DsrService([IPAddress.Parse("192.0.2.10")], [ServicePort.Parse("tcp/443")]);
            LabServer lab = LabShapes.Describe("WEB01", 1, LabShape.Clean, service).Build();
            lab.Behaviour.OmittedStore = omitted;
            using var session = new LabSession(lab);
            var server = new ManagedServer(session, "WEB01", new LabNames(lab), s_minute);
            Assert.Equal(ApplyResult.Applied, (await new Admin(lab, reader: server, writer: server).ApplyAsync(service)).Result);

            string[] receives = [.. session.Calls.Where(call => call.StartsWith("Modify MSFT_NetIPInterface", StringComparison.Ordinal) && call.Contains("WeakHostReceive", StringComparison.Ordinal))];
            Assert.Contains(receives, call => !call.Contains("MSFT_NetIPInterface/", StringComparison.Ordinal));
            Assert.Equal(omitted == LabOmittedStore.ActiveStoreOnly, receives.Any(call => call.Contains("MSFT_NetIPInterface/Persistent", StringComparison.Ordinal)));
            Assert.DoesNotContain(receives, call => call.Contains("MSFT_NetIPInterface/Active", StringComparison.Ordinal));
        }
    }

    private static async Task<string> SnapshotAsync(ICimReader reader, LabServer lab)
    {
        Snapshot snapshot = await SnapshotCollector.CollectAsync(reader, lab.Clock, null, "tests", CancellationToken.None);
        using var stream = new MemoryStream();
        SnapshotFile.Write(Listening(snapshot), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>What clients are connected is not read from Windows.</summary>
    private static Snapshot Listening(Snapshot snapshot) => new(snapshot.ComputerName, snapshot.CollectedAt, snapshot.Collector, snapshot.Readings.Select(
        reading => reading.Class == NetTcpConnectionClass.Class && reading.Rows is { } rows
            ? CimReading.Of(reading.Class, reading.Store, [.. rows.Where(row => row.Get(NetTcpConnectionClass.State).Is(TcpState.Listen))])
            : reading));
}
