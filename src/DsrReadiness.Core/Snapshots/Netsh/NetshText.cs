using System.IO;
using System.Linq;
using System.Text;

namespace DsrReadiness.Snapshots.Netsh;

/// <summary>The characters of a text as somebody saved it: by a redirection of <c>cmd</c> or of PowerShell, or pasted into an editor.</summary>
/// <param name="Characters">The text.</param>
/// <param name="IsExact">False where it was written in a code page that it does not name: what is not ASCII in it is not known then.</param>
internal sealed record NetshText(string Characters, bool IsExact)
{
    /// <summary>Some hundred interfaces; no server has more.</summary>
    private const int MaximumBytes = 4 * 1024 * 1024;

    /// <summary>Where a byte that is not known stands, so that two of them stay two: an area of Unicode that is nobody's.</summary>
    private const char FirstUnknown = '\uF700';

    private static readonly Encoding s_utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>A piece of it for people, who see that a byte is not known, and not which.</summary>
    public static string Shown(string text) => new([.. text.Select(each => each is > FirstUnknown and <= (char)(FirstUnknown + 0xFF) ? '\uFFFD' : each)]);

    /// <exception cref="NetshTextException">It is no text.</exception>
    public static NetshText Read(Stream stream, string name)
    {
        using StreamBuffer buffer = StreamBuffer.Rent();
        return buffer.TryFill(stream, MaximumBytes)
            ? Decode(buffer.Bytes, buffer.Count, name)
            : throw new NetshTextException(name, $"the file is larger than {MaximumBytes} bytes, which no such text is");
    }

    private static NetshText Decode(byte[] bytes, int count, string name)
    {
        NetshText text = (count > 0 ? bytes[0] : 0, count > 1 ? bytes[1] : 0, count > 2 ? bytes[2] : 0) switch
        {
            (0xFF, 0xFE, _) => new NetshText(Encoding.Unicode.GetString(bytes, 2, count - 2), true),
            (0xFE, 0xFF, _) => new NetshText(Encoding.BigEndianUnicode.GetString(bytes, 2, count - 2), true),
            (0xEF, 0xBB, 0xBF) => DecodeBytes(bytes, 3, count - 3),
            _ => DecodeBytes(bytes, 0, count),
        };
        return text.Characters.Contains('\0')
            ? throw new NetshTextException(name, "found a zero byte, expected text; save it as UTF-8")
            : text;
    }

    /// <summary>In no code page of Windows is a byte below 0x40 part of another character, so that colons, digits and line ends are what they seem.</summary>
    private static NetshText DecodeBytes(byte[] bytes, int offset, int count)
    {
        try
        {
            return new NetshText(s_utf8.GetString(bytes, offset, count), true);
        }
        catch (DecoderFallbackException)
        {
            return new NetshText(new string(bytes.Skip(offset).Take(count).Select(each => each < 0x80 ? (char)each : (char)(FirstUnknown + each)).ToArray()), false);
        }
    }
}
