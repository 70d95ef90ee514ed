using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Services;
using static DsrReadiness.Robustness.Tests.Growing.Dimension;

namespace DsrReadiness.Robustness.Tests.Growing;

/// <summary>Everything of which a server or a service may have any number, one at a time, and the pairs that meet one another.</summary>
internal static class Dimensions
{
    private static readonly (string, string?, string) s_loopbackRoute = ("MSFT_NetRoute", "Active",
        """{"InterfaceIndex":12,"InterfaceAlias":"Loopback","AddressFamily":2,"DestinationPrefix":"{ip}/32","NextHop":"0.0.0.0","RouteMetric":256,"InterfaceMetric":15}""");

    private static readonly (string, string?, string) s_nicRoute = ("MSFT_NetRoute", "Active",
        """{"InterfaceIndex":7,"InterfaceAlias":"Ethernet","AddressFamily":2,"DestinationPrefix":"{ip}/32","NextHop":"192.168.11.1","RouteMetric":256,"InterfaceMetric":15}""");

    private static readonly (string, string?, string)[] s_adapter =
    [
        ("MSFT_NetAdapter", null, """{"Name":"Ethernet {index}","InterfaceGuid":"{{hex}-72EB-4DA6-B543-0341FC0B613F}","InterfaceIndex":{index},"InterfaceDescription":"x","ComponentID":"*MSLOOP","PnPDeviceID":"ROOT\\NET\\{index}","InterfaceOperationalStatus":1,"InterfaceAdminStatus":1,"State":2}"""),
        ("MSFT_NetIPInterface", "Active", """{"InterfaceIndex":{index},"AddressFamily":2,"InterfaceAlias":"Ethernet {index}","WeakHostSend":1,"WeakHostReceive":1,"Forwarding":0,"Advertising":0,"Dhcp":0,"AutomaticMetric":1,"InterfaceMetric":15,"DadTransmits":1,"ConnectionState":1,"NlMtu":1500}"""),
        ("MSFT_NetIPInterface", "Persistent", """{"InterfaceIndex":{index},"AddressFamily":2,"WeakHostSend":1,"WeakHostReceive":1,"Forwarding":null}"""),
        ("MSFT_NetIPAddress", "Active", """{"InterfaceIndex":{index},"InterfaceAlias":"Ethernet {index}","AddressFamily":2,"IPAddress":"{ip}","PrefixLength":32,"AddressState":4,"SkipAsSource":true,"PrefixOrigin":1}"""),
        ("MSFT_NetAdapterBindingSettingData", null, """{"InstanceID":"Ethernet {index}::ms_server","Name":"Ethernet {index}","ComponentID":"ms_server","Enabled":true}"""),
        ("Win32_PnPEntity", null, """{"DeviceID":"ROOT\\NET\\{index}","HardwareID":["*msloop"],"ConfigManagerErrorCode":0}"""),
        ("Win32_NetworkAdapterConfiguration", null, """{"Index":{index},"InterfaceIndex":{index},"SettingID":"{{hex}-72EB-4DA6-B543-0341FC0B613F}","IPEnabled":true,"TcpipNetbiosOptions":0,"FullDNSRegistrationEnabled":true}"""),
        ("MSFT_DNSClient", null, """{"InterfaceIndex":{index},"InterfaceAlias":"Ethernet {index}","RegisterThisConnectionsAddress":true,"UseSuffixWhenRegistering":false}"""),
        ("MSFT_NetConnectionProfile", null, """{"InterfaceIndex":{index},"InterfaceAlias":"Ethernet {index}","NetworkCategory":2}"""),
    ];

    private static readonly (string, string?, string) s_defaultRoutes = ("MSFT_NetRoute", "Active",
        """{"InterfaceIndex":{index},"InterfaceAlias":"Ethernet {index}","AddressFamily":2,"DestinationPrefix":"0.0.0.0/0","NextHop":"192.168.11.1","RouteMetric":256,"InterfaceMetric":15}""");

    private static readonly (string, string?, string) s_defaultRoute = ("MSFT_NetRoute", "Active",
        """{"InterfaceIndex":12,"InterfaceAlias":"Loopback","AddressFamily":2,"DestinationPrefix":"0.0.0.0/0","NextHop":"{ip}","RouteMetric":256,"InterfaceMetric":15}""");

    private static readonly (string, string?, string) s_dnsServers = ("MSFT_DNSClientServerAddress", null, """{"InterfaceIndex":7,"InterfaceAlias":"Ethernet","AddressFamily":2,"ServerAddresses":[*"{ip}"*]}""");

    private static readonly (string, string?, string) s_listener = ("MSFT_NetTCPConnection", null, """{"LocalAddress":"{ip}","LocalPort":443,"State":2,"OwningProcess":{index}}""");

    private static readonly (string, string?, string) s_neighbour = ("MSFT_NetNeighbor", null,
        """{"InterfaceIndex":7,"InterfaceAlias":"Ethernet","AddressFamily":2,"IPAddress":"{ip}","LinkLayerAddress":"{mac}","State":4}""");

    public static Dimension[] All { get; } =
    [
        new("addresses of the traffic interface", Address(7, "Ethernet", "{ip}", 24)),
        new("addresses of the loopback", Address(12, "Loopback", "{ip}", 24), ("MSFT_NetIPAddress", "Persistent", """{"InterfaceIndex":12,"InterfaceAlias":"Loopback","AddressFamily":2,"IPAddress":"{ip}","PrefixLength":24,"AddressState":null,"SkipAsSource":true,"PrefixOrigin":1}""")),
        new("routes of the loopback", s_loopbackRoute),
        new("routes of the traffic interface", s_nicRoute),
        new("IPv6 routes of the loopback", ("MSFT_NetRoute", "Active", """{"InterfaceIndex":12,"InterfaceAlias":"Loopback","AddressFamily":23,"DestinationPrefix":"{v6}/128","NextHop":"::","RouteMetric":256,"InterfaceMetric":15}""")),
        new("default routes of the loopback", s_defaultRoute),
        new("routes and addresses of the loopback", s_loopbackRoute, Address(12, "Loopback", "{ip11}", 32)),
        new("routes of the loopback to addresses of it", s_loopbackRoute, Address(12, "Loopback", "{ip}", 32)),
        new("routes of both interfaces", s_loopbackRoute, s_nicRoute),
        new("loopback adapters", s_adapter),
        new("network adapters", [.. s_adapter.Select(each => (each.Item1, each.Item2, each.Item3.Replace("*MSLOOP", "VMBUS", StringComparison.Ordinal).Replace("*msloop", "VMBUS", StringComparison.Ordinal)))]),
        new("adapters with a default route", [.. s_adapter, s_defaultRoutes]),
        new("adapters with the VIP", [.. s_adapter.Select(each => (each.Item1, each.Item2, each.Item3.Replace("{ip}", "192.168.11.50", StringComparison.Ordinal)))]),
        new("rules of other ports", Rule("""["{port}"]""", """["Any"]""", """["10.0.0.0/8"]""", """["Any"]""")),
        new("rules of the port", Rule("""["443"]""", """["192.168.11.50"]""", """["{ip}"]""", """["Any"]""")),
        new("block rules of the port", [.. Rule("""["443"]""", """["Any"]""", """["{ip}"]""", """["Any"]""").Select(each => (each.Item1, each.Item2, each.Item3.Replace("\"Action\":2", "\"Action\":4", StringComparison.Ordinal)))]),
        new("rules of an interface", Rule("""["443"]""", """["Any"]""", """["10.0.0.0/8"]""", """["Ethernet {index}"]""")),
        new("adapters with a rule each", [.. s_adapter, .. Rule("""["443"]""", """["Any"]""", """["10.0.0.0/8"]""", """["Ethernet {index}"]""")]),
        new("ports of a rule", Rule("""[*"{port}"*]""", """["Any"]""", """["Any"]""", """["Any"]""")) { Largest = 32_000 },
        new("ports of a rule of a range of ports", Rule("""[*"{port}"*]""", """["Any"]""", """["Any"]""", """["Any"]""")) { Largest = 32_000, Service = _ => SomeService(ports: ["tcp/1000-65000"]) },
        new("rules of a port each of a range of ports", Rule("""["{port}"]""", """["Any"]""", """["Any"]""", """["Any"]""")) { Largest = 32_000, Service = _ => SomeService(ports: ["tcp/1000-65000"]) },
        new("remote addresses of a rule", Rule("""["443"]""", """["Any"]""", """[*"{ip}"*]""", """["Any"]""")),
        new("local addresses of a rule", Rule("""["443"]""", """[*"{ip}"*]""", """["Any"]""", """["Any"]""")),
        new("interfaces of a rule", Rule("""["443"]""", """["Any"]""", """["Any"]""", """[*"Ethernet {i}"*]""")),
        new("listeners", s_listener),
        new("listeners on addresses of the loopback", s_listener, Address(12, "Loopback", "{ip}", 32)),
        new("UDP endpoints", ("MSFT_NetUDPEndpoint", null, """{"LocalAddress":"{ip}","LocalPort":53,"OwningProcess":{index}}""")) { Service = _ => SomeService(ports: ["udp/53"]) },
        new("processes", ("Win32_Process", null, """{"ProcessId":{index},"ExecutablePath":"C:\\\\Programs\\\\{i}.exe"}""")),
        new("Windows services", ("Win32_Service", null, """{"Name":"svc{i}","State":"Running","StartMode":"Auto"}""")),
        new("neighbours", s_neighbour),
        new("neighbours with the VIP", ("MSFT_NetNeighbor", null, """{"InterfaceIndex":7,"InterfaceAlias":"Ethernet","AddressFamily":2,"IPAddress":"192.168.11.50","LinkLayerAddress":"{mac}","State":4}""")),
        new("bindings", ("MSFT_NetAdapterBindingSettingData", null, """{"InstanceID":"Loopback::c{i}","Name":"Loopback","ComponentID":"c{i}","Enabled":true}""")),
        new("network profiles of an interface", ("MSFT_NetConnectionProfile", null, """{"InterfaceIndex":7,"InterfaceAlias":"Ethernet","NetworkCategory":2}""")),
        new("DNS servers", s_dnsServers),
        new("DNS servers of the loopback", ("MSFT_DNSClientServerAddress", null, """{"InterfaceIndex":12,"InterfaceAlias":"Loopback","AddressFamily":2,"ServerAddresses":[*"{ip}"*]}""")),
        new("DNS answers", ("DnsAnswer", null, """{"Name":"srv19a.lab.example","Type":1,"Server":"192.168.11.1","Status":0,"Addresses":[*"{ip}"*]}""")),
        new("addresses that HTTP.sys listens on", ("RegistryValue", null, """{"Hive":"HKLM","Key":"SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters","Name":"ListenOnlyList","Type":7,"Data":[*"{ip}"*]}""")),
        new("cluster networks", ("MSCluster_Network", null, """{"Name":"Cluster Network {i}","Role":1}"""), ("MSCluster_NetworkInterface", null, """{"AdapterId":"{i}","Network":"Cluster Network {i}"}""")),
        new("cluster resources", ("MSCluster_Resource", null, """{"Name":"res {i}","Type":"IP Address","State":2,"PrivateProperties":{"Address":"{ip}"}}""")),
        new("ports of the service") { Size = 100, Largest = 32_000, Service = n => SomeService(ports: Numbers(n + 1).Select(i => $"tcp/{i * 2 + 1}")) },
        new("ports of the service with a rule each", Rule("""["{port}"]""", """["Any"]""", """["Any"]""", """["Any"]""")) { Size = 100, Largest = 32_000, Service = n => SomeService(ports: Numbers(n + 1).Select(i => Numbered("tcp/{port}", i))) },
        new("VIPs") { Size = 50, Service = Vips },
        new("VIPs that the server has", Address(12, "Loopback", "{ip}", 32)) { Size = 50, Service = Vips },
        new("VIPs with a listener each", s_listener) { Size = 50, Service = Vips },
        new("VIPs with a route each", s_loopbackRoute) { Size = 50, Service = Vips },
        new("VIPs with a rule each", Rule("""["443"]""", """["{ip}"]""", """["Any"]""", """["Any"]""")) { Size = 50, Service = Vips },
        new("clients") { Service = n => SomeService(clients: Numbers(n + 1).Select(i => Dimension.Address(i) + "/32")) },
        new("clients with a route of the loopback each", s_loopbackRoute) { Service = n => SomeService(clients: Numbers(n + 1).Select(i => Dimension.Address(i) + "/32")) },
        new("clients with a route of the traffic interface each", s_nicRoute) { Service = n => SomeService(clients: Numbers(n + 1).Select(i => Dimension.Address(i) + "/32")) },
        new("DNS servers and routes of the loopback to them", s_dnsServers, s_loopbackRoute),
        new("DNS servers and addresses of the traffic interface", s_dnsServers, Address(7, "Ethernet", "{ip11}", 24, skipAsSource: false)),
        new("default routes and routes of the loopback", s_defaultRoute, s_loopbackRoute),
        new("balancers with a neighbour each", s_neighbour) { Service = n => SomeService(balancers: Numbers(n + 1).Select(Dimension.Address)) },
        new("VIPs with a neighbour each", s_neighbour) { Size = 50, Service = Vips },
        new("balancers") { Service = n => SomeService(balancers: Numbers(n + 1).Select(Dimension.Address)) },
    ];

    private static DsrService Vips(int count) => SomeService(vips: Numbers(count + 1).Select(Dimension.Address));

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    private static (string, string?, string) Address(int index, string alias, string address, int length, bool skipAsSource = true) => ("MSFT_NetIPAddress", "Active",
        $$"""{"InterfaceIndex":{{index}},"InterfaceAlias":"{{alias}}","AddressFamily":2,"IPAddress":"{{address}}","PrefixLength":{{length}},"AddressState":4,"SkipAsSource":{{(skipAsSource ? "true" : "false")}},"PrefixOrigin":1}""");

    /// <summary>A rule has one row in each of eight classes; in a list of values there is one rule alone.</summary>
    private static (string, string?, string)[] Rule(string localPort, string localAddress, string remoteAddress, string interfaces)
    {
        bool isOne = (localPort + localAddress + remoteAddress + interfaces).Contains("[*", StringComparison.Ordinal);
        return new (string, string?, string)[]
        {
            ("MSFT_NetFirewallRule", null, """{"InstanceID":"R{i}","ElementName":"rule {i}","RuleGroup":null,"Enabled":1,"Direction":1,"Action":2,"Profiles":0,"PolicyStoreSourceType":1,"Owner":null}"""),
            ("MSFT_NetAddressFilter", null, $$"""{"InstanceID":"R{i}","LocalAddress":{{localAddress}},"RemoteAddress":{{remoteAddress}}}"""),
            ("MSFT_NetProtocolPortFilter", null, $$"""{"InstanceID":"R{i}","Protocol":"TCP","LocalPort":{{localPort}},"RemotePort":["Any"],"IcmpType":["Any"]}"""),
            ("MSFT_NetApplicationFilter", null, """{"InstanceID":"R{i}","AppPath":null,"Package":null}"""),
            ("MSFT_NetServiceFilter", null, """{"InstanceID":"R{i}","ServiceName":null}"""),
            ("MSFT_NetInterfaceFilter", null, $$"""{"InstanceID":"R{i}","InterfaceAlias":{{interfaces}}}"""),
            ("MSFT_NetInterfaceTypeFilter", null, """{"InstanceID":"R{i}","InterfaceType":0}"""),
            ("MSFT_NetNetworkLayerSecurityFilter", null, """{"InstanceID":"R{i}","Authentication":0,"Encryption":0,"OverrideBlockRules":false,"LocalUsers":null,"RemoteUsers":null,"RemoteMachines":null}"""),
        }.Select(each => isOne && !each.Item3.Contains("[*", StringComparison.Ordinal) ? (each.Item1, each.Item2, Dimension.Once + each.Item3) : each).ToArray();
    }
}
