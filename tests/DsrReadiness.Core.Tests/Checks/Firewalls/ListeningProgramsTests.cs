using System;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks.Listeners;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>A rule for a program or a service is for what listens, or it is not, or that is not known: the same whether it allows or blocks.</summary>
public sealed class ListeningProgramsTests : RuleMatchTest
{
    private const string Nginx = @"C:\Program Files\nginx\nginx.exe";

    /// <summary>Process 4 listens.</summary>
    [Theory]
    [InlineData("System", nameof(Match.Yes))]
    [InlineData("system", nameof(Match.Yes))]
    [InlineData(@"C:\Program Files\Mozilla Firefox\firefox.exe", nameof(Match.Part))]
    [InlineData(@"%SystemRoot%\System32\svchost.exe", nameof(Match.Part))]
    [InlineData(@"\\?\C:\x.exe", nameof(Match.Part))]
    public void Of_the_kernel(string rule, string match) => Both(match, rule, server => server);

    [Theory]
    [InlineData(Nginx, Nginx, nameof(Match.Yes))]
    [InlineData(@"c:\PROGRAM FILES\Nginx\NGINX.EXE", Nginx, nameof(Match.Yes))]
    [InlineData(@"%ProgramFiles%\nginx\nginx.exe", Nginx, nameof(Match.Yes))]
    [InlineData(@"%systemdrive%\Program Files\nginx\nginx.exe", Nginx, nameof(Match.Yes))]
    [InlineData(@"%SystemRoot%\System32\svchost.exe", @"C:\WINDOWS\system32\svchost.exe", nameof(Match.Yes))]
    [InlineData(@"%windir%\system32\svchost.exe", @"C:\Windows\System32\svchost.exe", nameof(Match.Yes))]
    [InlineData(@"C:\Program Files\apache\httpd.exe", Nginx, nameof(Match.Part))]
    [InlineData("System", Nginx, nameof(Match.Part))]
    [InlineData(@"C:\PROGRA~1\nginx\nginx.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(Nginx, @"C:\PROGRA~1\nginx\nginx.exe", nameof(Match.Unknown))]
    [InlineData(@"D:\nginx\nginx.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"\\?\C:\Program Files\nginx\nginx.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"\\files\tools\nginx.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"\Device\HarddiskVolume3\Program Files\nginx\nginx.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"%APPDATA%\nginx\nginx.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"%ProgramFiles%\..\Program Files\nginx\nginx.exe", Nginx, nameof(Match.Unknown))]
    [InlineData("nginx.exe", Nginx, nameof(Match.Unknown))]
    [InlineData("httpd.exe", Nginx, nameof(Match.Unknown))]
    [InlineData("C:", Nginx, nameof(Match.Unknown))]
    [InlineData(@"1:\httpd.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"ab\httpd.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"C:\x\..\httpd.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"C:\x.\httpd.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"C:\x \httpd.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"C:\x\\httpd.exe", Nginx, nameof(Match.Unknown))]
    [InlineData(@"C:\apache~x\httpd.exe", Nginx, nameof(Match.Part))]
    [InlineData(@"C:\apache\httpd~", Nginx, nameof(Match.Part))]
    public void Of_another_process(string rule, string running, string match) => Both(match, rule, server => server.Listening(running));

    [Fact]
    public void The_path_that_Windows_keeps_back_is_that_of_the_service()
    {
        Both(nameof(Match.Yes), Nginx, server => server.Listening(null).Runs("nginx", '"' + Nginx + "\" -k run"));
        Both(nameof(Match.Yes), Nginx, server => server.Listening(null).Runs("nginx", Nginx + " -k run"));
        Both(nameof(Match.Yes), Nginx, server => server.Listening(string.Empty).Runs("nginx", Nginx));
        Both(nameof(Match.Unknown), Nginx, server => server.Listening(null));
        Both(nameof(Match.Unknown), Nginx, server => server.Listening(null).Fail(ServiceClass.Class, CimStore.None, FailureKind.AccessDenied));
        Both(nameof(Match.Unknown), Nginx, server => server.Listening(null).Runs("nginx", null));
    }

    [Fact]
    public void What_was_not_collected_is_not_known_and_the_words_name_the_collector()
    {
        Both(nameof(Match.Unknown), Nginx, server => server.Listening(Nginx).NotCollected(ProcessClass.Class));
        Both(nameof(Match.Unknown), Nginx, server => server.Listening(Nginx).Without(NetTcpConnectionClass.OwningProcess));
        Both(nameof(Match.Unknown), "System", server => server.Without(NetTcpConnectionClass.OwningProcess));
        Both(nameof(Match.Unknown), @"%SystemRoot%\x.exe", server => server.Listening(@"C:\Windows\x.exe").Without(OperatingSystemClass.WindowsDirectory));
        Both(nameof(Match.Unknown), Nginx, server => server.Listening(Nginx).Remove(ProcessClass.Class, (ProcessClass.ProcessId, 900)));
    }

    /// <summary>A rule has to be for the program that listens on each of the ports; the kernel listens on the first.</summary>
    [Theory]
    [InlineData("System", 4, nameof(Match.Yes))]
    [InlineData("System", 900, nameof(Match.Part))]
    [InlineData(Nginx, 900, nameof(Match.Part))]
    public void Of_all_ports_of_a_range(string program, int process, string match)
    {
        Server server = Server.Ready().Tcp("0.0.0.0", 444, process: process).Add(ProcessClass.Class, CimStore.None, (ProcessClass.ProcessId, 900), (ProcessClass.ExecutablePath, Nginx));
        Flow flow = Https with { Ports = new PortRange(443, 444) };
        Assert.Equal(match, Ask(server.NoRules().Rule("r", (NetProtocolPortFilterClass.Protocol, "TCP"), (NetProtocolPortFilterClass.LocalPort, new[] { "443-444" }), (NetApplicationFilterClass.AppPath, program)), flow));
    }

    [Fact]
    public void Of_a_range_of_which_one_program_is_not_known() => Assert.Equal(
        nameof(Match.Unknown),
        Ask(
            Server.Ready().Listening(Nginx).Tcp("0.0.0.0", 444).NoRules()
                .Rule("r", (NetProtocolPortFilterClass.Protocol, "TCP"), (NetProtocolPortFilterClass.LocalPort, new[] { "443-444" }), (NetApplicationFilterClass.AppPath, Nginx)),
            Https with { Ports = new PortRange(443, 444) }));

    [Fact]
    public void The_socket_that_takes_the_traffic_counts_before_those_on_other_addresses()
    {
        Both(nameof(Match.Yes), Nginx, server => server.Remove(NetTcpConnectionClass.Class).Tcp("192.168.11.11", 443, process: 4).Tcp(Server.Vip, 443).Listening(Nginx).Set(NetTcpConnectionClass.OwningProcess, 4, (NetTcpConnectionClass.LocalAddress, "192.168.11.11")));
        Both(nameof(Match.Unknown), Nginx, server => server.Remove(NetTcpConnectionClass.Class).Tcp("192.168.11.11", 443).Tcp("192.168.11.12", 443).Listening(Nginx).Set(NetTcpConnectionClass.OwningProcess, 4, (NetTcpConnectionClass.LocalAddress, "192.168.11.11")));
    }

    /// <summary>A socket that may listen leaves open who does, unless another takes the traffic for certain.</summary>
    [Fact]
    public void A_socket_whose_state_is_not_told_counts_only_where_none_takes_the_traffic()
    {
        Both(nameof(Match.Yes), "System", server => server.Tcp(Server.Vip, 443).Set(NetTcpConnectionClass.State, null, (NetTcpConnectionClass.LocalAddress, Server.Vip)));
        Both(nameof(Match.Unknown), "System", server => server.Set(NetTcpConnectionClass.State, null));
        Both(nameof(Match.Unknown), "System", server => server.Set(NetTcpConnectionClass.State, null).Tcp("192.168.11.11", 443, process: 4));
    }

    /// <summary>Windows answers echo requests itself.</summary>
    [Fact]
    public void Echo_requests_are_for_the_kernel()
    {
        Flow echo = FlowTo(Server.Vip, TransportProtocol.Icmp, null);
        Assert.Equal(nameof(Match.Yes), Ask(NetApplicationFilterClass.AppPath, "System", echo));
        Assert.Equal(nameof(Match.No), Ask(NetApplicationFilterClass.AppPath, Nginx, echo));
    }

    [Fact]
    public void A_rule_for_any_port_of_another_program_is_about_other_traffic() =>
        Assert.Equal(nameof(Match.No), Ask(NetApplicationFilterClass.AppPath, Nginx));

    [Theory]
    [InlineData("nginx", 1, nameof(Match.Yes))]
    [InlineData("NGINX", 3, nameof(Match.Yes))]
    [InlineData("nginx", 0, nameof(Match.Unknown))]
    [InlineData("nginx", null, nameof(Match.Unknown))]
    [InlineData("*", 0, nameof(Match.Yes))]
    [InlineData("CDPSvc", 1, nameof(Match.Part))]
    public void A_service_in_a_process_of_its_own(string rule, int? sidType, string match) =>
        BothOfService(match, rule, server => server.Listening(Nginx).Runs("nginx", Nginx).SidType("nginx", sidType));

    [Fact]
    public void A_service_in_a_shared_process_and_one_beside_it()
    {
        Server Shared(Server server) => server.Listening(@"C:\Windows\System32\svchost.exe").Runs("Beside", "svchost.exe -k x").Runs("App", "svchost.exe -k x").SidType("App", 1).SidType("Beside", 1);
        BothOfService(nameof(Match.Yes), "App", Shared);
        BothOfService(nameof(Match.Yes), "Beside", Shared);
        BothOfService(nameof(Match.Part), "NetSetupSvc", Shared);
    }

    [Fact]
    public void A_service_of_which_too_little_is_known()
    {
        BothOfService(nameof(Match.Unknown), "nginx", server => server.Listening(Nginx).Runs("nginx", Nginx));
        BothOfService(nameof(Match.Unknown), "NetSetupSvc", server => server.Listening(Nginx).Without(ServiceClass.ProcessId));
        BothOfService(nameof(Match.Unknown), "*", server => server.Listening(Nginx).Without(ServiceClass.ProcessId));
        BothOfService(nameof(Match.Part), "nginx", server => server); // the kernel runs no service
        BothOfService(nameof(Match.Part), "*", server => server.Listening(Nginx)); // nor does a program that is none
    }

    private static void Both(string match, string program, Func<Server, Server> change) => Both(match, NetApplicationFilterClass.AppPath, program, change);

    private static void BothOfService(string match, string service, Func<Server, Server> change) => Both(match, NetServiceFilterClass.ServiceName, service, change);

    private static void Both(string match, CimProperty property, string limit, Func<Server, Server> change)
    {
        (CimProperty, object?)[] limits = [(NetProtocolPortFilterClass.Protocol, "TCP"), (NetProtocolPortFilterClass.LocalPort, new[] { "443" }), (property, limit)];
        Assert.Equal(match, Ask(change(Server.Ready()).NoRules().Rule("r", limits)));
        Assert.Equal(match, Ask(change(Server.Ready()).NoRules().Block("r", limits), role: FirewallAction.Block));
    }
}
