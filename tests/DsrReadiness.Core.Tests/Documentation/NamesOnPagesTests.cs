using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Tests.Documentation;

/// <summary>Files, tests and variables that pages name are there under that name.</summary>
public sealed class NamesOnPagesTests
{
    private static readonly Regex s_file = new(@"`(?<path>(?:src|tests|docs|Pester|examples|\.ci|\.github)/[\w./-]+)`", RegexOptions.CultureInvariant);
    private static readonly Regex s_test = new(@"`(?<class>\w+Tests)\.(?<method>\w+)`", RegexOptions.CultureInvariant);
    private static readonly Regex s_variable = new(@"\bDSR_UPDATE_[A-Z]+\b", RegexOptions.CultureInvariant);

    [Fact]
    public void Every_file_that_a_page_names_is_there()
    {
        (string Page, string Path)[] named = [.. Named(s_file, "path").Where(each => !each.Name.EndsWith("/NAME", StringComparison.Ordinal))];
        Assert.InRange(named.Length, 30, int.MaxValue);
        Assert.Empty(named.Where(each => !Path.Exists(Repository.PathOf(each.Path))).Select(each => $"{each.Page}: {each.Path}"));
    }

    [Fact]
    public void Every_test_that_a_page_names_is_there()
    {
        ILookup<string, string> sources = SourcesOfTests().ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        (string Page, Match Match)[] named = [.. Pages().SelectMany(page => s_test.Matches(File.ReadAllText(page)).Select(match => (page, match)))];
        Assert.InRange(named.Length, 50, int.MaxValue);
        Assert.Empty(named.Where(each => !sources[each.Match.Groups["class"].Value].Any(source => source.Contains($" {each.Match.Groups["method"].Value}(", StringComparison.Ordinal)))
            .Select(each => $"{Path.GetFileName(each.Page)}: {each.Match.Value}"));
    }

    [Fact]
    public void Every_variable_that_writes_something_anew_is_listed()
    {
        string[] read = [.. SourcesOfTests().SelectMany(file => s_variable.Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct()];
        Assert.InRange(read.Length, 8, int.MaxValue);
        string[] listed = [.. new[] { "docs/developing.md", "docs/layers.md" }.SelectMany(page => s_variable.Matches(Repository.Read(page)).Select(match => match.Value))];
        Assert.All(read, variable => Assert.Contains(variable, listed));
    }

    private static IEnumerable<(string Page, string Name)> Named(Regex pattern, string group) =>
        Pages().SelectMany(page => pattern.Matches(File.ReadAllText(page)).Select(match => (Path.GetFileName(page), match.Groups[group].Value)));

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories));

    private static IEnumerable<string> SourcesOfTests() => Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
