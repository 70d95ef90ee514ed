using System.Linq;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

/// <summary>What two real servers, which nobody prepared and of which the firewall was not collected, are told.</summary>
public sealed class RealServerTests
{
    [Theory]
    [InlineData("server2019-one-nic.json", "SRV19A")]
    [InlineData("server2016-one-nic.json", "SRV16A")]
    public void A_server_as_it_was_captured_is_not_ready_and_is_told_why(string sample, string computerName)
    {
        RunResult result = Dsr.Run("test", Samples.PathOf(sample), "--vip", "192.168.11.50", "--port", "tcp/443", "--format", "json");
        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        using var document = JsonDocument.Parse(result.Output);
        JsonElement verdict = Assert.Single(document.RootElement.EnumerateArray());
        Assert.Equal(computerName, verdict.GetProperty("computerName").GetString());
        Assert.Equal("NotReady", verdict.GetProperty("verdict").GetString());
        Assert.Equal("Failed, Failed, Failed, Unknown", string.Join(", ", new[] { "A01", "V01", "M01", "W01" }.Select(id => Outcome(verdict, id))));
        Assert.Contains("not collected", Result(verdict, "W01").GetProperty("reason").GetString()!, System.StringComparison.Ordinal);
    }

    private static string? Outcome(JsonElement verdict, string id) => Result(verdict, id).GetProperty("outcome").GetString();

    private static JsonElement Result(JsonElement verdict, string id) =>
        verdict.GetProperty("results").EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);
}
