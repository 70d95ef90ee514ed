using System;

namespace DsrReadiness.Json;

/// <summary>
/// Decodes each string once, as far as it remembers: a new one takes the place of the one whose hash falls on the same entry, so that its size stays what it is whatever is read. What one text
/// taught serves the next one that the thread reads: servers of a farm say much the same.
/// </summary>
internal sealed class JsonStringPool(byte[] buffer)
{
    private const int Longest = 256;
    private const int Size = 2048;

    [ThreadStatic]
    private static string?[]? s_entries;

    private readonly string?[] _entries = s_entries ??= new string?[Size];

    /// <summary>The string that the reader stands on.</summary>
    public string Get(JsonReader reader)
    {
        JsonSpan span = reader.Span;
        if (span.Length > Longest)
            return reader.GetString();
        ref string? entry = ref _entries[JsonBytes.Hash(buffer, span.Start, span.Length) & (Size - 1)];
        return entry is not null && reader.IsWritten(entry) ? entry : entry = reader.GetString();
    }
}
