using System;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Time;

namespace DsrReadiness.Windows.Hosting;

/// <summary>The time as it is.</summary>
internal sealed class SystemClock : IClock
{
    /// <inheritdoc/>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);
}
