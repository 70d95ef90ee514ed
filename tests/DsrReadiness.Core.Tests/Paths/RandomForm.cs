using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Checks.Listeners;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Paths;

/// <summary>A server that random ones start from: ordinary but for one thing, so that what is said of that thing decides.</summary>
/// <param name="Name">What is special, after "the server".</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Asked">The services for which that thing matters; none if it matters for most.</param>
internal sealed record RandomForm(string Name, Draft.Form Rows, IReadOnlyList<FollowedService> Asked)
{
    private const string Rule = "DsrReadiness-443";
    private const string Neighbour = "192.168.11.77";
    private const string Client = "203.0.113.77";
    private static readonly DsrService s_ofNeighbour = Ordinary().Clients(Neighbour + "/32");
    private static readonly DsrService s_guessed = Ordinary().Balancers();

    /// <summary>The first one is the ready server.</summary>
    public static IReadOnlyList<RandomForm> All { get; } =
    [
        Of("ready", Server.Ready()),
        Of("ready without IPv6", Server.Ready().WithoutIPv6()),
        Of("without a loopback", Server.Ready().WithoutLoopback()),
        Of("with the VIP on the built-in loopback", Server.Ready().OnBuiltIn(32)),
        Of("with the VIP on the built-in loopback, which has the lowest metric", Server.Ready().OnBuiltIn(32).SetIn(CimStore.Active, NetIPInterfaceClass.InterfaceMetric, 5, Server.On(NetIPInterfaceClass.Class, Server.BuiltIn))),
        Of("with the VIP on the NIC", Server.Ready().OnNic()),
        Of("with two NICs", Server.Ready().AddNic(9, "Other", "192.168.12.9", 24)),
        .. OfInterfaces(),
        .. OfAddresses(),
        .. OfClouds(),
        .. OfSockets(),
        .. OfPrograms(),
        .. OfRules(),
    ];

    public static Server TwoArms(Server? server = null) => (server ?? Server.Ready()).AddNic(9, "Other", "192.168.12.9", 24)
        .Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, 9));

    private static IEnumerable<RandomForm> OfInterfaces()
    {
        Server ByOther(Server server) => server.Set(NetRouteClass.InterfaceIndex, 9, (NetRouteClass.DestinationPrefix, "0.0.0.0/0")).Set(NetRouteClass.NextHop, "192.168.12.1", (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        yield return Of("with two arms", ByOther(TwoArms()), s_guessed, Ordinary());
        yield return Of("whose other NIC is probed", Anywhere(TwoArms()), Ordinary().Balancers().Probe("tcp/192.168.12.9:443"), Ordinary().Probe("tcp/192.168.12.9:443"));
        yield return Of("whose other NIC is probed, which is disconnected", Anywhere(TwoArms()).Set(NetIPInterfaceClass.ConnectionState, ConnectionState.Disconnected, Server.On(NetIPInterfaceClass.Class, 9)), Ordinary().Probe("tcp/192.168.12.9:443"));
        yield return Of("with a second NIC on the segment, which is disconnected", Server.Ready().AddNic(9, "Other", "192.168.11.12", 24, ConnectionState.Disconnected), Ordinary(), s_guessed);
        yield return Of("whose NIC is disabled", WithoutOwn(Server.Ready().Set(NetAdapterClass.State, AdapterState.Disabled, Server.On(NetAdapterClass.Class, Server.Ethernet)), Server.Ethernet), Ordinary());
        yield return Of("whose NIC is disconnected", Server.Ready().Set(NetIPInterfaceClass.ConnectionState, ConnectionState.Disconnected, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)));
        yield return Of("whose NIC forwards and is a strong host", Server.Ready().Set(NetIPInterfaceClass.Forwarding, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet))
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)), Ordinary());
        yield return Of("whose router has the balancer's MAC address", Server.Ready().AddNeighbor(Server.Balancer, "00-50-56-00-00-01").AddNeighbor(Server.Gateway, "005056000001"), Ordinary());
        yield return Of("whose router had the balancer's MAC address", Server.Ready().AddNeighbor(Server.Balancer, "00-50-56-00-00-01").AddNeighbor(Server.Gateway, "00-50-56-00-00-01", NeighborState.Unreachable), Ordinary());
        yield return Of("whose disabled NIC keeps the VIP", Server.Ready().AddAdapter(9, "Spare", @"PCI\VEN_8086&DEV_1533", @"PCI\VEN_8086&DEV_1533\9")
            .Set(NetAdapterClass.State, AdapterState.Disabled, Server.On(NetAdapterClass.Class, 9)).AddAddress(CimStore.Persistent, 9, "Spare", Server.Vip, 32));
        yield return Of("whose removed NIC has kept the VIP", Server.Ready().AddAddress(CimStore.Persistent, 9, "Spare", Server.Vip, 32));
    }

    private static IEnumerable<RandomForm> OfAddresses()
    {
        const string Automatic = "169.254.7.7";
        const string Second = "192.168.11.12";
        Server WithSecond(AddressState state) => Anywhere(Server.Ready()).AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", Second, 24)
            .SetIn(CimStore.Active, NetIPAddressClass.AddressState, state, (NetIPAddressClass.IPAddress, Second));
        yield return Of("with an autoconfigured address alone", Server.Ready().SetIn(CimStore.Active, NetIPAddressClass.IPAddress, Automatic, (NetIPAddressClass.IPAddress, Server.Dip)), Ordinary(), Ordinary().Balancers().Interface("Ethernet"));
        yield return Of("with a second address, which is Duplicate", WithSecond(AddressState.Duplicate), Ordinary().Balancers().Probe($"tcp/{Server.Dip}:443"), Ordinary().Probe($"tcp/{Server.Dip}:443"), Ordinary());
        yield return Of("with a second address far from the balancer, which is Tentative", Server.Ready().AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", "10.1.2.3", 24)
            .SetIn(CimStore.Active, NetIPAddressClass.AddressState, AddressState.Tentative, (NetIPAddressClass.IPAddress, "10.1.2.3")), Ordinary(), s_guessed);
        yield return Of("with a route by the VIP to elsewhere", Server.Ready().AddRoute(Server.Ethernet, "Ethernet", "10.7.0.0/16", Server.Vip), Ordinary());
        yield return Of("that asks the VIP for names", Names(WithNames(Server.Vip), Server.Vip), Ordinary(), Ordinary().Ports("udp/53"));
        const string Last = "192.168.11.255";
        yield return Of("with the VIP at the end of its subnet", Anywhere(Server.Ready()).Set(NetIPAddressClass.IPAddress, Last, (NetIPAddressClass.IPAddress, Server.Vip))
            .Set(NetRouteClass.DestinationPrefix, Last + "/32", (NetRouteClass.DestinationPrefix, Server.Vip + "/32")), Ordinary().Vips(Last));
        yield return Of("whose loopback has the lowest metric", Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.InterfaceMetric, 5, Server.On(NetIPInterfaceClass.Class, Server.Loopback)));
    }

    private static IEnumerable<RandomForm> OfClouds()
    {
        DsrService probed = Ordinary().Balancers().Probe($"tcp/{Server.Dip}:443");
        yield return Of("in Azure, whose probe alone a rule lets in", InAzure(), probed, Ordinary().Balancers().Probe($"tcp/{Server.Dip}:443").Environment(DsrEnvironment.Azure));
        yield return Of("of Google, with the VIP on the NIC", Server.Ready().OnNic().OfGoogle(), Ordinary());
        yield return Of("of Google, with the other agent and the VIP on the NIC", Server.Ready().OnNic().OfGoogle("GCEAgentManager"), Ordinary());
        yield return Of("of another maker, with Google's agent and the VIP on the NIC", Server.Ready().OnNic().AddService("GCEAgent", "Running"));
        yield return Of("of Google without an agent, with the VIP on the NIC", Server.Ready().OnNic().Set(ComputerSystemClass.Manufacturer, "Google"), Ordinary());
    }

    private static IEnumerable<RandomForm> OfSockets()
    {
        DsrService files = Ordinary().Ports("tcp/445");
        DsrService https = Ordinary();
        DsrService dual = Server.Service().DualStack().Clients(Client + "/32", "2001:db8:77::77/128");
        DsrService http3 = Ordinary().Ports("udp/443");
        DsrService other = Ordinary().Ports("tcp/444");
        Server Sites(string address) => Server.Ready().Set(SiteBindingClass.Address, address);
        Server Listed(params string[] list) => Anywhere(Server.Ready()).Registry(RegistryNames.ListenOnlyList, RegistryType.Texts, list);
        yield return Of("with the VIP not on the listen list of HTTP.sys", Listed(Server.Dip), https);
        yield return Of("with the VIP alone on the listen list of HTTP.sys", Listed(Server.Vip), https, Ordinary().Probe($"tcp/{Server.Dip}:443"));
        yield return Of("with every address on the listen list of HTTP.sys", Listed("0.0.0.0"), https, dual);
        yield return Of("with a socket for names", WithNames("0.0.0.0", "::"), [.. new DsrUdpAnswer?[] { null, DsrUdpAnswer.FromServer, DsrUdpAnswer.FromVip, DsrUdpAnswer.None }.Select(answer => (DsrService)Ordinary().Ports("udp/53").UdpAnswer(answer))]);
        yield return Of("with a socket for names on the VIP", WithNames(Server.Vip), Ordinary().Ports("udp/53"));
        yield return Of("with HTTP/3", WithNames("0.0.0.0", "::").Set(NetUdpEndpointClass.OwningProcess, 4), http3);
        yield return Of("with a certificate for its own address", WithCertificates(RegistryNames.TlsAddresses, Server.Dip + ":443", "192.168.11.50:444"), https, other);
        yield return Of("with a certificate for the VIP", WithCertificates(RegistryNames.TlsAddresses, Server.Vip + ":443", Server.Dip + ":444"), https, other);
        yield return Of("with a certificate for every address of IPv4", WithCertificates(RegistryNames.TlsAddresses, "0.0.0.0:443"), https, dual);
        yield return Of("with a certificate for every address of IPv6", WithCertificates(RegistryNames.TlsAddresses, "[::]:443", Server.Vip + ":443"), dual, https);
        yield return Of("with certificates for names", WithCertificates(RegistryNames.TlsNames, "www.example.com:443", "www.example.com:444"), https, other);
        yield return Of("with the central store of certificates", WithCertificates(RegistryNames.TlsStores, "443"), https, other);
        yield return Of("with a certificate that has expired", Server.Ready().Set(HttpCertificateClass.NotAfter, 1_700_000_000L), https);
        yield return Of("with a certificate that is gone, for another address", Server.Ready().Set(HttpCertificateClass.NotAfter, null).Set(HttpCertificateClass.Binding, Server.Dip + ":443"), https);
        yield return Of("with a certificate that is gone, for a name", Server.Ready().Set(HttpCertificateClass.NotAfter, null).Set(HttpCertificateClass.Binding, "www.example.com:443"), https);
        yield return Of("with a site for its own address", Sites(Server.Dip), https);
        yield return Of("with a site for the VIP", Sites(Server.Vip), https);
        yield return Of("with a site for every address of IPv4", Sites("0.0.0.0"), https, dual);
        yield return Of("with a site on another port, for its own address", Sites(Server.Dip).Set(SiteBindingClass.Port, 80), https);
        yield return Of("with a file server", FileServer(), files);
        yield return Of("with a file server that is not bound", FileServer(isBound: false), files);
        yield return Of("with a file server for any name", FileServer().Set(SmbServerConfigurationClass.EnableStrictNameChecking, false).Set(SmbServerConfigurationClass.EnableMultiChannel, false), files);
        yield return Of("with a file server that the registry has take any name", FileServer().Set(SmbServerConfigurationClass.EnableStrictNameChecking, null).Set(SmbServerConfigurationClass.EnableMultiChannel, false)
            .Registry(RegistryNames.DisableStrictNameChecking, RegistryType.Number, "1"), files);
        yield return Of("with a file server that speaks of the VIP alone", FileServer().Registry(RegistryNames.OptionalNames, RegistryType.Texts, "files").Set(SmbServerNetworkInterfaceClass.IpAddress, Server.Vip), files);
    }

    private static IEnumerable<RandomForm> OfPrograms()
    {
        const string ServiceHost = @"C:\Windows\System32\svchost.exe";
        Server For(Server server, string? program, string? service = null) => server.Change(Rule, NetApplicationFilterClass.AppPath, program).Change(Rule, NetServiceFilterClass.ServiceName, service);
        Server App(int? sid) => Server.Ready().Listening(ServiceHost).Runs("App", null).SidType("App", sid);
        yield return Of("with a rule for the service that listens", For(App(1), @"%SystemRoot%\System32\svchost.exe", "App"), Ordinary());
        yield return Of("with a rule for a service without an id", For(App(0), null, "App"), Ordinary());
        yield return Of("with a rule for any service", For(App(null), null, "*"), Ordinary());
        yield return Of("with a rule for another service", For(App(1), null, "NetSetupSvc"), Ordinary());
        yield return Of("with rules for programs", For(Server.Ready().AddFreshRules().Listening(@"C:\x.exe"), @"C:\X.EXE"), Ordinary());
        yield return Of("with a rule for a program of another folder", For(Server.Ready().Listening(@"C:\x.exe"), @"D:\x.exe"), Ordinary());
        yield return Of("with a rule for a program by its short name", For(Server.Ready().Listening(@"C:\PROGRA~1\x.exe"), @"C:\PROGRA~1\x.exe"), Ordinary());
        yield return Of("with a rule for a program that Windows keeps back", For(Server.Ready().Listening(null).Runs("App", @"""C:\x.exe"" -k x"), @"C:\x.exe"), Ordinary());
        yield return Of("with a rule for System", For(Server.Ready(), "System"), Ordinary());
        yield return Of("with a rule for System, where a program listens", For(Server.Ready().Listening(@"C:\System"), "System"), Ordinary());
    }

    private static IEnumerable<RandomForm> OfRules()
    {
        Server Remote(Server server, params string[] from) => server.Change(Rule, NetAddressFilterClass.RemoteAddress, from.Cast<object?>().ToArray());
        yield return Of("whose rule is for the local subnet", Remote(Server.Ready(), "LocalSubnet"), s_ofNeighbour, Ordinary());
        yield return Of("whose rule is for the other NIC's subnet", Remote(TwoArms(), "LocalSubnet4"), Ordinary().Clients("192.168.12.77/32"), s_ofNeighbour);
        yield return Of("whose rule is for the router", Remote(Server.Ready(), "DefaultGateway"), Ordinary().Clients(Server.Gateway + "/32"), Ordinary());
        yield return Of("whose rule is for the DNS servers", Remote(Names(Server.Ready(), Client), "DNS"), Ordinary());
        yield return Of("whose rule is for the DHCP server", Remote(Server.Ready().Set(NetworkAdapterConfigurationClass.DHCPServer, Client), "DHCP"), Ordinary());
        yield return Of("whose rule is for the WINS servers", Remote(Server.Ready().Set(NetworkAdapterConfigurationClass.WINSPrimaryServer, Client), "WINS"), Ordinary());
        yield return Of("whose rule is for the second WINS server", Remote(Server.Ready().Set(NetworkAdapterConfigurationClass.WINSSecondaryServer, Client), "WINS"), Ordinary());
        yield return Of("whose rule is for neighbours of the other family", Remote(Server.Ready(), "LocalSubnet6"), s_ofNeighbour);
        yield return Of("whose rule is of nobody knows where", Server.Ready().Change(Rule, NetFirewallRuleClass.PolicyStoreSourceType, null).Profile(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False), Ordinary());
        yield return Of("with a rule that requires IPsec", Server.Ready().IPsec("Isolation"), Ordinary());
        yield return Of("with a rule that requires IPsec and one that exempts", Server.Ready().IPsec("Isolation").IPsec("Exempt", (NetConSecRuleClass.InboundSecurity, SecurityPolicy.Never)), Ordinary());
        yield return Of("with a rule that requires IPsec of the VIP as if it were a client", Server.Ready().IPsec("Isolation", (NetAddressFilterClass.LocalAddress, new object?[] { Client }), (NetAddressFilterClass.RemoteAddress, new object?[] { Server.Vip })), Ordinary());
        yield return Of("with a rule that requires IPsec on the loopback", Server.Ready().IPsec("Isolation", (NetInterfaceFilterClass.InterfaceAlias, new object?[] { "Loopback" })), Ordinary());
        foreach ((CimProperty property, object? value) in new (CimProperty, object?)[]
        {
            (NetConSecRuleClass.EnforcementStatus, new object?[] { 26L }), (NetConSecRuleClass.EnforcementStatus, new object?[] { 15L }), (NetConSecRuleClass.EnforcementStatus, new object?[] { 19L }),
            (NetConSecRuleClass.Platforms, new object?[] { "x" }), (NetConSecRuleClass.Platforms, new object?[] { "6.3" }), (NetConSecRuleClass.Profiles, 4L), (NetConSecRuleClass.Enabled, 2L),
            (NetProtocolPortFilterClass.RemotePort, new object?[] { "49152-65535" }), (NetConSecRuleClass.InboundSecurity, 0L),
        })
        {
            string what = property.Name + " " + (value is object?[] list ? list[0] : value);
            yield return Of("with a rule that requires IPsec, whose " + what, Server.Ready().IPsec("Isolation", (property, value)), Ordinary());
        }

        yield return Of("with a rule that requires IPsec in a tunnel", Server.Ready().IPsec("Isolation", (NetConSecRuleClass.Mode, IPsecMode.Tunnel)), Ordinary());
    }

    private static RandomForm Of(string name, Server server, params DsrService[] asked) => new(name, new Draft.Form(server), [.. asked.Select(each => new FollowedService(each))]);

    private static ServiceBuilder Ordinary() => Server.Service().Clients(Client + "/32");

    /// <summary>The rule for the service is for every address of the server.</summary>
    private static Server Anywhere(Server server) => server.Change(Rule, NetAddressFilterClass.LocalAddress, new object?[] { "Any" });

    private static Server Names(Server server, string asked) => server.Set(DnsClientServerAddressClass.ServerAddresses, new object?[] { asked }, Server.In(DnsClientServerAddressClass.Class, IPFamily.IPv4));

    private static Server WithoutOwn(Server server, uint index) => server.RemoveFrom(CimStore.Active, NetIPAddressClass.Class, Server.On(NetIPAddressClass.Class, index));

    private static Server WithCertificates(RegistryName list, params string[] bindings)
    {
        Server server = Server.Ready().Tcp("0.0.0.0", 444, process: 4).Registry(RegistryNames.TlsAddresses, RegistryType.Texts).Registry(list, RegistryType.Texts, bindings);
        ReadyServer.AddRule(server, "Other", "TCP", "444", Server.Vip);
        return server;
    }

    public static Server FileServer(bool isBound = true)
    {
        Server server = Server.Ready().Tcp("0.0.0.0", 445, process: 4).Tcp("::", 445, process: 4);
        ReadyServer.AddRule(server, "Files", "TCP", "445", Server.Vip);
        return server.Set(NetAdapterBindingClass.Enabled, isBound, (NetAdapterBindingClass.Name, "Loopback"), (NetAdapterBindingClass.ComponentID, "ms_server"));
    }

    private static Server InAzure()
    {
        Server server = Server.Ready().AddService("WindowsAzureGuestAgent", "Running").Tcp(Server.Dip, 443, process: 4);
        ReadyServer.AddRule(server, "Probe", "TCP", "443", Server.Dip);
        return server.Change("Probe", NetAddressFilterClass.RemoteAddress, new object?[] { "168.63.129.16" });
    }

    private static Server WithNames(params string[] addresses)
    {
        Server server = Server.Ready();
        foreach (string address in addresses)
            server.Udp(address, 53).Udp(address, 443);
        ReadyServer.AddRule(server, "Names", "UDP", "53", Server.Vip, Server.Vip6);
        ReadyServer.AddRule(server, "HTTP/3", "UDP", "443", Server.Vip, Server.Vip6);
        return server;
    }
}
