using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DsrReadiness.Plans;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Reports.Documents;

public sealed class HtmlReportTests
{
    private static readonly ServerVerdict s_ready = SomeVerdict.Named("GOOD", SomeVerdict.Result("M01", Outcome.Passed));

    [Fact]
    public void Is_html_without_a_fault_and_without_anything_from_elsewhere()
    {
        IHtmlDocument page = Read(s_ready, Report.OfEveryKind(), Report.OfEveryKind(Report.Hostile, text: Report.Hostile));
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, embed, form, input, base, [style], [src], [onload], [onerror]"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(each => each.Id).Distinct().Count());
    }

    [Fact]
    public void Every_link_leads_to_a_place_of_the_page()
    {
        IHtmlDocument page = Read(s_ready, Report.OfEveryKind(), Report.OfEveryKind(Report.Hostile, text: Report.Hostile));
        string[] links = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.True(links.Length > 10);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link[1..])));
    }

    [Fact]
    public void The_policy_allows_the_style_of_the_page_and_nothing_else()
    {
        IHtmlDocument page = Read(s_ready);
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
    }

    [Fact]
    public void Says_at_the_top_how_many_are_ready_and_which_are_not_worst_first()
    {
        ServerVerdict hijack = SomeVerdict.Named("HIJACK", SomeVerdict.Result("V03", Outcome.Failed, reason: "It answers."));
        ServerVerdict two = SomeVerdict.Named("TWO", SomeVerdict.Result("M01", Outcome.Failed), SomeVerdict.Result("M02", Outcome.Failed));
        ServerVerdict unsure = SomeVerdict.Named("UNSURE", SomeVerdict.Result("M01", Outcome.Unknown));
        IHtmlDocument page = Read(s_ready, unsure, two, hijack);
        Assert.Equal("1 of 4 servers are ready", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["2", "1", "1"], page.QuerySelectorAll(".counts b").Select(count => count.TextContent));
        Assert.Equal(["HIJACK", "TWO", "UNSURE"], page.QuerySelectorAll(".trouble a").Select(link => link.TextContent));
        Assert.Contains("V03: It answers.", page.QuerySelector(".trouble li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["HIJACK", "TWO", "UNSURE", "GOOD"], page.QuerySelectorAll(".map tbody th").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Shows_a_command_apart_from_the_sentence_around_it()
    {
        IHtmlDocument page = Read(SomeVerdict.Of(SomeVerdict.Result("M01", Outcome.Failed, recommendation: "Drain first. Run: Set-X -Y 1.5, then: Set-Z. That is all.")));
        Assert.Equal(["Set-X -Y 1.5", "Set-Z"], page.QuerySelectorAll(".do code").Select(code => code.TextContent));
        Assert.Equal("Drain first. Run: Set-X -Y 1.5, then: Set-Z That is all.", page.QuerySelector(".do")!.TextContent);
    }

    [Fact]
    public void Shows_the_plan()
    {
        IHtmlDocument page = Read(SomePlan.Of([SomePlan.Change("M01", "Enable it.", "It cuts you off.")]), Report.OfEveryKind());
        Assert.Equal("Enable it. M01 ! It cuts you off.", Assert.Single(page.QuerySelectorAll(".plan li")).TextContent);
    }

    [Fact]
    public void No_server_is_said_to_be_none() => Assert.Equal("No server was judged", Read().QuerySelector("h1")!.TextContent);

    [Fact]
    public void Of_many_servers_those_alike_share_a_row()
    {
        ServerVerdict[] many = Enumerable.Range(0, 450).Select(i => i % 9 == 0 ? Report.OfEveryKind($"BAD{i}") : SomeVerdict.Named($"WEB{i}", s_ready.Results)).ToArray();
        IHtmlDocument page = Read(many);
        Assert.Equal(["BAD0 and 49 alike", "WEB1 and 399 alike"], page.QuerySelectorAll(".map tbody th").Select(cell => cell.TextContent));
        Assert.Equal(450, page.QuerySelectorAll(".server").Length);
    }

    private static IHtmlDocument Read(params ServerVerdict[] verdicts) => Read(null, verdicts);

    private static IHtmlDocument Read(Plan? plan, params ServerVerdict[] verdicts) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true })
            .ParseDocument(Report.Write((output, spool) => new HtmlReport(output, spool), plan, verdicts));
}
