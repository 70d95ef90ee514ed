using System;
using System.Globalization;
using System.Text;

namespace DsrReadiness.Text;

/// <summary>
/// Text as it may be shown. Names and messages come from servers, and a terminal obeys what is in them: control characters, escape
/// sequences, characters that turn the reading direction or cannot be seen, and the two that no XML may hold are shown as <c>\uXXXX</c>.
/// Not all that cannot be seen is of category Format: fillers are letters, variation selectors are marks.
/// </summary>
internal static class SafeText
{
    /// <summary>What is shown as nothing or as a blank, beside spaces and what its category tells: what Unicode has "default ignorable", and the blank of Braille.</summary>
    private static readonly (int First, int Last)[] s_unseen =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x2800, 0x2800), (0x3164, 0x3164),
        (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
    ];

    public static string Of(string text)
    {
        StringBuilder? safe = null;
        for (int i = 0; i < text.Length; i++)
        {
            int length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (MayBeShown(CharUnicodeInfo.GetUnicodeCategory(text, i)) && text[i] < '\uFFFE' && !IsUnseen(length == 2 ? char.ConvertToUtf32(text, i) : text[i]))
            {
                safe?.Append(text, i, length);
            }
            else
            {
                safe ??= new StringBuilder(text.Length + 16).Append(text, 0, i);
                for (int at = i; at < i + length; at++)
                    safe.Append("\\u").Append(((int)text[at]).ToString("X4", CultureInfo.InvariantCulture));
            }

            i += length - 1;
        }

        return safe?.ToString() ?? text;
    }

    private static bool IsUnseen(int character) => character >= s_unseen[0].First && Array.Exists(s_unseen, range => range.First <= character && character <= range.Last);

    private static bool MayBeShown(UnicodeCategory category) => category is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
