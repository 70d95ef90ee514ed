namespace DsrReadiness.Desired;

/// <summary>What a plan may not do alone, and why.</summary>
/// <param name="checkId">The check that asks for it.</param>
/// <param name="reason">What is so, as a plain sentence.</param>
/// <param name="recommendation">What the administrator can do, as a plain sentence.</param>
/// <param name="command">The commands that do it, one a line; null if none do.</param>
public sealed class Refusal(string checkId, string reason, string? recommendation, string? command = null)
{
    /// <summary>The check that asks for it.</summary>
    public string CheckId { get; } = checkId;

    /// <summary>What is so, as a plain sentence.</summary>
    public string Reason { get; } = reason;

    /// <summary>What the administrator can do, as a plain sentence.</summary>
    public string? Recommendation { get; } = recommendation;

    /// <summary>The commands that do it, one a line, ready to be pasted; null if none do.</summary>
    public string? Command { get; } = command;

    /// <inheritdoc/>
    public override string ToString() => CheckId + ": " + Reason;
}
