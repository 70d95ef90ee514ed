using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Tests.Documentation;

/// <summary>The page of a check, taken apart as far as tests look at it.</summary>
internal sealed partial class CheckPage(string fileName, string text)
{
    private readonly string[] _lines = text.Split('\n');

    /// <summary>Every page, in the order of the files' names.</summary>
    public static IReadOnlyList<CheckPage> All { get; } = Directory
        .GetFiles(Repository.PathOf("docs", "checks"), "*.md")
        .Where(path => Path.GetFileName(path) != "README.md")
        .Order(StringComparer.Ordinal)
        .Select(path => new CheckPage(Path.GetFileName(path), File.ReadAllText(path)))
        .ToArray();

    public string FileName { get; } = fileName;

    public string Text { get; } = text;

    /// <summary>The heading of the page.</summary>
    public string Heading => _lines[0];

    /// <summary>The headings of its sections.</summary>
    public IEnumerable<string> Sections => _lines.Where(line => line.StartsWith("## ")).Select(line => line[3..]);

    /// <summary>The severities that it names under the heading.</summary>
    public string Severity => Assert.Single(_lines, line => line.StartsWith("**Severity:** "))["**Severity:** ".Length..];

    /// <summary>The outcomes in its table of outcomes, each once.</summary>
    public IEnumerable<string> Outcomes => Rows("Outcomes", "Outcome").Select(row => row[0].Split(' ')[0]).Distinct();

    /// <summary>The rows of its table of what is read.</summary>
    public IReadOnlyList<string[]> Reads => Rows("What is read", "Class");

    /// <summary>The files beside it that it links to.</summary>
    public IEnumerable<string> Links => Link().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>What stands in backticks in a cell.</summary>
    public static IEnumerable<string> Code(string cell) => CodeSpan().Matches(cell).Select(match => match.Groups[1].Value);

    /// <summary>The cells of a table's row.</summary>
    public static string[] Cells(string row) => row.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);

    private string[][] Rows(string section, string firstHeader) => _lines
        .SkipWhile(line => line != "## " + section)
        .SkipWhile(line => !line.StartsWith("| " + firstHeader + " |"))
        .TakeWhile(line => line.StartsWith('|'))
        .Skip(2)
        .Select(Cells)
        .ToArray();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\(([^):#]+\.md)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
