namespace DsrReadiness.Console.CommandLine;

/// <summary>What <c>dsr compare</c> was asked to do.</summary>
internal sealed class CompareRequest
{
    public required ServiceWish Services { get; init; }

    /// <summary>The earlier snapshots: a file or a pattern.</summary>
    public required string Earlier { get; init; }

    /// <summary>The later snapshots: a file or a pattern.</summary>
    public required string Later { get; init; }

    public OutputFormat Format { get; init; }
}
