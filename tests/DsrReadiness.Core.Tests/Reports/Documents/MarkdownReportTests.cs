using System;
using System.Linq;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Verdicts;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DsrReadiness.Tests.Reports.Documents;

public sealed class MarkdownReportTests
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().Build();

    [Fact]
    public void Has_a_row_for_each_server_worst_first()
    {
        Table table = Assert.Single(Parse(SomeVerdict.Named("GOOD", SomeVerdict.Result("M01", Outcome.Passed)), Report.OfEveryKind("BAD")).Descendants<Table>());
        Assert.Equal(["Verdict", "Not ready", "Ready"], table.OfType<TableRow>().Select(row => Text((TableCell)row[0])));
        Assert.All(table.OfType<TableRow>(), row => Assert.Equal(6, row.Count));
        Assert.Equal(["1", "1", "3"], ((TableRow)table[1]).Skip(2).Take(3).Select(cell => Text((TableCell)cell)));
    }

    [Fact]
    public void A_server_without_findings_has_no_part_of_its_own()
    {
        MarkdownDocument document = Parse(SomeVerdict.Named("GOOD", SomeVerdict.Result("M01", Outcome.Passed)), Report.OfEveryKind("BAD"));
        HeadingBlock heading = Assert.Single(document.Descendants<HeadingBlock>(), each => each.Level == 2);
        Assert.StartsWith("BAD", Text(heading), StringComparison.Ordinal);
    }

    /// <summary>GitHub takes 65,536 characters.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(300)]
    [InlineData(3000)]
    public void Of_many_servers_the_worst_are_shown_and_the_rest_is_counted(int servers)
    {
        ServerVerdict[] verdicts = [.. Enumerable.Range(1, servers).Select(i => i % 10 == 0 ? Report.OfEveryKind($"BAD{i}") : SomeVerdict.Named($"ÄGOOD{i}", SomeVerdict.Result("M01", Outcome.Unknown)))];
        string text = Report.Write((output, spool) => new MarkdownReport(output, spool), verdicts);
        MarkdownDocument document = Markdown.Parse(text, s_pipeline);
        Assert.InRange(text.Length, 1, 65_000);
        int rows = Assert.Single(document.Descendants<Table>()).Count - 1;
        int parts = document.Descendants<HeadingBlock>().Count(each => each.Level == 2);
        if (rows + parts == 2 * servers)
        {
            Assert.DoesNotContain("left out", text, StringComparison.Ordinal);
            Assert.Equal(30, servers);
            return;
        }

        Assert.InRange(text.Length, 55_000, 65_000);
        Assert.Contains($"Cut at 65000 characters: {servers - rows} rows of the table and what is wrong with {servers - parts} servers are left out, of those that are least wrong.", text, StringComparison.Ordinal);
        Assert.Contains("\n## BAD10 ", text, StringComparison.Ordinal);
        Assert.All(Assert.Single(document.Descendants<Table>()).OfType<TableRow>().Skip(1).Take(Math.Min(rows, servers / 10)), row => Assert.Equal("Not ready", Text((TableCell)row[0])));
    }

    [Fact]
    public void Text_of_a_server_stays_text()
    {
        const string Nasty = Report.Hostile + " http://x.test/ www.x.test ~~z~~ <b>";
        MarkdownDocument harmless = Parse(Report.OfEveryKind());
        MarkdownDocument document = Parse(Report.OfEveryKind(Nasty, text: Nasty));
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.Empty(document.Descendants<HtmlInline>());
        Assert.Empty(document.Descendants<HtmlBlock>());
        Assert.Empty(document.Descendants<CodeInline>());
        Assert.Equal(harmless.Descendants<EmphasisInline>().Count(), document.Descendants<EmphasisInline>().Count());
        Assert.Equal(harmless.Descendants<HeadingBlock>().Count(), document.Descendants<HeadingBlock>().Count());
        Assert.Equal(harmless.Descendants<TableCell>().Count(), document.Descendants<TableCell>().Count());
        Assert.Equal(harmless.Descendants<ListItemBlock>().Count(), document.Descendants<ListItemBlock>().Count());
    }

    [Theory]
    [InlineData("1. x")]
    [InlineData("- x")]
    [InlineData("# x")]
    [InlineData("12) x")]
    [InlineData("=====")]
    [InlineData("```x")]
    public void A_line_of_a_server_begins_nothing(string text)
    {
        MarkdownDocument document = Markdown.Parse(MarkdownText.Of(text), s_pipeline);
        Assert.IsType<ParagraphBlock>(Assert.Single(document));
        Assert.Equal(text, Text((LeafBlock)document[0]));
    }

    private static string Text(ContainerBlock block) => string.Concat(block.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    private static string Text(LeafBlock block) => string.Concat(block.Inline!.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    private static MarkdownDocument Parse(params ServerVerdict[] verdicts) =>
        Markdown.Parse(Report.Write((output, spool) => new MarkdownReport(output, spool), verdicts), s_pipeline);
}
