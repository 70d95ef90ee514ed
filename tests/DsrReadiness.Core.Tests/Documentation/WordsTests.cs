using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Tests.Documentation;

/// <summary>Messages, help and pages use the verbs that administrators know. docs/developing.md lists what is refused, and what to write.</summary>
public sealed class WordsTests
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly (string Phrase, Regex Pattern)[] s_refused =
    [
        ("is no X", new(@"(?<!\bthere )\b(is|are|was|were) no\b(?! longer)", Options)),
        ("of which", new(@"\bof which\b", Options)),
        ("tells of", new(@"\btells? of\b", Options)),
        ("let itself be", new(@"\blets? (it|them)sel(f|ves) be\b", Options)),
        ("it is not said", new(@"\bit is not said\b", Options)),
        ("hangs on", new(@"\bhangs? on\b", Options)),
        ("lets in what", new(@"\blets? in what\b", Options)),
        ("A03 says so", new(@"\b[A-Z][0-9][0-9] says? so\b", Options)),
        ("makes no sense", new(@"\bmakes? no sense\b", Options)),
        ("means nothing to", new(@"\bmeans? nothing to\b", Options)),
        ("counts as errors", new(@"\bcounts? as (errors|other)\b", Options)),
        ("that the check is about", new(@"\bthat the check is about\b", Options)),
        ("of what was done is left", new(@"\bof what was done is left\b", Options)),
        ("a syllable thrice", new(@"(?!(.)\1)([a-z]{2,4})\2\2", Options)),
    ];

    private static readonly Regex s_comment = new(@"^\s*(//|#(?!#))|(?<=[;,{})\]]) // .*", RegexOptions.CultureInvariant);
    private static readonly string[] s_extensions = [".cs", ".md", ".ps1", ".psm1", ".psd1", ".ps1xml"];

    [Fact]
    public void Nothing_that_people_read_has_a_phrase_that_is_refused()
    {
        string[] files = [.. Files()];
        Assert.InRange(files.Length, 500, int.MaxValue);
        Assert.Empty(files.SelectMany(file => File.ReadAllLines(file).SelectMany((line, i) => Faults(line, Path.GetExtension(file)).Select(phrase => $"{Path.GetRelativePath(Repository.Root, file)}:{i + 1}: {phrase}"))));
    }

    [Theory]
    [InlineData("'x' is no address.", ".cs", "is no X")]
    [InlineData("There is no address.", ".md", null)]
    [InlineData("It is no longer there.", ".md", null)]
    [InlineData("What are not classeseses", ".md", "a syllable thrice")]
    [InlineData("The date is yyyyMMddHHmmss.ffffff.", ".cs", null)]
    [InlineData("    /// <summary>Nothing is no problem in a comment.</summary>", ".cs", null)]
    [InlineData("## What is no heading", ".md", "is no X")]
    [InlineData("A loopback of which nothing is known; A01 says so.", ".ps1", "of which")]
    public void A_line_is_judged_by_what_people_see_of_it(string line, string extension, string? phrase) => Assert.Equal(phrase, Faults(line, extension).FirstOrDefault());

    [Fact]
    public void The_page_lists_what_is_refused() =>
        Assert.All(s_refused, each => Assert.Contains($"| {each.Phrase} |", File.ReadAllText(Repository.PathOf("docs/developing.md")), StringComparison.Ordinal));

    private static IEnumerable<string> Faults(string line, string extension)
    {
        string seen = extension == ".md" ? line : s_comment.Replace(line, string.Empty).Length < line.Length && s_comment.Match(line).Index == 0 ? string.Empty : s_comment.Replace(line, string.Empty);
        return s_refused.Where(each => each.Pattern.IsMatch(seen)).Select(each => each.Phrase);
    }

    private static IEnumerable<string> Files() => new[] { "src", "docs", "examples", "Pester/Compliance" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
        .Concat([Repository.PathOf("README.md"), Repository.PathOf("CONTRIBUTING.md"), Repository.PathOf("CHANGELOG.md"), Repository.PathOf("DsrReadiness.psd1")])
        .Where(file => s_extensions.Contains(Path.GetExtension(file)) && file != Repository.PathOf("docs/developing.md") && !Parts(file).Any(part => part is "bin" or "obj"));

    private static string[] Parts(string file) => Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar);
}
