using System.Collections.Generic;

namespace DsrReadiness.Console.CommandLine;

/// <summary>What <c>dsr path</c> was asked to do.</summary>
internal sealed class PathRequest
{
    public required ServiceWish Services { get; init; }

    /// <summary>Files, patterns, and <c>-</c> for standard input, as given.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public OutputFormat Format { get; init; }
}
