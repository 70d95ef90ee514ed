using DsrReadiness.Checks.Listeners;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class ProbeMatchesServiceCheckTests() : CheckTest(new ProbeMatchesServiceCheck())
{
    [Theory]
    [InlineData("tcp/443", "tcp/192.168.11.50:443")]
    [InlineData("tcp/443", "tcp/192.168.11.50:80")]
    [InlineData("udp/53", "udp/192.168.11.50:53")]
    public void Passes_when_the_protocols_are_the_same(string port, string probe) => Assert.DoesNotContain(
        "does not see", Expect(Outcome.Passed, Server.Ready(), Server.Service().Ports(port).Probe(probe)).Reason);

    [Theory]
    [InlineData("udp/53", "tcp/192.168.11.50:53", "UDP", "TCP")]
    [InlineData("tcp/443", "icmp/192.168.11.50", "TCP", "ICMP")]
    public void Warns_when_they_are_not(string port, string probe, string expected, string actual)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Ports(port).Probe(probe));
        Assert.Equal((Severity.Warning, probe, expected, actual), (result.Severity, result.Subject, result.Expected, result.Actual));
        Expect(Outcome.Passed, Server.Ready(), Server.Service().Ports("tcp/443", "udp/443").Probe("tcp/192.168.11.50:443"));
    }

    [Fact]
    public void Names_a_probe_of_the_servers_own_address_as_blind() => Assert.EndsWith(
        "It asks 192.168.11.11 and not a VIP, so that it does not see when the VIP is missing or its packets are dropped.",
        Expect(Outcome.Passed, Server.Ready(), Server.Service().Probe("tcp/192.168.11.11:443")).Reason);

    [Fact]
    public void Does_not_apply_without_a_probe_or_a_port()
    {
        Expect(Outcome.NotApplicable, Server.Ready());
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Ports().Probe("tcp/192.168.11.50:443"));
    }
}
