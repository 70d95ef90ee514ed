using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>Makes new inputs of known ones: by bytes, words, numbers, structure, encoding, and much of the same.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<string> words, int longest)
{
    private static readonly string[] s_numbers =
    [
        "0", "-0", "1", "-1", "00", "1.5", "1e3", "1e400", "-1e-400", "255", "256", "65535", "65536", "2147483647", "2147483648", "-2147483649", "4294967295", "4294967296",
        "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999999999999999999999", "0x10", "+1", "NaN", "Infinity",
    ];

    private static readonly byte[][] s_oddities =
    [
        [0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xAE], [0xE2, 0x80, 0xA8], [0x1B, 0x5B, 0x33, 0x31, 0x6D], [0x0D], [0x0A], [0x09], [0x7F], [0xC2, 0x85],
        "\\u0000"u8.ToArray(), "\\ud800"u8.ToArray(), "\\"u8.ToArray(), "\""u8.ToArray(), "null"u8.ToArray(), "true"u8.ToArray(), "[]"u8.ToArray(), "{}"u8.ToArray(), "\"\""u8.ToArray(),
    ];

    public byte[] Mutate(byte[] input, IReadOnlyList<byte[]> others)
    {
        byte[] result = input;
        for (int edits = 1 + random.Next(random.Next(4) == 0 ? 8 : 3); edits > 0; edits--)
            result = Edit(result, others);
        return result.Length > longest ? result[..longest] : result;
    }

    private byte[] Edit(byte[] input, IReadOnlyList<byte[]> others)
    {
        int at = random.Next(input.Length + 1);
        int length = Math.Min(random.Next(8) == 0 ? random.Next(input.Length + 1) : random.Next(24), input.Length - at);
        return random.Next(14) switch
        {
            0 => Replace(input, at, Math.Min(1, input.Length - at), [(byte)random.Next(256)]),
            1 when at < input.Length => Replace(input, at, 1, [(byte)(input[at] ^ (1 << random.Next(8)))]),
            2 => Replace(input, at, length, []),
            3 => Replace(input, at, 0, input.AsSpan(at, length)),
            4 => Replace(input, at, random.Next(2) == 0 ? length : 0, Word()),
            5 => Replace(input, at, Math.Min(random.Next(2), input.Length - at), s_oddities[random.Next(s_oddities.Length)]),
            6 => ReplaceRun(input, at, IsDigit, Encoding.ASCII.GetBytes(s_numbers[random.Next(s_numbers.Length)])),
            7 => ReplaceRun(input, at, IsWordPart, random.Next(2) == 0 ? Word() : RunAt(Other(others, input), IsWordPart)),
            8 => Splice(input, at, Other(others, input)),
            9 or 10 => ReplaceGroup(input, at, others),
            11 => Nest(input, at),
            12 => Repeat(input, at, length),
            _ => random.Next(12) == 0 ? Encode(input) : Replace(input, at, length, RunAt(Other(others, input), _ => random.Next(9) != 0)),
        };
    }

    private static byte[] Replace(byte[] input, int at, int length, ReadOnlySpan<byte> by) => [.. input.AsSpan(0, at), .. by, .. input.AsSpan(at + length)];

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    private static bool IsWordPart(byte value) => IsDigit(value) || value is >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z' or (byte)'.' or (byte)':' or (byte)'-';

    private byte[] Word() => words.Count == 0 ? [(byte)random.Next(256)] : Encoding.UTF8.GetBytes(words[random.Next(words.Count)]);

    private byte[] Other(IReadOnlyList<byte[]> others, byte[] input) => others.Count == 0 ? input : others[random.Next(others.Count)];

    /// <summary>The first run of bytes of a kind from somewhere on.</summary>
    private byte[] RunAt(byte[] input, Func<byte, bool> isPart)
    {
        int start = Array.FindIndex(input, random.Next(input.Length + 1), each => isPart(each));
        if (start < 0)
            return [];
        int end = Array.FindIndex(input, start, each => !isPart(each));
        return input[start..Math.Min(end < 0 ? input.Length : end, start + 4096)];
    }

    private static byte[] ReplaceRun(byte[] input, int from, Func<byte, bool> isPart, byte[] by)
    {
        int start = Array.FindIndex(input, from, each => isPart(each));
        if (start < 0)
            return input;
        while (start > 0 && isPart(input[start - 1]))
            start--;
        int end = Array.FindIndex(input, start, each => !isPart(each));
        return Replace(input, start, (end < 0 ? input.Length : end) - start, by);
    }

    private byte[] Splice(byte[] input, int at, byte[] other)
    {
        int from = random.Next(other.Length + 1);
        int length = random.Next(3) == 0 ? other.Length - from : Math.Min(random.Next(200), other.Length - from);
        return random.Next(2) == 0 ? [.. input.AsSpan(0, at), .. other.AsSpan(from)] : Replace(input, at, 0, other.AsSpan(from, length));
    }

    /// <summary>Takes an object, an array or a text out, doubles it, or puts another in its place.</summary>
    private byte[] ReplaceGroup(byte[] input, int from, IReadOnlyList<byte[]> others)
    {
        (int start, int length) = Group(input, from);
        if (length == 0)
            return input;
        byte[] group = input[start..(start + length)];
        byte[] other = Other(others, input);
        (int otherStart, int otherLength) = Group(other, random.Next(other.Length + 1));
        return random.Next(4) switch
        {
            0 => Replace(input, start, length, []),
            1 => Replace(input, start, length, [.. group, (byte)',', .. group]),
            2 => Replace(input, start, length, "null"u8),
            _ => Replace(input, start, length, other.AsSpan(otherStart, otherLength)),
        };
    }

    private static (int Start, int Length) Group(byte[] input, int from)
    {
        int start = Array.FindIndex(input, from, each => each is (byte)'{' or (byte)'[' or (byte)'"' or (byte)'(' or (byte)'\'');
        if (start < 0)
            return (0, 0);
        byte open = input[start];
        byte close = open switch { (byte)'{' => (byte)'}', (byte)'[' => (byte)']', (byte)'(' => (byte)')', _ => open };
        int depth = 0;
        for (int i = start; i < input.Length; i++)
        {
            if (input[i] == close && (i > start || open != close))
            {
                if (--depth <= 0)
                    return (start, i - start + 1);
            }
            else if (input[i] == open)
            {
                depth++;
            }
        }

        return (start, input.Length - start);
    }

    private byte[] Nest(byte[] input, int at)
    {
        (byte[] open, byte[] close) = random.Next(4) switch
        {
            0 => ("["u8.ToArray(), "]"u8.ToArray()),
            1 => ("{\"a\":"u8.ToArray(), "}"u8.ToArray()),
            2 => ("("u8.ToArray(), ")"u8.ToArray()),
            _ => ("@("u8.ToArray(), ")"u8.ToArray()),
        };
        int depth = random.Next(3) == 0 ? random.Next(1, 5000) : random.Next(1, 80);
        (int start, int length) = Group(input, at);
        byte[] inner = length == 0 ? "1"u8.ToArray() : input[start..(start + length)];
        byte[] nested = [.. Enumerable.Repeat(open, depth).SelectMany(each => each), .. inner, .. Enumerable.Repeat(close, random.Next(4) == 0 ? 0 : depth).SelectMany(each => each)];
        return Replace(input, start, length, nested);
    }

    private byte[] Repeat(byte[] input, int at, int length)
    {
        if (length == 0)
            return input;
        int room = (longest - input.Length) / length;
        int times = random.Next(20) == 0 ? room : Math.Min(room, random.Next(1, 60));
        byte[] piece = input[at..(at + length)];
        return times < 1 ? input : Replace(input, at, 0, Enumerable.Repeat(piece, times).SelectMany(each => each).ToArray());
    }

    private byte[] Encode(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        return random.Next(7) switch
        {
            0 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            1 => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            2 => Encoding.Unicode.GetBytes(text),
            3 => Encoding.Latin1.GetBytes(text),
            4 => [.. Encoding.UTF8.Preamble, .. input],
            5 => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            _ => [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(text)],
        };
    }
}
