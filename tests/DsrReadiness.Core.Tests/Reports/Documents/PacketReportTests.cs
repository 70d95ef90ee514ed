using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DsrReadiness.Connections;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Reports.Documents;

/// <summary>What came of real packets stands beside the verdicts, and a server that is ready and does not answer is seen at the top.</summary>
public sealed class PacketReportTests
{
    private static readonly ConnectionResult s_answered = Result(ConnectionOutcome.Answered);

    [Fact]
    public void A_page_has_a_column_a_section_and_a_line_at_the_top()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(Write((output, spool) => new HtmlReport(output, spool), ("GOOD", [s_answered]), ("SILENT", [Result(ConnectionOutcome.NoAnswer)]), ("UNASKED", [])));

        Assert.Equal(["SILENT Ready by its checks"], page.QuerySelectorAll(".trouble li").Select(each => each.TextContent.Trim()));
        Assert.Equal("Packet", page.QuerySelector(".map thead abbr")!.TextContent);
        Assert.Equal(["GOOD ·", "SILENT ✕", "UNASKED "], page.QuerySelectorAll(".map tbody tr").Select(row => row.QuerySelector("th a")!.TextContent + " " + row.QuerySelector("td")!.TextContent).Order(StringComparer.Ordinal));
        Assert.Equal(["✓ ANSWERED", "✕ NO ANSWER"], page.QuerySelectorAll("h5 .tag").Select(each => each.TextContent));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(each => each.Id).Distinct().Count());
    }

    [Fact]
    public void A_page_without_packets_has_no_place_for_them()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(Write((output, spool) => new HtmlReport(output, spool), ("GOOD", []), ("BETTER", [])));

        Assert.DoesNotContain(page.QuerySelectorAll("abbr, h2, h4"), each => each.TextContent.Contains("acket", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("h5"));
    }

    [Fact]
    public void JUnit_has_a_test_for_each_packet_and_counts_them()
    {
        XDocument xml = XDocument.Parse(Write((output, _) => new JUnitReport(output), ("WEB01", [s_answered, Result(ConnectionOutcome.WrongStatus, "icmp"), Result(ConnectionOutcome.NotAsked, "udp/53")])));

        XElement suite = Assert.Single(xml.Root!.Elements());
        Assert.Equal(("4", "1", "1"), ((string?)suite.Attribute("tests"), (string?)suite.Attribute("failures"), (string?)suite.Attribute("skipped")));
        Assert.Equal(4, suite.Elements("testcase").Count());
        Assert.Equal("Packet icmp to 192.0.2.10", (string?)Assert.Single(suite.Elements("testcase"), each => each.Element("failure") is not null).Attribute("name"));
        Assert.Equal("Packet udp/53 to 192.0.2.10", (string?)Assert.Single(suite.Elements("testcase"), each => each.Element("skipped") is not null).Attribute("name"));
    }

    [Fact]
    public void Json_has_an_object_for_each_packet_behind_its_verdict()
    {
        using var json = JsonDocument.Parse(Write((output, _) => new JsonReport(output), ("WEB01", [s_answered]), ("WEB02", [])));

        Assert.Equal(["dsr-verdict/1", "dsr-connection/1", "dsr-verdict/1"], json.RootElement.EnumerateArray().Select(each => each.GetProperty("format").GetString()));
    }

    [Fact]
    public void Markdown_has_a_column_and_what_is_wrong()
    {
        string text = Write((output, spool) => new MarkdownReport(output, spool), ("GOOD", [s_answered]), ("SILENT", [Result(ConnectionOutcome.NoAnswer) with { Disagreement = "It disagrees." }]));

        Assert.Contains("| Verdict | Packet | Server |", text);
        Assert.Contains("| Ready | Answered | GOOD", text);
        Assert.Contains("| Ready | **Failed** | SILENT", text);
        Assert.Contains("* **NoAnswer** Packet tcp/443 to 192.0.2.10  \n  It is so.\n  * It disagrees.\n", text);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("junit")]
    [InlineData("markdown")]
    public void Hostile_texts_stay_texts(string format)
    {
        ConnectionResult hostile = Result(ConnectionOutcome.NoAnswer) with { Reason = Report.Hostile, Recommendation = Report.Hostile, Claims = Report.Hostile, Warnings = [Report.Hostile], Disagreement = Report.Hostile };
        string text = Write((output, spool) => format == "html" ? new HtmlReport(output, spool) : format == "junit" ? new JUnitReport(output) : new MarkdownReport(output, spool), ("WEB01", [hostile]));

        Assert.All(["<script>alert", "\u001b", "\u202E"], each => Assert.DoesNotContain(each, text, StringComparison.Ordinal));
    }

    private static ConnectionResult Result(ConnectionOutcome outcome, string port = "tcp/443") => new(IPAddress.Parse("192.0.2.10"), ConnectionPort.Parse(port), "WEB01", outcome, "It is so.");

    private static string Write(Func<Stream, Stream, IReport> begin, params (string Name, ConnectionResult[] Packets)[] servers)
    {
        using var output = new MemoryStream();
        using var spool = new MemoryStream();
        IReport report = begin(output, spool);
        foreach ((string name, ConnectionResult[] packets) in servers)
            report.Write(new ReportEntry(SomeVerdict.Named(name, SomeVerdict.Result("M01", Outcome.Passed)), Report.Collected) { Connections = packets });
        report.End();
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }
}
