using System.Collections.Generic;
using DsrReadiness.Help.Markdown;

namespace DsrReadiness.Help.Tests.Markdown;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Every_kind_of_block_is_read_with_its_line()
    {
        IReadOnlyList<Block> blocks = MarkdownReader.Read("x.md", "# Title\n\nOne\ntwo.\n* a\n  b\n* c\n\n```text\n# no heading\n\n  x\n```\n<!-- note -->\n");

        Assert.Equal(
            [
                new Block(BlockKind.Heading, 1, "Title", 1),
                new Block(BlockKind.Paragraph, 3, "One two."),
                new Block(BlockKind.Bullet, 5, "a b"),
                new Block(BlockKind.Bullet, 7, "c"),
                new Block(BlockKind.Code, 9, "# no heading\n\n  x", Language: "text"),
                new Block(BlockKind.Comment, 14, "note"),
            ],
            blocks);
    }

    [Fact]
    public void Line_ends_of_Windows_make_no_difference() =>
        Assert.Equal(MarkdownReader.Read("x.md", Sample.Page), MarkdownReader.Read("x.md", Sample.Page.Replace("\n", "\r\n")));

    [Theory]
    [InlineData("One.\n| a | b |", 2)]
    [InlineData("- a", 1)]
    [InlineData("1. a", 1)]
    [InlineData("> a", 1)]
    [InlineData("One.\n\n<br>", 3)]
    [InlineData("    code", 1)]
    [InlineData("#### Deep", 1)]
    [InlineData("#Close", 1)]
    [InlineData("One.\n\n```text\n\u001b[1mbold\n```", 4)]
    [InlineData("\n```text\nno end", 2)]
    [InlineData("<!-- in two\nlines -->", 1)]
    public void What_help_cannot_show_is_refused_where_it_stands(string text, int line)
    {
        PageException e = Assert.Throws<PageException>(() => MarkdownReader.Read("x.md", text));

        Assert.Equal(line, e.Line);
        Assert.StartsWith($"x.md({line}): error DSRHELP: ", e.Message);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("`a*b*c` and `[x](y)`", "a*b*c and [x](y)")]
    [InlineData("see [the `-Quiet` switch](x.md#y).", "see the -Quiet switch.")]
    [InlineData("**very** *much*", "very much")]
    [InlineData("2 * 3 * 4, M* and W*", "2 * 3 * 4, M* and W*")]
    [InlineData("<T[]>", "<T[]>")]
    public void Marks_are_taken_out_of_text(string text, string expected) => Assert.Equal(expected, MarkdownReader.Read("x.md", text)[0].Text);

    [Theory]
    [InlineData("[Test-DsrReadiness](Test-DsrReadiness.md)", true)]
    [InlineData("see [this](x.md)", false)]
    [InlineData("Test-DsrReadiness", false)]
    public void A_link_stands_alone(string text, bool expected) => Assert.Equal(expected, MarkdownReader.Read("x.md", text)[0].Target is not null);
}
