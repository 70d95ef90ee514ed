using System;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Time;

/// <summary>The port to time and waiting. In the lab time is virtual, and waiting takes none.</summary>
public interface IClock
{
    /// <summary>The time now.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Waits.</summary>
    Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken);
}
