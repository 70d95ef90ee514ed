using System;
using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Reports;
using DsrReadiness.Tests.Checks;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Reports;

public sealed class VerdictTextTests
{
    [Fact]
    public void Shows_the_verdict_then_what_is_wrong_then_what_is_in_order()
    {
        ServerVerdict verdict = SomeVerdict.Of(
            SomeVerdict.Result("A01", Outcome.Unknown, reason: "It could not be read.", recommendation: "Collect again."),
            SomeVerdict.Result("M01", Outcome.Failed, Severity.Error, "Ethernet", "It is off.", "Switch it on."),
            SomeVerdict.Result("M02", Outcome.Passed),
            SomeVerdict.Result("N01", Outcome.NotApplicable),
            SomeVerdict.Result("N02", Outcome.NotApplicable),
            SomeVerdict.Result("V02", Outcome.Failed, Severity.Warning, "192.0.2.1", "It is wide.", "Narrow it."));
        const string Expected = """
            NOT READY  WEB01 for 192.168.11.50 on tcp/443
                       web01.json
                       1 failed, 1 warning, 1 unknown

            Failed   M01  NameOfM01: Ethernet
                          It is off.
                          > Switch it on.

            Warning  V02  NameOfV02: 192.0.2.1
                          It is wide.
                          > Narrow it.

            Unknown  A01  NameOfA01
                          It could not be read.
                          > Collect again.

            Passed   1 check; 2 do not apply.

            """;
        Assert.Equal(Expected, Show(verdict, origin: "web01.json"));
    }

    [Fact]
    public void Shows_a_ready_server_in_few_lines() => Assert.Equal(
        "READY  WEB01 for 192.168.11.50 on tcp/443\n\nPassed   2 checks.\n",
        Show(SomeVerdict.Of(SomeVerdict.Result("M01", Outcome.Passed), SomeVerdict.Result("M02", Outcome.Passed))));

    [Fact]
    public void Shows_an_unknown_server_as_inconclusive() =>
        Assert.StartsWith("INCONCLUSIVE  WEB01", Show(SomeVerdict.Of(SomeVerdict.Result("M01", Outcome.Unknown))), StringComparison.Ordinal);

    [Fact]
    public void Leaves_the_ports_out_where_none_are_given() => Assert.StartsWith(
        "READY  WEB01 for 192.168.11.50, 2001:db8:11::50\n",
        Show(SomeVerdict.For(Server.Service().DualStack().Ports(), SomeVerdict.Result("M01", Outcome.Passed))),
        StringComparison.Ordinal);

    [Fact]
    public void Failed_errors_go_before_warnings_before_unknown_errors_before_the_rest_in_the_order_of_the_catalogue()
    {
        ServerVerdict verdict = SomeVerdict.Of(
            SomeVerdict.Result("X1", Outcome.Unknown, Severity.Warning),
            SomeVerdict.Result("X2", Outcome.Unknown),
            SomeVerdict.Result("X3", Outcome.Failed, Severity.Warning),
            SomeVerdict.Result("X4", Outcome.Failed),
            SomeVerdict.Result("X5", Outcome.Failed, Severity.Warning),
            SomeVerdict.Result("X6", Outcome.Failed));
        string shown = Show(verdict);
        Assert.Equal(
            ["X4", "X6", "X3", "X5", "X2", "X1"],
            verdict.Results.Select(result => result.Id).OrderBy(id => shown.IndexOf(id, StringComparison.Ordinal)));
    }

    [Fact]
    public void Shows_the_other_findings_of_a_check_that_are_not_in_order()
    {
        string shown = Show(SomeVerdict.Of(SomeVerdict.Result(
            "M01", Outcome.Failed, reason: "First.", details: ["Failed: First.", "Failed: Second.", "Unknown: Third.", "Passed: Fourth."])));
        Assert.Contains("+ Failed: Second.\n", shown, StringComparison.Ordinal);
        Assert.Contains("+ Unknown: Third.\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Fourth", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("+ Failed: First", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remedy_that_several_unknown_results_share_is_said_once()
    {
        string shown = Show(SomeVerdict.Of(
            SomeVerdict.Result("A01", Outcome.Unknown, reason: "One.", recommendation: "Collect again."),
            SomeVerdict.Result("A02", Outcome.Unknown, reason: "Two.", recommendation: "Collect again."),
            SomeVerdict.Result("A03", Outcome.Unknown, reason: "Three.", recommendation: "Run elevated.")));
        const string Expected = """
            Unknown  A01  NameOfA01
                          One.
            Unknown  A02  NameOfA02
                          Two.
                          > Collect again.

            Unknown  A03  NameOfA03
                          Three.
                          > Run elevated.

            """;
        Assert.Contains(Expected, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_several_checks_do_not_know_for_one_reason_is_said_once_below_what_comes_first()
    {
        string shown = Show(SomeVerdict.Of(
            SomeVerdict.Result("H01", Outcome.Unknown, subject: "0.0.0.0/0", reason: "It may be either.", recommendation: "Name it."),
            SomeVerdict.Result("H02", Outcome.Unknown, reason: "It may be either.", recommendation: "Name it."),
            SomeVerdict.Result("A03", Outcome.Unknown, reason: "Another.", recommendation: "Name it."),
            SomeVerdict.Result("M05", Outcome.Unknown, reason: "It may be either.", recommendation: "Name it.", details: ["Unknown: It may be either.", "Unknown: It may be either."]),
            SomeVerdict.Result("V11", Outcome.Unknown, Severity.Warning, reason: "It may be either.", recommendation: "Name it.")));
        const string Expected = """
                          5 unknown

            Unknown  H02  NameOfH02
                          It may be either.
                          Unknown for the same reason: H01, M05, V11.
            Unknown  A03  NameOfA03
                          Another.
                          > Name it.

            """;
        Assert.Contains(Expected, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_others_follow_from_goes_before_them()
    {
        string shown = Show(SomeVerdict.Of(
            SomeVerdict.Result("H01", Outcome.Failed),
            SomeVerdict.Result("H09", Outcome.Failed),
            SomeVerdict.Result("H02", Outcome.Failed, Severity.Warning),
            SomeVerdict.Result("V12", Outcome.Failed)));
        Assert.Equal(["V12", "H09", "H01", "H02"], new[] { "H01", "H02", "H09", "V12" }.OrderBy(id => shown.IndexOf(id, StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_from_a_server_cannot_reach_the_terminal()
    {
        ServerVerdict verdict = SomeVerdict.Named(
            "WEB\u001b[2J",
            SomeVerdict.Result("M01", Outcome.Failed, Severity.Error, "Eth\u202e", "Is\r\nso.", "Do\u0007.", details: ["Failed: Is", "Failed: \u009b"]));
        string shown = Show(verdict, origin: "a\u001bb.json");
        Assert.DoesNotContain(shown, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
        Assert.Equal(7, shown.Split("\\u").Length - 1);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(50)]
    [InlineData(120)]
    public void No_line_of_a_real_verdict_is_wider_than_asked(int width)
    {
        string shown = Show(Real(), width);
        Assert.Contains("M01", shown, StringComparison.Ordinal);
        Assert.All(shown.Split('\n').Where(line => !Pasteable.IsCommand(line.Trim())), line => Assert.True(TextWidth.Of(line) <= width, line));
    }

    [Fact]
    public void Wide_characters_are_measured_as_two_columns()
    {
        string shown = Show(SomeVerdict.Of(SomeVerdict.Result("M01", Outcome.Failed, reason: new string('网', 60))), 60);
        Assert.All(shown.Split('\n'), line => Assert.True(TextWidth.Of(line) <= 60, line));
        Assert.Contains(shown.Split('\n'), line => TextWidth.Of(line) == 60);
    }

    [Fact]
    public void Ansi_colours_the_same_text()
    {
        string plain = Show(Real());
        string coloured = Show(Real(), style: TextStyle.Ansi);
        Assert.Contains("\u001b[1;31mNOT READY\u001b[0m", coloured, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', plain);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", string.Empty));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Is_the_same_in_every_culture(string culture)
    {
        string expected = Show(Real());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, Show(Real()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static ServerVerdict Real() => new CheckRunner(Catalogue.All).Run(Server.Bare().Build(), Server.Service());

    private static string Show(ServerVerdict verdict, int width = 80, TextStyle style = TextStyle.Plain, string? origin = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new VerdictText(width, style).Write(writer, verdict, origin);
        return writer.ToString();
    }
}
