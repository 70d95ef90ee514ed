using System;
using System.Linq;
using System.Net;
using DsrReadiness.Connections;

namespace DsrReadiness.Tests.Connections;

public sealed class ConnectionJudgeTests
{
    private static readonly Observation s_answered = Seen(Reply.Answered);

    [Theory]
    [InlineData("Answered", "Answered", null, "Answered")]
    [InlineData("Silent", "Answered", null, "NoAnswer")]
    [InlineData("Silent", "Answered", "Answered", "NoAnswer")]
    [InlineData("Silent", "Answered", "Unreachable", "Forwarded")]
    [InlineData("Refused", "Answered", null, "Refused")]
    [InlineData("Unreachable", "Answered", null, "Forwarded")]
    [InlineData("WrongSource", "Answered", null, "WrongSource")]
    [InlineData("Failed", "Answered", null, "NotAsked")]
    public void What_came_back_is_an_outcome(string probe, string control, string? echo, string outcome) =>
        Assert.Equal(outcome, Judge(Parse(probe), Parse(control), echo is null ? null : Parse(echo)).Outcome.ToString());

    /// <summary>Which checks could explain that nothing came back: a control and a ping that were answered rule causes out.</summary>
    [Theory]
    [InlineData("Answered", "Answered", "S01 S04 W01 W05")]
    [InlineData("Answered", "Silent", "V01 V04 A03 M01 M02 S01 S04 W01 W05")]
    [InlineData("Refused", "Answered", "W01 W05 S01 S04")]
    [InlineData("Refused", "Silent", "V01 V04 A03 M01 M02 W01 W05 S01 S04")]
    [InlineData("Silent", "Answered", "S01 S04 W01 W05")]
    [InlineData("Silent", "Silent", "S01 S04 W01 W05 V01 V04 A03 M01 M02")]
    public void A_control_leaves_fewer_causes(string control, string echo, string checks)
    {
        ConnectionResult result = Judge(Reply.Silent, Parse(control), Parse(echo));

        Assert.Equal(checks, string.Join(" ", result.Explains));
        Assert.Equal("Test-DsrReadiness -Server web01 -VirtualIPAddress 192.0.2.10 -Port tcp/443", result.Command);
    }

    [Fact]
    public void A_ping_that_was_answered_clears_the_host_model()
    {
        Assert.Contains("takes packets for the VIP", Judge(Reply.Silent, Reply.Silent, Reply.Answered).Reason);
        Assert.DoesNotContain("weak host", Judge(Reply.Silent, Reply.Silent, Reply.Answered).Reason);
        Assert.Contains("weak host", Judge(Reply.Silent, Reply.Silent, Reply.Silent).Reason);
    }

    [Fact]
    public void A_datagram_without_an_answer_may_have_had_one_from_elsewhere()
    {
        ConnectionResult result = Judge(Reply.Silent, Reply.Silent, null, "udp/53");

        Assert.Contains("S05", result.Explains);
        Assert.Contains("this computer's firewall drops", result.Reason);
    }

    [Theory]
    [InlineData("Answered", "V01 V04 A03 M01 M02 W01 W05", "does not own the VIP")]
    [InlineData("Silent", "W01 W05 V01 V04 A03 M01 M02", "Windows' does not by default")]
    public void A_ping_without_an_answer_blames_no_listener(string control, string checks, string reason)
    {
        ConnectionResult result = Judge(Reply.Silent, Parse(control), null, "icmp");

        Assert.Equal(checks, string.Join(" ", result.Explains));
        Assert.Contains(reason, result.Reason);
        Assert.DoesNotContain("listens", result.Reason);
    }

    [Theory]
    [InlineData(true, null, false, "WrongCertificate")]
    [InlineData(true, null, true, "Answered")]
    [InlineData(false, null, false, "Answered")]
    [InlineData(false, "handshake failed", true, "TlsFailed")]
    public void Certificates_count_unless_they_are_skipped(bool isExpired, string? failure, bool skip, string outcome)
    {
        var tls = new TlsFacts("TLS 1.3", Certificate(isExpired ? ["it is expired"] : []), failure);

        Assert.Equal(outcome, Judge(s_answered with { Tls = tls }, new ConnectionTalk { Tls = true, HostName = "www", SkipCertificateCheck = skip }));
    }

    [Theory]
    [InlineData("www.example.test", "WrongCertificate")]
    [InlineData(null, "Answered")]
    public void A_name_counts_where_one_was_given(string? hostName, string outcome) => Assert.Equal(
        outcome, Judge(s_answered with { Tls = new TlsFacts("TLS 1.3", Certificate([]) with { IsNameWrong = true }, null) }, new ConnectionTalk { Tls = true, HostName = hostName }));

    [Theory]
    [InlineData(200, null, "Answered")]
    [InlineData(302, null, "Answered")]
    [InlineData(404, null, "WrongStatus")]
    [InlineData(404, 404, "Answered")]
    [InlineData(200, 204, "WrongStatus")]
    [InlineData(null, null, "WrongStatus")]
    public void The_status_is_the_expected_one(int? status, int? expected, string outcome) =>
        Assert.Equal(outcome, Judge(s_answered with { Status = status }, new ConnectionTalk { Path = "/", ExpectedStatus = expected }));

    [Fact]
    public void A_server_that_is_deaf_on_its_own_address_is_told_beside_an_answer() =>
        Assert.Contains("a probe that asks there fails", Judge(Reply.Answered, Reply.Silent, null).Reason);

    [Fact]
    public void Every_outcome_has_a_reason_that_is_a_sentence() => Assert.All(
        Enum.GetValues<Reply>().SelectMany(probe => Enum.GetValues<Reply>().Select(control => Judge(probe, control, Reply.Silent))),
        result => Assert.Matches("^[A-Z].*[.]$", result.Reason));

    private static string Judge(Observation probe, ConnectionTalk talk) =>
        ConnectionJudge.Judge(new ConnectionEvidence(IPAddress.Parse("192.0.2.10"), ConnectionPort.Parse("443"), talk, "web01", IPAddress.Parse("192.0.2.11"), probe, s_answered, null)).Outcome.ToString();

    private static ConnectionResult Judge(Reply probe, Reply control, Reply? echo, string port = "tcp/443") => ConnectionJudge.Judge(new ConnectionEvidence(
        IPAddress.Parse("192.0.2.10"), ConnectionPort.Parse(port), new ConnectionTalk(), "web01", IPAddress.Parse("192.0.2.11"), Seen(probe), Seen(control), echo is { } reply ? Seen(reply) : null));

    private static CertificateFacts Certificate(string[] problems) =>
        new("CN=www", ["www"], "CN=issuer", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), false, problems);

    private static Observation Seen(Reply reply) => new(reply, TimeSpan.FromMilliseconds(3));

    private static Reply Parse(string text) => Enum.Parse<Reply>(text);
}
