namespace DsrReadiness.Json;

/// <summary>
/// Decodes each string of one text once, as far as it remembers: a new one takes the place of the one whose hash falls on the same
/// entry, so that its size stays what it is whatever the text holds.
/// </summary>
internal sealed class JsonStringPool
{
    private const int Longest = 256;
    private readonly byte[] _buffer;
    private readonly (JsonSpan Span, string Text)[] _entries;

    /// <summary>Makes a pool for the strings of a text of a number of bytes in a buffer.</summary>
    public JsonStringPool(byte[] buffer, int bytes)
    {
        _buffer = buffer;
        int size = 64;
        while (size < 2048 && size < bytes / 32) // A larger array would go to the heap of large objects, which is collected last.
            size *= 2;
        _entries = new (JsonSpan Span, string Text)[size];
    }

    /// <summary>The string that the reader stands on.</summary>
    public string Get(JsonReader reader)
    {
        JsonSpan span = reader.Span;
        if (span.Length > Longest)
            return reader.GetString();
        ref (JsonSpan Span, string Text) entry = ref _entries[JsonBytes.Hash(_buffer, span.Start, span.Length) & (uint)(_entries.Length - 1)];
        if (entry.Span.Length != span.Length || !JsonBytes.AreEqual(_buffer, entry.Span.Start, span.Start, span.Length))
            entry = (span, reader.GetString());
        return entry.Text;
    }
}
