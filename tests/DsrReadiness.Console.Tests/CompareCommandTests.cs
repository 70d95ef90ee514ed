using System;
using System.Linq;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_has_become_worse_is_told_and_is_the_exit_status()
    {
        RunResult result = Compare(Write("a.json", Samples.ReadyText("WEB01")), Write("b.json", Samples.ReadyWithWarningText("WEB01")));

        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        Assert.StartsWith("WORSE  WEB01 for 192.168.11.50 on tcp/443", result.Output, StringComparison.Ordinal);
        Assert.Contains("Worse      M03  WeakHostReceiveOnLoopback: Loopback", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "SAME")]
    [InlineData(false, "BETTER")]
    public void What_has_become_no_worse_is_success(bool isSame, string expected)
    {
        RunResult result = Compare(Write("a.json", isSame ? Samples.ReadyText("WEB01") : Samples.ReadyWithWarningText("WEB01")), Write("b.json", Samples.ReadyText("web01")));

        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        Assert.StartsWith(expected, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_patterns_the_snapshots_of_each_server_are_compared()
    {
        Write("monday/x.json", Samples.ReadyText("WEB01"));
        Write("monday/y.json", Samples.ReadyText("WEB02"));
        Write("friday/1.json", Samples.ReadyText("WEB02"));
        Write("friday/2.json", Samples.ReadyText("WEB01"));
        string stranger = Write("friday/3.json", Samples.ReadyText("WEB03"));
        RunResult result = Compare(_folder["monday/*.json"], _folder["friday/*.json"], "--format", "json");

        Assert.Equal(65, result.Status);
        Assert.Equal($"dsr: {stranger}: no earlier snapshot of WEB03: compare two snapshots of one server.", Assert.Single(result.ErrorLines));
        Assert.Equal(["WEB02", "WEB01"], JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Select(each => each.GetProperty("computerName").GetString()));
    }

    [Fact]
    public void Two_earlier_snapshots_of_one_server_are_one_too_many()
    {
        Write("old/1.json", Samples.ReadyText("WEB01"));
        string second = Write("old/2.json", Samples.ReadyText("WEB01"));
        RunResult result = Compare(_folder["old/*.json"], Write("new.json", Samples.ReadyText("WEB01")));

        Assert.Equal(65, result.Status);
        Assert.StartsWith($"dsr: {second}: there is an earlier snapshot of WEB01 already", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith("SAME", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_is_written_for_a_ticket() => Assert.StartsWith(
        "# What has changed\n\n## WEB01 for", Compare(Write("a.json", Samples.ReadyText("WEB01")), Write("b.json", Samples.NotReadyText("WEB01")), "--format", "markdown").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("compare a.json --vip 192.0.2.10", "Two are compared")]
    [InlineData("compare a.json b.json c.json --vip 192.0.2.10", "Two are compared")]
    [InlineData("compare a.json b.json", "--vip 192.0.2.10")]
    [InlineData("compare - - --vip 192.0.2.10", "'-' is given more than once")]
    [InlineData("compare a.json b.json --vip 192.0.2.10 --format html", "write table, json or markdown")]
    public void What_makes_no_sense_is_refused(string arguments, string named)
    {
        RunResult result = Dsr.Run(arguments.Split(' '));

        Assert.Equal(64, result.Status);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    private static RunResult Compare(string earlier, string later, params string[] options) => Dsr.Run(["compare", earlier, later, .. Samples.Service, .. options]);

    private string Write(string name, string content) => _folder.Write(name, content);
}
