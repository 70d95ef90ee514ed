using System;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Time;

/// <summary>The port to time and waiting. In the lab time is virtual, and waiting takes none.</summary>
public interface IClock
{
    /// <summary>The time now, as the computer's clock has it. Somebody may set that clock at any moment: it says when something was, never how long it took.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>How long it has been since some moment that stays the same. It only grows, whatever becomes of the computer's clock.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Waits.</summary>
    Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken);
}
