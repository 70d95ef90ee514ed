using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Reports;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Paths;
using DsrReadiness.Tests.Reports.Documents;
using DsrReadiness.Tests.Snapshots.Redaction;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Reports;

/// <summary>Whatever a server writes into its names, no output obeys it, and no command that is advised holds it.</summary>
[Trait("Tier", "Slow")]
public sealed class HostileServerTests
{
    private const int Servers = 300;
    private const string Word = Secrets.Word;

    /// <summary>Orders to terminals, lines of one's own, turned text, markup, and what shells take for more than a text.</summary>
    private static readonly string[] s_texts =
    [
        "\u001b]0;" + Word + "\u0007", "\u001b[2J" + Word, "\u009b2J" + Word, Word + "\nREADY  WEB99", Word + "\r" + Word, "\u0085" + Word, "\u2028" + Word, "\u2029" + Word, "\b\b" + Word, "\0" + Word,
        "\u202E" + Word, "\u2066" + Word, "\u200B" + Word, "\uFEFF" + Word, "\uFFFE" + Word, "\uD800" + Word, "<script>" + Word + "</script>", "]]>" + Word, "<!--" + Word, "\"><img src=x onerror=" + Word + ">",
        "&" + Word + ";", "[" + Word + "](javascript:" + Word + ")", "|" + Word + "|", "```" + Word, "=cmd|'/c " + Word + "'!A1", "'; " + Word + "; '", "\u2019; " + Word + "; \u2019", "\" & " + Word + " & \"",
        "`" + Word, "$(" + Word + ")", "%" + Word + "%", "!" + Word + "!", "^&" + Word, "Any\n" + Word, Word,
    ];

    public static TheoryData<int> Blocks => new(Enumerable.Range(0, 4));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void No_output_obeys_a_server(int block)
    {
        int shown = 0;
        foreach ((ServerVerdict verdict, Plan plan, IReadOnlyList<PathTrace> paths) in Random(block))
        {
            string text = Text(writer =>
            {
                new VerdictText(80, TextStyle.Plain).Write(writer, verdict);
                new PlanText(80, TextStyle.Plain).Write(writer, plan);
                foreach (PathTrace path in paths)
                    new PathText(80, TextStyle.Plain).Write(writer, path);
            });
            string html = Write((output, spool) => new HtmlReport(output, spool), verdict, plan, paths);
            string junit = Write((output, _) => new JUnitReport(output), verdict, plan, paths);
            string markdown = Write((output, spool) => new MarkdownReport(output, spool), verdict, plan, paths);
            string json = Write((output, _) => new JsonReport(output), verdict, plan, paths);
            Assert.All(new[] { text, html, junit, markdown, json }, each => Assert.Equal(string.Empty, Obeyed(each)));
            Assert.Equal(["", $">{HtmlScript.Js}</script>\n</body>\n</html>\n"], [string.Empty, .. Regex.Split(html, "<script", RegexOptions.IgnoreCase).Skip(1)]);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(text.Split('\n'), line => line.StartsWith("READY  WEB99", StringComparison.Ordinal));
            XDocument.Parse(junit);
            using var document = JsonDocument.Parse(json);
            shown += text.Contains(Word, StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(shown, Servers / 4 / 2, Servers);
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void No_text_of_a_server_stands_in_a_command_that_is_advised(int block)
    {
        int commands = 0;
        foreach ((ServerVerdict verdict, Plan plan, _) in Random(block))
        {
            foreach (string command in verdict.Results.Select(result => result.Command).Concat(plan.Refusals.Select(refusal => refusal.Command)).OfType<string>())
            {
                commands++;
                Assert.DoesNotContain(Word, command, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.InRange(commands, Servers / 4 / 4, int.MaxValue);
    }

    private static IEnumerable<(ServerVerdict Verdict, Plan Plan, IReadOnlyList<PathTrace> Paths)> Random(int block)
    {
        var dice = new Dice(AgreementRun.SeedOf(1_000 + block));
        for (int i = 0; i < Servers / 4; i++)
        {
            RandomServer server = RandomServer.Draw(dice);
            Snapshot snapshot = Secrets.Plant(server.Build(), dice, 40, s_texts);
            DsrService service = server.Asked.Service;
            yield return (new CheckRunner(Catalogue.All).Run(snapshot, service), Planner.Plan(snapshot, service), PathTracer.Trace(snapshot, service));
        }
    }

    private static string Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(writer);
        return writer.ToString();
    }

    private static string Write(Func<Stream, Stream, IReport> begin, ServerVerdict verdict, Plan plan, IReadOnlyList<PathTrace> paths)
    {
        using var output = new MemoryStream();
        using var spool = new MemoryStream();
        IReport report = begin(output, spool);
        report.Write(new ReportEntry(verdict, Report.Collected, "a.json", plan, paths));
        report.End();
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }

    /// <summary>The characters of a text that a terminal or a reader would obey, as numbers.</summary>
    private static string Obeyed(string text) => string.Join(" ", text.Where(c => c != '\n' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator).Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)).Distinct());
}
