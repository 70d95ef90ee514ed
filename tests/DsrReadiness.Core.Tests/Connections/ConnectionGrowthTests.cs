using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Connections;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Time;

namespace DsrReadiness.Tests.Connections;

/// <summary>Asking more servers costs in proportion. All is done on one thread here, whose work is measured.</summary>
[Trait("Tier", "Slow")]
[Collection(nameof(Alone))]
public sealed class ConnectionGrowthTests
{
    [Fact]
    public void Servers_of_one_vip_cost_in_proportion() => Assert.Empty(GrowthRule.Problems(500, 65_536, count =>
    {
        var request = new ConnectionRequest([IPAddress.Parse("10.0.0.1")], [ConnectionPort.Parse("443")], [.. Enumerable.Range(0, count).Select(i => new ConnectionServer("web" + i.ToString(CultureInfo.InvariantCulture), [Own(i)]))]);
        return stage => stage("ask", () => Ask(request, _ => { }));
    }));

    [Fact]
    public void Snapshots_beside_them_cost_in_proportion() => Assert.Empty(GrowthRule.Problems(4_000, 65_536, count =>
    {
        Snapshot snapshot = Server.Ready().Build(); // of none of them, so that no check is asked
        var view = new SnapshotView([.. Enumerable.Repeat(snapshot, count)], new ConnectionRequest([], [], []));
        var result = new ConnectionResult(IPAddress.Parse("10.0.0.1"), ConnectionPort.Parse("443"), "none", ConnectionOutcome.NoAnswer, "So.") { Address = Own(7) };
        return stage => stage("hold", () =>
        {
            for (int i = 0; i < count; i++)
                view.Beside(result);
        });
    }));

    private static void Ask(ConnectionRequest request, Action<ConnectionResult> tell)
    {
        int answered = 0;
        var world = new Segment();
        Task run = new ConnectionRunner(world, world, world, world).RunAsync(request, result =>
        {
            answered += result.Outcome == ConnectionOutcome.Answered ? 1 : 0;
            tell(result);
        }, CancellationToken.None);
        Assert.True(run.IsCompletedSuccessfully);
        Assert.Equal(request.Servers.Count, answered);
    }

    private static IPAddress Own(int number) => new([10, 1, (byte)(number >> 8), (byte)number]);

    /// <summary>Everybody answers at once, each from a MAC address of his own.</summary>
    private sealed class Segment : IHostRoutes, INeighborProbe, IConnectionSockets, IClock
    {
        public DateTimeOffset UtcNow => DateTimeOffset.UnixEpoch;

        public TimeSpan Elapsed => TimeSpan.Zero;

        public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.CompletedTask;

        public IReadOnlyList<ProbeAddress> Addresses() => [new ProbeAddress(2, "eth0", IPAddress.Parse("10.0.0.9"), 8)];

        public RouteRefusal? Refusal() => null;

        public Task<IReadOnlyList<string>> CleanAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

        public Task<RouteView> LookAsync(IPAddress vip, CancellationToken cancellationToken) => Task.FromResult(new RouteView([]));

        public Task<ProbeReply> AskAsync(IPAddress address, ProbeAddress from, CancellationToken cancellationToken) =>
            Task.FromResult(ProbeReply.Of("02-00-" + BitConverter.ToString(address.GetAddressBytes())));

        public Task<string?> LeaseAsync(RouteLease lease, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<string?> GiveBackAsync(RouteLease lease) => Task.FromResult<string?>(null);

        public Task<Observation> AskAsync(Question question, CancellationToken cancellationToken) => Task.FromResult(new Observation(Reply.Answered, TimeSpan.FromMilliseconds(1)));
    }
}
