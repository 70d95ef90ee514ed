using System;
using System.Linq;
using DsrReadiness.Commands.Tests.Servers;
using DsrReadiness.Output;

namespace DsrReadiness.Commands.Tests.Output;

public sealed class ViewTextTests
{
    [Fact]
    public void Words_have_a_colour_beside_them_and_no_code_of_a_terminal_in_them()
    {
        DsrVerdict verdict = Some.Verdict();

        Assert.Equal(("NotReady", "BrightRed"), (verdict.View["Verdict"], verdict.View["VerdictInk"]));
        Assert.All(verdict.View.Values, text => Assert.DoesNotContain('\u001b', text));
    }

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
        Assert.Equal(string.Join(" ", verdict.Problems.Take(4)), ViewText.Few([.. verdict.Problems.Take(4)]));
    }

    [Fact]
    public void Findings_say_what_is_so_and_what_to_do()
    {
        DsrVerdict verdict = Some.Verdict();
        string[] lines = verdict.View["Findings"].Split('\n');

        Assert.Contains(lines, line => line.StartsWith("Failed M01 WeakHostReceiveOnTrafficInterface: Ethernet", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  Set-NetIPInterface", StringComparison.Ordinal) && !line.EndsWith('.'));
        Assert.Contains(lines, line => line.StartsWith("> ", StringComparison.Ordinal));
        Assert.EndsWith("checks passed.", lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Warning ", StringComparison.Ordinal) || verdict.Warning.Count == 0);
    }

    [Fact]
    public void Text_from_servers_is_made_safe() => Assert.Equal("a, \\u202Eb", ViewText.Join(["a", "\u202eb"]));
}
