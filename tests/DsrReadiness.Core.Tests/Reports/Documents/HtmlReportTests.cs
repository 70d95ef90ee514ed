using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
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
        Assert.Empty(page.QuerySelectorAll("img, link, iframe, object, embed, form, base, [style], [src], [onload], [onerror]"));
        Assert.Equal(["search", "checkbox"], page.QuerySelectorAll("input").Select(input => input.GetAttribute("type")));
        Assert.Single(page.QuerySelectorAll("script"));
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
    public void The_policy_allows_style_and_script_of_the_page_and_nothing_else()
    {
        IHtmlDocument page = Read(s_ready);
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{Hash("style")}'; script-src 'sha256-{Hash("script")}'; base-uri 'none'; form-action 'none'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));

        string Hash(string element) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector(element)!.TextContent)));
    }

    [Fact]
    public void The_first_problem_is_one_link_away()
    {
        ServerVerdict hijack = SomeVerdict.Named("HIJACK", SomeVerdict.Result("M01", Outcome.Failed), SomeVerdict.Result("V03", Outcome.Failed));
        IElement link = Read(s_ready, Report.OfEveryKind(), hijack).QuerySelector("header a")!;
        Assert.Equal(("#s3-V03", "Go to the first problem: V03 on HIJACK"), (link.GetAttribute("href"), link.TextContent));
        Assert.Null(Read(s_ready).QuerySelector("header a"));
    }

    /// <summary>A link to what stands in a closed part opens it, in browsers without script as well; a link to the part itself would not.</summary>
    [Fact]
    public void The_first_servers_are_open_and_every_link_leads_into_one()
    {
        IHtmlDocument page = Read([.. Enumerable.Range(0, HtmlServer.Open + 3).Select(i => Report.OfEveryKind($"WEB{i}"))]);
        Assert.Equal(HtmlServer.Open, page.QuerySelectorAll("details.server[open]").Length);
        Assert.Equal(3, page.QuerySelectorAll("details.server:not([open])").Length);
        Assert.All(page.QuerySelectorAll("a[href^='#s']").Where(link => link.GetAttribute("href") != "#servers"), link =>
            Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])!.Closest("details.server > :not(summary)")));
    }

    [Fact]
    public void What_is_unknown_for_one_reason_is_told_once()
    {
        string[] ids = ["W01", "W05", "W04"];
        IHtmlDocument page = Read(SomeVerdict.Of([.. ids.Select(id => SomeVerdict.Result(id, Outcome.Unknown, reason: "It was not collected."))]));
        Assert.Equal("Unknown for the same reason: W05, W04.", Assert.Single(page.QuerySelectorAll(".results > li")).QuerySelector("p:last-child")!.TextContent);
        Assert.All(ids, id => Assert.NotNull(page.GetElementById("s1-" + id)));
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
        Assert.Equal("Set-X -Y 1.5\nSet-Z", page.QuerySelector("pre.do")!.TextContent);
    }

    [Fact]
    public void Shows_the_plan()
    {
        IHtmlDocument page = Read(SomePlan.Of([SomePlan.Change("M01", "Enable it.", "It cuts you off.")]), Report.OfEveryKind());
        Assert.Equal("Enable it. (M01) ! It cuts you off.", Assert.Single(page.QuerySelectorAll(".plan li")).TextContent);
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
    public void A_large_page_has_the_plans_of_the_first_servers_and_says_how_to_see_the_others()
    {
        Plan plan = Planner.Plan(PoolOf.WithoutVip().Build("WEB07"), Server.Service(), new PlanOptions());
        IHtmlDocument page = Read(plan, [.. Enumerable.Range(0, HtmlPlan.Most + 2).Select(i => SomeVerdict.Named($"WEB{i}", SomeVerdict.Result("M01", Outcome.Failed)))]);
        Assert.Equal(HtmlPlan.Most, page.QuerySelectorAll(".plan pre").Length);
        Assert.EndsWith(" Run dsr plan to see them.", page.GetElementById("s251")!.ParentElement!.QuerySelector(".plan")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Of the first 100 servers", page.QuerySelector("#only ~ p")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A browser reads ASCII in half the time.</summary>
    [Fact]
    public void Is_written_in_ascii_and_shows_every_letter()
    {
        string written = Report.Write((output, spool) => new HtmlReport(output, spool), [SomeVerdict.Named("RÜCKGRAT-𝟙-✕", SomeVerdict.Result("M01", Outcome.Failed))]);
        Assert.True(Ascii.IsValid(written));
        Assert.Contains("RÜCKGRAT-𝟙-✕", new HtmlParser().ParseDocument(written).QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
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
        Assert.Single(page.QuerySelectorAll("script"));
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
