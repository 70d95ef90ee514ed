namespace DsrReadiness.Cim;

/// <summary>A reading or operation that failed. Decisions rest on <see cref="Kind"/>, never on the text.</summary>
/// <param name="kind">Why it failed.</param>
/// <param name="message">The failure in words, in whatever language Windows gave it.</param>
public sealed class CimFailure(FailureKind kind, string message)
{
    /// <summary>Why it failed.</summary>
    public FailureKind Kind { get; } = kind;

    /// <summary>The failure in words, in whatever language Windows gave it.</summary>
    public string Message { get; } = message;

    /// <inheritdoc/>
    public override string ToString() => Message.Length == 0 ? Kind.ToString() : Kind + ": " + Message;
}
