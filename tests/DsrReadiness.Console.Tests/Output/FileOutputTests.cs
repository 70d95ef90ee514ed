using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Output;

public sealed class FileOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_appears_whole_and_nothing_else_does()
    {
        string path = _folder["verdicts.json"];
        RunResult result = Dsr.Run(["test", Samples.Server2019, Samples.Ready, .. Samples.Service, "--format", "json", "--output", path]);
        Assert.Equal((1, string.Empty, string.Empty), (result.Status, result.Output, result.Error));
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(2, document.RootElement.GetArrayLength());
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_was_there_is_replaced_and_keeps_its_permissions()
    {
        string path = _folder.Write("verdicts.txt", "old");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Dsr.Run(["test", Samples.Ready, .. Samples.Service, "--output", path]);
        Assert.StartsWith("READY  SRV19A", File.ReadAllText(path), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_new_file_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return; // A file has the rights of its folder there.
        string[] paths = [_folder["verdicts.txt"], _folder["verdicts.html"], _folder["setup.cmd"], _folder["given"]];
        Dsr.Run(["test", Samples.Ready, .. Samples.Service, "--output", paths[0]]);
        Dsr.Run(["test", Samples.Ready, .. Samples.Service, "--format", "html", "--output", paths[1]]);
        Dsr.Run(["script", "--for", "Server2019", "--vip", "192.0.2.10", "--interface", "7", "--loopback", "9", "--output", paths[2]]);
        Dsr.Run("redact", Samples.Ready, "--output", paths[3]);
        string[] files = [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories)];
        Assert.Equal(4, files.Length);
        foreach (string file in files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_link_is_replaced_and_what_it_leads_to_stays_as_it_is()
    {
        string other = _folder.Write("other.txt", "another's");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(other, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        string path = _folder["verdicts.txt"];
        try
        {
            File.CreateSymbolicLink(path, other);
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            return; // Links are for administrators there.
        }

        Assert.Equal(0, Dsr.Run(["test", Samples.Ready, .. Samples.Service, "--output", path]).Status);
        Assert.Equal("another's", File.ReadAllText(other));
        Assert.Null(new FileInfo(path).LinkTarget);
        Assert.StartsWith("READY  SRV19A", File.ReadAllText(path), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_run_that_is_cut_short_leaves_the_old_file_and_no_other()
    {
        string path = _folder.Write("verdicts.txt", "old");
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        RunResult result = new Dsr().Cancellation(cancellation.Token).With(["test", Samples.Ready, .. Samples.Service, "--output", path]);
        Assert.Equal((130, string.Empty), (result.Status, result.Error));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_carries_no_colour_and_is_80_columns_wide_whatever_the_terminal()
    {
        string path = _folder["verdicts.txt"];
        new Dsr().Terminal(50).With(["test", Samples.Server2019, .. Samples.Service, "--output", path]);
        string written = File.ReadAllText(path);
        Assert.DoesNotContain('\u001b', written);
        Assert.InRange(Sentences.Of(written).Max(line => line.Length), 60, 80);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("netsh")]
    public void Where_nothing_can_be_written_the_name_is_the_given_one(string command)
    {
        string path = Path.Combine(_folder.Path, "none", "out.txt");
        string[] arguments = command == "test" ? ["test", Samples.Ready, .. Samples.Service] : ["netsh", "--computer", "WEB08", "--ipv4", Repository.PathOf("docs", "samples", "netsh", "web08-ipv4.txt")];
        RunResult result = Dsr.Run([.. arguments, "--output", path]);
        Assert.Equal(64, result.Status);
        Assert.StartsWith($"dsr: --output: '{path}' cannot be written: there is no folder '{Path.GetDirectoryName(path)}'.\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_no_file_to_write()
    {
        if (OperatingSystem.IsWindows())
            return; // No such paths there.
        RunResult result = Dsr.Run(["test", Samples.Ready, .. Samples.Service, "--output", "/dev/null"]);
        Assert.Equal(64, result.Status);
        Assert.Contains("'/dev/null' cannot be written: it is a device", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_scripts_are_written_as_utf8_without_a_mark()
    {
        string path = _folder["verdicts.txt"];
        Dsr.Run(["test", _folder.Write("a.json", Samples.ReadyText("服务器Ä")), .. Samples.Service, "--output", path]);
        byte[] expected = Encoding.UTF8.GetBytes("READY  服务器Ä for");
        Assert.Equal(expected, File.ReadAllBytes(path).Take(expected.Length));
    }
}
