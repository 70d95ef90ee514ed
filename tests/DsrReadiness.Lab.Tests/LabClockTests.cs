using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Lab.Tests;

public sealed class LabClockTests
{
    private readonly LabClock _clock = new();

    [Fact]
    public async Task A_wait_takes_virtual_time_only()
    {
        DateTimeOffset before = _clock.UtcNow;
        await _clock.DelayAsync(TimeSpan.FromDays(365), CancellationToken.None);
        Assert.Equal(TimeSpan.FromDays(365), _clock.UtcNow - before);
    }

    [Fact]
    public async Task Waits_that_begin_together_take_as_long_as_the_longest_and_end_in_order()
    {
        DateTimeOffset before = _clock.UtcNow;
        var ended = new List<int>();
        await _clock.RunAsync(() => Task.WhenAll(new[] { 3, 1, 2 }.Select(WaitAsync)));
        Assert.Equal([1, 2, 3], ended);
        Assert.Equal(TimeSpan.FromSeconds(3), _clock.UtcNow - before);

        async Task WaitAsync(int seconds)
        {
            await _clock.DelayAsync(TimeSpan.FromSeconds(seconds), CancellationToken.None).ConfigureAwait(false);
            ended.Add(seconds);
        }
    }

    [Fact]
    public async Task Many_flows_that_wait_often_all_come_to_their_end()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(flow => Task.Run(async () =>
        {
            for (int i = 0; i < 100; i++)
                await _clock.DelayAsync(TimeSpan.FromMilliseconds((flow % 7) + 1), CancellationToken.None);
        })));
        Assert.True(_clock.UtcNow - new LabClock().UtcNow >= TimeSpan.FromMilliseconds(700));
    }

    [Fact]
    public async Task A_cancelled_wait_ends_and_takes_no_time()
    {
        using var source = new CancellationTokenSource();
        DateTimeOffset before = _clock.UtcNow;
        Task waiting = _clock.DelayAsync(Timeout.InfiniteTimeSpan, source.Token);
        Assert.False(waiting.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(before, _clock.UtcNow);
    }

    [Fact]
    public async Task A_wait_without_end_keeps_no_other_waiting()
    {
        using var source = new CancellationTokenSource();
        Task forever = _clock.DelayAsync(Timeout.InfiniteTimeSpan, source.Token);
        await _clock.DelayAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
        Assert.False(forever.IsCompleted);
        await source.CancelAsync();
    }

    [Fact]
    public async Task Advancing_ends_waits_that_fall_due()
    {
        DateTimeOffset before = _clock.UtcNow;
        Task waiting = _clock.DelayAsync(TimeSpan.FromSeconds(5), CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await waiting;
        Assert.True(_clock.UtcNow - before >= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_negative_wait_is_refused() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => _clock.DelayAsync(TimeSpan.FromSeconds(-1), CancellationToken.None));
}
