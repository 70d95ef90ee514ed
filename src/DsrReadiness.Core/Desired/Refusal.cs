namespace DsrReadiness.Desired;

/// <summary>What a plan may not do alone, and why.</summary>
/// <param name="checkId">The check that asks for it.</param>
/// <param name="reason">What is so, as a plain sentence.</param>
/// <param name="recommendation">What the administrator can do, as a plain sentence.</param>
public sealed class Refusal(string checkId, string reason, string? recommendation)
{
    /// <summary>The check that asks for it.</summary>
    public string CheckId { get; } = checkId;

    /// <summary>What is so, as a plain sentence.</summary>
    public string Reason { get; } = reason;

    /// <summary>What the administrator can do, as a plain sentence.</summary>
    public string? Recommendation { get; } = recommendation;

    /// <inheritdoc/>
    public override string ToString() => CheckId + ": " + Reason;
}
