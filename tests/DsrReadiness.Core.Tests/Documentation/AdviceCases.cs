using System;
using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Checks.Listeners;
using DsrReadiness.Tests.Checks.VirtualAddresses;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Documentation;

/// <summary>A server on which a check gives an advice.</summary>
internal sealed record AdviceCase(string Id, Func<Server, Server> Change, DsrService Service, CheckInputs? Inputs = null)
{
    /// <summary>What the check says.</summary>
    public CheckResult Ask()
    {
        Check check = Assert.Single(Catalogue.All.Checks, each => each.Info.Id == Id);
        return Assert.Single(new CheckRunner(new Catalogue(check)).Run(Change(Server.Ready()).Build(), Service, Inputs ?? CheckInputs.None).Results);
    }
}

/// <summary>Every advice that has a command, each on a server that is ready but for one thing.</summary>
internal static class AdviceCases
{
    private const uint Other = 9;
    private const string Second = "192.168.11.51";
    private static readonly (CimProperty, object) s_ethernet = Server.On(NetAdapterClass.Class, Server.Ethernet);
    private static readonly (CimProperty, object) s_loopback = Server.On(NetAdapterClass.Class, Server.Loopback);
    private static readonly (CimProperty, object) s_onLoopback = Server.On(NetIPInterfaceClass.Class, Server.Loopback);
    private static readonly (CimProperty, object) s_vip = VipServers.Is(Server.Vip);
    private static readonly (CimProperty, object) s_everywhere = (NetRouteClass.DestinationPrefix, "0.0.0.0/0");

    public static IReadOnlyList<AdviceCase> All { get; } =
    [
        // H
        Of("H01", server => server.AddRoute(Server.Loopback, "Loopback", "203.0.113.64/26", "0.0.0.0"), Server.Service().Clients("203.0.113.0/24")),
        Of("H01", server => server.AddRoute(13, "Loopback 2", "0.0.0.0/0", Server.Gateway, metric: 0).WithKmTest(13)),
        Of("H01", server => server.Set(NetRouteClass.NextHop, Server.Balancer, s_everywhere)),
        Of("H01", server => server.Remove(NetRouteClass.Class, s_everywhere)),
        Of("H01", server => server.AddNic(Other, "Ethernet 2", "10.0.0.11", 24).AddRoute(Other, "Ethernet 2", "0.0.0.0/0", "10.0.0.1", metric: 1)),
        Of("H01", server => server.Remove(NetRouteClass.Class, s_everywhere).AddNic(Other, "Ethernet 2", "10.0.0.11", 24).AddRoute(Other, "Ethernet 2", "0.0.0.0/0", "10.0.0.1")),
        Of("H01", server => server.AddNeighbor(Server.Gateway, "00-00-00-00-00-00", NeighborState.Unreachable)),
        Of("H01", server => server, Server.Service().Balancers("203.0.113.5").Probe($"tcp/{Server.Dip}:443").Clients("192.168.11.0/24").Interface("Ethernet"), server => server.Remove(NetRouteClass.Class, s_everywhere)),
        Of("H04", server => server.Set(PnPEntityClass.ConfigManagerErrorCode, 14)),
        Of("H04", server => server.Set(PnPEntityClass.ConfigManagerErrorCode, 21)),
        Of("H05", server => server.Set(ServiceClass.StartMode, "Disabled", (ServiceClass.Name, "NetSetupSvc"))),
        Of("H07", server => server.Succeed(ClusterResourceClass.Class).Succeed(ClusterNetworkClass.Class).Succeed(ClusterInterfaceClass.Class).Add(
            ClusterResourceClass.Class, CimStore.None, (ClusterResourceClass.Name, "Files"), (ClusterResourceClass.Type, "IP Address"), (ClusterResourceClass.State, 2))),
        Of("H09", server => server.Set(NetAdapterClass.State, AdapterState.Disabled, s_ethernet)),
        Of("H09", server => server.SetIn(CimStore.Active, NetIPAddressClass.AddressState, AddressState.Duplicate, VipServers.Is(Server.Dip))),
        Of("H10", server => Manual(server).RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, VipServers.Is(Server.Dip))),
        Of("H10", server => Manual(server).RemoveFrom(CimStore.Persistent, NetRouteClass.Class, s_everywhere)),
        Of("H10", server => Manual(server).Add(
            NetRouteClass.Class, CimStore.Persistent, (NetRouteClass.InterfaceIndex, Server.Ethernet), (NetRouteClass.DestinationPrefix, "0.0.0.0/0"), (NetRouteClass.NextHop, Server.Balancer))),

        // A
        Of("A01", server => server.WithoutLoopback()),
        Of("A02", server => server.AddKmTest(13, "Loopback 2", @"ROOT\NET\0001").WithVip(13, "Loopback 2", Second, 32), Server.Service().Vips(Server.Vip, Second)),
        Of("A03", server => server.Set(NetAdapterClass.State, AdapterState.Disabled, s_loopback)),
        Of("A03", server => server.Set(NetAdapterClass.InterfaceOperationalStatus, InterfaceStatus.Down, s_loopback)),
        Of("A03", server => server.Set(PnPEntityClass.ConfigManagerErrorCode, 21)),
        Of("A03", server => server.Set(PnPEntityClass.ConfigManagerErrorCode, 14)),
        Of("A06", server => server.Set(NetAdapterBindingClass.Enabled, true, (NetAdapterBindingClass.Name, "Loopback"), (NetAdapterBindingClass.ComponentID, "ms_server"))),
        Of("A06", server => server, Server.Service().Ports("tcp/445")),
        Of("A07", server => server.Set(NetworkAdapterConfigurationClass.TcpipNetbiosOptions, NetBiosOptions.EnableNetbiosViaDhcp, (NetworkAdapterConfigurationClass.InterfaceIndex, Server.Loopback))),
        Of("A08", server => server.SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Enabled, s_onLoopback)),
        Of("A08", server => server.AddAddress(CimStore.Active, Server.Loopback, "Loopback", "169.254.0.1", 16)),

        // V
        Of("V01", server => server.Remove(NetIPAddressClass.Class, s_vip)),
        Of("V01", server => server.Move(Server.Vip, Server.Ethernet)),
        Of("V01", server => server.WithoutLoopback()),
        Of("V02", server => server.Set(NetIPAddressClass.PrefixLength, 24, s_vip)),
        Of("V03", server => server.AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", Server.Vip, 32)),
        Of("V03", server => server.AddAddress(CimStore.Persistent, Other, "Spare", Server.Vip, 32)),
        Of("V04", server => server.SetIn(CimStore.Active, NetIPAddressClass.AddressState, AddressState.Invalid, s_vip)),
        Of("V04", server => server.SetIn(CimStore.Active, NetIPAddressClass.AddressState, AddressState.Deprecated, s_vip)),
        Of("V04", server => server.SetIn(CimStore.Active, NetIPAddressClass.AddressState, AddressState.Duplicate, s_vip)),
        Of("V05", server => server.RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, s_vip)),
        Of("V06", server => server.Set(NetIPAddressClass.SkipAsSource, false, s_vip)),
        Of("V07", server => server.AddAddress(CimStore.Active, Server.Loopback, "Loopback", "10.1.2.3", 24)),
        Of("V07", server => server.WithVip(Server.Loopback, "Loopback", Second, 32), Server.Service().DualStack()) with { Inputs = new CheckInputs(otherServices: []) },
        Of("V08", server => server.AddRoute(Server.Loopback, "Loopback", "0.0.0.0/0", Server.Gateway)),
        Of("V09", server => server.Add(
            DnsClientServerAddressClass.Class,
            CimStore.None,
            (DnsClientServerAddressClass.InterfaceIndex, Server.Loopback),
            (DnsClientServerAddressClass.InterfaceAlias, "Loopback"),
            (DnsClientServerAddressClass.AddressFamily, IPFamily.IPv4),
            (DnsClientServerAddressClass.ServerAddresses, new[] { "192.168.11.53" }))),
        Of("V10", server => server.AddRoute(Server.Loopback, "Loopback", "192.168.11.0/25", "0.0.0.0", metric: 1)),
        Of("V11", server => server.WithMetric(Server.Loopback, 1)),
        Of("V13", server => server.WithRoute(Server.Loopback, "192.168.11.5/32").SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, false, s_vip)),

        // M, N, D
        Of("M01", server => server.SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled), Server.Service().DualStack()),
        Of("M02", server => server.SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Disabled, s_onLoopback)),
        Of("M03", server => server.SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, s_onLoopback)),
        Of("M05", server => server.SetIn(CimStore.Persistent, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled)),
        Of("M06", server => server.AddNic(Other, "Storage", "10.9.0.11", 24).SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Other))),
        Of("M07", server => server.SetIn(CimStore.Active, NetIPInterfaceClass.Forwarding, Toggle.Enabled, s_onLoopback)),
        Of("N03", server => server.SetIn(CimStore.Active, NetIPInterfaceClass.Advertising, Toggle.Enabled, s_onLoopback), Server.Service().DualStack()),
        Of("D01", server => server.Set(DnsClientClass.RegisterThisConnectionsAddress, true, Server.On(DnsClientClass.Class, Server.Loopback))),
        Of("D02", server => server.Set(DnsClientClass.RegisterThisConnectionsAddress, false)),
        Of("D05", server => server.AddService("DNS", "Running").Set(DnsAnswerClass.Addresses, new[] { Server.Vip })),
        Of("D05", server => server.AddService("DNS", "Running").Set(DnsAnswerClass.Addresses, new[] { Server.Vip }), Server.Service().Interface("no such")),
        Of("D05", server => server.Set(OperatingSystemClass.ProductType, 2)),

        // W
        Of("W01", server => server.NoRules()),
        Of("W01", server => server.NoRules().Block("Closed")),
        Of("W01", server => server.Profile(NetFirewallProfileClass.AllowInboundRules, GpoBoolean.False)),
        Of("W01", server => server.NoRules().Profile(NetFirewallProfileClass.AllowInboundRules, GpoBoolean.False)),
        Of("W01", server => server.NoRules().Profile(NetFirewallProfileClass.AllowInboundRules, GpoBoolean.False).Profile(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False)),
        Of("W04", server => server.SetIn(CimStore.Active, NetFirewallProfileClass.Enabled, GpoBoolean.False)),
        Of("W04", server => server.Add(ServiceClass.Class, CimStore.None, (ServiceClass.Name, "BFE"), (ServiceClass.State, "Stopped"), (ServiceClass.StartMode, "Auto"))),
        Of("W04", server => server.Add(ServiceClass.Class, CimStore.None, (ServiceClass.Name, "BFE"), (ServiceClass.State, "Stopped"), (ServiceClass.StartMode, "Disabled"))),
        Of("W07", server => server.IPsec("Isolation")),
        Of("W07", server => server.IPsec("Isolation", (NetConSecRuleClass.InboundSecurity, null))),

        // S
        Of("S01", _ => Sockets.None()),
        Of("S01", _ => Sockets.None().AddService("W3SVC", "Stopped").Set(ServiceClass.StartMode, "Manual", (ServiceClass.Name, "W3SVC"))),
        Of("S02", _ => Sockets.None(), Server.Service().Probe($"tcp/{Server.Vip}:443")),
        Of("S02", _ => Sockets.None().AddService("W3SVC", "Stopped"), Server.Service().Probe($"tcp/{Server.Vip}:443")),
        Of("S04", server => server.Registry(RegistryNames.ListenOnlyList, RegistryType.Texts, Server.Dip), Server.Service().DualStack()),
        Of("S06", server => server.Registry(RegistryNames.TlsAddresses, RegistryType.Texts, Server.Dip + ":443")),
        Of("S06", server => server.Set(HttpCertificateClass.NotAfter, 1_700_000_000)),
        Of("S07", server => server, Server.Service().Ports("tcp/445")),
        Of("S07", server => server.Registry(RegistryNames.OptionalNames, RegistryType.Texts, "FILES"), Server.Service().Ports("tcp/445")),
    ];

    private static AdviceCase Of(string id, Func<Server, Server> change, DsrService? service = null, Func<Server, Server>? then = null) =>
        new(id, server => (then ?? (same => same))(change(server)), service ?? Server.Service());

    private static Server Manual(Server server) => server.Set(NetIPAddressClass.PrefixOrigin, AddressOrigin.Manual, VipServers.Is(Server.Dip))
        .SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));

    private static Server WithKmTest(this Server server, uint index) => server.AddKmTest(index, "Loopback 2", @"ROOT\NET\0001");
}
