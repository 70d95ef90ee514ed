using System;
using System.Collections.Generic;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>Tells the commands in a recommendation from its sentences: a command stands behind "run:" or "then:" up to the end of the sentence.</summary>
internal static class Remedy
{
    private static readonly string[] s_marks = ["run: ", "then: "];

    public static IEnumerable<(string Text, bool IsCommand)> Parts(string recommendation)
    {
        int at = 0;
        while (Find(recommendation, at) is { } start)
        {
            yield return (recommendation.Substring(at, start - at), false);
            int end = EndOf(recommendation, start);
            yield return (recommendation.Substring(start, end - start), true);
            at = end;
            if (at < recommendation.Length && recommendation[at] == '.')
                at++;
        }

        if (at < recommendation.Length)
            yield return (recommendation.Substring(at), false);
    }

    private static int? Find(string text, int from)
    {
        int first = -1;
        foreach (string mark in s_marks)
        {
            int found = text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
            if (found >= 0 && (first < 0 || found + mark.Length < first))
                first = found + mark.Length;
        }

        return first < 0 ? null : first;
    }

    private static int EndOf(string text, int start)
    {
        int end = text.Length > start && text[text.Length - 1] == '.' ? text.Length - 1 : text.Length;
        foreach (string stop in new[] { ". ", ", then: ", ", with " })
        {
            int found = text.IndexOf(stop, start, StringComparison.Ordinal);
            if (found >= 0 && found < end)
                end = found;
        }

        return end;
    }
}
