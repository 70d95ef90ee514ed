using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Time;

namespace DsrReadiness.Lab;

/// <summary>
/// Virtual time: it stands still while work is done and jumps to the next due wait when somebody waits, so that waiting takes none. Waits end
/// in the order of their due times, one after the other on one thread. Await a wait; do not block that thread on one.
/// </summary>
/// <param name="start">The time at the beginning.</param>
public sealed class LabClock(DateTimeOffset start) : IClock
{
    private readonly object _gate = new();
    private readonly List<Wait> _waits = [];
    private readonly DateTimeOffset _start = start;
    private DateTimeOffset _now = start;
    private TimeSpan _wrong;
    private bool _isPumping;

    /// <summary>Starts at a fixed time, the same for every clock.</summary>
    public LabClock()
        : this(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public DateTimeOffset UtcNow
    {
        get
        {
            lock (_gate)
                return _now + _wrong;
        }
    }

    /// <inheritdoc/>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
                return _now - _start;
        }
    }

    /// <summary>Somebody sets the clock. No time passes by it, and waits take as long as they took.</summary>
    public void Set(DateTimeOffset time)
    {
        lock (_gate)
            _wrong = time - _now;
    }

    /// <inheritdoc/>
    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ended = new TaskCompletionSource<bool>();
        Wait wait = Enqueue(delay, () => ended.TrySetResult(true));
        using (cancellationToken.Register(Cancel))
            await ended.Task.ConfigureAwait(false);

        void Cancel()
        {
            Withdraw(wait);
            ended.TrySetCanceled(cancellationToken);
        }
    }

    /// <summary>
    /// Runs work whose waits all happen side by side in exact virtual time: it begins on the thread that ends the waits, so no wait can end
    /// before all that begin together have begun.
    /// </summary>
    public async Task RunAsync(Func<Task> work)
    {
        var begun = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(TimeSpan.Zero, () => begun.SetResult(BeginAsync()));
        await (await begun.Task.ConfigureAwait(false)).ConfigureAwait(false);

        async Task BeginAsync() => await work().ConfigureAwait(false);
    }

    /// <summary>Lets time pass; waits that fall due end on the way.</summary>
    public void Advance(TimeSpan by)
    {
        DateTimeOffset until = _start + Elapsed + by;
        while (TryTakeNext(until, out Wait? due))
            due.End();
        lock (_gate)
            _now = Later(_now, until);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private Wait Enqueue(TimeSpan delay, Action end)
    {
        if (delay < TimeSpan.Zero && delay != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(delay), delay, "A wait cannot end before it begins.");
        lock (_gate)
        {
            var wait = new Wait(delay == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _now + delay, end);
            int later = _waits.FindIndex(each => each.Due > wait.Due);
            _waits.Insert(later < 0 ? _waits.Count : later, wait);
            if (!_isPumping)
            {
                _isPumping = true;
                ThreadPool.QueueUserWorkItem(_ => Pump());
            }

            return wait;
        }
    }

    private void Pump()
    {
        while (TryTakeNext(null, out Wait? due))
            due.End();
    }

    /// <summary>Takes the next wait and goes to its time: the next of all for the pump, which stops when there is none.</summary>
    private bool TryTakeNext(DateTimeOffset? until, [NotNullWhen(true)] out Wait? next)
    {
        lock (_gate)
        {
            next = _waits.Count == 0 || _waits[0].Due == DateTimeOffset.MaxValue || _waits[0].Due > until ? null : _waits[0];
            if (next is null)
            {
                _isPumping &= until is not null;
                return false;
            }

            _waits.RemoveAt(0);
            _now = Later(_now, next.Due);
            return true;
        }
    }

    private void Withdraw(Wait wait)
    {
        lock (_gate)
            _waits.Remove(wait);
    }

    /// <summary>What waited goes on inside <see cref="End"/>, so that the next wait ends only when all that this one set going waits again.</summary>
    private sealed class Wait(DateTimeOffset due, Action end)
    {
        public DateTimeOffset Due { get; } = due;

        public Action End { get; } = end;
    }
}
