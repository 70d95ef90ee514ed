using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Help.Pages;

/// <summary>Writes the table of the page that lists the cmdlets.</summary>
internal static class IndexUpdater
{
    private const string Row = "| [";

    /// <summary>The page as it should be.</summary>
    /// <param name="text">The page as it is.</param>
    /// <param name="cmdlets">The cmdlets with their synopses, in order.</param>
    public static string Update(string text, IEnumerable<(string Name, string Synopsis)> cmdlets)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int head = Array.FindIndex(lines, line => line.StartsWith("|---", StringComparison.Ordinal)) + 1;
        return string.Join("\n", lines.Take(head)
            .Concat(cmdlets.Select(each => $"{Row}{each.Name}]({each.Name}.md) | {each.Synopsis} |"))
            .Concat(lines.Skip(head).SkipWhile(line => line.StartsWith(Row, StringComparison.Ordinal))));
    }
}
