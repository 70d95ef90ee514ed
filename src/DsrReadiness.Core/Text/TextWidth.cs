using System.Globalization;

namespace DsrReadiness.Text;

/// <summary>The columns that text takes: none for a combining mark, two for a wide character, as in CJK, one for the rest.</summary>
internal static class TextWidth
{
    /// <summary>First and last of each run of wide characters, ascending: East Asian Wide and Fullwidth, small gaps passed over.</summary>
    private static readonly (int First, int Last)[] s_wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
        (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18DFF),
        (0x1AFF0, 0x1B2FF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        int width = 0;
        for (int i = 0; i < text.Length; i += LengthAt(text, i))
            width += At(text, i);
        return width;
    }

    /// <summary>The columns of the character at a place.</summary>
    public static int At(string text, int index)
    {
        if (text[index] is >= ' ' and < '\u0300')
            return 1;
        if (CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        return IsWide(LengthAt(text, index) == 2 ? char.ConvertToUtf32(text, index) : text[index]) ? 2 : 1;
    }

    /// <summary>The UTF-16 units of the character at a place.</summary>
    public static int LengthAt(string text, int index) => char.IsSurrogatePair(text, index) ? 2 : 1;

    private static bool IsWide(int character)
    {
        foreach ((int first, int last) in s_wide)
        {
            if (character <= last)
                return character >= first;
        }

        return false;
    }
}
