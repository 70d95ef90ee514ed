using System.Globalization;
using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Tests.Reports;

public sealed class UnseenCharacterTests
{
    private static readonly int[] s_all = [.. Enumerable.Range(0, 0x11_0000)];

    /// <summary>The table against that of the runtime here, which is of a later Unicode than .NET Framework's.</summary>
    [Fact]
    public void Everything_that_Unicode_has_as_control_format_or_end_of_line_is_unseen()
    {
        int[] obeyed = [.. s_all.Where(each => CharUnicodeInfo.GetUnicodeCategory(each) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)];

        Assert.True(obeyed.Length > 200);
        Assert.DoesNotContain(obeyed, each => !UnseenCharacter.Is(each));
    }

    [Fact]
    public void No_letter_that_can_be_seen_is_among_them()
    {
        int[] fillers = [0x115F, 0x1160, 0x3164, 0xFFA0];

        Assert.Equal(fillers, s_all.Where(each => UnseenCharacter.Is(each) && CharUnicodeInfo.GetUnicodeCategory(each) is
            UnicodeCategory.OtherLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpaceSeparator));
    }
}
