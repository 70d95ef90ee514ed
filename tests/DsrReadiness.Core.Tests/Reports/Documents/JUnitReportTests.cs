using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Reports.Documents;

public sealed class JUnitReportTests
{
    /// <summary>What the form allows: the attributes and children of each element.</summary>
    private static readonly (string Element, string[] Required, string[] Optional, string[] Children)[] s_form =
    [
        ("testsuites", [], ["name", "time", "tests", "failures", "disabled", "errors"], ["testsuite"]),
        ("testsuite", ["name", "tests"], ["failures", "errors", "time", "disabled", "skipped", "timestamp", "hostname", "id", "package"], ["properties", "testcase", "system-out", "system-err"]),
        ("properties", [], [], ["property"]),
        ("property", ["name", "value"], [], []),
        ("testcase", ["name"], ["assertions", "classname", "status", "time"], ["skipped", "error", "failure", "system-out", "system-err"]),
        ("failure", [], ["type", "message"], []),
        ("skipped", [], ["message"], []),
        ("system-out", [], [], []),
    ];

    /// <summary>By what readers tell tests apart, written down from what they do: each makes one text of suite, class and name, and the last test of that text wins.</summary>
    public static TheoryData<string, Func<string, string, string, string>> Keys => new()
    {
        { "GitLab", (_, test, name) => $"job_{test}_{name}" },
        { "a publisher of test results on GitHub", (_, test, name) => $"{test}\0{name}" },
        { "Azure Pipelines", (_, test, name) => $"{test}.{name}" },
        { "Jenkins", (_, test, name) => $"{test[..(test.LastIndexOf('.') + 1)]}/{test[(test.LastIndexOf('.') + 1)..]}/{name}" },
        { "one that knows suites and names", (suite, _, name) => $"{suite} {name}" },
        { "one that knows no case and one space", (_, test, name) => Regex.Replace($"{test} {name}", "\\s+", " ").Trim().ToUpperInvariant() },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_reader_takes_two_tests_for_one(string reader, Func<string, string, string, string> key)
    {
        (string, string, string)[] tests = Read([.. Alike().Select(of => new ServerVerdict(of.Server, of.Service, Report.OfEveryKind().Results, strict: false))])
            .Elements("testsuite").SelectMany(suite => suite.Elements("testcase").Select(test => (Text(suite, "name"), Text(test, "classname"), Text(test, "name")))).ToArray();
        Assert.Equal(Alike().Count() * 7, tests.Length);
        Assert.Empty(tests.GroupBy(test => key(test.Item1, test.Item2, test.Item3)).Where(same => same.Count() > 1).Select(same => reader + ": " + same.Key));
    }

    [Fact]
    public void Each_command_is_a_line_of_its_own_that_can_be_pasted()
    {
        ServerVerdict verdict = new CheckRunner(Catalogue.All).Run(
            Server.Ready().SetIn(CimStore.Active, NetIPAddressClass.PrefixLength, 24, (NetIPAddressClass.IPAddress, Server.Vip)).Build(),
            Server.Service());
        string output = Assert.Single(Read(verdict).Descendants("system-out"), each => each.Value.Contains("New-NetIPAddress", StringComparison.Ordinal)).Value;
        Assert.Equal(verdict.Results.Single(result => result.Id == "V02").Command!.Split('\n'), output.Split('\n').Skip(1));
    }

    [Fact]
    public void A_suite_is_called_by_server_and_service_and_not_longer_than_databases_take()
    {
        DsrService large = Service("large", Enumerable.Range(1, 1000).Select(port => $"tcp/{port}"));
        XElement[] suites = Read(
            new ServerVerdict("WEB01", Service("web", ["tcp/443"]), Report.OfEveryKind().Results, strict: false),
            new ServerVerdict("WEB01", large, Report.OfEveryKind().Results, strict: false)).Elements().ToArray();
        Assert.Equal("WEB01 for web (192.0.2.10 on tcp/443)", Text(suites[0], "name"));
        Assert.StartsWith("WEB01 for large (192.0.2.10 on tcp/1, ", Text(suites[1], "name"));
        Assert.Equal(203, Text(suites[1], "name").Length);
        Assert.All(suites, suite => Assert.All(suite.Elements("testcase"), test => Assert.Equal(Text(suite, "name"), Text(test, "classname"))));
    }

    [Fact]
    public void A_report_of_nothing_fails()
    {
        XElement suite = Assert.Single(Read().Elements());
        Assert.Equal(("1", "1"), (Text(suite, "tests"), Text(suite, "failures")));
        Assert.StartsWith("No server was judged", Assert.Single(suite.Descendants("failure")).Value);
    }

    [Theory]
    [InlineData(Outcome.NotApplicable)]
    [InlineData(Outcome.Unknown)]
    public void A_server_on_which_nothing_was_evaluated_fails(Outcome outcome)
    {
        XElement suite = Assert.Single(Read(SomeVerdict.Of(SomeVerdict.Result("A01", outcome), SomeVerdict.Result("W01", outcome))).Elements());
        Assert.Equal(("3", "1", "2"), (Text(suite, "tests"), Text(suite, "failures"), Text(suite, "skipped")));
        Assert.StartsWith("No check was evaluated", Assert.Single(suite.Descendants("failure")).Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Keeps_to_the_form(bool strict)
    {
        foreach (XElement element in Read(Report.OfEveryKind(strict: strict), Report.OfEveryKind(Report.Hostile, strict, Report.Hostile)).DescendantsAndSelf())
        {
            (_, string[] required, string[] optional, string[] children) = Assert.Single(s_form, each => each.Element == element.Name.LocalName);
            string[] attributes = element.Attributes().Select(attribute => attribute.Name.ToString()).ToArray();
            Assert.Empty(required.Except(attributes));
            Assert.Empty(attributes.Except(required).Except(optional));
            Assert.Empty(element.Elements().Select(child => child.Name.ToString()).Except(children));
        }
    }

    [Theory]
    [InlineData(false, "A01 passed, A02 skipped, M01 failure Error, M03 passed, W01 skipped, W04 skipped, W06 skipped")]
    [InlineData(true, "A01 passed, A02 skipped, M01 failure Error, M03 failure Warning, W01 failure Unknown, W04 failure Unknown, W06 skipped")]
    public void Fails_what_decides_the_verdict_and_skips_what_was_not_seen(bool strict, string expected)
    {
        XElement suite = Assert.Single(Read(Report.OfEveryKind(strict: strict)).Elements());
        Assert.Equal(expected, string.Join(", ", suite.Elements("testcase").Select(Told)));

        static string Told(XElement test) => test.Attribute("name")!.Value[..3] + " " + (test.Element("failure") is { } failure
            ? "failure " + failure.Attribute("type")!.Value
            : test.Element("skipped") is null ? "passed" : "skipped");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Counts_what_is_there(bool strict)
    {
        XElement suite = Assert.Single(Read(Report.OfEveryKind(strict: strict)).Elements());
        Assert.Equal(suite.Attribute("tests")!.Value, suite.Elements("testcase").Count().ToString());
        Assert.Equal(suite.Attribute("failures")!.Value, suite.Descendants("failure").Count().ToString());
        Assert.Equal(suite.Attribute("skipped")!.Value, suite.Descendants("skipped").Count().ToString());
        Assert.True(DateTime.TryParseExact(suite.Attribute("timestamp")!.Value, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Fact]
    public void A_ready_server_fails_no_test_and_its_warning_is_in_the_output()
    {
        XElement suite = Assert.Single(Read(SomeVerdict.Of(
            SomeVerdict.Result("M01", Outcome.Passed), SomeVerdict.Result("M03", Outcome.Failed, Severity.Warning, reason: "It is off."))).Elements());
        Assert.Equal("0", suite.Attribute("failures")!.Value);
        Assert.Contains("It is off.", Assert.Single(suite.Descendants("system-out")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_server_stays_text()
    {
        XElement suite = Assert.Single(Read(Report.OfEveryKind(Report.Hostile, text: Report.Hostile)).Elements());
        Assert.StartsWith("</style><script>alert(1)</script>", suite.Attribute("hostname")!.Value, StringComparison.Ordinal);
        Assert.Contains("\\u001B[2J\\u202E\\uFFFE\\uD800", suite.Descendants("failure").First().Value, StringComparison.Ordinal);
    }

    /// <summary>Servers and services that are hard to tell apart.</summary>
    private static IEnumerable<(string Server, DsrService Service)> Alike()
    {
        string many = string.Concat(Enumerable.Repeat("x", 300));
        foreach (string server in new[] { "WEB01", "web01", "WEB01 ", " WEB  01", "WEB01.example.com", "WEB01_A01", "WEB01 [2]" })
        {
            foreach (string? name in new[] { null, "web", "Web", "web ", "web\t", "web (192.0.2.10 on tcp/443)", "we_b", "we.b", "we/b", many + "1", many + "2", "A01 NameOfA01" })
            {
                yield return (server, Service(name, ["tcp/443"]));
                yield return (server, Service(name, ["tcp/8443"]));
                yield return (server, Service(name, ["tcp/443"], "10.0.0.0/8"));
                yield return (server, Service(name, []));
            }
        }
    }

    private static DsrService Service(string? name, IEnumerable<string> ports, params string[] clients) => new(
        [IPAddress.Parse("192.0.2.10")], ports.Select(ServicePort.Parse), clients: clients.Select(text => IPPrefix.TryParse(text, out IPPrefix? prefix) ? prefix : throw new FormatException(text)), name: name);

    private static string Text(XElement element, string attribute) => element.Attribute(attribute)!.Value;

    private static XElement Read(params ServerVerdict[] verdicts) => XDocument.Parse(Report.Write((output, _) => new JUnitReport(output), verdicts)).Root!;
}
