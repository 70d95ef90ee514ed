using System;
using System.Linq;
using System.Xml.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class ReportFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Junit_has_a_suite_for_each_server_in_the_order_of_the_files()
    {
        RunResult result = Test("junit");
        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        Assert.Equal(["BAD", "GOOD"], XDocument.Parse(result.Output).Root!.Elements("testsuite").Select(suite => suite.Attribute("hostname")!.Value));
    }

    /// <summary>By class and name a reader tells tests apart.</summary>
    [Fact]
    public void Junit_of_two_services_on_one_server_has_no_test_twice()
    {
        string file = _folder.Write("services.json", """
            {"format": "dsr-services/1", "service": [
              {"name": "web", "virtualIPAddress": "192.168.11.50", "port": 443, "server": "WEB01"},
              {"name": "alt", "virtualIPAddress": "192.168.11.60", "port": 8443, "server": "WEB01"}]}
            """);
        RunResult result = Dsr.Run("test", _folder.Write("web01.json", Samples.ReadyText("WEB01")), "--service", file, "--format", "junit");
        string[] tests = [.. XDocument.Parse(result.Output).Descendants("testcase").Select(test => test.Attribute("classname")!.Value + "_" + test.Attribute("name")!.Value)];
        Assert.True(tests.Length > 100, result.Error);
        Assert.Equal(tests.Length, tests.Distinct().Count());
    }

    [Fact]
    public void Junit_of_files_that_cannot_be_read_fails()
    {
        RunResult result = Dsr.Run(["test", _folder.Write("bad.json", "no snapshot"), .. Samples.Service, "--format", "junit"]);
        Assert.Equal(65, result.Status);
        Assert.Equal("1", XDocument.Parse(result.Output).Root!.Element("testsuite")!.Attribute("failures")!.Value);
    }

    /// <summary>A pipeline publishes the report and looks at nothing else.</summary>
    [Theory]
    [InlineData("junit", "name=\"SomethingWasEvaluated\"")]
    [InlineData("markdown", "Not judged:")]
    [InlineData("html", "<h1>The server is ready, and 1 input was not judged</h1>")]
    public void A_file_that_cannot_be_read_is_in_the_report(string format, string text)
    {
        string bad = _folder.Write("bad.json", "{}");
        RunResult result = Dsr.Run(["test", bad, _folder.Write("good.json", Samples.ReadyText("GOOD")), .. Samples.Service, "--format", format]);
        Assert.Equal(65, result.Status);
        Assert.Contains(text, result.Output, StringComparison.Ordinal);
        Assert.Contains("bad.json", result.Output, StringComparison.Ordinal);
        if (format == "junit")
            Assert.Equal(["1", "0"], XDocument.Parse(result.Output).Root!.Elements("testsuite").Select(suite => suite.Attribute("failures")!.Value));
    }

    [Fact]
    public void Junit_agrees_with_the_verdict_when_it_is_strict()
    {
        string path = _folder.Write("warn.json", Samples.ReadyWithWarningText("WARN"));
        Assert.Equal("0", Failures());
        Assert.Equal("1", Failures("--strict"));

        string Failures(params string[] more) => XDocument
            .Parse(Dsr.Run(["test", path, .. Samples.Service, "--format", "junit", .. more]).Output).Root!.Element("testsuite")!.Attribute("failures")!.Value;
    }

    [Fact]
    public void Html_is_a_page_with_a_plan_for_the_server_that_is_not_ready()
    {
        RunResult result = Test("html");
        Assert.Equal(1, result.Status);
        Assert.StartsWith("<!DOCTYPE html>", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(2, result.Output.Split("<details class=\"plan\">").Length);
    }

    [Fact]
    public void Markdown_begins_with_the_count() =>
        Assert.Contains("2 in all: 1 ready, 1 not ready, 0 inconclusive.", Test("markdown").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("html")]
    [InlineData("junit")]
    [InlineData("markdown")]
    public void The_same_servers_make_the_same_bytes(string format) => Assert.Equal(Test(format).Output, Test(format).Output);

    private RunResult Test(string format)
    {
        string bad = _folder.Write("bad.json", Samples.NotReadyText("BAD"));
        string good = _folder.Write("good.json", Samples.ReadyText("GOOD"));
        return Dsr.Run(["test", bad, good, .. Samples.Service, "--format", format]);
    }
}
