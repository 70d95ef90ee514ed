namespace DsrReadiness.Json;

/// <summary>A piece of the text that is read: of a string or name including its quotes.</summary>
internal readonly struct JsonSpan(int start, int length)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public int End => Start + Length;
}
