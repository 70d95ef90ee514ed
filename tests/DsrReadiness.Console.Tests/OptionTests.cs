using System.Linq;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

/// <summary>Each option reaches the judgement.</summary>
public sealed class OptionTests
{
    [Fact]
    public void Several_vips_and_ports_are_judged_as_one_service()
    {
        JsonElement verdict = Judge(Samples.Ready, "--vip", "192.168.11.50", "--vip", "2001:db8:11::50", "--port", "443", "--port=udp/5000-5100");
        Assert.Equal(["192.168.11.50", "2001:db8:11::50"], Texts(verdict.GetProperty("service").GetProperty("virtualIPAddress")));
        Assert.Equal(["tcp/443", "udp/5000-5100"], Texts(verdict.GetProperty("service").GetProperty("port")));
        Assert.Equal(2, Result(verdict, "M01").GetProperty("details").GetArrayLength());
    }

    [Fact]
    public void The_interface_given_is_the_one_that_is_judged()
    {
        Assert.Equal("Passed", Outcome(Judge(Samples.Ready, "--vip", "192.168.11.50", "--interface", "Ethernet"), "M01"));
        Assert.Equal("Passed", Outcome(Judge(Samples.Ready, "--vip", "192.168.11.50", "--interface", "7"), "M01"));
        Assert.Equal("NotApplicable", Outcome(Judge(Samples.Ready, "--vip", "192.168.11.50", "--interface", "Ethernet 9"), "M01"));
    }

    [Theory]
    [InlineData("OnPremises", "Passed")]
    [InlineData("gcpagent", "NotApplicable")]
    [InlineData("CLUSTER", "NotApplicable")]
    public void The_environment_given_decides_where_the_vip_belongs(string environment, string outcome) =>
        Assert.Equal(outcome, Outcome(Judge(Samples.Ready, "--vip", "192.168.11.50", "--environment", environment), "M01"));

    [Theory]
    [InlineData("tcp/192.168.11.50:443")]
    [InlineData("udp/[2001:db8:11::50]:53")]
    [InlineData("icmp/192.168.11.11")]
    public void A_probe_and_clients_are_taken(string probe) => Assert.NotEqual(
        64, Dsr.Run("test", Samples.Ready, "--vip", "192.168.11.50", "--probe", probe, "--client", "198.51.100.0/24", "--client", "2001:db8::/32").Status);

    private static JsonElement Judge(params string[] arguments)
    {
        RunResult result = Dsr.Run(["test", .. arguments, "--format", "JSON"]);
        Assert.Equal(string.Empty, result.Error);
        using var document = JsonDocument.Parse(result.Output);
        return Assert.Single(document.RootElement.EnumerateArray()).Clone();
    }

    private static JsonElement Result(JsonElement verdict, string id) =>
        verdict.GetProperty("results").EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);

    private static string? Outcome(JsonElement verdict, string id) => Result(verdict, id).GetProperty("outcome").GetString();

    private static string[] Texts(JsonElement array) => array.EnumerateArray().Select(each => each.GetString()!).ToArray();
}
