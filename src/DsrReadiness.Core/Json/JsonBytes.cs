using System;
using System.Runtime.CompilerServices;

namespace DsrReadiness.Json;

/// <summary>Bytes looked at eight at a time. What may be read is checked once for all of them.</summary>
internal static unsafe class JsonBytes
{
    private const ulong Each = 0x0101010101010101;

    /// <summary>Four blanks, where only four of eight bytes are looked at.</summary>
    private const ulong Padding = 0x2020202000000000;

    /// <summary>How many bytes at two places are the same, up to a number.</summary>
    public static int CountEqual(byte[] buffer, int one, int other, int most)
    {
        Check(buffer, one, most);
        Check(buffer, other, most);
        fixed (byte* bytes = buffer)
        {
            byte* first = bytes + one;
            byte* second = bytes + other;
            int count = 0;
            while (count <= most - 8 && *(ulong*)(first + count) == *(ulong*)(second + count))
                count += 8;
            while (count < most && first[count] == second[count])
                count++;
            return count;
        }
    }

    /// <summary>The place of the first byte that a string cannot just be read over: a quote, an escape, a control character, one beyond ASCII; the end if there is none.</summary>
    public static int FindSpecial(byte[] buffer, int at, int end)
    {
        Check(buffer, at, end - at);
        fixed (byte* bytes = buffer)
        {
            while (at <= end - 8 && !HasSpecial(*(ulong*)(bytes + at)))
                at += 8;
            while (at < end && !IsSpecial(bytes[at]))
                at++;
            return at;
        }
    }

    /// <summary>How many letters of a text, from one on, are written at a place as they read: up to the first that differs, is beyond ASCII or is part of an escape.</summary>
    public static int CountPlain(byte[] buffer, int at, int end, string text, int from)
    {
        int most = Math.Min(end - at, text.Length - from);
        Check(buffer, at, most);
        fixed (byte* bytes = buffer)
        fixed (char* letters = text)
        {
            byte* written = bytes + at;
            char* read = letters + from;
            int count = 0;
            while (count <= most - 4 && !HasSpecial(Padding | *(uint*)(written + count)) && Widen(*(uint*)(written + count)) == *(ulong*)(read + count))
                count += 4;
            while (count < most && written[count] == read[count] && written[count] is not ((byte)'\\' or >= 0x80))
                count++;
            return count;
        }

        static ulong Widen(ulong four)
        {
            four = (four | (four << 16)) & 0x0000FFFF0000FFFF;
            return (four | (four << 8)) & 0x00FF00FF00FF00FF;
        }
    }

    /// <summary>A number that differs for nearly all texts.</summary>
    public static uint Hash(byte[] buffer, int at, int length)
    {
        Check(buffer, at, length);
        unchecked
        {
            const ulong Prime = 0x9E3779B97F4A7C15;
            ulong hash = (ulong)length;
            fixed (byte* bytes = buffer)
            {
                int end = at + length;
                for (; at <= end - 8; at += 8)
                    hash = Mix((hash ^ *(ulong*)(bytes + at)) * Prime);
                for (; at < end; at++)
                    hash = (hash ^ bytes[at]) * Prime;
            }

            return (uint)Mix(hash);
        }

        static ulong Mix(ulong hash) => hash ^ (hash >> 29);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(byte[] buffer, int at, int length)
    {
        if (at < 0 || length < 0 || length > buffer.Length - at)
            throw new ArgumentOutOfRangeException(nameof(length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSpecial(byte value) => value is < 0x20 or (byte)'"' or (byte)'\\' or >= 0x80;

    /// <summary>
    /// True if one of eight bytes is special, and now and then if none is. Taking from a byte what it is not to be below
    /// (or, after xor, equal to) borrows from its high bit.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasSpecial(ulong bytes)
    {
        unchecked
        {
            ulong control = bytes - (Each * 0x20);
            ulong quote = (bytes ^ (Each * '"')) - Each;
            ulong escape = (bytes ^ (Each * '\\')) - Each;
            return ((control | quote | escape | bytes) & (Each * 0x80)) != 0;
        }
    }
}
