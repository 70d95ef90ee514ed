using System;
using System.Linq;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class PlanCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_server_that_is_ready_needs_nothing()
    {
        RunResult result = Dsr.Run(["plan", Samples.Ready, .. Samples.Service]);
        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        Assert.DoesNotContain("M01", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_as_it_was_captured_is_told_what_would_change_and_what_is_left()
    {
        RunResult result = Dsr.Run(["plan", Samples.Server2019, .. Samples.Service]);
        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        Assert.StartsWith("PLAN  SRV19A for 192.168.11.50 on tcp/443\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n 1.  A01  Create a KM-TEST loopback adapter.\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nLeft  W01  ", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Without_refusals_a_plan_is_a_success()
    {
        RunResult result = Dsr.Run(["plan", _folder.Write("a.json", Samples.ReadyWithWarningText("A")), .. Samples.Service]);
        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        Assert.Contains("M03  Enable weak host receive on Loopback (IPv4).", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_one_plan_a_file_in_their_order()
    {
        RunResult result = Dsr.Run(["plan", Samples.Ready, Samples.Server2019, .. Samples.Service, "--format", "json"]);
        Assert.Equal((1, string.Empty), (result.Status, result.Error));
        using var document = JsonDocument.Parse(result.Output);
        JsonElement[] plans = document.RootElement.EnumerateArray().ToArray();
        Assert.Equal(2, plans.Length);
        Assert.Equal(0, plans[0].GetProperty("refused").GetArrayLength());
        Assert.Equal("A01", plans[1].GetProperty("changes")[0].GetProperty("check").GetString());
        Assert.Equal(["D04", "W01", "W05", "S01", "S04", "S06"], plans[1].GetProperty("refused").EnumerateArray().Select(each => each.GetProperty("check").GetString()));
    }

    [Fact]
    public void The_loopback_given_is_the_one_that_is_planned_for()
    {
        string[] other = ["--vip", "192.168.11.60", "--loopback"];
        RunResult named = Dsr.Run(["plan", Samples.Ready, .. other, "Loopback"]);
        Assert.Contains("192.168.11.60/32 to Loopback", named.Output, StringComparison.Ordinal);
        RunResult unknown = Dsr.Run(["plan", Samples.Ready, .. other, "Nothing"]);
        Assert.Equal(1, unknown.Status);
        Assert.StartsWith("REFUSED  SRV19A", unknown.Output, StringComparison.Ordinal);
        Assert.Contains("There is no loopback adapter 'Nothing'", unknown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_does_not_end_the_others()
    {
        RunResult result = Dsr.Run(["plan", _folder["none.json"], _folder.Write("bad.json", "{"), Samples.Server2019, .. Samples.Service]);
        Assert.Equal(65, result.Status);
        Assert.Equal(2, result.ErrorLines.Length);
        Assert.Contains("PLAN  SRV19A", result.Output, StringComparison.Ordinal);
    }
}
