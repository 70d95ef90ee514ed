namespace DsrReadiness.Console.CommandLine;

/// <summary>What <c>dsr netsh</c> was asked to do.</summary>
internal sealed class NetshWish
{
    /// <summary>The snapshot to complete, or <c>-</c> for standard input; null for one of its own.</summary>
    public string? File { get; init; }

    /// <summary>The file with the text of IPv4.</summary>
    public string? IPv4 { get; init; }

    /// <summary>The file with the text of IPv6.</summary>
    public string? IPv6 { get; init; }

    /// <summary>The server, where no snapshot names it.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The file to write; null for standard output.</summary>
    public string? Output { get; init; }
}
