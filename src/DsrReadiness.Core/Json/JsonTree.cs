using System;
using System.Collections.Generic;

namespace DsrReadiness.Json;

/// <summary>
/// Reads a whole text into plain values, for texts that are small: null, booleans, numbers, strings, arrays as <c>object?[]</c> and objects as
/// <see cref="Dictionary{TKey, TValue}"/>. Of two members of one name the later counts.
/// </summary>
internal static class JsonTree
{
    public static object? Read(byte[] buffer, int offset, int count)
    {
        var reader = new JsonReader(buffer, offset, count);
        object? value = ReadValue(reader);
        reader.ReadEnd();
        return value;
    }

    private static object? ReadValue(JsonReader reader) => reader.ReadValue() switch
    {
        JsonToken.StartObject => ReadObject(reader),
        JsonToken.StartArray => ReadArray(reader),
        JsonToken.String => reader.GetString(),
        JsonToken.Number => reader.GetNumber(),
        JsonToken.True => JsonBox.True,
        JsonToken.False => JsonBox.False,
        _ => null,
    };

    private static Dictionary<string, object?> ReadObject(JsonReader reader)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.ReadName())
        {
            string name = reader.GetString();
            members[name] = ReadValue(reader);
        }

        return members;
    }

    private static object?[] ReadArray(JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.ReadItem())
            items.Add(ReadValue(reader));
        return [.. items];
    }
}
