using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Help.Markdown;
using DsrReadiness.Text;

namespace DsrReadiness.Help.Output;

/// <summary>Makes the text of a topic such as about_DsrReadiness, in the form that <c>Get-Help</c> knows topics by.</summary>
internal static class TopicFile
{
    private const int Width = 76;
    private const string Indent = "    ";

    /// <exception cref="PageException">The page is not as it has to be.</exception>
    public static string Make(string file, string text)
    {
        IReadOnlyList<Block> blocks = MarkdownReader.Read(file, text);
        string name = Path.GetFileNameWithoutExtension(file);
        if (blocks is not [{ Kind: BlockKind.Heading, Level: 1 } title, { Kind: BlockKind.Paragraph } summary, { Kind: BlockKind.Heading, Level: 2 }, ..] || title.Text != name)
            throw new PageException(file, 1, $"A topic begins with '# {name}', one paragraph that says what it is about, and a '##' heading.");
        if (summary.Text.Length > Width)
            throw new PageException(file, summary.Line, $"The first paragraph of a topic has {Width} characters or fewer: it is listed beside its name.");
        List<string> lines = ["TOPIC", Indent + name, string.Empty, "SHORT DESCRIPTION", Indent + summary.Text];
        Block? before = null;
        foreach (Block block in blocks.Skip(2))
        {
            if (!(block.Kind == BlockKind.Bullet && before?.Kind == BlockKind.Bullet))
                lines.Add(string.Empty);
            lines.AddRange(Lines(block));
            before = block;
        }

        return string.Join("\n", lines) + "\n";
    }

    private static IEnumerable<string> Lines(Block block) => block.Kind switch
    {
        BlockKind.Heading when block.Level == 2 => [block.Text.ToUpperInvariant()],
        BlockKind.Heading => ["  " + block.Text],
        BlockKind.Code => block.Text.Split('\n').Select(line => line.Length == 0 ? line : Indent + Indent + line),
        BlockKind.Bullet => TextWrap.Lines(block.Text, Width - 2).Select((line, i) => Indent + (i == 0 ? "* " : "  ") + line),
        BlockKind.Paragraph => TextWrap.Lines(block.Text, Width).Select(line => Indent + line),
        _ => throw new InvalidOperationException($"A topic has no {block.Kind}."),
    };
}
