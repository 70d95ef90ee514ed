using System;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class PathCommandTests
{
    [Fact]
    public void A_packet_to_a_ready_server_is_answered()
    {
        RunResult result = Dsr.Run(["path", Samples.Ready, .. Samples.Service]);
        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        Assert.StartsWith("ANSWERED  SRV19A: tcp/443 to 192.168.11.50 from 203.0.113.77\n", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void A_packet_to_a_server_without_the_VIP_is_dropped_and_the_drop_is_marked()
    {
        RunResult result = Dsr.Run(["path", Samples.Server2019, .. Samples.Service]);
        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        Assert.Contains("\nX  Destination  192.168.11.50 is not an address of the server.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_every_path_of_every_file_in_one_array()
    {
        RunResult result = Dsr.Run(["path", Samples.Ready, Samples.Server2019, .. Samples.Service, "--format", "json"]);
        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal("Answered", json.RootElement[0].GetProperty("outcome").GetString());
        Assert.Equal("Arrival", json.RootElement[0].GetProperty("hops")[0].GetProperty("kind").GetString());
        Assert.Equal("Dropped", json.RootElement[1].GetProperty("outcome").GetString());
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_and_the_others_are_followed()
    {
        RunResult result = Dsr.Run(["path", "none.json", Samples.Ready, .. Samples.Service]);
        Assert.Equal((65, "dsr: none.json: there is no such file.\n"), (result.Status, result.Error));
        Assert.StartsWith("ANSWERED", result.Output, StringComparison.Ordinal);
    }
}
