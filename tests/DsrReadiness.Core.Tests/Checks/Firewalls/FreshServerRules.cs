using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>Rules that a fresh Windows Server brings and has on, as far as they are documented: most are for one program or service, and many of those for any port.</summary>
internal static class FreshServerRules
{
    private const string ServiceHost = @"%SystemRoot%\system32\svchost.exe";

    private static readonly (string Id, string Protocol, string Port, string Remote, string? Program, string? Service)[] s_all =
    [
        ("AllJoyn-Router-In-TCP", "TCP", "9955", "Any", ServiceHost, "AJRouter"),
        ("CDPSvc-In-TCP", "TCP", "Any", "Any", ServiceHost, "CDPSvc"),
        ("CDPSvc-In-UDP", "UDP", "Any", "Any", ServiceHost, "CDPSvc"),
        ("CDPSvc-WFD-In-TCP", "TCP", "Any", "Any", ServiceHost, "CDPSvc"),
        ("CoreNet-DHCP-In", "UDP", "68", "Any", ServiceHost, "dhcp"),
        ("CoreNet-DHCPV6-In", "UDP", "546", "Any", ServiceHost, "dhcp"),
        ("CoreNet-IPHTTPS-In", "TCP", "IPHTTPSIn", "Any", "System", null),
        ("CoreNet-Teredo-In", "UDP", "Teredo", "Any", ServiceHost, "iphlpsvc"),
        ("DeliveryOptimization-TCP-In", "TCP", "7680", "Any", ServiceHost, "dosvc"),
        ("DeliveryOptimization-UDP-In", "UDP", "7680", "Any", ServiceHost, "dosvc"),
        ("DIAL-Protocol-Server-In-TCP-NoScope", "TCP", "10247", "LocalSubnet", "System", null),
        ("MDNS-In-UDP-Domain-Active", "UDP", "5353", "Any", ServiceHost, "dnscache"),
        ("MSDTC-In-TCP", "TCP", "Any", "Any", @"%SystemRoot%\system32\msdtc.exe", null),
        ("PlayTo-HTTPSTR-In-TCP-LocalSubnetScope", "TCP", "10246", "LocalSubnet", "System", null),
        ("PlayTo-In-RTSP-LocalSubnetScope", "TCP", "23554-23556", "LocalSubnet", @"%SystemRoot%\system32\mdeserver.exe", null),
        ("PlayTo-SSDP-Discovery-PlayToScope", "UDP", "Ply2Disc", "PlayToDevice", ServiceHost, "ssdpsrv"),
        ("RemoteSvcAdmin-In-TCP", "TCP", "RPC", "Any", @"%SystemRoot%\system32\services.exe", null),
        ("RemoteTask-In-TCP", "TCP", "RPC", "Any", ServiceHost, "schedule"),
        ("SNMPTRAP-In-UDP", "UDP", "162", "LocalSubnet", @"%SystemRoot%\system32\snmptrap.exe", "SNMPTRAP"),
        ("vm-monitoring-dcom", "TCP", "135", "Any", ServiceHost, "RpcSs"),
        ("WINRM-HTTP-In-TCP", "TCP", "5985", "Any", "System", null),
        ("Wininit-Shutdown-In-Rule-TCP-RPC", "TCP", "RPC", "Any", @"%SystemRoot%\system32\wininit.exe", null),
    ];

    public static Server AddFreshRules(this Server server)
    {
        foreach ((string id, string protocol, string port, string remote, string? program, string? service) in s_all)
        {
            ReadyServer.AddRule(server, id, protocol, port, "Any");
            server.Change(id, NetAddressFilterClass.RemoteAddress, new[] { remote })
                .Change(id, NetApplicationFilterClass.AppPath, program)
                .Change(id, NetServiceFilterClass.ServiceName, service);
        }

        return server;
    }

    /// <summary>IIS' own rule for HTTPS.</summary>
    public static Server AddRuleOfIis(this Server server, FirewallProfiles profiles = FirewallProfiles.Any)
    {
        ReadyServer.AddRule(server, "IIS-WebServerRole-HTTPS-In-TCP", "TCP", "443", "Any");
        return server.Change("IIS-WebServerRole-HTTPS-In-TCP", NetApplicationFilterClass.AppPath, "System")
            .Change("IIS-WebServerRole-HTTPS-In-TCP", NetFirewallRuleClass.Profiles, profiles);
    }
}
