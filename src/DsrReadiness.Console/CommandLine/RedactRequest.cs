using System.Collections.Generic;

namespace DsrReadiness.Console.CommandLine;

/// <summary>What <c>dsr redact</c> was asked to do.</summary>
internal sealed class RedactRequest
{
    /// <summary>The snapshots: files, patterns, and <c>-</c>.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The folder to write to.</summary>
    public required string Folder { get; init; }
}
