using System;
using System.IO;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

/// <summary>What monitoring systems read: a line and a status from 0 to 3, and the text format of Prometheus.</summary>
public sealed class MonitoringTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plugin_says_OK_of_a_ready_server()
    {
        RunResult result = Nagios(_folder.Write("a.json", Samples.ReadyText("WEB01")));
        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        Assert.Matches(@"^DSR OK - 1 of 1 ready \| ready=1 not_ready=0 inconclusive=0 unreadable=0 oldest=[0-9]+s\n$", result.Output);
    }

    [Theory]
    [InlineData(1, "WARNING", @"1 of 1 ready: WEB01 for 192\.168\.11\.50 on tcp/443 warns \([A-Z0-9 ]+\)")]
    [InlineData(1, "WARNING", @"0 of 1 ready: WEB01 for 192\.168\.11\.50 on tcp/443 is inconclusive \([A-Z0-9 +]+\)")]
    [InlineData(2, "CRITICAL", @"0 of 1 ready: WEB01 for 192\.168\.11\.50 on tcp/443 is not ready \([A-Z0-9]+ [A-Z0-9]+ [A-Z0-9]+ \+[0-9]+\)")]
    public void A_plugin_names_the_server_and_its_worst_checks(int status, string word, string said)
    {
        string text = word == "CRITICAL" ? Samples.NotReadyText("WEB01") : said.Contains("warns", StringComparison.Ordinal) ? Samples.ReadyWithWarningText("WEB01") : Samples.InconclusiveText("WEB01");
        RunResult result = Nagios(_folder.Write("a.json", text));
        Assert.Equal(status, result.Status);
        Assert.Matches($@"^DSR {word} - {said} \| ready=[0-9]+ not_ready=[0-9]+ inconclusive=[0-9]+ unreadable=0 oldest=[0-9]+s\n$", result.Output);
    }

    [Theory]
    [InlineData(3, "test missing.json --vip 192.0.2.10 --format nagios", "DSR UNKNOWN - 0 of 0 ready, 1 without a verdict: missing.json: there is no such file. | ready=0 not_ready=0 inconclusive=0 unreadable=1\n")]
    [InlineData(3, "test missing.json --format=nagios", "DSR UNKNOWN - The virtual IP address is missing:*")]
    [InlineData(3, "test --no-such --format NAGIOS", "DSR UNKNOWN - There is no option*")]
    [InlineData(3, "test a.json --service missing.json --format nagios", "DSR UNKNOWN - *missing.json*")]
    [InlineData(3, "connect --format nagios", "DSR UNKNOWN - The virtual IP address is missing:*")]
    [InlineData(64, "test missing.json --format table", "")]
    public void A_plugin_says_on_standard_output_why_it_knows_nothing(int status, string arguments, string output)
    {
        RunResult result = Dsr.Run(arguments.Split(' '));
        Assert.Equal(status, result.Status);
        Assert.NotEmpty(result.Error);
        Assert.Matches("^" + System.Text.RegularExpressions.Regex.Escape(output).Replace(@"\*", ".*", StringComparison.Ordinal) + (output.EndsWith('*') ? "\n$" : "$"), result.Output);
    }

    [Fact]
    public void A_server_that_is_not_ready_is_critical_whatever_else_cannot_be_read()
    {
        RunResult result = Nagios(_folder.Write("a.json", Samples.NotReadyText("WEB01")), _folder.Write("b.json", "no snapshot"));
        Assert.Equal(2, result.Status);
        Assert.StartsWith("DSR CRITICAL - 0 of 1 ready, 1 without a verdict: WEB01 ", result.Output, StringComparison.Ordinal);
        Assert.Contains($"; {result.Error["dsr: ".Length..].TrimEnd()} | ready=0 ", result.Output, StringComparison.Ordinal);
        Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Prometheus_has_a_series_for_each_server_and_service_and_keeps_its_statuses()
    {
        string output = Path.Combine(_folder.Path, "dsr.prom");
        RunResult result = Dsr.Run(["test", _folder.Write("a.json", Samples.NotReadyText("WEB01")), _folder.Write("b.json", Samples.ReadyText("WEB\"02")), _folder.Write("c.json", "no snapshot"), .. Samples.Service, "--format", "prometheus", "--output", output]);
        string[] lines = File.ReadAllText(output).Split('\n');
        Assert.Equal((65, string.Empty), (result.Status, result.Output));
        Assert.Contains("dsr_ready{server=\"WEB01\",service=\"192.168.11.50 tcp/443\"} 0", lines);
        Assert.Contains("dsr_ready{server=\"WEB\\\"02\",service=\"192.168.11.50 tcp/443\"} 1", lines);
        Assert.Contains("dsr_checks{server=\"WEB\\\"02\",service=\"192.168.11.50 tcp/443\",state=\"failed\"} 0", lines);
        Assert.Contains("dsr_unreadable 1", lines);
        Assert.Equal(["dsr_ready", "dsr_checks", "dsr_snapshot_timestamp_seconds", "dsr_unreadable"], lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]));
        Assert.Equal(string.Empty, lines[^1]);
    }

    [Fact]
    public void A_server_that_the_service_file_names_and_no_snapshot_is_of_has_no_verdict()
    {
        string services = _folder.Write("services.json", """
            { "format": "dsr-services/1", "service": [ { "name": "web", "virtualIPAddress": "192.168.11.50", "port": "tcp/443", "balancer": "192.168.11.5", "server": [ "WEB01", "WEB02" ] } ] }
            """);
        string snapshot = _folder.Write("a.json", Samples.ReadyText("web01"));
        RunResult nagios = Dsr.Run("test", snapshot, "--service", services, "--format", "nagios");
        Assert.Equal(3, nagios.Status);
        Assert.StartsWith("DSR UNKNOWN - 1 of 1 ready, 1 without a verdict: ", nagios.Output, StringComparison.Ordinal);
        Assert.Contains($" WEB02: there is no snapshot of it, and {services} names it. | ready=1 ", nagios.Output, StringComparison.Ordinal);
        Assert.Contains("\ndsr_unreadable 1\n", Dsr.Run("test", snapshot, "--service", services, "--format", "prometheus").Output, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), (Dsr.Run("test", snapshot, "--service", services).Status, string.Empty)); // Of other formats one asks what is there.
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(60, 1)]
    public void A_snapshot_from_the_future_does_not_look_fresh(int minutes, int unreadable)
    {
        string date = DateTimeOffset.UtcNow.AddMinutes(minutes).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        string snapshot = _folder.Write("a.json", System.Text.RegularExpressions.Regex.Replace(Samples.ReadyText("WEB01"), "\"collectedAt\":\\s*\"[^\"]*\"", $"\"collectedAt\": \"{date}\""));
        RunResult nagios = Nagios(snapshot);
        Assert.Equal(unreadable == 0 ? 0 : 3, nagios.Status);
        Assert.Equal(unreadable == 1, nagios.Output.Contains("a.json: it was collected in the future (", StringComparison.Ordinal));
        Assert.Contains($"\ndsr_unreadable {unreadable}\n", Dsr.Run(["test", snapshot, .. Samples.Service, "--format", "prometheus"]).Output, StringComparison.Ordinal);
        string bad = _folder.Write("b.json", System.Text.RegularExpressions.Regex.Replace(Samples.NotReadyText("WEB01"), "\"collectedAt\":\\s*\"[^\"]*\"", $"\"collectedAt\": \"{date}\""));
        Assert.Equal(2, Nagios(bad).Status);
    }

    [Fact]
    public void Prometheus_has_no_series_twice()
    {
        string text = Samples.ReadyText("WEB01");
        RunResult result = Dsr.Run(["test", _folder.Write("a.json", text), _folder.Write("b.json", text), .. Samples.Service, "--format", "prometheus"]);
        string[] series = [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line[..line.LastIndexOf(' ')])];
        Assert.Equal(6, series.Distinct().Count());
        Assert.Equal(6, series.Length);
    }

    private static RunResult Nagios(params string[] files) => Dsr.Run(["test", .. files, .. Samples.Service, "--format", "nagios"]);
}
