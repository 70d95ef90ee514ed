using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

/// <summary>The program as its callers see it: a process with an exit status.</summary>
[Trait("Tier", "Slow")]
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ready.json", 0)]
    [InlineData("bare.json", 1)]
    [InlineData("denied.json", 2)]
    [InlineData("missing.json", 65)]
    public void The_exit_status_says_what_came_out(string name, int status)
    {
        _folder.Write("ready.json", Samples.ReadyText("A"));
        _folder.Write("bare.json", Samples.NotReadyText("B"));
        _folder.Write("denied.json", Samples.InconclusiveText("C"));
        RunResult result = DsrProcess.Run(["test", _folder[name], .. Samples.Service]);
        Assert.Equal(status, result.Status);
        Assert.Equal(status == 65, result.Error.Length > 0);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public void Wrong_usage_gives_64() => Assert.Equal(64, DsrProcess.Run("test").Status);

    [Fact]
    public void The_demo_gives_0_and_says_what_it_says_in_this_process()
    {
        RunResult result = DsrProcess.Run("demo");
        Assert.Equal((0, string.Empty, Dsr.Run("demo").Output), (result.Status, result.Error, result.Output));
    }

    [Fact]
    public void Standard_input_is_read_from_a_pipe()
    {
        using Process process = DsrProcess.Start(null, ["test", "-", .. Samples.Service]);
        process.StandardInput.Write(Samples.ReadyText("PIPED"));
        process.StandardInput.Close();
        Assert.StartsWith("READY  PIPED", process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(0, DsrProcess.StatusOf(process));
    }

    [Theory]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("de_DE.ISO-8859-1")]
    public void Says_the_same_in_utf8_whatever_the_system_speaks(string locale)
    {
        string path = _folder.Write("a.json", Samples.ReadyText("服务器Ä"));
        using Process process = DsrProcess.Start(start => start.Environment["LC_ALL"] = locale, ["test", path, .. Samples.Service]);
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        Assert.StartsWith("READY  服务器Ä for", System.Text.Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        Assert.Equal(0, DsrProcess.StatusOf(process));
    }

    /// <summary>As a shell gives it for &lt;(...): it can be read once.</summary>
    [Fact]
    public void Reads_a_pipe_that_stands_for_a_file()
    {
        if (OperatingSystem.IsWindows())
            return; // There are no pipes among files there.
        string pipe = _folder["pipe"];
        using (Process make = Process.Start("mkfifo", [pipe]))
            make.WaitForExit();
        using Process writer = Process.Start("cp", [_folder.Write("a.json", Samples.ReadyText("PIPED")), pipe]);
        using Process process = DsrProcess.Start(null, ["test", pipe, .. Samples.Service]);
        Assert.StartsWith("READY  PIPED for", process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(0, DsrProcess.StatusOf(process));
    }

    [Fact]
    public void Ends_quietly_and_early_when_the_reader_has_seen_enough()
    {
        if (OperatingSystem.IsWindows())
            return; // The framework's console stream hides closed pipes there: it runs to its end, as quietly.
        string[] files = Enumerable.Range(0, 300).Select(i => _folder.Write($"{i}.json", Samples.NotReadyText($"WEB{i}"))).ToArray();
        using Process process = DsrProcess.Start(null, ["test", .. files, .. Samples.Service]);
        process.StandardOutput.ReadLine();
        process.StandardOutput.Close();
        Assert.Equal(string.Empty, process.StandardError.ReadToEnd());
        Assert.Equal(141, DsrProcess.StatusOf(process));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void A_signal_ends_it_and_leaves_nothing_behind(string signal, int status)
    {
        if (OperatingSystem.IsWindows())
            return; // There is no kill there.
        string first = _folder.Write("first.json", Samples.ReadyText("FIRST"));
        string output = _folder.Write("verdicts.txt", "old");
        using Process process = DsrProcess.Start(null, ["test", first, "-", .. Samples.Service, "--output", output]);
        WaitForTemporaryFile();
        using (Process kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        Assert.Equal(status, DsrProcess.StatusOf(process));
        Assert.Equal("old", File.ReadAllText(output));
        Assert.Equal([first, output], Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
    }

    /// <summary>Once the file for the results is begun, the signals are handled and the input that never ends is waited for.</summary>
    private void WaitForTemporaryFile()
    {
        using var watcher = new FileSystemWatcher(_folder.Path, "*.tmp");
        if (Directory.GetFiles(_folder.Path, "*.tmp").Length == 0)
            Assert.False(watcher.WaitForChanged(WatcherChangeTypes.Created, s_patience).TimedOut && Directory.GetFiles(_folder.Path, "*.tmp").Length == 0);
    }
}
