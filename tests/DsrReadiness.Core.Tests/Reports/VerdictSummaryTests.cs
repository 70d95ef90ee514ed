using System;
using System.IO;
using System.Linq;
using DsrReadiness.Reports;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Reports;

public sealed class VerdictSummaryTests
{
    [Fact]
    public void Has_a_line_for_each_check_that_failed_errors_first_and_counts_the_unknown()
    {
        const string Expected = """
            NOT READY  WEB01 for 192.168.11.50 on tcp/443
                       M01  NameOfM01: Ethernet
                       V02  NameOfV02 (warning)
                       1 check could not see what to judge.

            """;
        Assert.Equal(Expected, Show(SomeVerdict.Of(
            SomeVerdict.Result("V02", Outcome.Failed, Severity.Warning),
            SomeVerdict.Result("M01", Outcome.Failed, subject: "Ethernet"),
            SomeVerdict.Result("M02", Outcome.Passed),
            SomeVerdict.Result("W01", Outcome.Unknown))));
    }

    [Fact]
    public void A_ready_server_is_one_line() =>
        Assert.Equal("READY  WEB01 for 192.168.11.50 on tcp/443\n", Show(SomeVerdict.Of(SomeVerdict.Result("M01", Outcome.Passed))));

    [Fact]
    public void A_line_that_is_too_long_loses_its_end_and_text_from_a_server_is_data()
    {
        string[] lines = Show(SomeVerdict.Of(SomeVerdict.Result(
            "M01", Outcome.Failed, subject: "\u001b" + string.Join(' ', Enumerable.Repeat("Ethernet", 20))))).Split('\n');
        Assert.InRange(lines[1].Length, 60, 80);
        Assert.EndsWith(" ...", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', lines[1]);
        Assert.Equal(string.Empty, lines[2]);
    }

    private static string Show(ServerVerdict verdict)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new VerdictSummary(80, TextStyle.Plain).Write(writer, verdict);
        return writer.ToString();
    }
}
