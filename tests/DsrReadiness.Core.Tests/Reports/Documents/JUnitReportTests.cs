using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using DsrReadiness.Reports.Documents;
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

    [Fact]
    public void No_server_is_no_suite() => Assert.Empty(Read().Elements());

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

    private static XElement Read(params ServerVerdict[] verdicts) => XDocument.Parse(Report.Write((output, _) => new JUnitReport(output), verdicts)).Root!;
}
