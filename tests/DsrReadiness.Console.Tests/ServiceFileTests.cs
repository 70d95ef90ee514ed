using System;
using System.Linq;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

/// <summary>Service files in the place of options that describe a service.</summary>
public sealed class ServiceFileTests : IDisposable
{
    private const string Web = """{ "name": "web", "virtualIPAddress": "192.168.11.50", "port": 443, "balancer": "192.168.11.5", "server": ["WEB01", "WEB02", "WEB03"] }""";
    private const string Dns = """{ "name": "dns", "virtualIPAddress": "192.168.11.53", "port": "udp/53", "server": "WEB02" }""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_server_is_judged_for_the_services_that_name_it()
    {
        RunResult result = Dsr.Run("test", Snapshot("WEB01"), Snapshot("WEB02"), Snapshot("WEB03"), "--service", Services(Web, Dns), "--format", "json");

        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        Assert.Equal(["WEB01 web", "WEB02 web", "WEB02 dns", "WEB03 web"], Verdicts(result).Select(each => each.GetProperty("computerName") + " " + each.GetProperty("service").GetProperty("name")));
        Assert.Equal(["Ready", "Ready", "NotReady", "Ready"], Verdicts(result).Select(each => each.GetProperty("verdict").GetString()));
    }

    /// <summary>A server that was forgotten looks like one that is ready.</summary>
    [Theory]
    [InlineData("table")]
    [InlineData("junit")]
    [InlineData("html")]
    public void Servers_of_the_file_without_a_snapshot_are_named(string format)
    {
        string file = Services(Web);
        Assert.Equal($"dsr: {file} names WEB02, WEB03 as well: no snapshot was judged.", Assert.Single(Dsr.Run("test", Snapshot("WEB01"), "--service", file, "--format", format).ErrorLines));
        Assert.Empty(Dsr.Run("test", Snapshot("WEB01"), Snapshot("WEB02"), Snapshot("WEB03"), "--service", file, "--format", format).ErrorLines);
    }

    [Fact]
    public void A_service_chosen_by_name_is_asked_of_a_server_that_it_does_not_name()
    {
        RunResult result = Dsr.Run("test", Snapshot("WEB01"), "--service", Services(Web, Dns), "--service-name", "dns");

        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        Assert.Contains("NOT READY  WEB01 for dns (192.168.11.53 on udp/53)", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_no_service_names_is_an_error_and_the_others_are_judged()
    {
        string file = Services(Web);
        string stranger = Snapshot("MAIL01");
        RunResult result = Dsr.Run("test", stranger, Snapshot("WEB01"), "--service", file);

        Assert.Equal(65, result.Status);
        Assert.Equal($"dsr: {stranger}: no service of {file} names MAIL01: name it there, or choose a service with --service-name.", result.ErrorLines[0]);
        Assert.Contains("READY  WEB01 for web", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_never_means_the_service_file_and_a_witness_is_asked_nothing()
    {
        Snapshot("WEB01");
        Snapshot("WEB02");
        Snapshot("WEB03");
        Snapshot("JUMP01");
        RunResult result = Dsr.Run("test", _folder["*.json"], "--service", Services(Web.Replace("\"server\"", "\"witness\": \"JUMP01\", \"server\"", StringComparison.Ordinal)), "--format", "json");

        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        Assert.Equal(["WEB01", "WEB02", "WEB03"], Verdicts(result).Select(each => each.GetProperty("computerName").GetString()).Order());
    }

    [Theory]
    [InlineData("test", "table", 65)]
    [InlineData("test", "junit", 65)]
    [InlineData("test", "nagios", 3)]
    [InlineData("path", "json", 65)]
    [InlineData("plan", "table", 65)]
    public void Witnesses_alone_are_an_error_since_no_server_was_asked_anything(string command, string format, int status)
    {
        string services = Services("""{ "name": "web", "virtualIPAddress": "192.168.11.50", "witness": "JUMP01" }""");
        RunResult result = Dsr.Run(command, Snapshot("JUMP01"), "--service", services, "--format", format);

        Assert.Equal(status, result.Status);
        Assert.Contains("No server was asked anything: each file is of a witness.", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_servers_of_a_service_are_a_pool()
    {
        string odd = _folder.Write("odd.json", Samples.ReadyWithWarningText("WEB03"));
        RunResult result = Dsr.Run("test", Snapshot("WEB01"), Snapshot("WEB02"), odd, "--service", Services(Web), "--format", "json");

        Assert.Equal(["Passed", "Passed", "Failed"], Verdicts(result).Select(each => Outcome(each, "R02")));
    }

    [Fact]
    public void A_server_of_another_pool_is_not_compared_with()
    {
        string odd = _folder.Write("odd.json", Samples.ReadyWithWarningText("WEB03"));
        string pools = Web.Replace("""
            "server": ["WEB01", "WEB02", "WEB03"]
            """.Trim(), """
            "pool": [{ "name": "a", "server": ["WEB01", "WEB02"] }, { "name": "b", "server": "WEB03" }]
            """.Trim(), StringComparison.Ordinal);
        RunResult result = Dsr.Run("test", Snapshot("WEB01"), Snapshot("WEB02"), odd, "--service", Services(pools), "--format", "json");

        Assert.Equal(["NotApplicable", "NotApplicable", "NotApplicable"], Verdicts(result).Select(each => Outcome(each, "R02")));
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("path")]
    public void Other_commands_ask_for_each_service_as_well(string command)
    {
        RunResult result = Dsr.Run(command, Snapshot("WEB02"), "--service", Services(Web, Dns), "--format", "json");

        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        Assert.Equal(2, Verdicts(result).Length);
    }

    [Fact]
    public void A_script_is_for_one_service()
    {
        string file = Services(Web, Dns);
        string snapshot = Snapshot("WEB02");
        RunResult several = Dsr.Run("script", "--for", "Server2019", snapshot, "--service", file);
        RunResult one = Dsr.Run("script", "--for", "Server2019", snapshot, "--service", file, "--service-name", "dns");

        Assert.Equal((65, $"dsr: {snapshot}: WEB02 has the services 'web', 'dns', and a script is for one: choose one with --service-name."), (several.Status, several.ErrorLines.Single()));
        Assert.Contains("192.168.11.53", one.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_the_file_is_named_with_its_line_and_nothing_is_judged()
    {
        string file = _folder.Write("services.json", "{ \"format\": \"dsr-services/1\",\n  \"sevice\": " + Web + " }");
        RunResult result = Dsr.Run("test", Snapshot("WEB01"), "--service", file);

        Assert.Equal((65, string.Empty), (result.Status, result.Output));
        Assert.Equal($"dsr: {file}: line 2, column 3: found member 'sevice', which the file cannot have; 'service' may be meant.", Assert.Single(result.ErrorLines));
    }

    [Theory]
    [InlineData("nowhere.json", "there is no such file")]
    [InlineData("no/where.json", "there is no such folder")]
    [InlineData(".", "it is a folder")]
    public void A_file_that_cannot_be_read_is_named(string name, string expected)
    {
        string file = _folder[name];
        RunResult result = Dsr.Run("test", Snapshot("WEB01"), "--service", file);

        Assert.Equal((65, $"dsr: {file}: {expected}."), (result.Status, Assert.Single(result.ErrorLines)));
    }

    [Theory]
    [InlineData("test a.json --service s.json --vip 192.0.2.10 --port 443", "--vip and --service both say")]
    [InlineData("test a.json --service s.json --interface LAN", "--interface and --service both say")]
    [InlineData("test a.json --vip 192.0.2.10 --service-name web", "give the file with --service")]
    [InlineData("test a.json --service=", "--service is given without a value")]
    public void What_makes_no_sense_with_it_is_refused(string arguments, string named)
    {
        RunResult result = Dsr.Run(arguments.Split(' '));

        Assert.Equal(64, result.Status);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    private static JsonElement[] Verdicts(RunResult result) => [.. JsonDocument.Parse(result.Output).RootElement.EnumerateArray()];

    private static string? Outcome(JsonElement verdict, string id) =>
        verdict.GetProperty("results").EnumerateArray().Single(each => each.GetProperty("id").GetString() == id).GetProperty("outcome").GetString();

    private string Services(params string[] services) =>
        _folder.Write("services.json", """{ "format": "dsr-services/1", "service": [""" + string.Join(",\n", services) + "] }");

    private string Snapshot(string computerName) => _folder.Write(computerName + ".json", Samples.ReadyText(computerName));
}
