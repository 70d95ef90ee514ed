using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Checks.Listeners;
using DsrReadiness.Tests.Checks.VirtualAddresses;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Documentation;

/// <summary>The situations of the page of symptoms, in its order. Each is one fault of a server that is ready but for it.</summary>
internal static class Symptoms
{
    private const uint Second = 9;
    private static readonly (CimProperty, object) s_default = (NetRouteClass.DestinationPrefix, "0.0.0.0/0");
    private static readonly (CimProperty, object) s_own = (NetIPAddressClass.IPAddress, Server.Dip);

    public static IReadOnlyList<Symptom> All { get; } = [.. NoAnswer(), .. NoMore(), .. Sometimes(), .. OfTheBalancer(), .. OfWindows()];

    private static IEnumerable<Symptom> NoAnswer()
    {
        yield return Of("nothing for the VIP arrives at the server, or the balancer has no MAC address for it", Ready().SetIn(CimStore.Active, NetIPAddressClass.AddressState, AddressState.Duplicate, s_own));
        yield return Of("the network card says \"Disconnected\" or \"Network cable unplugged\"", Ready().SetIn(
            CimStore.Active, NetIPInterfaceClass.ConnectionState, ConnectionState.Disconnected, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)));
        yield return Of("the network card has a 169.254 address and no other", Ready().SetIn(CimStore.Active, NetIPAddressClass.IPAddress, "169.254.7.7", s_own)
            .SetIn(CimStore.Active, NetIPAddressClass.PrefixLength, 16, (NetIPAddressClass.IPAddress, "169.254.7.7")).Remove(NetRouteClass.Class, s_default));
        yield return Of("packets for the VIP arrive at the server, and nothing happens", StrongOn(Ready(), Server.Ethernet, IPFamily.IPv4, NetIPInterfaceClass.WeakHostReceive));
        yield return Of("the VIP is not in `ipconfig /all`", Ready().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip)).Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, Server.Vip + "/32")));
        yield return Of("`Get-NetIPAddress` shows the VIP as Tentative or Duplicate", Ready().SetIn(CimStore.Active, NetIPAddressClass.AddressState, AddressState.Duplicate, (NetIPAddressClass.IPAddress, Server.Vip)));
        yield return Of("the loopback adapter has an error in Device Manager, or is disabled", Ready().Set(NetAdapterClass.State, AdapterState.Disabled, Server.On(NetAdapterClass.Class, Server.Loopback)));
        yield return Of("the server accepts connections by its own address, not by the VIP", Bound(Ready(), process: 99));
        yield return Of("so does IIS, whatever its bindings say", Bound(Ready(), process: 4).Registry(RegistryNames.ListenOnlyList, RegistryType.Texts, Server.Dip));
        yield return Of("the connection opens, and the TLS handshake fails", Ready().Registry(RegistryNames.TlsAddresses, RegistryType.Texts, Server.Dip + ":443"));
        yield return Of("file shares open by the server's own name and address, not by the VIP", WithFileServer(Ready()), Server.Service().Ports("tcp/445"));
        yield return Of("SYN arrives, SYN/ACK never leaves", StrongOn(Ready(), Server.Loopback, IPFamily.IPv4, NetIPInterfaceClass.WeakHostSend));
        yield return Of("SYN/ACK leaves toward the balancer", Ready().Set(NetRouteClass.NextHop, Server.Balancer, s_default));
        yield return Of("`route print` shows no default route", Ready().Remove(NetRouteClass.Class, s_default));
        yield return Of("the default gateway of the server is its own address", Ready().Set(NetRouteClass.NextHop, Server.Dip, s_default));
        yield return Of("the default gateway of the server is the VIP", Ready().Set(NetRouteClass.NextHop, Server.Vip, s_default));
        yield return Of("it works with the firewall off", Ready().Set(NetFirewallRuleClass.Enabled, RuleEnabled.False));
        yield return Of("it stopped when Windows called the network Public", Ready().Set(NetFirewallRuleClass.Profiles, FirewallProfiles.Domain | FirewallProfiles.Private)
            .Set(NetConnectionProfileClass.NetworkCategory, NetworkCategory.Public, Server.On(NetConnectionProfileClass.Class, Server.Ethernet)));
        yield return Of("a rule allows the port, and it is closed all the same", Ready().Profile(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False));
        yield return Of("TCP works, UDP does not", WithNames(Ready()), Server.Service().Ports("tcp/443", "udp/53"));
        yield return Of("IPv4 works, IPv6 does not", StrongOn(Ready(), Server.Ethernet, IPFamily.IPv6, NetIPInterfaceClass.WeakHostReceive), Server.Service().DualStack());
    }

    private static IEnumerable<Symptom> NoMore()
    {
        yield return Of("gone after a restart", Ready().RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip)));
        yield return Of("after a restart the VIP is there, and packets for it are dropped", Ready().SetIn(
            CimStore.Persistent, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)));
        yield return Of("the server's own address or gateway is gone after a restart", Ready().Set(NetIPAddressClass.PrefixOrigin, AddressOrigin.Manual, s_own)
            .SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)).RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, s_own));
        yield return Of("gone after an upgrade of Windows", Ready().WithoutLoopback());
        yield return Of("gone after a virtual switch or a team was made", NewSwitch());
    }

    private static IEnumerable<Symptom> Sometimes()
    {
        yield return Of("all traffic goes to one server, past the balancer", Ready().Move(Server.Vip, Server.Ethernet));
        yield return Of("the server's own name leads to the VIP", Ready().Set(DnsAnswerClass.Addresses, new[] { Server.Dip, Server.Vip }, (DnsAnswerClass.Type, DnsRecordType.A)));
        yield return Of("the name of the domain leads to the balancer", Ready().Set(OperatingSystemClass.ProductType, 2));
        yield return Of("the server's own connections hang", Ready().Move(Server.Vip, Server.Ethernet).Move(Server.Dip, Server.Ethernet)
            .SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, true, s_own).SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, false, (NetIPAddressClass.IPAddress, Server.Vip)), Server.Service().Environment(DsrEnvironment.Cluster));
        yield return Of("the server does not reach a part of its own network", Ready().SetIn(CimStore.Active, NetIPAddressClass.PrefixLength, 25, (NetIPAddressClass.IPAddress, Server.Vip)).WithRoute(Server.Loopback, "192.168.11.0/25"));
        yield return Of("it began when a second network card was given a gateway", Ready().AddNic(Second, "Storage", "10.9.0.11", 24).AddRoute(Second, "Storage", "0.0.0.0/0", "10.9.0.1", metric: 512));
        yield return Of("discovery, multicast or broadcast of the server is not heard", Ready().WithMetric(Server.Loopback, 5));
    }

    private static IEnumerable<Symptom> OfTheBalancer()
    {
        yield return Of("the server is down, though it answers", Ready().Rule("Probe"), Server.Service().Probe($"tcp/{Server.Dip}:8080"));
        yield return Of("the same, and the probe's port is open on the server itself", Ready().Tcp("0.0.0.0", 8080), Server.Service().Probe($"tcp/{Server.Dip}:8080"));
        yield return Of("the server is up, though it does not answer", Ready().Rule("Probe"), Server.Service().Probe($"icmp/{Server.Dip}"));
    }

    private static IEnumerable<Symptom> OfWindows()
    {
        yield return Of("169.254 addresses on the loopback", Ready().AddAddress(CimStore.Active, Server.Loopback, "Loopback", "169.254.83.107", 16));
        yield return Of("NetBIOS announces the VIP under the server's name", Ready().Set(NetworkAdapterConfigurationClass.TcpipNetbiosOptions, NetBiosOptions.EnableNetbios, Server.On(NetworkAdapterConfigurationClass.Class, Server.Loopback)));
    }

    private static Server Ready() => Server.Ready();

    private static Symptom Of(string seen, Server server, DsrService? service = null) => new(seen, server, service ?? Server.Service());

    private static Server StrongOn(Server server, uint index, IPFamily family, CimProperty toggle) =>
        server.SetIn(CimStore.Active, toggle, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, index), Server.In(NetIPInterfaceClass.Class, family));

    /// <summary>What listens is bound to the server's own address.</summary>
    private static Server Bound(Server server, int process)
    {
        server.Rows(NetTcpConnectionClass.Class).Clear();
        return server.Tcp(Server.Dip, 443, process: process).Add(ProcessClass.Class, CimStore.None, (ProcessClass.ProcessId, 99), (ProcessClass.ExecutablePath, @"C:\app.exe"));
    }

    private static Server WithFileServer(Server server)
    {
        ReadyServer.AddRule(server, "Files", "TCP", "445", Server.Vip);
        return server.Tcp("0.0.0.0", 445, process: 4);
    }

    private static Server WithNames(Server server)
    {
        ReadyServer.AddRule(server, "Names", "UDP", "53", Server.Vip);
        return server.Udp("0.0.0.0", 53);
    }

    /// <summary>A virtual switch takes the address of the NIC that it is made on, and starts as a strong host.</summary>
    private static Server NewSwitch()
    {
        Server server = Ready().RemoveInterface(Server.Ethernet).AddNic(Second, "vEthernet (Ethernet)", Server.Dip, 24);
        return server.AddRoute(Second, "vEthernet (Ethernet)", "0.0.0.0/0", Server.Gateway)
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Second));
    }
}
