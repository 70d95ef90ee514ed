using DsrReadiness.Checks.Listeners;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class OneProcessAnswersCheckTests() : CheckTest(new OneProcessAnswersCheck())
{
    [Fact]
    public void Passes_where_one_process_has_every_address()
    {
        Expect(Outcome.Passed, Server.Ready());
        Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack());
        Expect(Outcome.Passed, Sockets.None().Tcp(Server.Vip, 443).Tcp("0.0.0.0", 443));
        Expect(Outcome.Passed, Sockets.None().Tcp(Server.Vip, 443));
    }

    [Fact]
    public void Warns_where_another_process_has_the_wildcard_and_names_the_programs()
    {
        Server server = Sockets.None().Tcp(Server.Vip, 443, process: 1234).Tcp("0.0.0.0", 443, process: 700);
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal((Severity.Warning, "tcp/443", "1234, 700"), (result.Severity, result.Subject, result.Actual));
        Assert.StartsWith("On tcp/443, process 1234 is bound to 192.168.11.50, process 700 is bound to 0.0.0.0 (svchost.exe): ", result.Reason);
    }

    /// <summary>The probe's address counts where it has a listener of its own, and only on the probe's port.</summary>
    [Theory]
    [InlineData(Outcome.Failed, "tcp/192.168.11.11:443")]
    [InlineData(Outcome.Passed, "tcp/192.168.11.11:444")]
    [InlineData(Outcome.Passed, "udp/192.168.11.11:443")]
    [InlineData(Outcome.Passed, "icmp/192.168.11.11")]
    [InlineData(Outcome.Passed, "tcp/192.168.11.50:443")]
    public void Asks_for_the_address_of_the_probe(Outcome outcome, string probe) =>
        Expect(outcome, Sockets.None().Tcp(Server.Vip, 443, process: 1).Tcp(Server.Dip, 443, process: 2), Server.Service().Probe(probe));

    [Fact]
    public void Warns_of_two_vips_of_two_processes_and_of_one_port_of_a_range()
    {
        Expect(Outcome.Failed, Sockets.None().Tcp(Server.Vip, 443, process: 1).Tcp("::", 443, process: 2), Server.Service().DualStack());
        Server range = Sockets.None().Tcp("0.0.0.0", 443, process: 1).Tcp("0.0.0.0", 444, process: 1).Tcp(Server.Vip, 444, process: 2);
        Assert.Equal("tcp/444", Expect(Outcome.Failed, range, Server.Service().Ports("tcp/443-444")).Subject);
        Expect(Outcome.Passed, range);
    }

    [Fact]
    public void Is_unknown_where_the_process_is_not_told_and_two_sockets_are_there()
    {
        Expect(Outcome.Unknown, Sockets.None().Tcp(Server.Vip, 443).Tcp("0.0.0.0", 443).Without(NetTcpConnectionClass.OwningProcess));
        Expect(Outcome.Passed, Sockets.None().Tcp("0.0.0.0", 443).Without(NetTcpConnectionClass.OwningProcess));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetTcpConnectionClass.Class, CimStore.None, FailureKind.AccessDenied));
    }

    [Fact]
    public void Does_not_apply_where_nothing_listens()
    {
        Expect(Outcome.NotApplicable, Sockets.None());
        Expect(Outcome.NotApplicable, Sockets.None().Tcp(Server.Dip, 443));
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Ports());
    }
}
