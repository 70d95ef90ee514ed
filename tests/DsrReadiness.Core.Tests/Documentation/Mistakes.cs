using System;
using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Documentation;

/// <summary>The classic mistakes, in the order of the page.</summary>
internal static class Mistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        Of("The traffic interface is a strong host", server => server
            .Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet))),
        Of("The VIP is on the NIC", server => server
            .Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, (NetIPAddressClass.IPAddress, Server.Vip))
            .Set(NetIPAddressClass.InterfaceAlias, "Ethernet", (NetIPAddressClass.IPAddress, Server.Vip))
            .Set(NetRouteClass.InterfaceIndex, Server.Ethernet, (NetRouteClass.DestinationPrefix, Server.Vip + "/32"))),
        Of("The VIP has the segment's mask", WithWideMask),
        Of("The loopback has a gateway", server => server
            .AddRoute(Server.Loopback, "Loopback", "0.0.0.0/0", Server.Gateway, metric: 1)
            .SetIn(CimStore.Active, NetIPInterfaceClass.InterfaceMetric, 1, Server.On(NetIPInterfaceClass.Class, Server.Loopback))),
        Of("The reply goes back through the balancer", server => server
            .Set(NetRouteClass.NextHop, Server.Balancer, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"))),
        Of("The firewall is closed", server => server.Set(NetFirewallRuleClass.Enabled, RuleEnabled.False)),
        Of("The rule is for the server's own address only", server => server.Set(NetAddressFilterClass.LocalAddress, new[] { Server.Dip })),
        Of("The service listens on the server's own address only", server => server
            .Set(NetTcpConnectionClass.LocalAddress, Server.Dip, (NetTcpConnectionClass.LocalAddress, "0.0.0.0"))
            .Remove(NetTcpConnectionClass.Class, (NetTcpConnectionClass.LocalAddress, "::"))),
        Of("The loopback is disabled", WithDisabledLoopback),
        new("IPv6 was forgotten", WithStrongIPv6, Server.Service().DualStack()),
        Of("The VIP registers itself in DNS", server => server
            .Set(DnsClientClass.RegisterThisConnectionsAddress, true, Server.On(DnsClientClass.Class, Server.Loopback))
            .Set(NetIPAddressClass.SkipAsSource, false, (NetIPAddressClass.IPAddress, Server.Vip))),
        Of("It is all gone after a restart", WithoutPersistentStore),
    ];

    private static Mistake Of(string title, Func<Server, Server> make) => new(title, server => make(server), Server.Service());

    /// <summary>Both interfaces have the metric that Windows gives to a gigabit link.</summary>
    private static Server WithWideMask(Server server) => server
        .Set(NetIPAddressClass.PrefixLength, 24, (NetIPAddressClass.IPAddress, Server.Vip))
        .SetIn(CimStore.Active, NetIPInterfaceClass.InterfaceMetric, 25)
        .AddRoute(Server.Loopback, "Loopback", "192.168.11.0/24", "0.0.0.0");

    /// <summary>Windows drops what IP has of an adapter that is disabled, and keeps it for when it is enabled again.</summary>
    private static Server WithDisabledLoopback(Server server) => server
        .Set(NetAdapterClass.State, AdapterState.Disabled, Server.On(NetAdapterClass.Class, Server.Loopback))
        .Set(NetAdapterClass.InterfaceAdminStatus, AdminStatus.Down, Server.On(NetAdapterClass.Class, Server.Loopback))
        .Set(NetAdapterClass.InterfaceOperationalStatus, InterfaceStatus.NotPresent, Server.On(NetAdapterClass.Class, Server.Loopback))
        .RemoveFrom(CimStore.Active, NetIPAddressClass.Class, Server.On(NetIPAddressClass.Class, Server.Loopback))
        .RemoveFrom(CimStore.Active, NetIPInterfaceClass.Class, Server.On(NetIPInterfaceClass.Class, Server.Loopback))
        .RemoveFrom(CimStore.Active, NetRouteClass.Class, Server.On(NetRouteClass.Class, Server.Loopback));

    private static void WithStrongIPv6(Server server)
    {
        foreach (CimProperty toggle in new CimProperty[] { NetIPInterfaceClass.WeakHostReceive, NetIPInterfaceClass.WeakHostSend })
            server.Set(toggle, Toggle.Disabled, Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6));
    }

    /// <summary>As after <c>-PolicyStore ActiveStore</c>, or <c>netsh ... store=active</c>.</summary>
    private static Server WithoutPersistentStore(Server server) => server
        .RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip))
        .SetIn(CimStore.Persistent, NetIPInterfaceClass.WeakHostReceive, null)
        .SetIn(CimStore.Persistent, NetIPInterfaceClass.WeakHostSend, null);
}
