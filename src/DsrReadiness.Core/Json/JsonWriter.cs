using System.Globalization;
using System.IO;

namespace DsrReadiness.Json;

/// <summary>
/// Writes one JSON text in UTF-8. The same calls give the same bytes on every machine. What it writes may be put into the script element
/// of a page as it is: characters that mean something to HTML are escaped.
/// </summary>
internal sealed partial class JsonWriter(Stream stream)
{
    private const int FlushAt = 16 * 1024;
    private byte[] _buffer = new byte[512];
    private int _length;
    private int _depth;
    private int _oneLineFrom = int.MaxValue;
    private bool _isFirst = true;
    private bool _isBehindName;

    /// <summary>Begins an object; <paramref name="onOneLine"/>: with all that is in it.</summary>
    public void StartObject(bool onOneLine = false) => Open('{', onOneLine);

    public void EndObject() => Close('}');

    /// <summary>Begins an array; <paramref name="onOneLine"/>: with all that is in it.</summary>
    public void StartArray(bool onOneLine = false) => Open('[', onOneLine);

    public void EndArray() => Close(']');

    /// <summary>Begins a member; its value comes next.</summary>
    public void Name(string name)
    {
        Separate();
        Quoted(name);
        Ascii(": ");
        _isBehindName = true;
    }

    /// <summary>Writes a string, or null.</summary>
    public void String(string? value)
    {
        Separate();
        if (value is null)
            Ascii("null");
        else
            Quoted(value);
    }

    public void Number(long value) => Literal(value.ToString(CultureInfo.InvariantCulture));

    public void Number(ulong value) => Literal(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a number that reads as the same double again, and never as an integer.</summary>
    public void Number(double value)
    {
        string text = JsonReal.Write(value);
        Literal(text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text);
    }

    public void Boolean(bool value) => Literal(value ? "true" : "false");

    public void Null() => Literal("null");

    /// <summary>Writes a member whose value is a string or null.</summary>
    public void Member(string name, string? value)
    {
        Name(name);
        String(value);
    }

    /// <summary>Hands what is written so far to the stream.</summary>
    public void Flush()
    {
        stream.Write(_buffer, 0, _length);
        stream.Flush();
        _length = 0;
    }

    /// <summary>Ends the text with a line end and hands it to the stream.</summary>
    public void End()
    {
        Ascii("\n");
        Flush();
    }

    private void Literal(string text)
    {
        Separate();
        Ascii(text);
    }

    private void Open(char bracket, bool onOneLine)
    {
        Separate();
        Byte(bracket);
        _depth++;
        if (onOneLine && _oneLineFrom > _depth)
            _oneLineFrom = _depth;
        _isFirst = true;
    }

    private void Close(char bracket)
    {
        bool isEmpty = _isFirst;
        bool isOnOneLine = _depth >= _oneLineFrom;
        if (_depth == _oneLineFrom)
            _oneLineFrom = int.MaxValue;
        _depth--;
        _isFirst = false;
        if (!isEmpty)
        {
            if (isOnOneLine)
                Ascii(" ");
            else
                NewLine();
        }

        Byte(bracket);
    }

    /// <summary>What stands before a name or value: nothing behind a name, else a comma unless it is the first, and a new line.</summary>
    private void Separate()
    {
        if (_length >= FlushAt)
        {
            stream.Write(_buffer, 0, _length);
            _length = 0;
        }

        if (_isBehindName)
        {
            _isBehindName = false;
            return;
        }

        if (!_isFirst)
            Byte(',');
        _isFirst = false;
        if (_depth >= _oneLineFrom)
            Byte(' ');
        else if (_depth > 0)
            NewLine();
    }

    private void NewLine()
    {
        Byte('\n');
        for (int i = 0; i < _depth; i++)
            Ascii("  ");
    }
}
