using DsrReadiness.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>What script is wanted.</summary>
internal sealed class ScriptRequest
{
    public required ScriptRelease Release { get; init; }

    /// <summary>What it is written in; null for what the release is best served with: cmdlets where it has them.</summary>
    public ScriptLanguage? Language { get; init; }

    public ScriptPart Part { get; init; }

    public required DsrService Service { get; init; }

    /// <summary>The name or index of the loopback adapter.</summary>
    public string? Loopback { get; init; }

    /// <summary>The prefix length for the VIPs where the release takes no single host.</summary>
    public int? PrefixLength { get; init; }

    /// <summary>A plan, for what is missing on one server; null for everything, on a server that nothing is known of.</summary>
    public Plan? Plan { get; init; }
}
