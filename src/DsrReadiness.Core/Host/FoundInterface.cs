namespace DsrReadiness.Host;

/// <summary>The traffic interface, and what it was found by.</summary>
internal sealed class FoundInterface(HostInterface on, string how, bool isGuess)
{
    public HostInterface Interface { get; } = on;

    /// <summary>A clause for a sentence, such as <c>it was given</c>.</summary>
    public string How { get; } = how;

    /// <summary>True if frames might arrive at another interface as well, and nobody has said at which one they do.</summary>
    public bool IsGuess { get; } = isGuess;
}
