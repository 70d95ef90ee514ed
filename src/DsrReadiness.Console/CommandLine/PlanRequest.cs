using System.Collections.Generic;

namespace DsrReadiness.Console.CommandLine;

/// <summary>What <c>dsr plan</c> was asked to do.</summary>
internal sealed class PlanRequest
{
    public required ServiceWish Services { get; init; }

    /// <summary>Files, patterns, and <c>-</c> for standard input, as given.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public OutputFormat Format { get; init; }

    /// <summary>The loopback adapter to use, by name or index; null to choose.</summary>
    public string? Loopback { get; init; }
}
