using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DsrReadiness.Checks;
using DsrReadiness.Paths;
using DsrReadiness.Reports;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Documentation;

/// <summary>The page of the classic mistakes shows what the verdict and the path really say. With DSR_UPDATE_MISTAKES=1 it is written anew instead of compared.</summary>
public sealed partial class MistakePageTests
{
    private const int Columns = 80;

    private static readonly string[] s_page = Repository.Read("docs", "mistakes.md").ReplaceLineEndings("\n").Split('\n');

    [Fact]
    public void The_page_has_the_mistakes_in_their_order() => Assert.Equal(
        Mistakes.All.Select((mistake, i) => $"## {i + 1}. {mistake.Title}"),
        s_page.Where(line => Regex.IsMatch(line, @"^## \d")));

    [Fact]
    public void The_page_shows_what_is_really_written()
    {
        string[] actual = [.. WithOutputs()];
        if (Environment.GetEnvironmentVariable("DSR_UPDATE_MISTAKES") == "1")
            File.WriteAllText(Repository.PathOf("docs", "mistakes.md"), string.Join('\n', actual));
        else
            Assert.Equal(actual, s_page);
    }

    [Fact]
    public void Without_a_mistake_the_server_is_ready_and_answers()
    {
        Snapshot snapshot = Server.Ready().Build();
        Assert.All(Mistakes.All, mistake =>
        {
            Assert.Equal(Verdict.Ready, new CheckRunner(Catalogue.All).Run(snapshot, mistake.Service).Verdict);
            Assert.All(PathTracer.Trace(snapshot, mistake.Service), trace => Assert.Equal((PathOutcome.Answered, false), (trace.Outcome, trace.Leaks)));
        });
    }

    /// <summary>The page with its blocks of text as they are written now: of each mistake first the verdict, then the path.</summary>
    private static IEnumerable<string> WithOutputs()
    {
        var outputs = new Queue<string[]>();
        bool isIn = false;
        foreach (string line in s_page)
        {
            if (Heading().Match(line) is { Success: true } heading)
                outputs = new Queue<string[]>(Outputs(Mistakes.All.Single(mistake => mistake.Title == heading.Groups[1].Value)));
            bool ends = isIn && line == "```";
            isIn = isIn ? !ends : line == "```text";
            if (!isIn || line == "```text")
                yield return line;
            if (line == "```text")
            {
                foreach (string shown in outputs.Dequeue())
                    yield return shown;
            }
        }
    }

    private static IEnumerable<string[]> Outputs(Mistake mistake)
    {
        Server server = Server.Ready();
        mistake.Make(server);
        Snapshot snapshot = server.Build("WEB01");
        ServerVerdict verdict = new CheckRunner(Catalogue.All).Run(snapshot, mistake.Service);
        yield return Lines(writer => new VerdictText(Columns, TextStyle.Plain).Write(writer, verdict));
        IReadOnlyList<PathTrace> traces = PathTracer.Trace(snapshot, mistake.Service);
        PathTrace shown = traces.FirstOrDefault(trace => trace.Outcome != PathOutcome.Answered || trace.Leaks != false) ?? traces[0];
        yield return [.. Extract(Lines(writer => new PathText(Columns, TextStyle.Plain).Write(writer, shown)))];
    }

    /// <summary>Of a path its heading, what is marked, and its end; the rest is left out.</summary>
    private static IEnumerable<string> Extract(string[] path)
    {
        bool isShown = true;
        bool isLeftOut = false;
        for (int i = 0; i < path.Length; i++)
        {
            isShown = i == 0 || path[i].Length == 0 ? path[i].Length > 0
                : path[i].StartsWith("  ", StringComparison.Ordinal) && path[i][3] == ' ' ? isShown
                : path[i][0] is 'X' or '!' or '?' or 'v' || path[i].StartsWith("   The", StringComparison.Ordinal);
            if (isShown)
                yield return path[i];
            else if (!isLeftOut)
                yield return "[...]";
            isLeftOut = !isShown;
        }
    }

    private static string[] Lines(Action<TextWriter> write)
    {
        var writer = new StringWriter { NewLine = "\n" };
        write(writer);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    [GeneratedRegex(@"^## \d+\. (.+)$")]
    private static partial Regex Heading();
}
