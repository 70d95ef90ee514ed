using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Time;

namespace DsrReadiness.Network;

/// <summary>The time as it is.</summary>
internal sealed class SystemClock : IClock
{
    private static readonly Stopwatch s_sinceStart = Stopwatch.StartNew();

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public TimeSpan Elapsed => s_sinceStart.Elapsed;

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);
}
