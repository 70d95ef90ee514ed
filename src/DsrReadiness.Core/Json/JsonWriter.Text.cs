using System;
using DsrReadiness.Text;

namespace DsrReadiness.Json;

/// <content>Characters as bytes.</content>
internal sealed partial class JsonWriter
{
    private const string HexDigits = "0123456789ABCDEF";

    private void Quoted(string text)
    {
        Byte('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is < ' ' or '"' or '\\' or '<' or '>' or '&' or '\u007F')
                Escape(c);
            else if (c < 0x80)
                Byte(c);
            else if (UnseenCharacter.Is(c))
                Escape(c);
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                Encoded(char.ConvertToUtf32(c, text[++i]));
            else
                Encoded(char.IsSurrogate(c) ? '\uFFFD' : c); // Half a pair is not a character: no UTF-8 can say it, and no strict reader takes it.
        }

        Byte('"');
    }

    private void Escape(char c)
    {
        int letter = "\b\f\n\r\t\"\\".IndexOf(c);
        Byte('\\');
        if (letter >= 0)
        {
            Byte("bfnrt\"\\"[letter]);
            return;
        }

        Byte('u');
        for (int shift = 12; shift >= 0; shift -= 4)
            Byte(HexDigits[(c >> shift) & 0xF]);
    }

    private void Encoded(int codePoint)
    {
        if (codePoint < 0x800)
        {
            Byte((char)(0xC0 | (codePoint >> 6)));
        }
        else
        {
            if (codePoint < 0x10000)
            {
                Byte((char)(0xE0 | (codePoint >> 12)));
            }
            else
            {
                Byte((char)(0xF0 | (codePoint >> 18)));
                Byte((char)(0x80 | ((codePoint >> 12) & 0x3F)));
            }

            Byte((char)(0x80 | ((codePoint >> 6) & 0x3F)));
        }

        Byte((char)(0x80 | (codePoint & 0x3F)));
    }

    private void Ascii(string text)
    {
        foreach (char c in text)
            Byte(c);
    }

    private void Byte(char value)
    {
        if (_length == _buffer.Length)
            Array.Resize(ref _buffer, _length * 2);
        _buffer[_length++] = (byte)value;
    }
}
