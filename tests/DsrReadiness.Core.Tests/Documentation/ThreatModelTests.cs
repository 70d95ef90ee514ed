using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Tests.Documentation;

/// <summary>The threat model promises nothing that no test proves.</summary>
public sealed class ThreatModelTests
{
    private static readonly string s_page = Repository.Read("docs", "threat-model.md");
    private static readonly Regex s_code = new("`(?<text>[^`]+)`", RegexOptions.CultureInvariant);
    private static readonly Regex s_export = new(@"'(?<name>[A-Z]\w+-Dsr\w+)'", RegexOptions.CultureInvariant);
    private static readonly string[] s_changing = ["Add-", "Disable-", "Enable-", "Invoke-", "New-", "Remove-", "Undo-"];

    [Fact]
    public void Every_row_names_tests_that_exist()
    {
        string[][] rows = [.. Rows().Where(cells => cells.Length == 3)];
        Assert.InRange(rows.Length, 40, 200);
        Assert.All(rows, row =>
        {
            string[] tests = [.. CodeIn(row[2])];
            Assert.NotEmpty(tests);
            Assert.All(tests, test => Assert.True(IsThere(test), test));
        });
    }

    [Fact]
    public void The_tests_that_are_named_in_sentences_exist_too()
    {
        string[] named = [.. CodeIn(s_page[s_page.IndexOf("Held by ", StringComparison.Ordinal)..])];
        Assert.Equal(2, named.Length);
        Assert.All(named, test => Assert.True(IsThere(test), test));
    }

    [Theory]
    [InlineData("ThreatModelTests.Every_row_names_tests_that_exist", true)]
    [InlineData("ThreatModelTests.IsThere", false)] // no test
    [InlineData("ThreatModelTests.Every_row", false)]
    [InlineData("NoSuchTests.Every_row_names_tests_that_exist", false)]
    [InlineData("Module.Tests.ps1: uses approved verbs", true)]
    [InlineData("Module.Tests.ps1: uses approved", false)]
    [InlineData("NoSuch.Tests.ps1: uses approved verbs", false)]
    public void A_test_is_looked_for_by_all_of_its_name(string name, bool isThere) => Assert.Equal(isThere, IsThere(name));

    [Fact]
    public void Every_cmdlet_that_changes_a_server_is_said_to_need_elevation_and_no_other()
    {
        string[] changing = [.. s_export.Matches(Repository.Read("DsrReadiness.psd1")).Select(match => match.Groups["name"].Value)
            .Where(name => name != "New-DsrLab" && s_changing.Any(verb => name.StartsWith(verb, StringComparison.Ordinal)))];
        Assert.InRange(changing.Length, 10, 50);
        string row = Assert.Single(s_page.Split('\n'), line => line.Contains("an elevated session here", StringComparison.Ordinal));
        Assert.Equal(changing.Order(), CodeIn(row).Where(code => code.Contains("-Dsr", StringComparison.Ordinal)).Order());
    }

    /// <summary>The cells of the rows of all tables but their heads.</summary>
    private static IEnumerable<string[]> Rows() => s_page.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Tries |", StringComparison.Ordinal) && !line.StartsWith("| What |", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray());

    private static IEnumerable<string> CodeIn(string text) => s_code.Matches(text).Select(match => match.Groups["text"].Value);

    private static bool IsThere(string test)
    {
        int colon = test.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? IsInAssemblies(test) : IsInPester(test[..colon], test[(colon + 2)..]);
    }

    private static bool IsInPester(string file, string name) => File.Exists(Repository.PathOf("Pester", file))
        && Repository.Read("Pester", file).Contains($"It '{name.Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.Ordinal);

    private static bool IsInAssemblies(string test)
    {
        string[] parts = test.Split('.');
        return parts.Length == 2 && Directory.EnumerateFiles(Repository.PathOf("tests"), parts[0] + ".cs", SearchOption.AllDirectories)
            .Any(file => IsTest(File.ReadAllLines(file), parts[1]));
    }

    /// <summary>A method with an attribute of a test above it, before the empty line that ends the method before it.</summary>
    private static bool IsTest(string[] lines, string method)
    {
        int at = Array.FindIndex(lines, line => line.TrimStart().StartsWith("public ", StringComparison.Ordinal)
            && (line.Contains($" void {method}(", StringComparison.Ordinal) || line.Contains($" Task {method}(", StringComparison.Ordinal)));
        return at > 0 && lines[..at].Reverse().TakeWhile(line => line.Length > 0).Select(line => line.TrimStart()).Any(line => line.StartsWith('[')
            && (line.Contains("Fact", StringComparison.Ordinal) || line.Contains("Theory", StringComparison.Ordinal)));
    }
}
