using System;
using System.Collections.Generic;

namespace DsrReadiness.Desired;

/// <summary>What the planner is told besides the service.</summary>
public sealed class PlanOptions
{
    /// <summary>The alias or index of the loopback adapter to use; null to choose.</summary>
    public string? Loopback { get; init; }

    /// <summary>Instance ids of loopback devices that runs of ours made: they may be used although nothing on them tells what they are for.</summary>
    public IReadOnlyCollection<string> OwnDevices { get; init; } = Array.Empty<string>();
}
