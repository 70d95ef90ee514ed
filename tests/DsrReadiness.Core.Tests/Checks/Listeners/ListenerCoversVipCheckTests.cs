using System.Linq;
using DsrReadiness.Checks.Listeners;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class ListenerCoversVipCheckTests() : CheckTest(new ListenerCoversVipCheck())
{
    private static DsrService Vip6 => Server.Service().Vips(Server.Vip6);

    [Fact]
    public void Passes_and_names_the_process_that_listens()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Equal("tcp/443 on 192.168.11.50", result.Subject);
        Assert.Equal("tcp/443 on 192.168.11.50 is covered: process 4 is bound to 0.0.0.0. Process 4 opens its port for HTTP.sys on every address, whatever the sites are bound to: see S06.", result.Reason);
    }

    [Theory]
    [InlineData(Server.Vip, "process 1234 is bound to 192.168.11.50.")]
    [InlineData("0.0.0.0", "process 1234 is bound to 0.0.0.0.")]
    [InlineData("::ffff:192.168.11.50", "process 1234 is bound to 192.168.11.50.")]
    [InlineData("::", "process 1234 is bound to ::. A socket bound to :: takes IPv4 only in dual mode, which cannot be seen.")]
    public void An_ipv4_vip_is_covered_by(string address, string said) =>
        Assert.EndsWith(said, Expect(Outcome.Passed, Sockets.None().Tcp(address, 443)).Reason);

    /// <summary>S04 names the cure: to start the service anew would do nothing.</summary>
    [Fact]
    public void Leaves_to_S04_what_the_listen_list_of_HTTP_keeps_from_the_vip()
    {
        Server server = Sockets.None().Tcp(Server.Dip, 443, process: 4);
        Expect(Outcome.Failed, server);
        server.Registry(RegistryNames.ListenOnlyList, RegistryType.Texts, Server.Dip);
        Assert.Contains("S04", Expect(Outcome.NotApplicable, server).Reason);
        Expect(Outcome.Failed, server, Server.Service().Ports("tcp/443", "tcp/8443"));
        Expect(Outcome.Failed, Sockets.None().Tcp(Server.Dip, 443).Registry(RegistryNames.ListenOnlyList, RegistryType.Texts, Server.Dip));
        Expect(Outcome.Failed, Sockets.None().Tcp(Server.Dip, 443, process: 4).Registry(RegistryNames.ListenOnlyList, RegistryType.Texts, Server.Vip));
    }

    [Theory]
    [InlineData(Server.Dip)]
    [InlineData("127.0.0.1")]
    [InlineData(Server.Vip6)]
    [InlineData("::1")]
    public void An_ipv4_vip_is_not_covered_by(string address)
    {
        CheckResult result = Expect(Outcome.Failed, Sockets.None().Tcp(address, 443));
        Assert.Equal($"Nothing listens on tcp/443 for 192.168.11.50. On tcp/443, process 1234 is bound to {address}.", result.Reason);
    }

    [Theory]
    [InlineData(Server.Vip6)]
    [InlineData("::")]
    public void An_ipv6_vip_is_covered_by(string address) =>
        Assert.EndsWith($"process 1234 is bound to {address}.", Expect(Outcome.Passed, Sockets.None().Tcp(address, 443), Vip6).Reason);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData(Server.Vip)]
    [InlineData(Server.Dip6)]
    [InlineData("::1")]
    public void An_ipv6_vip_is_not_covered_by(string address)
    {
        CheckResult result = Expect(Outcome.Failed, Sockets.None().Tcp(address, 443), Vip6);
        Assert.StartsWith("Start the service, bound to 2001:db8:11::50 or to ::.", result.Recommendation);
    }

    [Fact]
    public void Names_the_closest_listener()
    {
        Server server = Sockets.None().Tcp("::", 443, process: 1).Tcp("0.0.0.0", 443, process: 2).Tcp(Server.Vip, 443, process: 3);
        Assert.Contains("process 3 is bound to 192.168.11.50", Expect(Outcome.Passed, server).Reason);
        server = Sockets.None().Tcp("::", 443, process: 1).Tcp("0.0.0.0", 443, process: 2);
        Assert.Contains("process 2 is bound to 0.0.0.0", Expect(Outcome.Passed, server).Reason);
    }

    [Fact]
    public void Fails_with_the_command_that_shows_what_is_bound()
    {
        CheckResult result = Expect(Outcome.Failed, Sockets.None());
        Assert.Equal((Severity.Error, "Nothing listens on tcp/443 for 192.168.11.50."), (result.Severity, result.Reason));
        Assert.Equal("Get-NetTCPConnection -State Listen -LocalPort 443\nnetsh interface ipv4 show excludedportrange protocol=tcp", result.Command);
    }

    /// <summary>The service that has the port by default, with what is so of it.</summary>
    [Theory]
    [InlineData("tcp/443", "W3SVC", "Stopped", "Manual", " The service W3SVC is Stopped (StartMode Manual).", "Set-Service -Name W3SVC -StartupType Automatic\nStart-Service -Name W3SVC\n")]
    [InlineData("tcp/80", "w3svc", "Stopped", "Auto", " The service W3SVC is Stopped (StartMode Auto).", "Start-Service -Name W3SVC\n")]
    [InlineData("udp/53", "DNS", "Stopped", "Disabled", " The service DNS is Stopped (StartMode Disabled).", "Set-Service -Name DNS -StartupType Automatic\nStart-Service -Name DNS\n")]
    [InlineData("tcp/53", "DNS", "Running", "Auto", " The service DNS runs, and has no such socket.", "Get-NetTCPConnection")]
    [InlineData("tcp/445", "LanmanServer", "Paused", "Auto", " The service LanmanServer is Paused (StartMode Auto).", "Start-Service -Name LanmanServer\n")]
    [InlineData("tcp/8080", "W3SVC", "Stopped", "Manual", ".", "Get-NetTCPConnection")]
    public void Names_the_service_that_should_listen(string port, string name, string state, string mode, string said, string command)
    {
        Server server = Sockets.None().AddService(name, state).Set(ServiceClass.StartMode, mode, (ServiceClass.Name, name));
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Ports(port));
        Assert.EndsWith(said, result.Reason);
        Assert.StartsWith(command, result.Command);
        Assert.All(Pasteable.Lines(result.Command), line => Assert.True(Pasteable.IsCommand(line), line));
        Assert.Contains("before that address is Preferred fails", result.Recommendation);
    }

    /// <summary>Of other ports of the kernel's process, S06 says nothing.</summary>
    [Fact]
    public void Says_of_HTTP_ports_alone_that_an_open_port_is_no_site() =>
        Assert.DoesNotContain("S06", Expect(Outcome.Passed, Sockets.None().Tcp("0.0.0.0", 445, process: 4), Server.Service().Ports("tcp/445")).Reason);

    [Fact]
    public void Fails_when_only_another_port_is_listened_on() => Expect(Outcome.Failed, Sockets.None().Tcp("0.0.0.0", 8443));

    [Theory]
    [InlineData(TcpState.Established)]
    [InlineData(TcpState.TimeWait)]
    [InlineData("Established")]
    [InlineData(100L)]
    public void Does_not_count_a_socket_that_does_not_listen(object state) => Expect(Outcome.Failed, Sockets.None().Tcp("0.0.0.0", 443, state));

    [Theory]
    [InlineData(2L)]
    [InlineData("2")]
    [InlineData("Listen")]
    [InlineData("listen")]
    public void Counts_a_listener_whichever_way_its_state_is_written(object state) =>
        Expect(Outcome.Passed, Sockets.None().Tcp("0.0.0.0", 443, state));

    [Fact]
    public void Is_unknown_when_the_state_of_the_socket_that_would_cover_it_is_not()
    {
        Server server = Sockets.None().Tcp("0.0.0.0", 443, "lauscht");
        Assert.Contains("State of the TCP socket on 0.0.0.0 port 443", Expect(Outcome.Unknown, server).Reason);
        Expect(Outcome.Passed, server.Tcp(Server.Vip, 443));
        Expect(Outcome.Failed, Sockets.None().Tcp(Server.Dip, 443, "lauscht"));
        Expect(Outcome.Failed, Sockets.None().Tcp("0.0.0.0", 80, "lauscht"));
    }

    [Fact]
    public void Is_unknown_when_no_state_was_collected() => Expect(Outcome.Unknown, Server.Ready().Without(NetTcpConnectionClass.State));

    [Fact]
    public void Passes_without_a_process_id() => Assert.Contains(
        "a process that is not told is bound to 0.0.0.0", Expect(Outcome.Passed, Server.Ready().Without(NetTcpConnectionClass.OwningProcess)).Reason);

    [Fact]
    public void Tcp_and_udp_are_not_mistaken_for_each_other()
    {
        Expect(Outcome.Failed, Sockets.None().Tcp("0.0.0.0", 53), Server.Service().Ports("udp/53"));
        Expect(Outcome.Failed, Sockets.None().Udp("0.0.0.0", 53), Server.Service().Ports("tcp/53"));
        Expect(Outcome.Passed, Sockets.None().Udp("0.0.0.0", 53), Server.Service().Ports("udp/53"));
    }

    [Fact]
    public void Fails_for_udp_with_the_command_that_shows_what_is_bound() => Assert.EndsWith(
        "Get-NetUDPEndpoint -LocalPort 53\nnetsh interface ipv4 show excludedportrange protocol=udp", Expect(Outcome.Failed, Sockets.None(), Server.Service().Ports("udp/53")).Command);

    [Fact]
    public void Passes_when_every_port_of_a_range_is_covered()
    {
        Server server = Sockets.None().Udp("0.0.0.0", 5000, 5050).Udp(Server.Vip, 5051, 5100);
        Assert.Equal(
            "udp/5000-5100 on 192.168.11.50 is covered: process 900 is bound to 0.0.0.0, process 900 is bound to 192.168.11.50.",
            Expect(Outcome.Passed, server, Server.Service().Ports("udp/5000-5100")).Reason);
    }

    [Theory]
    [InlineData(5001, 5100, "udp/5000 ")]
    [InlineData(5000, 5099, "udp/5100 ")]
    [InlineData(5000, 5010, "udp/5011-5100 ")]
    public void Fails_when_a_part_of_a_range_is_not_covered(int first, int last, string open)
    {
        CheckResult result = Expect(Outcome.Failed, Sockets.None().Udp("0.0.0.0", first, last), Server.Service().Ports("udp/5000-5100"));
        Assert.StartsWith("Nothing listens on " + open, result.Reason);
    }

    [Fact]
    public void Lists_the_first_gaps_and_counts_the_others()
    {
        Server server = Sockets.None();
        for (int port = 5001; port < 5020; port += 2)
            server.Udp("0.0.0.0", port);
        Assert.StartsWith(
            "Nothing listens on udp/5000, udp/5002, udp/5004, udp/5006, udp/5008 and 6 more for 192.168.11.50.",
            Expect(Outcome.Failed, server, Server.Service().Ports("udp/5000-5020")).Reason);
    }

    [Fact]
    public void Judges_each_port_of_each_vip()
    {
        DsrService service = Server.Service().DualStack().Ports("tcp/443", "udp/443");
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Udp("0.0.0.0", 443), service);
        Assert.Equal(("udp/443 on 2001:db8:11::50", 4), (result.Subject, result.Details.Count));
        Assert.Equal(3, result.Details.Count(detail => detail.StartsWith("Passed", System.StringComparison.Ordinal)));
        Expect(Outcome.Passed, Server.Ready().Udp("0.0.0.0", 443).Udp("::", 443), service);
    }

    [Fact]
    public void Is_unknown_when_the_table_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetTcpConnectionClass.Class, CimStore.None, FailureKind.AccessDenied));

    [Fact]
    public void Asks_only_for_the_tables_that_the_service_needs()
    {
        Expect(Outcome.Passed, Server.Ready().Fail(NetUdpEndpointClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(
            Outcome.Unknown,
            Server.Ready().Fail(NetUdpEndpointClass.Class, CimStore.None, FailureKind.AccessDenied),
            Server.Service().Ports("tcp/443", "udp/443"));
    }

    [Fact]
    public void Does_not_apply_without_a_port() => Expect(Outcome.NotApplicable, Sockets.None(), Server.Service().Ports());

    [Fact]
    public void Applies_where_a_cluster_keeps_the_vip_on_the_traffic_interface()
    {
        Expect(Outcome.Passed, Server.Ready(), Server.Service().Environment(DsrEnvironment.Cluster));
        Expect(Outcome.Failed, Sockets.None(), Server.Service().Environment(DsrEnvironment.Cluster));
    }
}
