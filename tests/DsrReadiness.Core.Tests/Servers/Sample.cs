using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Servers;

/// <summary>The snapshots of real servers, read with System.Text.Json so that the builder does not rest on our own reader.</summary>
internal static class Sample
{
    private static readonly ConcurrentDictionary<string, (CimClass Class, CimStore Store, Dictionary<CimProperty, object?> Row)[]> s_known = [];

    public static Stream Open(string name) =>
        typeof(Sample).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("No such sample.", name);

    /// <summary>The rows, each a copy of its own.</summary>
    public static IEnumerable<(CimClass Class, CimStore Store, Dictionary<CimProperty, object?> Row)> Rows(string name) => s_known
        .GetOrAdd(name, unknown => Read(unknown).ToArray())
        .Select(each => (each.Class, each.Store, new Dictionary<CimProperty, object?>(each.Row)));

    private static IEnumerable<(CimClass Class, CimStore Store, Dictionary<CimProperty, object?> Row)> Read(string name)
    {
        using Stream stream = Open(name);
        using JsonDocument document = JsonDocument.Parse(stream);
        foreach (JsonElement reading in document.RootElement.GetProperty("readings").EnumerateArray())
        {
            CimClass @class = CimClasses.Find(reading.GetProperty("class").GetString()!)!;
            string? store = reading.GetProperty("store").GetString();
            foreach (JsonElement row in reading.GetProperty("rows").EnumerateArray())
                yield return (@class, store is null ? CimStore.None : Enum.Parse<CimStore>(store), ReadRow(@class, row));
        }
    }

    private static Dictionary<CimProperty, object?> ReadRow(CimClass @class, JsonElement row)
    {
        var values = new Dictionary<CimProperty, object?>();
        foreach (JsonProperty member in row.EnumerateObject())
        {
            if (@class.Find(member.Name) is { } property)
                values.Add(property, ReadValue(member.Value));
        }

        return values;
    }

    private static object? ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.Array => value.EnumerateArray().Select(ReadValue).ToArray(),
        _ => throw new NotSupportedException("A row holds no " + value.ValueKind + "."),
    };
}
