using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Help.Markdown;

/// <summary>Reads the few things that a page is made of. Everything else is refused: what this does not know, help could not show.</summary>
internal sealed class MarkdownReader
{
    private const string Fence = "```";
    private static readonly string[] s_unknown = ["|", ">", "- ", "+ ", "1. ", "<", "    "];

    private readonly string _file;
    private readonly string[] _lines;
    private int _next;

    private MarkdownReader(string file, string text)
    {
        _file = file;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
    }

    /// <exception cref="PageException">There is something on the page that help cannot show.</exception>
    public static IReadOnlyList<Block> Read(string file, string text) => [.. new MarkdownReader(file, text).Blocks()];

    private IEnumerable<Block> Blocks()
    {
        _next = Array.FindIndex(_lines, line => line.Any(char.IsControl));
        if (_next >= 0)
            throw Fail("There is a control character on this line.");
        _next = 0;
        while (_next < _lines.Length)
        {
            string line = _lines[_next];
            if (line.Length == 0)
                _next++;
            else if (line.StartsWith('#'))
                yield return Heading();
            else if (line.StartsWith(Fence, StringComparison.Ordinal))
                yield return Code();
            else if (line.StartsWith("<!--", StringComparison.Ordinal))
                yield return Comment();
            else if (line.StartsWith("* ", StringComparison.Ordinal))
                yield return Bullet();
            else
                yield return Paragraph();
        }
    }

    private Block Heading()
    {
        string line = _lines[_next];
        int level = line.TakeWhile(c => c == '#').Count();
        string text = line[level..].Trim();
        if (level > 3 || text.Length == 0 || line[level] != ' ')
            throw Fail("A heading is #, ## or ###, a space and a text.");
        return new Block(BlockKind.Heading, ++_next, text, level);
    }

    private Block Code()
    {
        int start = _next;
        string language = _lines[_next++][Fence.Length..].Trim();
        int end = Array.IndexOf(_lines, Fence, _next);
        if (end < 0)
        {
            _next = start;
            throw Fail("This block of code has no end.");
        }

        string text = string.Join("\n", _lines[_next..end]);
        _next = end + 1;
        return new Block(BlockKind.Code, start + 1, text, Language: language);
    }

    private Block Comment()
    {
        string line = _lines[_next].TrimEnd();
        if (!line.EndsWith("-->", StringComparison.Ordinal))
            throw Fail("A comment begins and ends on one line.");
        return new Block(BlockKind.Comment, ++_next, line["<!--".Length..^"-->".Length].Trim());
    }

    private Block Bullet()
    {
        int start = _next;
        List<string> words = [_lines[_next++][2..].Trim()];
        while (_next < _lines.Length && _lines[_next].StartsWith("  ", StringComparison.Ordinal))
            words.Add(_lines[_next++].Trim());
        return new Block(BlockKind.Bullet, start + 1, string.Join(" ", words));
    }

    private Block Paragraph()
    {
        int start = _next;
        List<string> words = [];
        while (_next < _lines.Length && _lines[_next].Length > 0 && !StartsOther(_lines[_next]))
        {
            if (s_unknown.FirstOrDefault(mark => _lines[_next].StartsWith(mark, StringComparison.Ordinal)) is { } mark)
                throw Fail($"Help cannot show what begins with '{mark.Trim()}': write headings, paragraphs, lists with * and blocks of code.");
            words.Add(_lines[_next++].Trim());
        }

        return new Block(BlockKind.Paragraph, start + 1, string.Join(" ", words));
    }

    private static bool StartsOther(string line) => line[0] == '#' || line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith(Fence, StringComparison.Ordinal)
        || line.StartsWith("<!--", StringComparison.Ordinal);

    private PageException Fail(string problem) => new(_file, _next + 1, problem);
}
