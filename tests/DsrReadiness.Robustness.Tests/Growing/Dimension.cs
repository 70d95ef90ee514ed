using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DsrReadiness.Addresses;
using DsrReadiness.Services;

namespace DsrReadiness.Robustness.Tests.Growing;

/// <summary>One thing of which a server or a service may have any number.</summary>
/// <param name="Name">What grows.</param>
/// <param name="Rows">The rows that each of it adds to a reading: class, store if there are two, and the row. In a row <c>{ip}</c>, <c>{v6}</c>, <c>{i}</c>, <c>{hex}</c> differ from one to the next.</param>
internal sealed record Dimension(string Name, params (string Class, string? Store, string Row)[] Rows)
{
    /// <summary>Before a row of which there is one, whatever the size.</summary>
    public const char Once = '!';

    /// <summary>The size to begin with; it is doubled until it costs enough.</summary>
    public int Size { get; init; } = 500;

    /// <summary>No more of it than there can be.</summary>
    public int Largest { get; init; } = 200_000;

    /// <summary>The service, as it grows; without, that of the sample.</summary>
    public Func<int, DsrService> Service { get; init; } = _ => SomeService();

    public static DsrService SomeService(IEnumerable<string>? vips = null, IEnumerable<string>? ports = null, IEnumerable<string>? balancers = null, IEnumerable<string>? clients = null) => new(
        (vips ?? ["192.168.11.50"]).Select(IPAddress.Parse),
        (ports ?? ["tcp/443"]).Select(ServicePort.Parse),
        (balancers ?? ["192.168.11.5"]).Select(IPAddress.Parse),
        clients: (clients ?? []).Select(text => IPPrefix.TryParse(text, out IPPrefix? prefix) ? prefix : throw new FormatException(text)));

    /// <summary>The sample with that many of it.</summary>
    public byte[] Snapshot(string sample, int count)
    {
        JsonNode file = JsonNode.Parse(sample)!;
        foreach ((string @class, string? store, string row) in Rows)
        {
            JsonObject reading = file["readings"]!.AsArray().Select(each => each!.AsObject())
                .Single(each => (string?)each["class"] == @class && (store is null || (string?)each["store"] == store));
            reading.Remove("error");
            if (reading["rows"] is not JsonArray rows)
                reading["rows"] = rows = [];
            int list = row.IndexOf("[*", StringComparison.Ordinal);
            if (row[0] == Once)
            {
                rows.Add(JsonNode.Parse(Numbered(row[1..], 0)));
            }
            else if (list >= 0)
            {
                int end = row.IndexOf("*]", StringComparison.Ordinal);
                string values = string.Join(",", Enumerable.Range(0, count + 1).Select(i => Numbered(row[(list + 2)..end], i)));
                rows.Add(JsonNode.Parse(Numbered(row[..list] + "[" + values + "]" + row[(end + 2)..], 0)));
            }
            else
            {
                for (int i = 0; i < count; i++)
                    rows.Add(JsonNode.Parse(Numbered(row, i)));
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(file);
    }

    public static string Address(int i) => string.Create(CultureInfo.InvariantCulture, $"10.{i >> 16 & 255}.{i >> 8 & 255}.{i & 255}");

    public static string Numbered(string text, int i) => text
        .Replace("{ip}", Address(i), StringComparison.Ordinal)
        .Replace("{ip11}", "11" + Address(i)[2..], StringComparison.Ordinal)
        .Replace("{v6}", string.Create(CultureInfo.InvariantCulture, $"2001:db8:{i >> 16:x}:{i & 65535:x}::"), StringComparison.Ordinal)
        .Replace("{i}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{index}", (i + 1000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{port}", (i % 32000 * 2 + 1000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{hex}", i.ToString("X8", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{mac}", string.Join("-", Convert.FromHexString("0200" + i.ToString("X8", CultureInfo.InvariantCulture)).Select(each => each.ToString("X2", CultureInfo.InvariantCulture))), StringComparison.Ordinal);

    public override string ToString() => Name;
}
