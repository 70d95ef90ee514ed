using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DsrReadiness.Checks;
using DsrReadiness.Tests.Paths;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Documentation;

/// <summary>The page lists what every check advises, and what is to be done with it. With DSR_UPDATE_ADVICE=1 its lists are written anew instead of compared.</summary>
public sealed partial class AdvicePageTests
{
    private const int Servers = 1_000;

    private static readonly CheckResult[] s_advised = [.. AdviceCases.All.Select(each => each.Ask())];

    [Fact]
    public void Every_case_is_one_of_advice_with_a_command() => Assert.All(AdviceCases.All.Zip(s_advised), each =>
        Assert.True(each.Second.Outcome is Outcome.Failed or Outcome.Unknown && each.Second.Command is not null, $"{each.First.Id}: {each.Second.Outcome} {each.Second.Reason}"));

    [Fact]
    public void The_page_lists_what_is_really_advised()
    {
        string path = Repository.PathOf("docs", "advice.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        string made = List().Replace(page, match => match.Groups[1].Value + Listed(Enum.Parse<AdviceKind>(match.Groups[2].Value)) + "\n" + match.Groups[3].Value);
        if (Environment.GetEnvironmentVariable("DSR_UPDATE_ADVICE") == "1")
            File.WriteAllText(path, made);
        else
            Assert.Equal(made, page);
        Assert.Equal(3, List().Count(page));
    }

    /// <summary>Every place in the core where commands are advised has a case, so that the page lists it.</summary>
    [Fact]
    public void Every_advice_of_the_code_has_a_case()
    {
        string core = Repository.PathOf("src", "DsrReadiness.Core");
        string[] written = [.. Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories).SelectMany(file => Written().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value)];
        Assert.InRange(written.Length, 35, 100);
        string[] words = [.. s_advised.Select(each => each.Recommendation!)];
        Assert.DoesNotContain(written, text => !Array.Exists(words, said => Regex.IsMatch(said, PatternOf(text))));
    }

    /// <summary>A line that any server gets is on the page as well, but for its numbers and addresses.</summary>
    [Fact]
    public void What_is_advised_on_other_servers_is_of_a_kind_that_is_listed()
    {
        var runner = new CheckRunner(Catalogue.All);
        var dice = new Dice(20261201);
        HashSet<(string, AdviceKind?)> listed = [.. s_advised.Select(each => (each.Id, each.AdviceKind))];
        var seen = new Dictionary<(string, AdviceKind?), string?>();
        for (int i = 0; i < Servers; i++)
        {
            RandomServer server = RandomServer.Draw(dice);
            foreach (CheckResult result in runner.Run(server.Build(), server.Asked.Service).Results)
            {
                Assert.Equal(result.Recommendation is null, result.AdviceKind is null);
                if (result.Command is not null)
                    seen[(result.Id, result.AdviceKind)] = result.Recommendation;
            }
        }

        Assert.InRange(seen.Count, 25, 100);
        Assert.DoesNotContain(seen, each => !listed.Contains(each.Key));
    }

    private static string Listed(AdviceKind kind) => string.Join("\n", s_advised.Where(each => each.AdviceKind == kind).DistinctBy(each => (each.Id, each.Recommendation)).Select(each =>
        $"[{each.Id}](checks/{each.Id}-{each.Name}.md): {each.Recommendation}\n\n```powershell\n{each.Command}\n```\n"));

    private static string PatternOf(string text) => Hole().Replace(Regex.Escape(text), ".*").Replace(@"\\""", "\"", StringComparison.Ordinal);

    [GeneratedRegex(@"(<!-- (Command|Choice|Hand) -->\n).*?(<!-- end -->)", RegexOptions.Singleline)]
    private static partial Regex List();

    /// <summary>The words of an advice up to their end, or to a hole with quotes of its own.</summary>
    [GeneratedRegex(@"Advice\.(?:Run|Choose|Show)\(\s*\$?""((?:[^""\\{]|\\.|\{[^{}""]*\})+)")]
    private static partial Regex Written();

    [GeneratedRegex(@"\\\{[^}]*}")]
    private static partial Regex Hole();
}
