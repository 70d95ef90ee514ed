using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Help.Markdown;

namespace DsrReadiness.Help.Pages;

/// <summary>Reads the page of a cmdlet. Each part must be there, in its place, and say something.</summary>
internal sealed class PageReader(string file, string text)
{
    public static readonly string[] Sections = ["Syntax", "Description", "Examples", "Parameters", "Inputs", "Outputs", "Notes", "Related links"];

    /// <summary>The part about what every cmdlet has, which PowerShell's help says itself.</summary>
    public const string CommonParameters = "Common parameters";

    private readonly IReadOnlyList<Block> _blocks = MarkdownReader.Read(file, text);

    /// <exception cref="PageException">The page is not as it has to be.</exception>
    public static Page Read(string file, string text) => new PageReader(file, text).Read();

    private Page Read()
    {
        string name = Path.GetFileNameWithoutExtension(file);
        if (_blocks is not [{ Kind: BlockKind.Heading, Level: 1 } title, ..] || title.Text != name)
            throw Fail(1, $"The page begins with '# {name}'.");
        IReadOnlyList<Block> head = [.. _blocks.Skip(1).TakeWhile(block => block.Level != 2)];
        if (head is not [{ Kind: BlockKind.Paragraph } synopsis])
            throw Fail(1, "Between title and syntax stands one paragraph, the synopsis.");
        Dictionary<string, IReadOnlyList<Block>> sections = Split();
        return new Page(file, name, synopsis.Text)
        {
            Description = Prose(sections["Description"]),
            Examples = [.. Parts(sections["Examples"]).Select(Example)],
            Parameters = [.. Parts(sections["Parameters"]).Where(part => part.Heading.Text != CommonParameters).Select(Parameter)],
            Inputs = [.. Parts(sections["Inputs"]).Select(Described)],
            Outputs = [.. Parts(sections["Outputs"]).Select(Described)],
            Notes = Prose(sections["Notes"]),
            Links = Links(sections["Related links"]),
        };
    }

    private Dictionary<string, IReadOnlyList<Block>> Split()
    {
        Block[] headings = [.. _blocks.Where(block => block is { Kind: BlockKind.Heading, Level: 2 })];
        for (int i = 0; i < Math.Max(headings.Length, Sections.Length); i++)
        {
            string? expected = Sections.ElementAtOrDefault(i);
            string? found = headings.ElementAtOrDefault(i)?.Text;
            if (expected != found)
                throw Fail(headings.ElementAtOrDefault(i)?.Line ?? _blocks[^1].Line, expected is null ? $"'## {found}' is not a part of a page." : $"Here '## {expected}' is expected.");
        }

        if (_blocks.Skip(1).FirstOrDefault(block => block.Level == 1) is { } second)
            throw Fail(second.Line, "A page has one title.");
        return headings.ToDictionary(heading => heading.Text, heading =>
        {
            IReadOnlyList<Block> body = [.. _blocks.SkipWhile(block => block != heading).Skip(1).TakeWhile(block => block.Level != 2)];
            return body.Count > 0 ? body : throw Fail(heading.Line, $"'## {heading.Text}' says nothing.");
        });
    }

    private List<(Block Heading, IReadOnlyList<Block> Body)> Parts(IReadOnlyList<Block> section)
    {
        if (section[0].Kind != BlockKind.Heading)
            throw Fail(section[0].Line, "This part is made of parts with a '###' heading.");
        List<(Block, IReadOnlyList<Block>)> parts = [];
        foreach (Block heading in section.Where(block => block.Kind == BlockKind.Heading))
        {
            if (parts.Any(part => part.Item1.Text == heading.Text))
                throw Fail(heading.Line, $"'### {heading.Text}' is there twice.");
            IReadOnlyList<Block> body = [.. section.SkipWhile(block => block != heading).Skip(1).TakeWhile(block => block.Kind != BlockKind.Heading)];
            parts.Add((heading, body.Count > 0 ? body : throw Fail(heading.Line, $"'### {heading.Text}' says nothing.")));
        }

        return parts;
    }

    private IReadOnlyList<Block> Prose(IReadOnlyList<Block> blocks) => blocks.FirstOrDefault(block => block.Kind is not (BlockKind.Paragraph or BlockKind.Bullet)) is { } other
        ? throw Fail(other.Line, "This part is made of paragraphs and lists alone.")
        : blocks;

    private Described Described((Block Heading, IReadOnlyList<Block> Body) part) => new(part.Heading.Line, part.Heading.Text, Prose(part.Body));

    private Described Parameter((Block Heading, IReadOnlyList<Block> Body) part)
    {
        if (!part.Heading.Text.StartsWith('-'))
            throw Fail(part.Heading.Line, "The heading of a parameter begins with its dash.");
        IReadOnlyList<Block> text = part.Body is [.., { Kind: BlockKind.Code, Language: "yaml" }] ? [.. part.Body.SkipLast(1)] : part.Body;
        return text.Count > 0
            ? new Described(part.Heading.Line, part.Heading.Text[1..], Prose(text))
            : throw Fail(part.Heading.Line, $"{part.Heading.Text} is not described.");
    }

    /// <summary>A comment is for the test that runs the example: how things are before.</summary>
    private Example Example((Block Heading, IReadOnlyList<Block> Body) part)
    {
        Block[] body = [.. part.Body.Where(block => block.Kind != BlockKind.Comment)];
        Block[] introduction = [.. body.TakeWhile(block => block.Kind != BlockKind.Code)];
        Block[] code = [.. body.Skip(introduction.Length).TakeWhile(block => block.Kind == BlockKind.Code)];
        Block[] remarks = [.. body.Skip(introduction.Length + code.Length)];
        if (code.Length == 0 || code[0].Language != "powershell")
            throw Fail(part.Heading.Line, "An example has commands, in a block of code 'powershell'.");
        for (int i = 0; i < code.Length; i++)
        {
            bool mayBeOutput = i > 0 && code[i - 1].Language == "powershell";
            if (code[i].Language != "powershell" && !(mayBeOutput && code[i].Language == "text"))
                throw Fail(code[i].Line, "Here 'powershell' is expected, or 'text' for what the commands before have written.");
            if (code[i].Text.Contains("@'", StringComparison.Ordinal) || code[i].Text.Contains("@\"", StringComparison.Ordinal))
                throw Fail(code[i].Line, "An example has no here-string: its lines would be taken for commands.");
        }

        if (introduction.Length + remarks.Length == 0)
            throw Fail(part.Heading.Line, "An example says in a sentence what it shows.");
        return new Example(part.Heading.Line, part.Heading.Text, Prose(introduction), code, Prose(remarks));
    }

    private IReadOnlyList<Block> Links(IReadOnlyList<Block> blocks) => blocks.FirstOrDefault(block => block.Kind != BlockKind.Bullet || block.Target is null) is { } other
        ? throw Fail(other.Line, "This part is a list of links alone.")
        : blocks;

    private PageException Fail(int line, string problem) => new(file, line, problem);
}
