using System;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Servers;

/// <summary>What was done to the real server to make it ready.</summary>
internal static partial class ReadyServer
{
    public static Server From(Server server)
    {
        AddLoopbackAdapter(server, Server.Loopback, "Loopback", @"ROOT\NET\0000");
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
        {
            AddInterface(server, Server.BuiltIn, "Loopback Pseudo-Interface 1", family, metric: 75);
            AddInterface(server, Server.Loopback, "Loopback", family, metric: 254);
            PersistInterface(server, Server.Ethernet, family, send: null, receive: Toggle.Enabled);
            PersistInterface(server, Server.Loopback, family, send: Toggle.Enabled, receive: Toggle.Enabled);
        }

        server.Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet))
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Server.Loopback))
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Server.Loopback));
        AddAddresses(server);
        AddRoutes(server);
        AddNames(server);
        AddRegistry(server);
        AddDnsAnswers(server);
        AddBindings(server, "Ethernet");
        foreach (CimClass @class in new[] { ClusterResourceClass.Class, ClusterNetworkClass.Class, ClusterInterfaceClass.Class })
            server.Fail(@class, CimStore.None, FailureKind.InvalidNamespace);
        AddFirewall(server);
        AddListeners(server);
        return server;
    }

    public static void AddLoopbackAdapter(Server server, uint index, string alias, string instanceId, string componentId = "*msloop")
    {
        AddDevice(server, index, alias, instanceId, componentId);
        AddBindings(server, alias, "ms_tcpip", "ms_tcpip6");
        server.Add(
            NetworkAdapterConfigurationClass.Class,
            CimStore.None,
            (NetworkAdapterConfigurationClass.Index, index + 100),
            (NetworkAdapterConfigurationClass.InterfaceIndex, index),
            (NetworkAdapterConfigurationClass.SettingID, GuidOf(index)),
            (NetworkAdapterConfigurationClass.IPEnabled, true),
            (NetworkAdapterConfigurationClass.TcpipNetbiosOptions, NetBiosOptions.DisableNetbios),
            (NetworkAdapterConfigurationClass.FullDNSRegistrationEnabled, false),
            (NetworkAdapterConfigurationClass.DHCPServer, null),
            (NetworkAdapterConfigurationClass.WINSPrimaryServer, null),
            (NetworkAdapterConfigurationClass.WINSSecondaryServer, null));
    }

    /// <summary>The protocols and services that Windows lists of an adapter, of which those named are bound.</summary>
    public static void AddBindings(Server server, string alias, params string[] bound)
    {
        foreach (string component in new[] { "ms_tcpip", "ms_tcpip6", "ms_msclient", "ms_server", "ms_lltdio", "ms_rspndr", "ms_lldp", "ms_pacer" })
        {
            server.Add(
                NetAdapterBindingClass.Class,
                CimStore.None,
                (NetAdapterBindingClass.InstanceId, alias + "::" + component),
                (NetAdapterBindingClass.Name, alias),
                (NetAdapterBindingClass.ComponentID, component),
                (NetAdapterBindingClass.Enabled, bound.Length == 0 || Array.IndexOf(bound, component) >= 0));
        }
    }

    private static string GuidOf(uint index) => $"{{0C3A7B1E-0000-4000-8000-{index:D12}}}";

    private static void AddDevice(Server server, uint index, string alias, string instanceId, string componentId) => server
        .Add(
            NetAdapterClass.Class,
            CimStore.None,
            (NetAdapterClass.Name, alias),
            (NetAdapterClass.InterfaceGuid, GuidOf(index)),
            (NetAdapterClass.InterfaceIndex, index),
            (NetAdapterClass.InterfaceDescription, "Microsoft KM-TEST Loopback Adapter"),
            (NetAdapterClass.ComponentID, componentId),
            (NetAdapterClass.PnPDeviceID, instanceId),
            (NetAdapterClass.InterfaceOperationalStatus, InterfaceStatus.Up),
            (NetAdapterClass.InterfaceAdminStatus, AdminStatus.Up),
            (NetAdapterClass.State, AdapterState.Started),
            (NetAdapterClass.PermanentAddress, "02004C4F4F50"),
            (NetAdapterClass.NetworkAddresses, new[] { "02004C4F4F50" }),
            (NetAdapterClass.Virtual, false))
        .Add(
            PnPEntityClass.Class,
            CimStore.None,
            (PnPEntityClass.DeviceID, instanceId),
            (PnPEntityClass.HardwareID, new[] { componentId }),
            (PnPEntityClass.ConfigManagerErrorCode, 0));

    public static void AddInterface(Server server, uint index, string alias, IPFamily family, int metric) => server.Add(
        NetIPInterfaceClass.Class,
        CimStore.Active,
        (NetIPInterfaceClass.InterfaceIndex, index),
        (NetIPInterfaceClass.AddressFamily, family),
        (NetIPInterfaceClass.InterfaceAlias, alias),
        (NetIPInterfaceClass.WeakHostSend, Toggle.Disabled),
        (NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled),
        (NetIPInterfaceClass.Forwarding, Toggle.Disabled),
        (NetIPInterfaceClass.Advertising, Toggle.Disabled),
        (NetIPInterfaceClass.Dhcp, Toggle.Disabled),
        (NetIPInterfaceClass.AutomaticMetric, Toggle.Disabled),
        (NetIPInterfaceClass.InterfaceMetric, metric),
        (NetIPInterfaceClass.DadTransmits, 1),
        (NetIPInterfaceClass.ConnectionState, ConnectionState.Connected),
        (NetIPInterfaceClass.NlMtu, 1500));

    public static void AddAddress(Server server, CimStore store, uint index, string alias, string address, int prefixLength, bool skip = false) =>
        server.Add(
            NetIPAddressClass.Class,
            store,
            (NetIPAddressClass.InterfaceIndex, index),
            (NetIPAddressClass.InterfaceAlias, alias),
            (NetIPAddressClass.AddressFamily, address.Contains(':') ? IPFamily.IPv6 : IPFamily.IPv4),
            (NetIPAddressClass.IPAddress, address),
            (NetIPAddressClass.PrefixLength, prefixLength),
            (NetIPAddressClass.AddressState, store == CimStore.Active ? AddressState.Preferred : null),
            (NetIPAddressClass.SkipAsSource, skip),
            (NetIPAddressClass.PrefixOrigin, AddressOrigin.Manual));

    public static void AddRoute(Server server, uint index, string alias, string destination, string nextHop, int metric = 256, CimStore store = CimStore.Active) => server.Add(
        NetRouteClass.Class,
        store,
        (NetRouteClass.InterfaceIndex, index),
        (NetRouteClass.InterfaceAlias, alias),
        (NetRouteClass.AddressFamily, destination.Contains(':') ? IPFamily.IPv6 : IPFamily.IPv4),
        (NetRouteClass.DestinationPrefix, destination),
        (NetRouteClass.NextHop, nextHop),
        (NetRouteClass.RouteMetric, metric));

    private static void PersistInterface(Server server, uint index, IPFamily family, Toggle? send, Toggle? receive) => server.Add(
        NetIPInterfaceClass.Class,
        CimStore.Persistent,
        (NetIPInterfaceClass.InterfaceIndex, index),
        (NetIPInterfaceClass.AddressFamily, family),
        (NetIPInterfaceClass.WeakHostSend, send),
        (NetIPInterfaceClass.WeakHostReceive, receive),
        (NetIPInterfaceClass.Forwarding, null),
        (NetIPInterfaceClass.AutomaticMetric, index == Server.Loopback ? Toggle.Disabled : null),
        (NetIPInterfaceClass.InterfaceMetric, index == Server.Loopback ? 254 : null));

    private static void AddAddresses(Server server)
    {
        AddAddress(server, CimStore.Active, Server.BuiltIn, "Loopback Pseudo-Interface 1", "127.0.0.1", 8);
        AddAddress(server, CimStore.Active, Server.BuiltIn, "Loopback Pseudo-Interface 1", "::1", 128);
        AddAddress(server, CimStore.Active, Server.Loopback, "Loopback", "fe80::4c4f:4f50%12", 64);
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
        {
            AddAddress(server, store, Server.Loopback, "Loopback", Server.Vip, 32, skip: true);
            AddAddress(server, store, Server.Loopback, "Loopback", Server.Vip6, 128, skip: true);
            AddAddress(server, store, Server.Ethernet, "Ethernet", Server.Dip6, 64);
        }

        AddAddress(server, CimStore.Persistent, Server.Ethernet, "Ethernet", Server.Dip, 24);
    }

    private static void AddRoutes(Server server)
    {
        AddRoute(server, Server.Ethernet, "Ethernet", "192.168.11.0/24", "0.0.0.0");
        AddRoute(server, Server.Ethernet, "Ethernet", "192.168.11.11/32", "0.0.0.0");
        AddRoute(server, Server.Ethernet, "Ethernet", "::/0", Server.Gateway6);
        AddRoute(server, Server.Ethernet, "Ethernet", "0.0.0.0/0", Server.Gateway, store: CimStore.Persistent);
        AddRoute(server, Server.Ethernet, "Ethernet", "::/0", Server.Gateway6, store: CimStore.Persistent);
        AddRoute(server, Server.Ethernet, "Ethernet", "2001:db8:11::/64", "::");
        AddRoute(server, Server.Ethernet, "Ethernet", "fe80::/64", "::");
        AddRoute(server, Server.Loopback, "Loopback", "192.168.11.50/32", "0.0.0.0");
        AddRoute(server, Server.Loopback, "Loopback", "2001:db8:11::50/128", "::");
        AddRoute(server, Server.Loopback, "Loopback", "224.0.0.0/4", "0.0.0.0");
        AddRoute(server, Server.Loopback, "Loopback", "255.255.255.255/32", "0.0.0.0");
        AddRoute(server, Server.Loopback, "Loopback", "fe80::/64", "::");
        AddRoute(server, Server.Loopback, "Loopback", "ff00::/8", "::");
        AddRoute(server, Server.BuiltIn, "Loopback Pseudo-Interface 1", "127.0.0.0/8", "0.0.0.0");
    }

    private static void AddNames(Server server) => server
        .Add(
            DnsClientClass.Class,
            CimStore.None,
            (DnsClientClass.InterfaceIndex, Server.Loopback),
            (DnsClientClass.InterfaceAlias, "Loopback"),
            (DnsClientClass.RegisterThisConnectionsAddress, false),
            (DnsClientClass.UseSuffixWhenRegistering, false))
        .Add(
            DnsClientClass.Class,
            CimStore.None,
            (DnsClientClass.InterfaceIndex, Server.BuiltIn),
            (DnsClientClass.InterfaceAlias, "Loopback Pseudo-Interface 1"),
            (DnsClientClass.RegisterThisConnectionsAddress, true),
            (DnsClientClass.UseSuffixWhenRegistering, false))
        .Add(
            ComputerSystemClass.Class,
            CimStore.None,
            (ComputerSystemClass.Name, "SRV19A"),
            (ComputerSystemClass.DNSHostName, "srv19a"),
            (ComputerSystemClass.Domain, "lab.example"),
            (ComputerSystemClass.PartOfDomain, true),
            (ComputerSystemClass.Manufacturer, "Microsoft Corporation"))
        .Add(
            ServiceClass.Class,
            CimStore.None,
            (ServiceClass.Name, "NetSetupSvc"),
            (ServiceClass.State, "Stopped"),
            (ServiceClass.StartMode, "Manual"),
            (ServiceClass.ProcessId, 0),
            (ServiceClass.PathName, @"C:\Windows\System32\svchost.exe -k netsvcs -p"))
        .Add(ProcessClass.Class, CimStore.None, (ProcessClass.ProcessId, 4), (ProcessClass.ExecutablePath, null))
        .Add(ProcessClass.Class, CimStore.None, (ProcessClass.ProcessId, 700), (ProcessClass.ExecutablePath, @"C:\Windows\System32\svchost.exe"))
        .Set(OperatingSystemClass.WindowsDirectory, @"C:\Windows")
        .Set(DnsClientClass.RegisterThisConnectionsAddress, true, Server.On(DnsClientClass.Class, Server.Ethernet));

    /// <summary>Every value that is asked for, of which there is none but the certificate of IIS: so it is on a server that nobody set up for this.</summary>
    private static void AddRegistry(Server server)
    {
        // IIS has bound a certificate to every address.
        string[] certificates = ["0.0.0.0:443", "[::]:443"];
        foreach (RegistryName name in RegistryNames.All)
        {
            server.Add(
                RegistryValueClass.Class,
                CimStore.None,
                (RegistryValueClass.Hive, RegistryName.Hive),
                (RegistryValueClass.Key, name.Key),
                (RegistryValueClass.Name, name.Value),
                (RegistryValueClass.Type, name == RegistryNames.TlsAddresses ? RegistryType.Texts : null),
                (RegistryValueClass.Data, name == RegistryNames.TlsAddresses ? certificates : null));
        }
    }

    private static void AddDnsAnswers(Server server)
    {
        foreach ((DnsRecordType type, string address) in new[] { (DnsRecordType.A, Server.Dip), (DnsRecordType.Aaaa, Server.Dip6) })
        {
            server.Add(
                DnsAnswerClass.Class,
                CimStore.None,
                (DnsAnswerClass.Name, "srv19a.lab.example"),
                (DnsAnswerClass.Type, type),
                (DnsAnswerClass.Server, Server.Gateway),
                (DnsAnswerClass.Status, DnsStatus.NoError),
                (DnsAnswerClass.Addresses, new[] { address }));
        }
    }

    private static void AddListeners(Server server)
    {
        foreach (string address in new[] { "0.0.0.0", "::" })
        {
            server.Add(
                NetTcpConnectionClass.Class,
                CimStore.None,
                (NetTcpConnectionClass.LocalAddress, address),
                (NetTcpConnectionClass.LocalPort, 443),
                (NetTcpConnectionClass.State, TcpState.Listen),
                (NetTcpConnectionClass.OwningProcess, 4));
        }

        server.Add(
            SiteBindingClass.Class,
            CimStore.None,
            (SiteBindingClass.Site, "Default Web Site"),
            (SiteBindingClass.Protocol, "https"),
            (SiteBindingClass.Address, "*"),
            (SiteBindingClass.Port, 443));
        server.Add(
            HttpCertificateClass.Class,
            CimStore.None,
            (HttpCertificateClass.Binding, "0.0.0.0:443"),
            (HttpCertificateClass.Hash, "0102AB"),
            (HttpCertificateClass.NotAfter, (uint)1_826_848_800));
        server.Add(SmbServerConfigurationClass.Class, CimStore.None, (SmbServerConfigurationClass.EnableMultiChannel, true), (SmbServerConfigurationClass.EnableStrictNameChecking, true));
        server.Add(SmbServerNetworkInterfaceClass.Class, CimStore.None, (SmbServerNetworkInterfaceClass.IpAddress, Server.Dip));
        server.Collected(NetUdpEndpointClass.Class).Collected(NetNeighborClass.Class, CimStore.Active);
    }
}
