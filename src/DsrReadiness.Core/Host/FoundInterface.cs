namespace DsrReadiness.Host;

/// <summary>The traffic interface, and what it was found by.</summary>
internal sealed class FoundInterface(HostInterface on, string how)
{
    public HostInterface Interface { get; } = on;

    /// <summary>A clause for a sentence, such as <c>it was given</c>.</summary>
    public string How { get; } = how;
}
