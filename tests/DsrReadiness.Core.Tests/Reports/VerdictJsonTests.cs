using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using DsrReadiness.Checks;
using DsrReadiness.Reports;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Reports;

public sealed class VerdictJsonTests
{
    private static readonly string[] s_resultMembers =
        ["id", "name", "severity", "outcome", "subject", "expected", "actual", "reason", "recommendation", "command", "details"];

    [Fact]
    public void No_verdict_is_an_empty_array() => Assert.Equal("[]\n", Encoding.UTF8.GetString(Write()));

    [Fact]
    public void Holds_the_members_of_the_contract_in_their_order_and_no_others()
    {
        using JsonDocument document = JsonDocument.Parse(Write(Real(Server.Service().DualStack().Ports("tcp/443", "udp/5000-5100"))));
        JsonElement verdict = Assert.Single(document.RootElement.EnumerateArray());
        Assert.Equal(["format", "computerName", "service", "verdict", "results"], Members(verdict));
        Assert.Equal(["name", "virtualIPAddress", "port"], Members(verdict.GetProperty("service")));
        Assert.Equal(
            """{ "name": null, "virtualIPAddress": ["192.168.11.50", "2001:db8:11::50"], "port": ["tcp/443", "udp/5000-5100"] }""".Replace(" ", string.Empty),
            JsonSerializer.Serialize(verdict.GetProperty("service")));
        Assert.NotEmpty(verdict.GetProperty("results").EnumerateArray());
        Assert.All(verdict.GetProperty("results").EnumerateArray(), result => Assert.Equal(s_resultMembers, Members(result)));
    }

    [Fact]
    public void Says_what_each_result_says()
    {
        ServerVerdict verdict = Real(Server.Service().DualStack());
        using JsonDocument document = JsonDocument.Parse(Write(verdict));
        JsonElement.ArrayEnumerator written = document.RootElement[0].GetProperty("results").EnumerateArray();
        Assert.Equal("NotReady", document.RootElement[0].GetProperty("verdict").GetString());
        Assert.Equal("dsr-verdict/1", document.RootElement[0].GetProperty("format").GetString());
        foreach ((CheckResult result, JsonElement json) in verdict.Results.Zip(written))
        {
            Assert.Equal(
                [
                    result.Id, result.Name, result.Severity.ToString(), result.Outcome.ToString(), result.Subject,
                    result.Expected, result.Actual, result.Reason, result.Recommendation, result.Command,
                ],
                s_resultMembers[..^1].Select(name => json.GetProperty(name).GetString()));
            Assert.Equal(result.Details, json.GetProperty("details").EnumerateArray().Select(each => each.GetString()));
        }
    }

    [Fact]
    public void Text_from_a_server_is_data()
    {
        ServerVerdict verdict = SomeVerdict.Named("\"}],\u001b[2J\ud800\u0000本", SomeVerdict.Result("M01", Outcome.Failed, subject: "a\\b\r\n"));
        byte[] json = Write(verdict);
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal("\"}],\u001b[2J\ufffd\u0000本", document.RootElement[0].GetProperty("computerName").GetString());
        Assert.Equal("a\\b\r\n", document.RootElement[0].GetProperty("results")[0].GetProperty("subject").GetString());
        Assert.DoesNotContain((byte)0x1b, json);
    }

    [Fact]
    public void Each_verdict_is_handed_on_before_the_next_is_asked_for()
    {
        using var stream = new MemoryStream();
        var json = new VerdictJson(stream);
        json.Write(SomeVerdict.Named("FIRST"));
        Assert.Contains("FIRST", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        json.Write(SomeVerdict.Named("SECOND"));
        json.End();
        using JsonDocument document = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(["FIRST", "SECOND"], document.RootElement.EnumerateArray().Select(each => each.GetProperty("computerName").GetString()));
    }

    private static ServerVerdict Real(DsrService service) => new CheckRunner(Catalogue.All).Run(Server.Bare().Build(), service);

    private static string[] Members(JsonElement element) => element.EnumerateObject().Select(member => member.Name).ToArray();

    private static byte[] Write(params ServerVerdict[] verdicts)
    {
        using var stream = new MemoryStream();
        var json = new VerdictJson(stream);
        foreach (ServerVerdict verdict in verdicts)
            json.Write(verdict);
        json.End();
        return stream.ToArray();
    }
}
