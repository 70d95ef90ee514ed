using System.Globalization;
using System.Text;

namespace DsrReadiness.Text;

/// <summary>
/// Text as it may be shown. Names and messages come from servers, and a terminal obeys what is in them: control characters, escape
/// sequences, characters that turn the reading direction or cannot be seen, and the two that no XML may hold are shown as <c>\uXXXX</c>.
/// </summary>
internal static class SafeText
{
    public static string Of(string text)
    {
        StringBuilder? safe = null;
        for (int i = 0; i < text.Length; i++)
        {
            int length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (MayBeShown(length == 2 ? char.ConvertToUtf32(text, i) : text[i]))
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

    private static bool MayBeShown(int codePoint) => !UnseenCharacter.Is(codePoint) && codePoint is not (>= 0xD800 and <= 0xDFFF) and not (0xFFFE or 0xFFFF);
}
