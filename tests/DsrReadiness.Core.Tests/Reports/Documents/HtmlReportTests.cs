using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Scripts;
using DsrReadiness.Tests.Checks.Neighbors;
using DsrReadiness.Tests.Servers;
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
        IHtmlDocument page = Read(SomeVerdict.Of(SomeVerdict.Result("M01", Outcome.Failed, recommendation: "Drain first.", command: "Set-X -Y 1.5\nSet-Z")));
        Assert.Equal("Drain first.", page.QuerySelector("p.do")!.TextContent);
        Assert.Equal("Set-X -Y 1.5\nSet-Z", page.QuerySelector("pre.do code")!.TextContent);
    }

    [Fact]
    public void Shows_the_plan()
    {
        IHtmlDocument page = Read(SomePlan.Of([SomePlan.Change("M01", "Enable it.", "It cuts you off.")]), Report.OfEveryKind());
        Assert.Equal("Enable it. M01 ! It cuts you off.", Assert.Single(page.QuerySelectorAll(".plan li")).TextContent);
    }

    [Fact]
    public void Shows_the_commands_of_the_plan_to_be_copied_as_the_script_has_them()
    {
        Plan plan = Planner.Plan(PoolOf.WithoutVip().Build("WEB07"), Server.Service(), new PlanOptions());
        IHtmlDocument page = Read(plan, Report.OfEveryKind("WEB07"));
        string shown = Assert.Single(page.QuerySelectorAll(".plan pre code")).TextContent;
        Assert.Equal(ScriptMaker.Make(new ScriptRequest { Release = ScriptRelease.Server2012, Service = plan.Service, Plan = plan }), shown);
        Assert.Contains("New-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.168.11.50", shown, StringComparison.Ordinal);
        Assert.Equal("The commands, in PowerShell, to be run on WEB07", page.QuerySelector(".plan details summary")!.TextContent);
    }

    [Fact]
    public void Says_why_there_are_no_commands()
    {
        var change = new Change { CheckId = "X99", Text = "Do it.", Row = new RowSelector(NetIPInterfaceClass.Class, null), Stores = [CimStore.None], To = RowState.Present() };
        IHtmlDocument page = Read(SomePlan.Of([change]), Report.OfEveryKind());
        Assert.Empty(page.QuerySelectorAll(".plan pre"));
        Assert.Contains("There are no commands to copy: ", page.QuerySelector(".plan")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_no_commands_of_a_server_that_none_can_help()
    {
        IHtmlDocument page = Read(SomePlan.Of([], [new Refusal("S01", "Nobody listens.", "Start it.")]), Report.OfEveryKind());
        Assert.Equal(["Left to you, S01: Nobody listens.", "Start it."], page.QuerySelectorAll(".plan p").Select(each => each.TextContent));
        Assert.Empty(page.QuerySelectorAll(".plan pre, .plan details"));
    }

    [Fact]
    public void A_large_page_has_the_commands_of_the_first_servers_and_says_where_the_others_are()
    {
        Plan plan = Planner.Plan(PoolOf.WithoutVip().Build("WEB07"), Server.Service(), new PlanOptions());
        IHtmlDocument page = Read(plan, [.. Enumerable.Range(0, 502).Select(i => SomeVerdict.Named($"WEB{i}", SomeVerdict.Result("M01", Outcome.Failed)))]);
        Assert.Equal(HtmlPlan.WithCommands, page.QuerySelectorAll(".plan pre").Length);
        Assert.Equal(502, page.QuerySelectorAll(".plan ol").Length);
        Assert.Contains("ConvertTo-DsrScript", page.QuerySelector("#s251 .plan")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Of the first 500 servers", page.QuerySelector("#servers + p")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A name that a server gave its adapter ends up in a command, between quotes, and on the page as text.</summary>
    [Fact]
    public void A_hostile_name_in_a_command_stays_text()
    {
        const string Name = "a'; Remove-Item C:\\ # </code><script>alert(1)</script>";
        Plan plan = Planner.Plan(PoolOf.WithoutVip().Rename(Server.Loopback, Name).Build(), Server.Service(), new PlanOptions());
        string written = Report.Write((output, spool) => new HtmlReport(output, spool), plan, Report.OfEveryKind());
        IHtmlDocument page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(written);
        Assert.Contains("'a''; Remove-Item C:\\ # </code><script>alert(1)</script>'", page.QuerySelector(".plan pre code")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script"));
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
