namespace DsrReadiness.Json;

/// <summary>A piece of the text that is read: of a string or name including its quotes.</summary>
internal readonly record struct JsonSpan(int Start, int Length)
{
    public int End => Start + Length;
}
