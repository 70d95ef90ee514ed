using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using DsrReadiness.Json;
using JsonReader = DsrReadiness.Json.JsonReader;

namespace DsrReadiness.Tests.Json;

/// <summary>What a reader makes of a text: its value spelt out with the .NET types, or that it is refused, and where if the reader says so.</summary>
internal sealed record Judgement(string? Value, (long Line, long Position)? Place, string? Reason = null)
{
    public bool IsAccepted => Value is not null;

    /// <summary>Line and position count from 0 here, as System.Text.Json counts them.</summary>
    public static Judgement Ours(byte[] text) => Ours(text, Spell);

    /// <summary>The same reader, asked for no value.</summary>
    public static Judgement OursSkipped(byte[] text) => Ours(text, reader =>
    {
        reader.SkipValue();
        return "skipped";
    });

    /// <summary>
    /// System.Text.Json checks UTF-8 and pairs of surrogates only when a string is asked for, and says no place then; a number too large
    /// for a double is infinity to it, and refused by us.
    /// </summary>
    public static Judgement SystemTextJson(byte[] text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = JsonReader.MaximumDepth });
            return new Judgement(Spell(document.RootElement), null);
        }
        catch (JsonException e)
        {
            return new Judgement(null, (e.LineNumber!.Value, e.BytePositionInLine!.Value));
        }
        catch (Exception e) when (e is InvalidOperationException or NotFiniteNumberException)
        {
            return new Judgement(null, null);
        }
    }

    private static Judgement Ours(byte[] text, Func<JsonReader, string> read)
    {
        // Not at the start of its array, so that a mistaken offset shows.
        byte[] padded = [(byte)'"', .. text, (byte)'"', (byte)'0'];
        try
        {
            var reader = new JsonReader(padded, 1, text.Length);
            string value = read(reader);
            reader.ReadEnd();
            return new Judgement(value, null);
        }
        catch (JsonFormatException e)
        {
            return new Judgement(null, (e.Line - 1, e.Position - 1), e.Message);
        }
    }

    private static string Spell(JsonReader reader)
    {
        var parts = new List<string>();
        switch (reader.ReadValue())
        {
            case JsonToken.StartArray:
                while (reader.ReadItem())
                    parts.Add(Spell(reader));
                return "[" + string.Join(",", parts) + "]";
            case JsonToken.StartObject:
                while (reader.ReadName())
                    parts.Add(Quote(reader.GetString()) + ":" + Spell(reader));
                return "{" + string.Join(",", parts) + "}";
            case JsonToken.String: return Quote(reader.GetString());
            case JsonToken.Number: return Spell(reader.GetNumber());
            case JsonToken.True: return "true";
            case JsonToken.False: return "false";
            default: return "null";
        }
    }

    private static string Spell(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Spell)) + "]",
        JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().Select(each => Quote(each.Name) + ":" + Spell(each.Value))) + "}",
        JsonValueKind.String => Quote(element.GetString()!),
        JsonValueKind.Number => Spell(Number(element)),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt64(out long signed))
            return signed;
        if (element.TryGetUInt64(out ulong unsigned))
            return unsigned;
        double real = element.GetDouble();
        return double.IsFinite(real) ? real : throw new NotFiniteNumberException(real);
    }

    private static string Spell(object number) => number.GetType().Name + " " + (number is double real
        ? BitConverter.DoubleToInt64Bits(real).ToString("X", CultureInfo.InvariantCulture)
        : Convert.ToString(number, CultureInfo.InvariantCulture));

    /// <summary>As numbers: what a test runner shows must not depend on what a text holds.</summary>
    private static string Quote(string text) => "'" + string.Concat(text.Select(c => c is > ' ' and < '\u007F' ? c.ToString() : $"\\{(int)c:X4}")) + "'";
}
