using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DsrReadiness.Checks;
using DsrReadiness.Reports;
using DsrReadiness.Text;

namespace DsrReadiness.Tests.Documentation;

/// <summary>The page of symptoms names first the check that the product names first: for each row with a check there is a server that has nothing else.</summary>
public sealed partial class SymptomPageTests
{
    private const int FewestSituations = 30;

    private static readonly Dictionary<string, string> s_firstOnPage = Repository.Read("docs", "symptoms.md").ReplaceLineEndings("\n").Split('\n')
        .Select(CheckPage.Cells).Where(cells => cells.Length == 3 && CheckLink().IsMatch(cells[1])).ToDictionary(cells => cells[0], cells => CheckLink().Match(cells[1]).Groups[1].Value);

    public static TheoryData<string> Situations => [.. Symptoms.All.Select(symptom => symptom.Seen)];

    [Theory]
    [MemberData(nameof(Situations))]
    public void The_first_line_of_the_verdict_is_the_first_check_of_the_row(string seen)
    {
        Symptom symptom = Symptoms.All.Single(each => each.Seen == seen);
        string text = Judged(symptom);
        Assert.Equal(s_firstOnPage[seen], Line().Match(text) is { Success: true } line ? line.Groups[1].Value : text);
    }

    [Fact]
    public void Every_row_with_a_check_has_a_situation()
    {
        Assert.True(Symptoms.All.Count >= FewestSituations, $"{Symptoms.All.Count} situations.");
        Assert.Equal(Symptoms.All.Select(symptom => symptom.Seen), s_firstOnPage.Where(row => !IsReportedOnly(row.Value)).Select(row => row.Key));
    }

    private static string Judged(Symptom symptom)
    {
        var writer = new StringWriter { NewLine = "\n" };
        new VerdictText(200, TextStyle.Plain).Write(writer, new CheckRunner(Catalogue.All).Run(symptom.Server.Build(), symptom.Service));
        return writer.ToString();
    }

    /// <summary>Checks that warn of nothing, and those that compare with the pool.</summary>
    private static bool IsReportedOnly(string id) => id is "R02" || Catalogue.All.Checks.Single(check => check.Info.Id == id).Info.Severity == DsrReadiness.Verdicts.Severity.Information;

    [GeneratedRegex(@"^\[([A-Z]\d\d)\]\(checks/")]
    private static partial Regex CheckLink();

    [GeneratedRegex(@"^(?:Failed|Warning|Unknown)\s+([A-Z]\d\d)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
