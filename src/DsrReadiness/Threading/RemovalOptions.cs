using System;

namespace DsrReadiness.Threading;

/// <summary>How a command goes about taking VIPs out of service.</summary>
internal sealed record RemovalOptions
{
    /// <summary>True if nobody is to be asked.</summary>
    public bool IsForced { get; init; }

    /// <summary>True if the question is asked whatever the preferences are.</summary>
    public bool AsksAlways { get; init; }

    /// <summary>True if each change is asked for as well.</summary>
    public bool AsksForEach { get; init; }

    /// <summary>How long connections are waited for; null to wait for none.</summary>
    public TimeSpan? DrainLimit { get; init; }
}
