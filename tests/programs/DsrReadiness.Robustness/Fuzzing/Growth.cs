using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DsrReadiness.TestSupport;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>
/// Looks for time that grows faster than the input: the same piece again and again, at several places of an input, at a size and at four times that. Four times the input may take eight
/// times as long; sixteen times would be quadratic.
/// </summary>
internal static class Growth
{
    private const int Places = 6;
    private const int Factor = 4;
    private const int Tolerated = 10;
    private const int Largest = 2 * 1024 * 1024;
    private static readonly TimeSpan s_tooShort = TimeSpan.FromMilliseconds(60);

    private static readonly string[] s_pieces = ["[", "{", "\"", "'", ",", " ", "\n", "\\", "\\u0041", "1", "a", ":", "/", "-", "[],", "{},", "\"a\",", "1,", "\"a\":1,", "a\n", "(", "@(", "#", "`", ";", "\r\n\r\n", "\0"];

    public static IEnumerable<string> Problems(FuzzTarget target, byte[] seed, Random random)
    {
        foreach (string piece in s_pieces.Concat(target.Words))
        {
            if (piece.Length == 0)
                continue;
            for (int place = 0; place < Places; place++)
            {
                if (Problem(target, seed, random.Next(seed.Length + 1), Encoding.UTF8.GetBytes(piece)) is { } problem)
                    yield return problem;
            }
        }
    }

    private static string? Problem(FuzzTarget target, byte[] seed, int at, byte[] piece)
    {
        TimeSpan before = default;
        for (int bytes = Math.Min(4096, target.LongestInput); bytes <= Math.Min(Largest, target.LongestInput * 4); bytes *= Factor)
        {
            byte[] input = [.. seed.AsSpan(0, at), .. Enumerable.Repeat(piece, bytes / piece.Length).SelectMany(each => each), .. seed.AsSpan(at)];
            TimeSpan took = Enumerable.Range(0, 3).Min(_ => Time(target, input));
            if (took > s_tooShort && before > TimeSpan.FromMilliseconds(2) && took > before * Tolerated)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{target.Name}: '{Encoding.UTF8.GetString(piece)}' at {at}: {before.TotalMilliseconds:F0} ms for a quarter of {bytes} bytes, {took.TotalMilliseconds:F0} ms for all");
            }

            before = took;
        }

        return null;
    }

    private static TimeSpan Time(FuzzTarget target, byte[] input)
    {
        TimeSpan start = ProcessorTime.Now;
        target.Read(input);
        return ProcessorTime.Now - start;
    }
}
