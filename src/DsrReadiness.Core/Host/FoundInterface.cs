namespace DsrReadiness.Host;

/// <summary>The traffic interface, and what it was found by.</summary>
/// <param name="Interface">The traffic interface.</param>
/// <param name="How">A clause for a sentence, such as <c>it was given</c>.</param>
/// <param name="IsGuess">True if frames might arrive at another interface as well, and nobody has said at which one they do.</param>
internal sealed record FoundInterface(HostInterface Interface, string How, bool IsGuess);
