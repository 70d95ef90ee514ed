using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using DsrReadiness.Connections;
using DsrReadiness.Reports;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Text;

namespace DsrReadiness.Tests.Reports;

public sealed class ConnectionReportTests
{
    private static readonly ConnectionResult s_good = Result("192.0.2.11", ConnectionOutcome.Answered, "The server answered from the VIP in 1.2 ms.");

    private static readonly ConnectionResult s_bad = Result("web\u001b[31m02", ConnectionOutcome.NoAnswer, "Nothing came back within 3.0 s.") with
    {
        Recommendation = "Start the service.",
        Command = "Test-DsrReadiness -Server web02 -VirtualIPAddress 192.0.2.10 -Port tcp/443 -AndMuchMoreThanOneLineCanHold",
        Explains = ["S01", "W01"],
        Warnings = ["web02 answers ARP or ND for 192.0.2.10."],
    };

    private static readonly ConnectionResult s_not = Result("192.0.2.13", ConnectionOutcome.NotAsked, "There is | a reason & more.");

    [Fact]
    public void The_table_says_who_answers_for_the_vip_and_below_each_server_what_is_wrong()
    {
        string text = Table(80, s_good, s_bad);

        Assert.Equal(
            """
            192.0.2.10  ARP for the VIP is answered by: 00-00-5E-00-53-05 (the balancer)

            ANSWERED          192.0.2.11  tcp/443
                              The server answered from the VIP in 1.2 ms.
            NO ANSWER         web\u001B[31m02 (192.0.2.12)  tcp/443
                              Nothing came back within 3.0 s.
                              ! web02 answers ARP or ND for 192.0.2.10.
                              > Checks that could explain it: S01, W01
                              > Start the service.
                                Test-DsrReadiness -Server web02 -VirtualIPAddress 192.0.2.10 -Port tcp/443 -AndMuchMoreThanOneLineCanHold

            """,
            text);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Nothing_but_a_command_is_wider_than_the_terminal(int width) => Assert.All(
        Table(width, s_good, s_bad, s_not).Split('\n').Where(line => !line.Contains("Test-Dsr", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, Math.Max(width, 20 + 24)));

    [Theory]
    [InlineData(ConnectionOutcome.Answered, "ANSWERED")]
    [InlineData(ConnectionOutcome.WrongCertificate, "WRONG CERTIFICATE")]
    [InlineData(ConnectionOutcome.TlsFailed, "TLS FAILED")]
    public void An_outcome_is_shown_in_words(ConnectionOutcome outcome, string name) => Assert.Equal(name, ConnectionText.Name(outcome));

    [Fact]
    public void Every_member_is_always_there()
    {
        using var stream = new MemoryStream();
        var json = new ConnectionJson(stream);
        json.Write(s_not);
        json.Write(s_good with { Probe = Seen() with { Tls = new TlsFacts("TLS 1.3", null, null), Status = 200 }, Control = Seen() });
        json.End();
        JsonElement[] results = [.. JsonDocument.Parse(stream.ToArray()).RootElement.EnumerateArray()];

        string[] names = ["format", "virtualIPAddress", "port", "server", "address", "linkLayerAddress", "outcome", "reason", "recommendation", "command", "checks", "warnings", "disagreement", "claims", "packet", "control"];
        Assert.All(results, each => Assert.Equal(names, each.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("packet").ValueKind);
        Assert.Equal(["reply", "milliseconds", "attempts", "bytes", "source", "detail", "status", "tls"], results[1].GetProperty("packet").EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ["protocol", "failure", "subject", "names", "issuer", "notBefore", "notAfter", "problems"], results[1].GetProperty("packet").GetProperty("tls").EnumerateObject().Select(member => member.Name));
        Assert.Equal("dsr-connection/1", results[0].GetProperty("format").GetString());
        Assert.Equal(200, results[1].GetProperty("packet").GetProperty("status").GetInt32());
    }

    [Fact]
    public void Monitoring_gets_one_line_and_the_worst_status()
    {
        Assert.Equal((0, "DSR OK - 1 of 1 answered | answered=1 failed=0 not_asked=0 slowest=0.000s"), ConnectionNagios.Of([s_good]));
        Assert.Equal(1, ConnectionNagios.Of([s_good with { Warnings = ["It answers ARP."] }]).Status);
        Assert.Equal((1, "DSR WARNING - 1 of 2 answered: 192.0.2.13 192.0.2.10 tcp/443 NotAsked | answered=1 failed=0 not_asked=1 slowest=0.000s"), ConnectionNagios.Of([s_good, s_not]));
        Assert.Equal(2, ConnectionNagios.Of([s_not, s_bad, s_good]).Status);
        Assert.Equal(3, ConnectionNagios.Of([]).Status);
        Assert.Equal("DSR UNKNOWN - a / b", NagiosText.Line(NagiosText.Unknown, "a | b"));
        Assert.DoesNotContain('\u001b', ConnectionNagios.Of([s_bad]).Line);
    }

    [Fact]
    public void Junit_has_a_test_for_each_server_and_port()
    {
        using var stream = new MemoryStream();
        ConnectionJUnit.Write(stream, [s_good, s_bad, s_not]);
        stream.Position = 0;
        XElement suite = Assert.Single(XDocument.Load(stream).Descendants("testsuite"));

        Assert.Equal(("3", "1", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("skipped")!.Value));
        Assert.Equal(["system-out", "failure", "skipped"], suite.Elements("testcase").Select(each => Assert.Single(each.Elements()).Name.LocalName));
        Assert.Equal("There is | a reason & more.", Assert.Single(suite.Descendants("skipped")).Attribute("message")!.Value);
        Assert.Contains("\nStart the service.\n", Assert.Single(suite.Descendants("failure")).Value, StringComparison.Ordinal);
    }

    private static string Table(int width, params ConnectionResult[] results)
    {
        var text = new ConnectionText(width, TextStyle.Plain);
        using var writer = new StringWriter { NewLine = "\n" };
        foreach (ConnectionResult result in results)
            text.Write(writer, result);
        return writer.ToString();
    }

    private static ConnectionResult Result(string server, ConnectionOutcome outcome, string reason) => new(IPAddress.Parse("192.0.2.10"), ConnectionPort.Parse("443"), server, outcome, reason)
    {
        Address = IPAddress.Parse(server.StartsWith("web", StringComparison.Ordinal) ? "192.0.2.12" : server),
        Claims = "00-00-5E-00-53-05 (the balancer)",
    };

    private static Observation Seen() => new(Reply.Answered, TimeSpan.FromMilliseconds(1.23));
}
