using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class RedactCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_file_is_written_under_a_pseudonym_and_only_standard_output_tells_whose_it_is()
    {
        string web01 = _folder.Write("pool/WEB01.json", Samples.ReadyText("WEB01"));
        _folder.Write("pool/WEB02.json", Samples.NotReadyText("WEB02"));
        RunResult result = Dsr.Run("redact", _folder["pool/*.json"], "--output", _folder["given"]);
        Assert.Equal(0, result.Status);
        Assert.Matches(@"\An[0-9a-f]{12}\.json is WEB01 \([^\n]*WEB01\.json\)\nn[0-9a-f]{12}\.json is WEB02 \([^\n]*WEB02\.json\)\n\z", result.Output);
        Assert.Equal(["dsr: IP addresses, ports and numbers are as they were: the verdict is about them. Look through the files before you give them away."], result.ErrorLines);
        string[] files = Directory.GetFiles(_folder["given"]);
        Assert.Equal(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).Order(), files.Select(Path.GetFileName).Order());
        Assert.All(files, file => Assert.DoesNotContain("WEB0", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
        Assert.Contains("WEB01", File.ReadAllText(web01), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_a_pool_stays_and_so_do_all_outcomes()
    {
        _folder.Write("pool/WEB01.json", Samples.ReadyText("WEB01"));
        _folder.Write("pool/WEB02.json", Samples.NotReadyText("WEB02"));
        Dsr.Run("redact", _folder["pool/*.json"], "--output", _folder["given"]);
        Assert.Equal(Outcomes("pool/*.json"), Outcomes("given/*.json"));
    }

    [Fact]
    public void Two_snapshots_of_one_server_stay_of_one_server()
    {
        string before = _folder.Write("before.json", Samples.ReadyText("WEB01"));
        string after = _folder.Write("after.json", Samples.NotReadyText("web01"));
        string[] lines = Dsr.Run("redact", before, after, "--output", _folder["given"]).Output.Split('\n');
        string name = lines[0].Split(' ')[0];
        Assert.StartsWith(Path.GetFileNameWithoutExtension(name) + "-2.json is web01", lines[1], StringComparison.Ordinal);
        string[] names = [.. Directory.GetFiles(_folder["given"]).Select(file => (string)JsonNode.Parse(File.ReadAllText(file))!["computerName"]!)];
        Assert.Equal(2, names.Length);
        Assert.Single(names.Distinct());
    }

    [Fact]
    public void The_next_run_gives_other_pseudonyms()
    {
        string once = Dsr.Run("redact", Samples.Ready, "--output", _folder["given"]).Output;
        string again = Dsr.Run("redact", Samples.Ready, "--output", _folder["given"]).Output;
        Assert.NotEqual(once, again);
        Assert.Equal(2, Directory.GetFiles(_folder["given"]).Length);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named_and_the_others_are_redacted()
    {
        RunResult result = Dsr.Run("redact", _folder["none.json"], Samples.Ready, "--output", _folder["given"]);
        Assert.Equal(65, result.Status);
        Assert.Contains("none.json: there is no such file.", result.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder["given"]));
    }

    [Fact]
    public void A_hostile_name_is_shown_safely()
    {
        string file = _folder.Write("a.json", Samples.ReadyText("WEB\u001b[2J\n../01"));
        RunResult result = Dsr.Run("redact", file, "--output", _folder["given"]);
        Assert.Matches(@"\An[0-9a-f]{12}\.\.n[0-9a-f]{12}\.json is ", result.Output);
        Assert.Contains(@"is WEB\u001B[2J\u000A../01 (", result.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder["given"], "*", SearchOption.AllDirectories));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("The folder is missing", "a.json")]
    [InlineData("The folder is missing", "a.json", "--output", " ")]
    [InlineData("The snapshot is missing", "--output", "given")]
    [InlineData("cannot be a folder to write to", "a.json", "--output", "FILE")]
    public void Arguments_that_make_no_sense_are_refused(string reason, params string[] arguments)
    {
        string file = _folder.Write("there.txt", "mine");
        RunResult result = Dsr.Run(["redact", .. arguments.Select(each => each == "FILE" ? file : each)]);
        Assert.Equal((64, string.Empty), (result.Status, result.Output));
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    /// <summary>Verdict, ids and outcomes of all servers of a pattern, in an order of their own.</summary>
    private string[] Outcomes(string pattern)
    {
        RunResult result = Dsr.Run(["test", _folder[pattern], .. Samples.Service, "--pool", "--format", "json"]);
        Assert.Equal(1, result.Status);
        return [.. JsonNode.Parse(result.Output)!.AsArray().Select(each => (string)each!["verdict"]! + ": " + string.Join(
            ", ", each["results"]!.AsArray().Select(one => $"{one!["id"]} {one["outcome"]} {one["severity"]}"))).Order()];
    }
}
