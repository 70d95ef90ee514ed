using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands.Tests.Threading;

public sealed class FanOutTests
{
    [Fact]
    public void What_jobs_say_is_carried_out_on_this_thread_in_their_order()
    {
        using var fanOut = new FanOut(4);
        var said = new List<(int Thread, int Value)>();
        fanOut.Start(new object(), _ =>
        {
            for (int i = 0; i < 3; i++)
            {
                int value = i;
                fanOut.Queue.Post(() => said.Add((Environment.CurrentManagedThreadId, value)));
            }

            return Task.CompletedTask;
        });

        fanOut.Finish();

        Assert.Equal([(Environment.CurrentManagedThreadId, 0), (Environment.CurrentManagedThreadId, 1), (Environment.CurrentManagedThreadId, 2)], said);
    }

    [Fact]
    public void A_question_is_answered_on_this_thread()
    {
        using var fanOut = new FanOut(1);
        int answeredOn = 0;
        int answer = 0;
        fanOut.Start(new object(), token =>
        {
            answer = fanOut.Queue.Ask(() => (answeredOn = Environment.CurrentManagedThreadId) == 0 ? 0 : 42, token);
            return Task.CompletedTask;
        });

        fanOut.Finish();

        Assert.Equal((42, Environment.CurrentManagedThreadId), (answer, answeredOn));
    }

    [Fact]
    public void This_thread_does_not_ask_itself()
    {
        using var fanOut = new FanOut(1);

        Assert.Throws<InvalidOperationException>(() => fanOut.Queue.Ask(() => 1, CancellationToken.None));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void No_more_jobs_run_at_once_than_the_limit(int limit)
    {
        using var fanOut = new FanOut(limit);
        int running = 0;
        int most = 0;
        for (int i = 0; i < 20; i++)
        {
            fanOut.Start(new object(), async _ =>
            {
                int now = Interlocked.Increment(ref running);
                lock (fanOut)
                    most = Math.Max(most, now);
                await Task.Yield();
                Interlocked.Decrement(ref running);
            });
        }

        fanOut.Finish();

        Assert.InRange(most, 1, limit);
    }

    [Fact]
    public void Jobs_up_to_the_limit_run_side_by_side()
    {
        using var fanOut = new FanOut(2);
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        fanOut.Start(new object(), async _ =>
        {
            first.SetResult();
            await second.Task;
        });
        fanOut.Start(new object(), async _ =>
        {
            await first.Task;
            second.SetResult();
        });

        fanOut.Finish();

        Assert.True(second.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public void Jobs_of_one_lane_run_one_after_the_other_in_their_order_even_if_one_fails()
    {
        using var fanOut = new FanOut(10);
        var lane = new object();
        var seen = new List<int>();
        int running = 0;
        for (int i = 0; i < 10; i++)
        {
            int number = i;
            fanOut.Start(lane, async _ =>
            {
                Assert.Equal(1, Interlocked.Increment(ref running));
                await Task.Yield();
                seen.Add(number);
                Interlocked.Decrement(ref running);
                if (number == 3)
                    throw new InvalidCastException("This one fails.");
            });
        }

        Assert.Throws<InvalidCastException>(fanOut.Finish);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], seen);
    }

    [Fact]
    public async Task Stopping_ends_jobs_that_wait_and_those_that_have_not_begun()
    {
        using var fanOut = new FanOut(1);
        var begun = new TaskCompletionSource();
        int count = 0;
        for (int i = 0; i < 3; i++)
        {
            fanOut.Start(new object(), async token =>
            {
                count++;
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
            });
        }

        Task stop = begun.Task.ContinueWith(_ => fanOut.Stop(), TaskScheduler.Default);

        fanOut.Finish();
        await stop;

        Assert.Equal(1, count);
    }

    [Fact]
    public void A_question_that_is_not_answered_ends_when_stopped()
    {
        using var fanOut = new FanOut(1);
        using var begun = new ManualResetEventSlim();
        bool wasCancelled = false;
        fanOut.Start(new object(), token =>
        {
            begun.Set();
            try
            {
                fanOut.Queue.Ask(() => 1, token);
            }
            catch (OperationCanceledException)
            {
                wasCancelled = true;
            }

            return Task.CompletedTask;
        });

        begun.Wait();
        fanOut.Dispose();

        Assert.True(wasCancelled);
    }

    [Fact]
    public void What_throws_on_this_thread_cancels_the_jobs_and_waits_for_them()
    {
        using var fanOut = new FanOut(2);
        bool wasCancelled = false;
        var isWaiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        fanOut.Start(new object(), async _ =>
        {
            await isWaiting.Task;
            fanOut.Queue.Post(() => throw new InvalidCastException("The pipeline was stopped."));
        });
        fanOut.Start(new object(), async token =>
        {
            try
            {
                isWaiting.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                wasCancelled = true;
            }
        });

        Assert.Throws<InvalidCastException>(fanOut.Finish);
        Assert.True(wasCancelled);
    }

    [Fact]
    public void A_question_that_throws_throws_here_and_cancels_who_asked()
    {
        using var fanOut = new FanOut(1);
        bool wasCancelled = false;
        fanOut.Start(new object(), token =>
        {
            try
            {
                fanOut.Queue.Ask<int>(() => throw new InvalidCastException("The pipeline was stopped."), token);
            }
            catch (OperationCanceledException)
            {
                wasCancelled = true;
            }

            return Task.CompletedTask;
        });

        Assert.Throws<InvalidCastException>(fanOut.Finish);
        Assert.True(wasCancelled);
    }

    [Fact]
    public void Jobs_that_start_here_are_done_in_their_order()
    {
        using var fanOut = new FanOut(1);
        var done = new List<int>();
        for (int i = 0; i < 5; i++)
        {
            int number = i;
            fanOut.StartHere(_ =>
            {
                done.Add(number);
                return Task.CompletedTask;
            });
        }

        Assert.Equal([0, 1, 2, 3, 4], done);
        fanOut.Finish();
    }

    [Fact]
    public void Stopping_and_disposing_go_in_any_order_and_twice()
    {
        var fanOut = new FanOut(1);
        fanOut.Stop();
        fanOut.Dispose();
        fanOut.Dispose();
        fanOut.Stop();

        Assert.True(fanOut.Stopping.IsCancellationRequested);
    }
}
