using System;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

/// <summary>What people have of a server: what cmdlets gave, saved by either PowerShell.</summary>
public sealed class SavedFilesTests : IDisposable
{
    private static readonly string[] s_service = ["--vip", "192.0.2.10", "--interface", "Ethernet"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_of_one_server_are_judged_together_and_what_is_missing_is_said()
    {
        File.WriteAllText(_folder["ip.json"], Interfaces(receive: "\"Disabled\""), Encoding.Unicode);
        File.WriteAllText(_folder["os.xml"], Clixml("Win32_OperatingSystem", "<S N=\"Version\">10.0.17763</S>"));
        RunResult result = Dsr.Run(["test", _folder["ip.json"], _folder["os.xml"], .. s_service]);
        Assert.Equal(1, result.Status);
        Assert.Contains("NOT READY", result.Output, StringComparison.Ordinal);
        Assert.Contains("M01", result.Output, StringComparison.Ordinal);
        Assert.Equal(string.Empty, result.Error); // It is certain without the rest.

        File.WriteAllText(_folder["ip.json"], Interfaces(receive: "1"));
        RunResult open = Dsr.Run(["test", _folder["ip.json"], _folder["os.xml"], .. s_service]);
        Assert.Equal(2, open.Status);
        Assert.StartsWith($"dsr: {_folder["ip.json"]} and 1 more: a verdict still needs MSFT_NetAdapter, Win32_PnPEntity, MSFT_NetIPAddress (active store), MSFT_NetIPAddress (persistent store) and ", open.Error, StringComparison.Ordinal);
        Assert.Contains("WEB07", open.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void They_come_last_among_snapshots_and_a_pattern_may_find_them()
    {
        File.WriteAllText(_folder["a.json"], Interfaces(receive: "1"));
        File.WriteAllText(_folder["b.json"], Samples.ReadyText("WEB01"));
        RunResult result = Dsr.Run(["test", _folder["*.json"], .. s_service, "--format", "json"]);
        Assert.True(result.Output.IndexOf("\"WEB01\"", StringComparison.Ordinal) is > 0 and int first && first < result.Output.IndexOf("\"WEB07\"", StringComparison.Ordinal), result.Output);
    }

    [Fact]
    public void Standard_input_may_be_one()
    {
        RunResult result = new Dsr().Input(new MemoryStream(Encoding.UTF8.GetBytes(Interfaces(receive: "0")))).With(["test", "-", .. s_service]);
        Assert.Equal((1, string.Empty), (result.Status, result.Error));
    }

    [Fact]
    public void One_that_cannot_be_read_refuses_all_of_the_server()
    {
        File.WriteAllText(_folder["ip.json"], Interfaces(receive: "1"));
        File.WriteAllText(_folder["list.txt"], "IPAddress         : 127.0.0.1\nInterfaceIndex    : 1\nInterfaceAlias    : Loopback\nPrefixLength      : 8\n");
        RunResult result = Dsr.Run(["test", _folder["ip.json"], _folder["list.txt"], .. s_service]);
        Assert.Equal((65, string.Empty), (result.Status, result.Output));
        Assert.Equal($"dsr: {_folder["list.txt"]}: found the text of Format-List, which leaves out what does not fit, such as the fifth value of a list; save the objects: Get-NetIPAddress | Export-Clixml NetIPAddress.xml.\n", result.Error);
    }

    [Theory]
    [InlineData("path")]
    [InlineData("plan")]
    public void Other_commands_take_them_as_well(string command)
    {
        File.WriteAllText(_folder["ip.json"], Interfaces(receive: "1"));
        Assert.Contains("WEB07", Dsr.Run([command, _folder["ip.json"], .. s_service]).Output, StringComparison.Ordinal);
    }

    private static string Interfaces(string receive) => "[" + string.Join(",", from index in new[] { 1, 7 } from family in new[] { 2, 23 } select $$"""
        { "InterfaceIndex": {{index}}, "InterfaceAlias": "{{(index == 1 ? "Loopback Pseudo-Interface 1" : "Ethernet")}}", "AddressFamily": {{family}}, "Store": 1, "WeakHostReceive": {{receive}}, "WeakHostSend": 1,
          "Forwarding": "Disabled", "CimClass": "ROOT/StandardCimv2:MSFT_NetIPInterface", "CimSystemProperties": { "Namespace": "ROOT/StandardCimv2", "ServerName": "WEB07", "ClassName": "MSFT_NetIPInterface" } }
        """) + "]";

    private static string Clixml(string className, string properties) => $"""
        <Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
          <Obj RefId="0">
            <TN RefId="0"><T>Microsoft.Management.Infrastructure.CimInstance#root/cimv2/{className}</T><T>System.Object</T></TN>
            <Props>{properties}<S N="PSComputerName">WEB07</S></Props>
          </Obj>
        </Objs>
        """;
}
