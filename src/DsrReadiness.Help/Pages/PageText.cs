using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Help.Pages;

/// <summary>A page or a part of it as text: what stands before the first heading of a level, and what under each.</summary>
internal sealed class PageText(string head, IReadOnlyList<(string Heading, string Body)> parts)
{
    public string Head { get; } = head;

    public IReadOnlyList<(string Heading, string Body)> Parts { get; } = parts;

    /// <summary>What stands under a heading; nothing if there is no such heading.</summary>
    public string this[string heading] => Parts.FirstOrDefault(part => part.Heading == heading).Body ?? string.Empty;

    /// <summary>The paragraph under the title of a page.</summary>
    public static string SynopsisOf(string page) => string.Join(" ", Split(page, 2).Head.Split('\n').Skip(1).Where(line => line.Length > 0));

    /// <summary>Splits a text at the headings of a level, but not at what only looks like one in a block of code.</summary>
    public static PageText Split(string text, int level)
    {
        string mark = new string('#', level) + " ";
        List<(string Heading, List<string> Body)> parts = [(string.Empty, [])];
        bool isCode = false;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            if (!isCode && line.StartsWith(mark, StringComparison.Ordinal))
                parts.Add((line[mark.Length..].Trim(), []));
            else
                parts[^1].Body.Add(line);
        }

        return new PageText(Join(parts[0].Body), [.. parts.Skip(1).Select(part => (part.Heading, Join(part.Body)))]);
    }

    private static string Join(List<string> lines) => string.Join("\n", lines).Trim('\n');
}
