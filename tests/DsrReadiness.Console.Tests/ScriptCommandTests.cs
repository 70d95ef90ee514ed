using System;
using System.IO;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class ScriptCommandTests : IDisposable
{
    private static readonly string[] s_service = ["--vip", "192.0.2.10", "--port", "443", "--interface", "net", "--loopback", "loopback"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_service_alone_becomes_a_batch_file_where_there_are_no_cmdlets()
    {
        RunResult result = Dsr.Run(["script", "--for", "server2008r2", .. s_service]);
        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        Assert.StartsWith("@echo off\nrem Direct Server Return: sets up 192.0.2.10 on Windows Server 2008 R2.\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nnetsh interface ipv4 set interface \"net\" weakhostreceive=enabled\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_and_verify_are_scripts_of_their_own()
    {
        Assert.Contains("takes back 192.0.2.10", Dsr.Run(["script", "--for", "Server2008", "--undo", .. s_service]).Output, StringComparison.Ordinal);
        RunResult verify = Dsr.Run(["script", "--for", "Server2008", "--verify", .. s_service]);
        Assert.DoesNotContain("netsh interface ipv4 set", verify.Output, StringComparison.Ordinal);
        Assert.Contains("netsh interface ipv4 show interfaces \"net\"", verify.Output, StringComparison.Ordinal);
        Assert.Equal(64, Dsr.Run(["script", "--for", "Server2008", "--undo", "--verify", .. s_service]).Status);
    }

    [Fact]
    public void A_snapshot_becomes_a_script_of_what_is_missing()
    {
        RunResult result = Dsr.Run(["script", Samples.Server2019, "--for", "Server2019", .. Samples.Service]);
        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        Assert.Contains("New-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.168.11.50 -PrefixLength 32", result.Output, StringComparison.Ordinal);
        Assert.Contains("# Left: Check W01 is left to you", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_written_as_cmd_reads_it()
    {
        string path = _folder["setup.cmd"];
        Assert.Equal((0, string.Empty), (Dsr.Run(["script", "--for", "Server2008", "--output", path, .. s_service]).Status, string.Empty));
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal((byte)'@', bytes[0]);
        Assert.Equal(bytes.Count(each => each == '\n'), bytes.Count(each => each == '\r'));
    }

    [Theory]
    [InlineData("strong host model", "--for", "Server2003", "--vip", "2001:db8::10", "--interface", "net", "--loopback", "loopback")]
    [InlineData("by its index", "--for", "Server2008", "--vip", "192.0.2.10", "--interface", "a\"b", "--loopback", "loopback")]
    [InlineData("Give its name or index", "--for", "Server2008", "--vip", "192.0.2.10", "--loopback", "loopback")]
    [InlineData("prefix length", "--for", "Server2003", "--vip", "192.0.2.10", "--interface", "net", "--loopback", "loopback")]
    public void What_cannot_be_written_is_refused_with_the_reason(string reason, params string[] arguments)
    {
        RunResult result = Dsr.Run(["script", .. arguments]);
        Assert.Equal((1, string.Empty), (result.Status, result.Output));
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The release of Windows is missing")]
    [InlineData("is none of", "--for", "Server2026")]
    [InlineData("is none of", "--for", "3")]
    [InlineData("is none of Cmd", "--for", "Server2008", "--language", "bash")]
    [InlineData("is not the prefix length", "--for", "Server2003", "--prefix-length", "32")]
    [InlineData("one snapshot, or none", "--for", "Server2008", "a.json", "b.json")]
    public void Arguments_that_make_no_sense_are_told(string message, params string[] arguments)
    {
        RunResult result = Dsr.Run(["script", .. arguments, .. s_service]);
        Assert.Equal(64, result.Status);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
