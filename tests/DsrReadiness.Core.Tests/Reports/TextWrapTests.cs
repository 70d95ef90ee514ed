using System.Linq;
using DsrReadiness.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Reports;

public sealed class TextWrapTests
{
    private static readonly Arbitrary<string> s_text = Gen.ArrayOf(Gen.Elements(' ', 'a', 'b', '-', '本', 'é', '\u0301'))
        .Select(characters => new string(characters)).ToArbitrary();

    private static readonly Arbitrary<int> s_width = Gen.Choose(2, 30).ToArbitrary();

    [Theory]
    [InlineData("", 10, "")]
    [InlineData("one two", 10, "one two")]
    [InlineData("one two", 7, "one two")]
    [InlineData("one two", 6, "one|two")]
    [InlineData("one two three", 3, "one|two|thr|ee")]
    [InlineData("one   two", 3, "one|two")]
    [InlineData("one ", 3, "one")]
    [InlineData("  one", 10, "  one")]
    [InlineData("abcdefgh", 3, "abc|def|gh")]
    [InlineData("本地连接", 4, "本地|连接")]
    [InlineData("本地连接", 5, "本地|连接")]
    [InlineData("x本地", 2, "x|本|地")]
    public void Breaks_at_spaces_and_within_a_word_that_is_too_wide(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), TextWrap.Lines(text, width));

    [Fact]
    public void Never_parts_a_mark_from_its_letter() =>
        Assert.Equal(["e\u0301", "e\u0301"], TextWrap.Lines("e\u0301e\u0301", 1));

    [Fact]
    public void Never_parts_a_surrogate_pair() =>
        Assert.Equal(["\ud83d\ude00", "\ud83d\ude00"], TextWrap.Lines("\ud83d\ude00\ud83d\ude00", 3));

    [Fact]
    public void No_line_is_wider_than_asked() => Check.QuickThrowOnFailure(Prop.ForAll(
        s_text, s_width, (text, width) => TextWrap.Lines(text, width).All(line => TextWidth.Of(line) <= width)));

    [Fact]
    public void Nothing_but_spaces_is_lost() => Check.QuickThrowOnFailure(Prop.ForAll(
        s_text, s_width, (text, width) => string.Concat(TextWrap.Lines(text, width)).Replace(" ", "") == text.Replace(" ", "")));
}
