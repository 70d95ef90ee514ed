using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Text;

/// <summary>Finds the word that somebody meant who wrote another one.</summary>
internal static class Nearest
{
    private const int LongestWord = 100;

    /// <summary>The word that is written alike, in any case; null if none is.</summary>
    public static string? Of(string written, IReadOnlyCollection<string> words)
    {
        if (written.Length > LongestWord)
            return null;
        string? nearest = null;
        int least = int.MaxValue;
        foreach (string word in words)
        {
            int distance = Distance(written.ToUpperInvariant(), word.ToUpperInvariant());
            if (distance < least)
                (nearest, least) = (word, distance);
        }

        return nearest is not null && least <= Math.Max(1, Math.Min(written.Length, nearest.Length) / 3) ? nearest : null;
    }

    /// <summary>How many letters have to be put in, taken out, replaced or swapped with the next one.</summary>
    private static int Distance(string one, string other)
    {
        int[][] table = [.. Enumerable.Range(0, one.Length + 1).Select(_ => new int[other.Length + 1])];
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i][j] = i + j;
                    continue;
                }

                int replaced = table[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                table[i][j] = Math.Min(replaced, Math.Min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    table[i][j] = Math.Min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }

        return table[one.Length][other.Length];
    }
}
