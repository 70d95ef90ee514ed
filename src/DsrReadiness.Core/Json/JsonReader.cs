namespace DsrReadiness.Json;

/// <summary>
/// Reads one JSON text in UTF-8, strictly by RFC 8259, front to back and without a tree: the caller asks for a value, and inside of an
/// object or array for one member or item after the other, until there is none. Nothing is decoded before it is asked for, and what is
/// skipped is checked all the same.
/// </summary>
internal sealed partial class JsonReader(byte[] buffer, int offset, int count)
{
    /// <summary>How deep objects and arrays may be nested.</summary>
    public const int MaximumDepth = 64;

    private readonly byte[] _buffer = buffer;
    private readonly int _start = offset;
    private readonly int _end = offset + count;
    private int _at = offset;
    private int _depth;
    private bool _isFirst;

    /// <summary>The kind of the last value.</summary>
    public JsonToken Token { get; private set; }

    /// <summary>The last name or value.</summary>
    public JsonSpan Span { get; private set; }

    /// <summary>The place behind all that was read.</summary>
    public int Position => _at;

    /// <summary>A second reader that goes on from here, to read later what this one skips.</summary>
    public JsonReader Bookmark() => (JsonReader)MemberwiseClone();

    /// <summary>Reads a value; of an object or array its opening bracket only.</summary>
    public JsonToken ReadValue()
    {
        SkipWhiteSpace();
        if (_at == _end)
            throw Unexpected("a value");
        byte first = _buffer[_at];
        if (first == '"')
            return Value(JsonToken.String, ScanString(_at));
        if (first == '-' || IsDigit(first))
            return Value(JsonToken.Number, ScanNumber(_at));
        return first switch
        {
            (byte)'{' => Open(JsonToken.StartObject),
            (byte)'[' => Open(JsonToken.StartArray),
            (byte)'t' => Value(JsonToken.True, ScanLiteral("true")),
            (byte)'f' => Value(JsonToken.False, ScanLiteral("false")),
            (byte)'n' => Value(JsonToken.Null, ScanLiteral("null")),
            _ => throw Unexpected("a value"),
        };
    }

    /// <summary>Inside of an array: true if there is another item, which is to be read next; false behind its end.</summary>
    public bool ReadItem() => Next((byte)']', "',' or ']'");

    /// <summary>Inside of an object: true if there is another member, whose name is read and value to be read next; false behind its end.</summary>
    public bool ReadName()
    {
        if (!Next((byte)'}', "',' or '}'"))
            return false;
        SkipWhiteSpace();
        if (_at == _end || _buffer[_at] != '"')
            throw Unexpected("a member name in double quotes");
        int end = ScanString(_at);
        Span = new JsonSpan(_at, end - _at);
        _at = end;
        SkipWhiteSpace();
        if (_at == _end || _buffer[_at] != ':')
            throw Unexpected("':'");
        _at++;
        SkipWhiteSpace();
        return true;
    }

    /// <summary>How many bytes from here on are spelt as they are from an earlier place on, up to a number.</summary>
    public int CountRepeated(int earlier, int most) => JsonBytes.CountEqual(_buffer, earlier, _at, System.Math.Min(most, _end - _at));

    /// <summary>
    /// Goes on behind bytes that repeat an earlier piece of the same text, which need not be checked again. The piece began behind a value or the
    /// opening brace of an object, as this one does, and ended before or behind a value; behind a number only if the byte behind it is the same as well.
    /// </summary>
    public void Repeat(int bytes)
    {
        _at += bytes;
        _isFirst = false;
    }

    /// <summary>Reads a value that must be a string.</summary>
    public string ReadString(string expected) => ReadStringOrNull(expected) ?? throw NotExpected(expected);

    /// <summary>Reads a value that must be a string or null.</summary>
    public string? ReadStringOrNull(string expected) => ReadValue() switch
    {
        JsonToken.String => GetString(),
        JsonToken.Null => null,
        _ => throw NotExpected(expected),
    };

    /// <summary>Reads over a whole value.</summary>
    public void SkipValue()
    {
        ReadValue();
        SkipRest();
    }

    /// <summary>Reads over what is left of the value just read: the inside of an object or array, nothing of any other.</summary>
    public void SkipRest()
    {
        if (Token == JsonToken.StartObject)
        {
            while (ReadName())
                SkipValue();
        }
        else if (Token == JsonToken.StartArray)
        {
            while (ReadItem())
                SkipValue();
        }
    }

    /// <summary>Reads to the end of the text, where only white space may follow.</summary>
    public void ReadEnd()
    {
        SkipWhiteSpace();
        if (_at != _end)
            throw Unexpected("the end of the file");
    }
}
