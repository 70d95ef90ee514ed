using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Tests.Documentation;

public sealed class LinkTests
{
    private static readonly Regex s_link = new(@"\]\((?<target>[^()\s]+)\)", RegexOptions.CultureInvariant);
    private static readonly Regex s_code = new("^```.*?^```|`[^`\n]*`", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline);

    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading_that_are_there()
    {
        string[] pages = Pages().ToArray();
        (string Page, string Target)[] links = pages.SelectMany(page => s_link.Matches(Text(page)).Select(match => (page, match.Groups["target"].Value)))
            .Where(link => !link.Value.Contains("://", StringComparison.Ordinal)).ToArray();
        Assert.InRange(links.Length, 200, int.MaxValue);
        Assert.Empty(links.Where(link => !Leads(link.Page, link.Target)).Select(link => $"{Path.GetRelativePath(Repository.Root, link.Page)}: {link.Target}"));
    }

    [Theory]
    [InlineData("README.md", "docs/plans.md", true)]
    [InlineData("README.md", "docs/plans.md#what-is-not-verified", true)]
    [InlineData("README.md", "#contributing", true)]
    [InlineData("README.md", "docs/checks", true)]
    [InlineData("README.md", "docs/no-such-page.md", false)]
    [InlineData("README.md", "docs/plans.md#no-such-heading", false)]
    [InlineData("README.md", "docs/Plans.md", false)]
    public void A_link_is_judged_by_file_and_heading(string page, string target, bool leads) => Assert.Equal(leads, Leads(Repository.PathOf(page), target));

    [Fact]
    public void Every_page_is_led_to()
    {
        string[] pages = Pages().ToArray();
        HashSet<string> targets = [.. pages.SelectMany(page => s_link.Matches(Text(page)).Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)).Select(target => Resolve(page, target)))];
        string[] roots = [Repository.PathOf("README.md"), Repository.PathOf("CHANGELOG.md"), Repository.PathOf("CONTRIBUTING.md")];
        string[] lost = pages.Except(roots).Where(page => !targets.Contains(page)).ToArray();
        Assert.Empty(lost);
    }

    /// <summary>Whoever looks for something finds it behind one door.</summary>
    [Fact]
    public void The_index_leads_to_each_page_of_the_documentation_once()
    {
        string index = Repository.PathOf("docs/README.md");
        string[] pages = [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Where(page => page != index)];
        string[] doors = [.. s_link.Matches(File.ReadAllText(index).Split("## Guides")[1]).Select(match => Resolve(index, match.Groups["target"].Value))];
        Assert.InRange(pages.Length, 20, 100);
        Assert.All(pages, page => Assert.Single(doors, page));
    }

    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
        .Where(page => !page.Contains("node_modules", StringComparison.Ordinal));

    private static string Text(string page) => s_code.Replace(File.ReadAllText(page), string.Empty);

    private static string Resolve(string page, string target) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, target));

    private static bool Leads(string page, string target)
    {
        string[] parts = target.Split('#', 2);
        string file = parts[0].Length == 0 ? page : Resolve(page, parts[0]);
        return IsThere(file) && (parts.Length == 1 || Anchors(file).Contains(parts[1]));
    }

    /// <summary>Names are compared as a server does that tells upper from lower case, whatever this computer does.</summary>
    private static bool IsThere(string path)
    {
        string trimmed = path.TrimEnd('/', '\\');
        string folder = Path.GetDirectoryName(trimmed)!;
        return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Contains(trimmed, StringComparer.Ordinal);
    }

    /// <summary>The anchors of headings, as code hosts make them: letters, digits, hyphens and underscores, with hyphens for spaces, and a number for repetitions.</summary>
    private static HashSet<string> Anchors(string file)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        string withoutBlocks = Regex.Replace(File.ReadAllText(file), "^```.*?^```", string.Empty, RegexOptions.Singleline | RegexOptions.Multiline);
        foreach (string line in withoutBlocks.Split('\n').Where(line => line.StartsWith('#')))
        {
            string title = Regex.Replace(line.TrimStart('#').Trim(), @"\[([^\]]*)\]\([^)]*\)", "$1").ToLowerInvariant();
            string anchor = new([.. title.Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or ' ').Select(letter => letter == ' ' ? '-' : letter)]);
            string unique = anchor;
            for (int number = 1; !anchors.Add(unique); number++)
                unique = $"{anchor}-{number}";
        }

        return anchors;
    }
}
