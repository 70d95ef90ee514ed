using System.Collections.Generic;

namespace DsrReadiness.Text;

/// <summary>Breaks text into lines: at spaces, and within a word only if the word alone is too wide.</summary>
internal static class TextWrap
{
    public static IEnumerable<string> Lines(string text, int width)
    {
        int start = 0;
        do
        {
            (int end, int next) = Break(text, start, width);
            yield return text.Substring(start, end - start).TrimEnd(' ');
            start = next;
        }
        while (start < text.Length);
    }

    /// <summary>Where the line that starts here ends, and where the next one starts; at the end of the text if there is none.</summary>
    private static (int End, int Next) Break(string text, int start, int width)
    {
        int columns = 0;
        int lastSpace = -1;
        for (int i = start; i < text.Length; i += TextWidth.LengthAt(text, i))
        {
            if (text[i] == ' ' && i > start)
                lastSpace = i;
            columns += TextWidth.At(text, i);
            if (columns <= width || i == start)
                continue;
            return lastSpace > start ? (lastSpace, AfterSpaces(text, lastSpace)) : (i, i);
        }

        return (text.Length, text.Length);
    }

    private static int AfterSpaces(string text, int index)
    {
        while (index < text.Length && text[index] == ' ')
            index++;
        return index;
    }
}
