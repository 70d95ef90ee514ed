using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Time;

namespace DsrReadiness.Tests.Snapshots;

public sealed class SnapshotCollectorTests
{
    private static readonly CimClass s_own = new CimClassBuilder("dsr", "OwnThing", CimEvidence.Own).Build();

    [Fact]
    public async Task Asks_for_every_contracted_class_in_each_of_its_stores()
    {
        var server = new Server();
        Snapshot snapshot = await CollectAsync(server, null);
        Assert.Equal(CimClasses.All.Sum(each => each.HasStores ? 2 : 1), server.Asked.Count);
        Assert.Equal(server.Asked.Count, server.Asked.Distinct().Count());
        Assert.Equal(server.Asked.Count, snapshot.Readings.Count);
        Assert.Equal(("WEB01", "tests", Clock.Start), (snapshot.ComputerName, snapshot.Collector, snapshot.CollectedAt));
    }

    [Fact]
    public async Task Asks_for_what_it_is_told_to_once()
    {
        var server = new Server();
        Snapshot snapshot = await CollectAsync(server, [new ReadingId(NetAdapterClass.Class), new ReadingId(NetAdapterClass.Class)]);
        Assert.Equal([(NetAdapterClass.Class, CimStore.None)], server.Asked);
        Assert.Equal(FailureKind.NotCollected, snapshot.Read(NetRouteClass.Class, CimStore.Active).Failure?.Kind);
    }

    [Fact]
    public async Task Asks_all_before_it_waits_for_one()
    {
        var server = new Server { AnswersWhenAsked = SnapshotCollector.All().Count() };
        Assert.Equal(server.AnswersWhenAsked, (await CollectAsync(server, null)).Readings.Count);
    }

    [Fact]
    public async Task Keeps_a_failed_reading_as_a_failure()
    {
        var server = new Server { Failure = new CimFailure(FailureKind.AccessDenied, "no") };
        Snapshot snapshot = await CollectAsync(server, [new ReadingId(NetAdapterClass.Class)]);
        Assert.Equal(FailureKind.AccessDenied, snapshot.Read(NetAdapterClass.Class, CimStore.None).Failure?.Kind);
    }

    [Theory]
    [InlineData(FailureKind.InvalidClass, FailureKind.NotCollected)]
    [InlineData(FailureKind.InvalidNamespace, FailureKind.NotCollected)]
    [InlineData(FailureKind.AccessDenied, FailureKind.AccessDenied)]
    public async Task Leaves_a_reading_of_our_own_out_only_if_the_reader_does_not_know_it(FailureKind answered, FailureKind seen)
    {
        var server = new Server { Failure = new CimFailure(answered, "no") };
        Snapshot snapshot = await CollectAsync(server, [new ReadingId(s_own), new ReadingId(NetAdapterClass.Class)]);
        Assert.Equal(seen, snapshot.Read(s_own, CimStore.None).Failure?.Kind);
        Assert.Equal(answered, snapshot.Read(NetAdapterClass.Class, CimStore.None).Failure?.Kind);
    }

    private static Task<Snapshot> CollectAsync(Server server, IEnumerable<ReadingId>? readings) =>
        SnapshotCollector.CollectAsync(server, new Clock(), readings, "tests", CancellationToken.None);

    private sealed class Clock : IClock
    {
        public static readonly DateTimeOffset Start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

        public DateTimeOffset UtcNow => Start;

        public TimeSpan Elapsed => throw new NotSupportedException();

        public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class Server : ICimReader
    {
        private readonly TaskCompletionSource _enough = new();

        public List<(CimClass Class, CimStore Store)> Asked { get; } = [];

        /// <summary>Holds all answers back until so many questions have been asked.</summary>
        public int AnswersWhenAsked { get; init; } = 1;

        public CimFailure? Failure { get; init; }

        public string ComputerName => "WEB01";

        public async Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken)
        {
            Asked.Add((query.Class, query.Store));
            if (Asked.Count >= AnswersWhenAsked)
                _enough.TrySetResult();
            await _enough.Task;
            return Failure is null ? CimReading.Of(query.Class, query.Store, []) : CimReading.Failed(query.Class, query.Store, Failure);
        }
    }
}
