using System.Globalization;
using DsrReadiness.Text;

namespace DsrReadiness.Json;

/// <content>What is said when the text is not as expected, and where.</content>
internal sealed partial class JsonReader
{
    private const int LongestQuote = 60;

    /// <summary>The failure that the last name or value is not what is expected there.</summary>
    public JsonFormatException NotExpected(string expected) => Fail($"found {Describe()}, expected {expected}", Span.Start);

    /// <summary>A failure at a place of the text.</summary>
    public JsonFormatException Fail(string message, int at)
    {
        (int line, int position) = PlaceOf(at);
        return new JsonFormatException(message, line, position);
    }

    /// <summary>The line of a place, and the byte in it; both count from 1.</summary>
    private (int Line, int Position) PlaceOf(int at)
    {
        int line = 1;
        int lineStart = _start;
        for (int i = _start; i < at; i++)
        {
            if (_buffer[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
        }

        return (line, at - lineStart + 1);
    }

    /// <summary>The last value in words. Its text is cut and stripped of control characters: it may come from anywhere and ends on a terminal.</summary>
    public string Describe() => Token switch
    {
        JsonToken.StartObject => "an object",
        JsonToken.StartArray => "an array",
        JsonToken.String => "\"" + Shown(GetString()) + "\"",
        JsonToken.Number => Shown(System.Text.Encoding.ASCII.GetString(_buffer, Span.Start, Span.Length)),
        JsonToken.True => "true",
        JsonToken.False => "false",
        _ => "null",
    };

    private static string Shown(string text)
    {
        char[] shown = (text.Length <= LongestQuote ? text : text.Substring(0, LongestQuote) + "...").ToCharArray();
        for (int i = 0; i < shown.Length; i++)
        {
            if (UnseenCharacter.Is(shown[i]) || char.IsSurrogate(shown[i]))
                shown[i] = '?';
        }

        return new string(shown);
    }

    private JsonFormatException Unexpected(string expected) => Unexpected(expected, _at);

    private JsonFormatException Unexpected(string expected, int at)
    {
        string found = at == _end ? "the end of the file"
            : _buffer[at] is > 0x20 and < 0x7F ? "'" + (char)_buffer[at] + "'"
            : "byte 0x" + _buffer[at].ToString("X2", CultureInfo.InvariantCulture);
        return Fail($"found {found}, expected {expected}", at);
    }
}
