using System;
using System.IO;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class NetshCommandTests : IDisposable
{
    private static readonly string[] s_lines =
    [
        "", "Interface Loopback Pseudo-Interface 1 Parameters", "---", "a: loopback_0", "b: 1", "c: connected", "d: 75", "e: 4294967295 bytes", "f: 1 ms", "g: 2 ms", "h: 3 ms", "i: 0", "j: 64", "k: 1",
        "l: disabled", "m: disabled", "n: disabled", "o: disabled", "p: dhcp", "q: enabled", "r: enabled", "s: disabled", "t: disabled", "",
        "Interface net Parameters", "---", "a: ethernet_7", "b: 7", "c: connected", "d: 25", "e: 1500 bytes", "f: 1 ms", "g: 2 ms", "h: 3 ms", "i: 3", "j: 64", "k: 1",
        "l: disabled", "m: disabled", "n: enabled", "o: enabled", "p: dhcp", "q: enabled", "r: enabled", "s: disabled", "t: enabled",
    ];

    private readonly TemporaryFolder _folder = new();

    public NetshCommandTests() => File.WriteAllLines(_folder["ipv4.txt"], s_lines);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_becomes_a_snapshot_that_is_judged()
    {
        string path = _folder["web01.json"];
        RunResult made = Dsr.Run("netsh", "--ipv4", _folder["ipv4.txt"], "--computer", "WEB01", "--output", path);
        Assert.Equal((0, string.Empty, string.Empty), (made.Status, made.Output, made.Error));
        RunResult judged = Dsr.Run("test", path, "--vip", "192.0.2.10", "--interface", "net", "--format", "json");
        Assert.Equal(2, judged.Status);
        Assert.Contains("WeakHostReceive of net (IPv4) is Enabled.", judged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_is_completed()
    {
        File.WriteAllText(_folder["old.json"], Samples.InconclusiveText("WEB01"));
        RunResult made = Dsr.Run("netsh", _folder["old.json"], "--ipv4", _folder["ipv4.txt"]);
        Assert.Equal((0, string.Empty), (made.Status, made.Error));
        Assert.Contains("\"WEB01\"", made.Output, StringComparison.Ordinal);
        Assert.Equal((65, string.Empty), (Dsr.Run("netsh", Samples.Ready, "--ipv4", _folder["ipv4.txt"]).Status, string.Empty));
    }

    [Fact]
    public void A_text_that_could_mean_two_things_is_refused_with_its_line()
    {
        File.WriteAllLines(_folder["bad.txt"], s_lines.Select(line => line == "t: enabled" ? "t: on" : line));
        RunResult result = Dsr.Run("netsh", "--ipv4", _folder["bad.txt"], "--computer", "WEB01");
        Assert.Equal((65, string.Empty), (result.Status, result.Output));
        Assert.Contains("bad.txt: line 46: found 'on', expected enabled or disabled (Weak Host Receives).", result.Error, StringComparison.Ordinal);
        Assert.Equal(65, Dsr.Run("netsh", "--ipv4", _folder["none.txt"], "--computer", "WEB01").Status);
    }

    [Theory]
    [InlineData("The text is missing", "--computer", "WEB01")]
    [InlineData("The server is not named", "--ipv4", "a.txt")]
    [InlineData("leave one out", "a.json", "--ipv4", "a.txt", "--computer", "WEB01")]
    [InlineData("--ipv6 is given but blank", "--ipv6", " ", "--computer", "WEB01")]
    [InlineData("give one snapshot, or none", "a.json", "b.json", "--ipv4", "a.txt")]
    [InlineData("would be lost", "--ipv4", "IPV4", "--computer", "WEB01", "--output", "IPV4")]
    public void Arguments_that_make_no_sense_are_refused(string reason, params string[] arguments)
    {
        RunResult result = Dsr.Run(["netsh", .. arguments.Select(each => each == "IPV4" ? _folder["ipv4.txt"] : each)]);
        Assert.Equal((64, string.Empty), (result.Status, result.Output));
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }
}
