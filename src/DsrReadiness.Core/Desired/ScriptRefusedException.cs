using System;

namespace DsrReadiness.Desired;

/// <summary>A script cannot be written so that it does what is asked, and nothing else.</summary>
/// <param name="reason">What is so, as a plain sentence.</param>
/// <param name="recommendation">What to do instead, as a plain sentence.</param>
public sealed class ScriptRefusedException(string reason, string recommendation) : Exception(reason + " " + recommendation)
{
    /// <summary>What is so.</summary>
    public string Reason { get; } = reason;

    /// <summary>What to do instead.</summary>
    public string Recommendation { get; } = recommendation;
}
