using System;
using System.Linq;
using DsrReadiness.Commands.Tests.Servers;
using DsrReadiness.Output;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Commands.Tests.Output;

public sealed class ViewTextTests
{
    private static readonly object s_style = new();

    [Theory]
    [InlineData(Verdict.Ready, "\u001b[1;32mReady\u001b[0m")]
    [InlineData(Verdict.NotReady, "\u001b[1;31mNotReady\u001b[0m")]
    [InlineData(Verdict.Inconclusive, "\u001b[1;36mInconclusive\u001b[0m")]
    public void A_verdict_has_its_colour_where_there_is_a_style_and_none_elsewhere(Verdict verdict, string coloured)
    {
        Assert.Equal(coloured, ViewText.Colour(verdict, s_style));
        Assert.Equal(verdict.ToString(), ViewText.Colour(verdict, null));
    }

    [Theory]
    [InlineData(ChangeDirection.Worse, "\u001b[1;31mWorse\u001b[0m")]
    [InlineData(ChangeDirection.Better, "\u001b[1;32mBetter\u001b[0m")]
    [InlineData(ChangeDirection.Different, "\u001b[2mDifferent\u001b[0m")]
    public void A_direction_has_its_colour(ChangeDirection direction, string coloured)
    {
        Assert.Equal(coloured, ViewText.Colour(direction, s_style));
        Assert.Equal(direction.ToString(), ViewText.Colour(direction, null));
    }

    [Fact]
    public void Problems_are_ids_with_failed_errors_first()
    {
        DsrVerdict verdict = Some.Verdict();
        int all = verdict.Failed.Count + verdict.Unknown.Count + verdict.Warning.Count;

        Assert.NotEmpty(verdict.Unknown);
        Assert.NotEmpty(verdict.Failed);
        Assert.True(all > 4);
        Assert.StartsWith(string.Join(" ", verdict.Failed.Take(3).Select(result => result.Id)) + " ", ViewText.Problems(verdict), StringComparison.Ordinal);
        Assert.EndsWith(" +" + (all - 3), ViewText.Problems(verdict), StringComparison.Ordinal);
        Assert.InRange(ViewText.Problems(verdict).Length, 1, 18);
    }

    [Fact]
    public void Findings_say_what_is_so_in_lines_that_fit_and_what_to_do()
    {
        DsrVerdict verdict = Some.Verdict();
        string[] lines = ViewText.Findings(verdict, null).Split('\n');

        Assert.Contains(lines, line => line.StartsWith("Failed M01 WeakHostReceiveOnTrafficInterface: Ethernet", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("    Set-NetIPInterface", StringComparison.Ordinal) && !line.EndsWith('.'));
        Assert.All(lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.Contains('-', StringComparison.Ordinal)), line => Assert.InRange(line.Length, 3, 60));
        Assert.EndsWith("checks passed.", lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Warning ", StringComparison.Ordinal) || verdict.Warning.Count == 0);
    }

    [Fact]
    public void Text_from_servers_is_made_safe()
    {
        Assert.Equal("a\\u001B[2J", ViewText.Safe("a\u001b[2J"));
        Assert.Equal("a, \\u202Eb", ViewText.Safe(new[] { "a", "\u202eb" }));
        Assert.Equal(string.Empty, ViewText.Safe(null));
        Assert.Equal("one\ntwo\\u0007", ViewText.Wrap("one two\a", 9));
    }
}
