using System;

namespace DsrReadiness.Json;

/// <content>Strings while reading: each byte is checked, none is decoded.</content>
internal sealed partial class JsonReader
{
    /// <summary>Checks a string from its opening quote on, and returns the place behind its closing one.</summary>
    private int ScanString(int quote)
    {
        byte[] buffer = _buffer;
        int at = quote + 1;
        for (; ; )
        {
            at = JsonBytes.FindSpecial(buffer, at, _end);
            if (at == _end)
                throw Unexpected("'\"' at the end of the string", at);
            byte special = buffer[at];
            if (special == '"')
                return at + 1;
            if (special == '\\')
                at = ScanEscape(at);
            else if (special >= 0x80)
                at = ScanSequence(at);
            else
                throw Unexpected("no control character in a string", at);
        }
    }

    /// <summary>Checks an escape; one of a high surrogate together with that of the low one which must follow.</summary>
    private int ScanEscape(int at)
    {
        const string Expected = "an escape (one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX)";
        if (at + 1 == _end)
            throw Unexpected(Expected, _end);
        switch (_buffer[at + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return at + 2;
            case (byte)'u':
                break;
            default:
                throw Unexpected(Expected, at + 1);
        }

        int next = at + 6;
        char unit = ScanHex(at + 2);
        if (!char.IsSurrogate(unit))
            return next;
        bool isPair = char.IsHighSurrogate(unit) && next < _end - 1 && _buffer[next] == '\\' && _buffer[next + 1] == 'u'
            && char.IsLowSurrogate(ScanHex(next + 2));
        return isPair ? next + 6 : throw Fail("found half of a surrogate pair, expected a character", at);
    }

    private char ScanHex(int at)
    {
        int value = 0;
        for (int i = at; i < at + 4; i++)
        {
            int digit = i < _end ? HexDigit(_buffer[i]) : -1;
            value = digit >= 0 ? (value << 4) | digit : throw Unexpected("a hexadecimal digit", Math.Min(i, _end));
        }

        return (char)value;
    }

    private static int HexDigit(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        _ => -1,
    };

    /// <summary>Checks one character beyond ASCII: no stray, cut off or needlessly long sequence, no surrogate, nothing above U+10FFFF.</summary>
    private int ScanSequence(int at)
    {
        byte first = _buffer[at];
        int length = first switch
        {
            < 0xC2 => 0,
            < 0xE0 => 2,
            < 0xF0 => 3,
            < 0xF5 => 4,
            _ => 0,
        };
        bool isValid = length > 0 && length <= _end - at;
        if (isValid)
        {
            byte lowest = first switch { 0xE0 => 0xA0, 0xF0 => 0x90, _ => 0x80 };
            byte highest = first switch { 0xED => 0x9F, 0xF4 => 0x8F, _ => 0xBF };
            isValid = _buffer[at + 1] >= lowest && _buffer[at + 1] <= highest;
            for (int i = 2; i < length; i++)
                isValid &= (_buffer[at + i] & 0xC0) == 0x80;
        }

        return isValid ? at + length : throw Fail($"found byte 0x{first:X2}, expected UTF-8", at);
    }
}
