using System.Globalization;
using System.Text;

namespace DsrReadiness.Json;

/// <content>Numbers: the grammar while reading, the value on demand.</content>
internal sealed partial class JsonReader
{
    /// <summary>The last number: a <see cref="long"/> if it is an integer that fits, else a <see cref="ulong"/>, else a <see cref="double"/>.</summary>
    public object GetNumber()
    {
        if (TryGetSmall(out long small))
            return JsonBox.Of(small);
        string text = Encoding.ASCII.GetString(_buffer, Span.Start, Span.Length);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long signed))
            return JsonBox.Of(signed);
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong unsigned))
            return unsigned;
        return JsonReal.TryRead(text, out double real) ? real : throw Fail("found a number beyond what a double holds", Span.Start);
    }

    /// <summary>The usual number: a few digits and nothing else.</summary>
    private bool TryGetSmall(out long value)
    {
        value = 0;
        if (Span.Length > 18)
            return false;
        for (int at = Span.Start; at < Span.End; at++)
        {
            if (!IsDigit(_buffer[at]))
                return false;
            value = (value * 10) + (_buffer[at] - '0');
        }

        return true;
    }

    private int ScanNumber(int at)
    {
        if (_buffer[at] == '-')
            at++;
        if (at < _end && _buffer[at] == '0')
            at++;
        else
            at = ScanDigits(at);
        if (at < _end && _buffer[at] == '.')
            at = ScanDigits(at + 1);
        if (at < _end && _buffer[at] is (byte)'e' or (byte)'E')
        {
            at++;
            if (at < _end && _buffer[at] is (byte)'+' or (byte)'-')
                at++;
            at = ScanDigits(at);
        }

        return at;
    }

    private int ScanDigits(int at)
    {
        if (at == _end || !IsDigit(_buffer[at]))
            throw Unexpected("a digit", at);
        do
            at++;
        while (at < _end && IsDigit(_buffer[at]));
        return at;
    }
}
