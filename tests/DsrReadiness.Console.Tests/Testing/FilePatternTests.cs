using System;
using System.IO;
using System.Linq;
using DsrReadiness.Console.Inputs;

namespace DsrReadiness.Console.Tests.Testing;

public sealed class FilePatternTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FilePatternTests()
    {
        foreach (string name in new[] { "a1.json", "a2.json", "b1.json", "a1.txt", "x/a1.json", "x/y/a1.json", ".hidden.json", ".h/a1.json" })
            _folder.Write(name, string.Empty);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.json", "a1.json a2.json b1.json")]
    [InlineData("a?.json", "a1.json a2.json")]
    [InlineData("?1.*", "a1.json a1.txt b1.json")]
    [InlineData("*/a1.json", "x/a1.json")]
    [InlineData("*/*/*", "x/y/a1.json")]
    [InlineData("**/a1.json", "a1.json x/a1.json x/y/a1.json")]
    [InlineData("x/**", "x/a1.json x/y/a1.json")]
    [InlineData("**/**/y/*", "x/y/a1.json")]
    [InlineData("x/../b*.json", "x/../b1.json")]
    [InlineData("./x/*.json", "./x/a1.json")]
    [InlineData(".*.json", ".hidden.json")]
    [InlineData("*.xml", "")]
    [InlineData("none/*.json", "")]
    public void Finds_files_in_the_order_of_their_names(string pattern, string found) => Assert.Equal(
        found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Path.Join(_folder.Path, name)), FilePattern.Find(_folder[pattern]));

    [Fact]
    public void A_relative_pattern_gives_relative_names()
    {
        string here = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder.Path);
        Assert.Equal([Path.Join(here, "b1.json")], FilePattern.Find(Path.Join(here, "b*.json")));
    }

    [Fact]
    public void Any_folders_ends_where_folders_are_linked_in_a_circle()
    {
        Directory.CreateSymbolicLink(_folder["x/back"], _folder.Path);
        Assert.Equal(3, FilePattern.Find(_folder["**/a1.json"]).Count);
    }

    [Theory]
    [InlineData("*.json", true)]
    [InlineData("a?.json", true)]
    [InlineData("a[1].json", false)]
    [InlineData("/tmp/a.json", false)]
    public void A_pattern_has_a_star_or_a_question_mark(string text, bool isPattern) => Assert.Equal(isPattern, FilePattern.IsPattern(text));
}
