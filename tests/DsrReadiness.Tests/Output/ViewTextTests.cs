using System;
using System.Linq;
using DsrReadiness.Commands.Tests.Servers;
using DsrReadiness.Output;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Commands.Tests.Output;

public sealed class ViewTextTests
{
    /// <summary>As in Windows PowerShell. Pester/Views.Tests.ps1 sees the colours.</summary>
    [Fact]
    public void There_is_no_colour_where_PowerShell_has_no_style() => Assert.Equal("NotReady", ViewText.Paint(Verdict.NotReady));

    [Fact]
    public void Problems_are_ids_with_failed_errors_first()
    {
        DsrVerdict verdict = Some.Verdict();
        int all = verdict.Failed.Count + verdict.Unknown.Count + verdict.Warning.Count;

        Assert.NotEmpty(verdict.Unknown);
        Assert.NotEmpty(verdict.Failed);
        Assert.True(all > 4);
        Assert.Equal(verdict.Failed.Select(result => result.Id), verdict.Problems.Take(verdict.Failed.Count));
        Assert.Equal(all, verdict.Problems.Count);
        Assert.Equal(string.Join(" ", verdict.Problems.Take(3)) + " +" + (all - 3), verdict.View["Problems"]);
        Assert.Equal(string.Join(" ", verdict.Problems.Take(4)), FindingText.Problems([.. verdict.Problems.Take(4)]));
    }

    [Fact]
    public void Findings_say_what_is_so_in_lines_that_fit_and_what_to_do()
    {
        DsrVerdict verdict = Some.Verdict();
        string[] lines = verdict.View["Findings"].Split('\n');

        Assert.Contains(lines, line => line.StartsWith("Failed M01 WeakHostReceiveOnTrafficInterface: Ethernet", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("    Set-NetIPInterface", StringComparison.Ordinal) && !line.EndsWith('.'));
        Assert.All(lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.Contains('-', StringComparison.Ordinal)), line => Assert.InRange(line.Length, 3, 60));
        Assert.EndsWith("checks passed.", lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Warning ", StringComparison.Ordinal) || verdict.Warning.Count == 0);
    }

    [Fact]
    public void Text_from_servers_is_made_safe()
    {
        Assert.Equal("a, \\u202Eb", ViewText.Join(["a", "\u202eb"]));
        Assert.Equal("one\ntwo\\u0007", ViewText.Wrap("one two\a", 9));
    }
}
