using System.Collections.Generic;

namespace DsrReadiness.Console.CommandLine;

/// <summary>What <c>dsr test</c> was asked to do.</summary>
internal sealed class TestRequest
{
    public required ServiceWish Services { get; init; }

    /// <summary>Files, patterns, and <c>-</c> for standard input, as given.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>A snapshot from when the server was ready, or null.</summary>
    public string? Earlier { get; init; }

    /// <summary>True if the files are the servers of one pool.</summary>
    public bool IsPool { get; init; }

    public bool Strict { get; init; }

    public OutputFormat Format { get; init; }

    /// <summary>The file to write; null for standard output.</summary>
    public string? Output { get; init; }
}
