using System.Linq;
using DsrReadiness.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Reports;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("Ethernet 2", "Ethernet 2")]
    [InlineData("", "")]
    [InlineData("\u001b[31mred", "\\u001B[31mred")]
    [InlineData("a\r\nb\tc\0", "a\\u000D\\u000Ab\\u0009c\\u0000")]
    [InlineData("\u009b31m", "\\u009B31m")]
    [InlineData("abc\u202exe.txt", "abc\\u202Exe.txt")]
    [InlineData("\u2066x\u2069", "\\u2066x\\u2069")]
    [InlineData("zero\u200bwidth\ufeff", "zero\\u200Bwidth\\uFEFF")]
    [InlineData("a\u2028b", "a\\u2028b")]
    [InlineData("\udb40\udc41", "\\uDB40\\uDC41")]
    [InlineData("SRV19A\u3164\u115f", "SRV19A\\u3164\\u115F")] // Hangul fillers
    [InlineData("Ethernet\u2800\ufe0f", "Ethernet\\u2800\\uFE0F")] // blank Braille, a variation selector
    [InlineData("a\uffa0b\u034fc\u1160d", "a\\uFFA0b\\u034Fc\\u1160d")]
    [InlineData("\u180b\u180f\u17b4\u17b5", "\\u180B\\u180F\\u17B4\\u17B5")]
    [InlineData("\udb40\udd00\udb40\uddef", "\\uDB40\\uDD00\\uDB40\\uDDEF")] // the variation selectors of plane 14
    public void Shows_what_a_terminal_would_obey_as_its_number(string text, string shown) => Assert.Equal(shown, SafeText.Of(text));

    [Fact]
    public void Shows_half_a_surrogate_pair_as_its_number() => Assert.Equal("a\\uD83Db", SafeText.Of("a" + '\ud83d' + "b"));

    [Theory]
    [InlineData("Übertragung")]
    [InlineData("本地连接")]
    [InlineData("Καλώδιο e\u0301")]
    [InlineData("\ud83d\ude00")]
    public void Leaves_text_of_any_language_alone(string text) => Assert.Same(text, SafeText.Of(text));

    [Fact]
    public void Is_safe_for_any_text() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text => !SafeText.Of(text).Any(c => char.IsControl(c) || c == '\u202e')));

    [Fact]
    public void Changes_nothing_that_is_safe_already() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text => SafeText.Of(SafeText.Of(text)) == SafeText.Of(text)));
}
