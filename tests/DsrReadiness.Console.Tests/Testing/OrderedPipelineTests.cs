using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using DsrReadiness.Console.Inputs;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Console.Tests.Testing;

public sealed class OrderedPipelineTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items_however_long_each_takes() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 3000)).ToArbitrary(),
        Gen.Choose(1, 5).ToArbitrary(),
        (spins, ahead) =>
        {
            var used = new List<int>();
            OrderedPipeline.Run(Enumerable.Range(0, spins.Length), i => { Thread.SpinWait(spins[i]); return i; }, used.Add, ahead, CancellationToken.None);
            return used.SequenceEqual(Enumerable.Range(0, spins.Length));
        }));

    [Fact]
    public void Items_behind_a_slow_one_are_worked_on_meanwhile()
    {
        using var othersDone = new CountdownEvent(3);
        var used = new List<int>();
        OrderedPipeline.Run(
            [0, 1, 2, 3],
            i =>
            {
                if (i > 0)
                    othersDone.Signal();
                else
                    Assert.True(othersDone.Wait(TimeSpan.FromMinutes(1)), "The others waited for the slow one.");
                return i;
            },
            used.Add,
            ahead: 4,
            CancellationToken.None);
        Assert.Equal([0, 1, 2, 3], used);
    }

    [Fact]
    public void No_more_than_the_given_number_is_asked_for_ahead()
    {
        int asked = 0;
        int used = 0;
        int furthest = 0;
        IEnumerable<int> Items()
        {
            for (int i = 0; i < 100; i++)
            {
                furthest = Math.Max(furthest, ++asked - used);
                yield return i;
            }
        }

        OrderedPipeline.Run(Items(), i => i, _ => used++, ahead: 4, CancellationToken.None);
        Assert.Equal(100, used);
        Assert.InRange(furthest, 1, 5);
    }

    [Fact]
    public void What_the_work_needed_is_let_go_of()
    {
        var seen = new ConcurrentQueue<WeakReference>();
        int most = 0;
        OrderedPipeline.Run(
            Enumerable.Range(0, 50),
            i => Work(seen, i),
            _ =>
            {
                GC.Collect();
                most = Math.Max(most, seen.Count(each => each.IsAlive));
            },
            ahead: 4,
            CancellationToken.None);
        Assert.Equal(50, seen.Count);
        Assert.InRange(most, 0, 6);
    }

    [Fact]
    public void A_failure_of_the_work_is_raised_as_it_was() => Assert.Throws<InvalidTimeZoneException>(() => OrderedPipeline.Run<int, int>(
        [1, 2, 3], i => i == 2 ? throw new InvalidTimeZoneException() : i, _ => { }, ahead: 2, CancellationToken.None));

    [Fact]
    public void Cancelling_ends_the_waiting_for_work_that_cannot_be_ended()
    {
        using var cancellation = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        Assert.ThrowsAny<OperationCanceledException>(() => OrderedPipeline.Run(
            [1],
            i =>
            {
                cancellation.Cancel();
                never.Wait(TimeSpan.FromMinutes(1));
                return i;
            },
            _ => { },
            ahead: 2,
            cancellation.Token));
        never.Set();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Work(ConcurrentQueue<WeakReference> seen, int item)
    {
        byte[] snapshot = new byte[100_000];
        seen.Enqueue(new WeakReference(snapshot));
        return item + snapshot[0];
    }
}
