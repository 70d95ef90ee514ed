using System;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>
/// The known members of an object whose opening brace was just read, and where the value of each begins: writers of hash tables put
/// members in any order, so a value may have to be read behind another that comes later.
/// </summary>
internal sealed class ObjectMembers(JsonReader reader, params string[] names)
{
    private readonly int _start = reader.Span.Start;
    private readonly JsonReader?[] _values = new JsonReader?[names.Length];

    /// <summary>Reads the next name; null for one that is not known. Its value is to be read or skipped next.</summary>
    public bool ReadNext(out string? name)
    {
        name = null;
        if (!reader.ReadName())
            return false;
        int index = Array.IndexOf(names, reader.GetString());
        if (index < 0)
            return true;
        name = names[index];
        if (_values[index] is not null)
            throw reader.Fail($"found member '{name}' a second time", reader.Span.Start);
        _values[index] = reader.Bookmark();
        return true;
    }

    public bool Has(string name) => _values[Array.IndexOf(names, name)] is not null;

    /// <summary>A reader that stands before the value of a member, or null if the member was not there.</summary>
    public JsonReader? Find(string name) => _values[Array.IndexOf(names, name)]?.Bookmark();

    /// <summary>A reader that stands before the value of a member that must be there.</summary>
    public JsonReader Require(string name) => Find(name) ?? throw Fail($"found no member '{name}' in this object");

    /// <summary>A failure of the object as a whole.</summary>
    public JsonFormatException Fail(string message) => reader.Fail(message, _start);
}
