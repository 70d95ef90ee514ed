using DsrReadiness.Releases;
using DsrReadiness.Scripts;

namespace DsrReadiness.Console.CommandLine;

/// <summary>What <c>dsr script</c> was asked for.</summary>
internal sealed class ScriptWish
{
    public required ServiceWish Services { get; init; }

    /// <summary>The snapshot, or <c>-</c>; null for a script of the service alone.</summary>
    public string? File { get; init; }

    public ScriptRelease Release { get; init; }

    public ScriptLanguage? Language { get; init; }

    public ScriptPart Part { get; init; }

    public int? PrefixLength { get; init; }

    public string? Loopback { get; init; }

    /// <summary>The file to write; null for standard output.</summary>
    public string? Output { get; init; }
}
