using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using DsrReadiness.Cim;

namespace DsrReadiness.Tests.Cim.Contracts.Declarations;

/// <summary>The declarations that come with the tests; where they are from stands beside them.</summary>
internal static class DeclaredClasses
{
    private static readonly JsonElement s_captured = Load("captured.json");
    private static readonly JsonElement s_referenced = Load("referenced.json");

    /// <summary>The classes that are described by the reference.</summary>
    public static IEnumerable<string> Referenced => s_referenced.EnumerateObject().Select(each => each.Name);

    /// <summary>A class as the reference describes it.</summary>
    public static DeclaredClass Reference(string name)
    {
        JsonElement declared = s_referenced.GetProperty(name);
        return new DeclaredClass(
            declared.GetProperty("namespace").GetString(),
            Enum.Parse<WindowsRelease>(declared.GetProperty("since").GetString()!),
            declared.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!).ToArray(),
            declared.GetProperty("properties").EnumerateObject().ToDictionary(each => each.Name, each => Property(each.Value), StringComparer.Ordinal));
    }

    /// <summary>A class as a host of the given release declared it, with what it inherits.</summary>
    public static DeclaredClass Capture(string name, WindowsRelease release)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var properties = new Dictionary<string, DeclaredProperty>(StringComparer.Ordinal);
        for (string? ancestor = name; ancestor is not null;)
        {
            JsonElement declared = CapturedOn(release, ancestor);
            foreach (JsonProperty each in declared.GetProperty("properties").EnumerateObject())
            {
                properties.TryAdd(each.Name, Property(each.Value));
                if (each.Value.TryGetProperty("key", out _))
                    keys.Add(each.Name);
            }

            ancestor = declared.GetProperty("superclass").GetString();
        }

        return new DeclaredClass(null, null, keys, properties);
    }

    private static JsonElement CapturedOn(WindowsRelease release, string name) =>
        s_captured.GetProperty(release.ToString()).TryGetProperty(name, out JsonElement declared)
            ? declared
            : s_captured.GetProperty(nameof(WindowsRelease.Server2019)).GetProperty(name);

    private static DeclaredProperty Property(JsonElement declared) => new(
        declared.GetProperty("type").GetString()!,
        declared.TryGetProperty("values", out JsonElement values) ? Values(values) : null,
        declared.TryGetProperty("since", out JsonElement since) ? Enum.Parse<WindowsRelease>(since.GetString()!) : null);

    /// <summary>Value maps without names are arrays, and may hold ranges such as <c>0x8000..</c>, which name no number.</summary>
    private static Dictionary<long, string?> Values(JsonElement values) => values.ValueKind == JsonValueKind.Array
        ? values.EnumerateArray().Select(each => each.GetString()!).Where(IsNumber).ToDictionary(Number, _ => (string?)null)
        : values.EnumerateObject().ToDictionary(each => Number(each.Name), each => each.Value.GetString());

    private static bool IsNumber(string text) => text.All(char.IsAsciiDigit);

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static JsonElement Load(string name)
    {
        using Stream stream = typeof(DeclaredClasses).Assembly.GetManifestResourceStream("declarations/" + name)
            ?? throw new FileNotFoundException("No such declarations.", name);
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
