using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DsrReadiness.Help.Markdown;

/// <summary>Reads the few things that a page is made of. Everything else is refused: what this does not know, help could not show.</summary>
internal sealed class MarkdownReader(string file, string text)
{
    private readonly string _text = text.ReplaceLineEndings("\n");

    /// <exception cref="PageException">There is something on the page that help cannot show.</exception>
    public static IReadOnlyList<Block> Read(string file, string text) => [.. new MarkdownReader(file, text).Blocks()];

    private IEnumerable<Block> Blocks()
    {
        string[] lines = _text.Split('\n');
        int control = Array.FindIndex(lines, line => line.Any(char.IsControl));
        return control >= 0
            ? throw Fail(control + 1, "There is a control character on this line.")
            : Markdig.Markdown.Parse(_text, new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build()).SelectMany(Read);
    }

    private IEnumerable<Block> Read(Markdig.Syntax.Block block)
    {
        int line = block.Line + 1;
        return block switch
        {
            HeadingBlock { IsSetext: false, Level: <= 3, Inline: { FirstChild: not null } text } heading => [new Block(BlockKind.Heading, line, Plain(text), heading.Level)],
            HeadingBlock => throw Fail(line, "A heading is #, ## or ###, a space and a text."),
            FencedCodeBlock { ClosingFencedCharCount: 0 } => throw Fail(line, "This block of code has no end."),
            FencedCodeBlock code => [new Block(BlockKind.Code, line, code.Lines.ToString(), Language: code.Info ?? string.Empty)],
            HtmlBlock { Type: HtmlBlockType.Comment } comment => [new Block(BlockKind.Comment, line, CommentOf(comment.Lines.ToString(), line))],
            ListBlock { BulletType: '*' } list => list.Select(item => item is ListItemBlock and [ParagraphBlock text] ? Text(BlockKind.Bullet, text) : throw Unknown(item.Line + 1)),
            ParagraphBlock text => [Text(BlockKind.Paragraph, text)],
            _ => throw Unknown(line),
        };
    }

    private string CommentOf(string text, int line) => text.Contains('\n') || !text.TrimEnd().EndsWith("-->", StringComparison.Ordinal)
        ? throw Fail(line, "A comment begins and ends on one line.")
        : text.Trim()["<!--".Length..^"-->".Length].Trim();

    private Block Text(BlockKind kind, ParagraphBlock paragraph)
    {
        string[] lines = _text.Substring(paragraph.Span.Start, paragraph.Span.Length).Split('\n');
        if (Array.FindIndex(lines, line => line.TrimStart() is ['|' or '#', ..]) is >= 0 and var other)
            throw Unknown(paragraph.Line + 1 + other);
        ContainerInline inline = paragraph.Inline!;
        return new Block(kind, paragraph.Line + 1, Plain(inline)) { Target = inline.FirstChild == inline.LastChild && inline.FirstChild is LinkInline link ? link.Url : null };
    }

    /// <summary>The text alone; of a link, its words.</summary>
    private static string Plain(ContainerInline inline)
    {
        var text = new StringBuilder();
        foreach (Inline each in inline)
        {
            text.Append(each switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                HtmlInline tag => tag.Tag,
                AutolinkInline link => $"<{link.Url}>",
                ContainerInline container => Plain(container),
                _ => throw new InvalidOperationException($"Text has no {each.GetType().Name}."),
            });
        }

        return text.ToString();
    }

    private PageException Unknown(int line) => Fail(line, "Help cannot show this: write headings, paragraphs, lists with * and blocks of code.");

    private PageException Fail(int line, string problem) => new(file, line, problem);
}
