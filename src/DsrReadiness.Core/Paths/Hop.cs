namespace DsrReadiness.Paths;

/// <summary>One station of a packet: what is true there, from which reading, and what follows.</summary>
internal sealed class Hop(HopKind kind, string? on, string statement, string reading, string consequence, HopOutcome outcome)
{
    public HopKind Kind { get; } = kind;

    /// <summary>The interface that the hop is about, or null.</summary>
    public string? Interface { get; } = on;

    /// <summary>What is true.</summary>
    public string Statement { get; } = statement;

    /// <summary>The readings that say so.</summary>
    public string Reading { get; } = reading;

    /// <summary>What follows for the packet.</summary>
    public string Consequence { get; } = consequence;

    public HopOutcome Outcome { get; } = outcome;
}
