using System;
using System.Text;

namespace DsrReadiness.Json;

/// <content>Strings on demand: decoded, or compared as they are spelt.</content>
internal sealed partial class JsonReader
{
    /// <summary>The text of the last name or string.</summary>
    public string GetString()
    {
        int start = Span.Start + 1;
        int end = Span.End - 1;
        int escape = Array.IndexOf(_buffer, (byte)'\\', start, end - start);
        if (escape < 0)
            return Encoding.UTF8.GetString(_buffer, start, end - start);
        char[] chars = new char[end - start];
        int length = 0;
        while (escape >= 0)
        {
            length += Encoding.UTF8.GetChars(_buffer, start, escape - start, chars, length);
            chars[length++] = Unescape(escape, out start);
            escape = Array.IndexOf(_buffer, (byte)'\\', start, end - start);
        }

        length += Encoding.UTF8.GetChars(_buffer, start, end - start, chars, length);
        return new string(chars, 0, length);
    }

    /// <summary>True if the last name or string is not written as it reads.</summary>
    public bool HasEscapes() => Array.IndexOf(_buffer, (byte)'\\', Span.Start, Span.Length) >= 0;

    /// <summary>True if the last string is this text, written in ASCII with no other escapes than those of paths and quotes; false too where it would have to be decoded to tell.</summary>
    public bool IsWritten(string text)
    {
        int at = Span.Start + 1;
        int end = Span.End - 1;
        int letter = 0;
        while (true)
        {
            int plain = JsonBytes.CountPlain(_buffer, at, end, text, letter);
            at += plain;
            letter += plain;
            if (letter == text.Length)
                return at == end;
            if (end - at < 2 || _buffer[at] != (byte)'\\' || _buffer[at + 1] is not ((byte)'\\' or (byte)'"') || _buffer[at + 1] != text[letter])
                return false;
            at += 2;
            letter++;
        }
    }

    /// <summary>True if the last name or string is this ASCII text in any case, and is written without escapes.</summary>
    public bool IsSpelt(string ascii)
    {
        if (Span.Length != ascii.Length + 2)
            return false;
        for (int i = 0; i < ascii.Length; i++)
        {
            int one = _buffer[Span.Start + 1 + i];
            int other = ascii[i];
            bool isSame = one == other || ((one ^ other) == 0x20 && (one | 0x20) is >= 'a' and <= 'z');
            if (!isSame)
                return false;
        }

        return true;
    }

    /// <summary>The UTF-16 unit of an escape that was checked.</summary>
    private char Unescape(int at, out int next)
    {
        byte kind = _buffer[at + 1];
        next = kind == 'u' ? at + 6 : at + 2;
        return kind switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'u' => ScanHex(at + 2),
            _ => (char)kind,
        };
    }
}
