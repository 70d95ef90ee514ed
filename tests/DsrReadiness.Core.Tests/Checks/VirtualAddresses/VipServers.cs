using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

/// <summary>Servers whose VIPs, prefixes and routes are not as they should be.</summary>
internal static class VipServers
{
    /// <summary>An address on no segment of the ready server.</summary>
    public const string FarVip = "203.0.113.50";

    /// <summary>A condition on the address.</summary>
    public static (CimProperty Property, object Value) Is(string address) => (NetIPAddressClass.IPAddress, address);

    /// <summary>The ready server with one more VIP on its loopback, in both stores.</summary>
    public static Server With(string vip, int prefixLength) => Server.Ready().WithVip(Server.Loopback, "Loopback", vip, prefixLength);

    public static Server WithVip(this Server server, uint index, string alias, string vip, int prefixLength, params CimStore[] stores)
    {
        foreach (CimStore store in stores.Length > 0 ? stores : [CimStore.Active, CimStore.Persistent])
            ReadyServer.AddAddress(server, store, index, alias, vip, prefixLength, skip: true);
        return server;
    }

    public static Server WithRoute(this Server server, uint index, string destination, string? nextHop = null, int metric = 256)
    {
        ReadyServer.AddRoute(server, index, "any", destination, nextHop ?? (destination.Contains(':') ? "::" : "0.0.0.0"), metric);
        return server;
    }

    public static Server WithMetric(this Server server, uint index, int metric) =>
        server.SetIn(CimStore.Active, NetIPInterfaceClass.InterfaceMetric, metric, Server.On(NetIPInterfaceClass.Class, index));

    public static Server WithDnsServer(this Server server, string address) => server.Set(
        DnsClientServerAddressClass.ServerAddresses,
        new[] { address },
        Server.In(DnsClientServerAddressClass.Class, address.Contains(':') ? DsrReadiness.Addresses.IPFamily.IPv6 : DsrReadiness.Addresses.IPFamily.IPv4));

    /// <summary>Nothing tells the traffic interface: there is no default route, and a service without balancer has to be asked about.</summary>
    public static Server WithoutDefaultRoute(this Server server)
    {
        foreach (string everywhere in new[] { "0.0.0.0/0", "::/0" }.Where(
            each => server.Rows(NetRouteClass.Class, CimStore.Active).Exists(row => Equals(row[NetRouteClass.DestinationPrefix], each))))
        {
            server.Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, everywhere));
        }

        return server;
    }
}
