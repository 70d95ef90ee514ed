using System.Runtime.CompilerServices;

namespace DsrReadiness.Json;

/// <content>Brackets, commas, white space and literals.</content>
internal sealed partial class JsonReader
{
    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    private JsonToken Value(JsonToken token, int end)
    {
        Span = new JsonSpan(_at, end - _at);
        Token = token;
        _at = end;
        return token;
    }

    private JsonToken Open(JsonToken token)
    {
        if (_depth == MaximumDepth)
            throw Fail($"found objects and arrays nested deeper than {MaximumDepth}", _at);
        _depth++;
        _isFirst = true;
        Value(token, _at + 1);
        return token;
    }

    /// <summary>Reads the comma before each member or item but the first, or the bracket behind the last.</summary>
    private bool Next(byte close, string expected)
    {
        SkipWhiteSpace();
        if (_at < _end && _buffer[_at] == close)
        {
            _at++;
            _depth--;
            _isFirst = false;
            return false;
        }

        if (_isFirst)
            _isFirst = false;
        else if (_at < _end && _buffer[_at] == ',')
            _at++;
        else
            throw Unexpected(expected);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipWhiteSpace()
    {
        if (_at < _end && _buffer[_at] <= ' ')
            SkipSomeWhiteSpace();
    }

    private void SkipSomeWhiteSpace()
    {
        byte[] buffer = _buffer;
        int at = _at;
        while (at < _end && buffer[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        _at = at;
    }

    private int ScanLiteral(string literal)
    {
        for (int i = 1; i < literal.Length; i++)
        {
            if (_at + i == _end || _buffer[_at + i] != literal[i])
                throw Unexpected($"'{literal}'", _at + i);
        }

        return _at + literal.Length;
    }
}
