using DsrReadiness.Checks.Listeners;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class HttpListenListCoversVipCheckTests() : CheckTest(new HttpListenListCoversVipCheck())
{
    [Fact]
    public void Passes_without_a_list()
    {
        Assert.Equal("no list", Expect(Outcome.Passed, Server.Ready()).Actual);
        Expect(Outcome.Passed, With());
    }

    [Theory]
    [InlineData(Outcome.Passed, "192.168.11.50")]
    [InlineData(Outcome.Passed, "192.168.11.11", "192.168.11.50")]
    [InlineData(Outcome.Passed, "0.0.0.0")]
    [InlineData(Outcome.Failed, "192.168.11.11")]
    [InlineData(Outcome.Failed, "::")]
    [InlineData(Outcome.Unknown, "here")]
    public void Judges_the_list(Outcome outcome, params string[] list) => Expect(outcome, With(list));

    /// <summary>HTTP.sys may be who listens.</summary>
    [Theory]
    [InlineData(Outcome.Unknown, "192.168.11.11")]
    [InlineData(Outcome.Passed, "192.168.11.50")]
    [InlineData(Outcome.Passed)]
    public void Is_unknown_where_it_is_not_told_who_listens_and_the_list_would_matter(Outcome outcome, params string[] list) =>
        Expect(outcome, With(list).Set(NetTcpConnectionClass.OwningProcess, null, (NetTcpConnectionClass.LocalPort, 443)));

    [Fact]
    public void Says_what_to_add()
    {
        CheckResult result = Expect(Outcome.Failed, With(Server.Dip));
        Assert.Equal((Severity.Error, Server.Vip, Server.Dip), (result.Severity, result.Subject, result.Actual));
        Assert.Equal("netsh http add iplisten ipaddress=192.168.11.50\nnet stop http /y\nnet start http", result.Command);
    }

    [Fact]
    public void Judges_each_vip_by_its_family()
    {
        Expect(Outcome.Failed, With("0.0.0.0"), Server.Service().DualStack());
        Expect(Outcome.Passed, With("0.0.0.0", "::"), Server.Service().DualStack());
    }

    [Fact]
    public void Asks_for_the_probe_as_well_if_http_has_its_port()
    {
        Expect(Outcome.Failed, With(Server.Vip), Server.Service().Probe($"tcp/{Server.Dip}:443"));
        Expect(Outcome.Passed, With(Server.Vip, Server.Dip), Server.Service().Probe($"tcp/{Server.Dip}:443"));
        Expect(Outcome.Passed, With(Server.Vip), Server.Service().Probe($"tcp/{Server.Dip}:8080"));
        Expect(Outcome.Passed, With(Server.Vip), Server.Service().Probe($"icmp/{Server.Dip}"));
    }

    [Fact]
    public void Does_not_apply_when_another_process_listens_or_no_port_is_given()
    {
        Expect(Outcome.NotApplicable, With(Server.Dip).Set(NetTcpConnectionClass.OwningProcess, 1234, (NetTcpConnectionClass.LocalPort, 443)));
        Expect(Outcome.NotApplicable, With(Server.Dip), Server.Service().Ports("udp/443"));
        Expect(Outcome.NotApplicable, With(Server.Dip), Server.Service().Ports());
    }

    [Fact]
    public void Does_not_ask_who_listens_by_TCP_for_a_service_of_UDP()
    {
        Server server = With(Server.Dip).Fail(NetTcpConnectionClass.Class, CimStore.None, FailureKind.AccessDenied);
        Expect(Outcome.NotApplicable, server, Server.Service().Ports("udp/443"));
        Expect(Outcome.Unknown, server, Server.Service().Ports("udp/443", "tcp/443"));
        Expect(Outcome.Unknown, server, Server.Service().Ports("udp/443").Probe($"tcp/{Server.Dip}:443"));
    }

    /// <summary>The kernel's process has ports of its own, of which HTTP.sys knows nothing.</summary>
    [Theory]
    [InlineData("tcp/445")]
    [InlineData("tcp/139")]
    [InlineData("tcp/2049")]
    public void Does_not_apply_to_ports_of_the_kernel_that_are_not_those_of_HTTP(string port) => Expect(
        Outcome.NotApplicable, With(Server.Dip).Set(NetTcpConnectionClass.LocalPort, int.Parse(port[4..], System.Globalization.CultureInfo.InvariantCulture), (NetTcpConnectionClass.LocalPort, 443)), Server.Service().Ports(port));

    [Fact]
    public void Does_not_apply_where_another_process_has_the_port_on_the_vip() =>
        Expect(Outcome.NotApplicable, Sockets.None().Registry(RegistryNames.ListenOnlyList, RegistryType.Texts, Server.Dip).Tcp(Server.Dip, 443, process: 4).Tcp(Server.Vip, 443));

    [Fact]
    public void Is_unknown_when_a_reading_failed()
    {
        Expect(Outcome.Unknown, Server.Ready().NotCollected(RegistryValueClass.Class));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetTcpConnectionClass.Class, CimStore.None, FailureKind.Timeout));
    }

    private static Server With(params string[] list) => Server.Ready().Registry(RegistryNames.ListenOnlyList, RegistryType.Texts, list);
}
