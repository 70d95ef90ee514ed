using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class TestCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_ready_server_gives_0()
    {
        RunResult result = Test(_folder.Write("a.json", Samples.ReadyText("WEB01")));
        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        Assert.StartsWith("READY  WEB01 for 192.168.11.50 on tcp/443\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_not_ready_gives_1()
    {
        RunResult result = Test(_folder.Write("a.json", Samples.NotReadyText("WEB01")));
        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        Assert.StartsWith("NOT READY  WEB01", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_one_pool_are_compared_with_one_another()
    {
        string[] files = [.. new[] { "WEB01", "WEB02" }.Select(name => _folder.Write(name + ".json", Samples.ReadyText(name))), _folder.Write("WEB03.json", Samples.NotReadyText("WEB03"))];
        Assert.Contains("R02", Test([.. files, "--pool"]).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("R02", Test(files).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_snapshot_is_compared_with()
    {
        string earlier = _folder.Write("earlier.json", Samples.ReadyText("WEB01"));
        string now = _folder.Write("now.json", Samples.NotReadyText("WEB01"));
        Assert.Contains("R01", Test(now, "--earlier", earlier).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("R01", Test(now).Output, StringComparison.Ordinal);
        RunResult missing = Test(now, "--earlier", _folder.Path + "/none.json");
        Assert.Equal(65, missing.Status);
        Assert.Contains("none.json: there is no such file.", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_could_not_be_observed_gives_2()
    {
        RunResult result = Test(_folder.Write("a.json", Samples.InconclusiveText("WEB01")));
        Assert.Equal((2, string.Empty), (result.Status, result.Error));
        Assert.StartsWith("INCONCLUSIVE  WEB01", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_leaves_a_server_ready_unless_it_is_judged_strictly()
    {
        string path = _folder.Write("a.json", Samples.ReadyWithWarningText("WEB01"));
        RunResult lenient = Test(path);
        Assert.Equal((0, 1), (lenient.Status, Test(path, "--strict").Status));
        Assert.Contains("Warning  M03", lenient.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_gives_65_and_is_named_with_position_and_what_was_expected()
    {
        string path = _folder.Write("cut.json", Samples.ReadyText("WEB01")[..200]);
        RunResult result = Test(path);
        Assert.Equal((65, string.Empty), (result.Status, result.Output));
        Assert.StartsWith("dsr: " + path + ": line 1, byte ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "there is no such file")]
    [InlineData("nowhere/missing.json", "there is no such folder")]
    [InlineData("*.nothing", "it matches no file")]
    [InlineData("", "it is a folder")]
    public void What_is_not_there_gives_65_and_is_named(string name, string problem)
    {
        string path = _folder[name];
        RunResult result = Test(path);
        Assert.Equal((65, $"dsr: {path}: {problem}"), (result.Status, Assert.Single(result.ErrorLines)[..(path.Length + problem.Length + 7)]));
    }

    [Theory]
    [InlineData("r", 0)]
    [InlineData("ri", 2)]
    [InlineData("rin", 1)]
    [InlineData("ni", 1)]
    [InlineData("rinx", 65)]
    [InlineData("xr", 65)]
    public void Unreadable_beats_not_ready_beats_inconclusive_beats_ready(string kinds, int status)
    {
        string[] files = kinds.Select((kind, at) => _folder.Write($"{at}.json", kind switch
        {
            'r' => Samples.ReadyText("R"),
            'i' => Samples.InconclusiveText("I"),
            'n' => Samples.NotReadyText("N"),
            _ => "no snapshot",
        })).ToArray();
        Assert.Equal(status, Test(files).Status);
        Assert.Equal(status, Test(files.Reverse().ToArray()).Status);
    }

    [Fact]
    public void Damaged_files_lose_no_others_and_change_no_order()
    {
        string[] files = Enumerable.Range(0, 40)
            .Select(i => _folder.Write($"{i:D2}.json", i % 5 == 3 ? "{" : Samples.ReadyText($"WEB{i:D2}"))).ToArray();
        RunResult result = Test([.. files, "--format", "json"]);
        string[] expected = Enumerable.Range(0, 40).Where(i => i % 5 != 3).Select(i => $"WEB{i:D2}").ToArray();
        Assert.Equal(65, result.Status);
        Assert.Equal(expected, Names(result));
        Assert.Equal(8, result.ErrorLines.Length);
    }

    [Fact]
    public void Files_come_in_the_order_of_the_arguments_and_those_of_a_pattern_in_the_order_of_their_names()
    {
        foreach (string name in new[] { "b", "a", "c" })
            _folder.Write($"pool/{name}.json", Samples.ReadyText(name));
        string last = _folder.Write("last.json", Samples.ReadyText("last"));
        string first = _folder.Write("first.json", Samples.ReadyText("first"));
        Assert.Equal(["first", "a", "b", "c", "last"], Names(Test(first, _folder["pool/*.json"], last, "--format", "json")));
    }

    [Fact]
    public void A_dash_reads_standard_input()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Samples.ReadyText("PIPED")));
        RunResult result = new Dsr().Input(input).With(["test", "-", .. Samples.Service]);
        Assert.Equal(0, result.Status);
        Assert.Contains("standard input, collected", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_standard_input_is_named()
    {
        using var input = new MemoryStream("[]"u8.ToArray());
        RunResult result = new Dsr().Input(input).With(["test", "-", .. Samples.Service]);
        Assert.Equal(65, result.Status);
        Assert.StartsWith("dsr: standard input: line 1", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_on_one_input_gives_70_and_leaves_the_others()
    {
        using var input = new FaultyStream();
        RunResult result = new Dsr().Input(input).With(
            ["test", "-", _folder["missing.json"], _folder.Write("a.json", Samples.ReadyText("WEB01")), .. Samples.Service, "--format", "json"]);
        Assert.Equal(70, result.Status);
        Assert.StartsWith("dsr: standard input: it could not be judged for a fault of dsr", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(["WEB01"], Names(result));
    }

    [Fact]
    public void A_file_whose_name_looks_like_a_response_file_is_a_file()
    {
        RunResult result = Test("@" + _folder.Write("arguments", "--strict"));
        Assert.Equal(65, result.Status);
        Assert.Contains("there is no such", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_without_a_readable_file_is_an_empty_array()
    {
        RunResult result = Test(_folder["missing.json"], "--format", "json");
        Assert.Equal((65, "[]\n"), (result.Status, result.Output));
    }

    [Fact]
    public void Several_files_are_summed_up_for_people()
    {
        RunResult result = Test(
            _folder.Write("a.json", Samples.ReadyText("A")), _folder.Write("b.json", Samples.NotReadyText("B")), _folder["missing.json"]);
        Assert.EndsWith("\n3 in all: 1 ready, 1 not ready, 0 inconclusive, 1 without a verdict.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_name_reaches_no_terminal()
    {
        RunResult result = Test(_folder.Write("a.json", Samples.ReadyText("WEB\u001b[2J\u202e")), "ghost\u001b[2J.json");
        Assert.DoesNotContain('\u001b', result.Output + result.Error);
        Assert.Contains("WEB\\u001B[2J\\u202E", result.Output, StringComparison.Ordinal);
    }

    private static RunResult Test(params string[] arguments) => Dsr.Run(["test", .. arguments, .. Samples.Service]);

    private static string[] Names(RunResult result)
    {
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.EnumerateArray().Select(each => each.GetProperty("computerName").GetString()!).ToArray();
    }

    /// <summary>A stream that fails as no stream should.</summary>
    private sealed class FaultyStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidTimeZoneException();
    }
}
