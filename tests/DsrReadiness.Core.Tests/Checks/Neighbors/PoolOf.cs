using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Neighbors;

/// <summary>Other servers of the ready server's pool: web02, web03 and so on, each with a MAC address of its own.</summary>
internal static class PoolOf
{
    public const string Mac2 = "00155D000002";

    public static CheckInputs Servers(params Server[] others) =>
        new(pool: new Pool(others.Select((server, i) => WithMac(server, $"00155D{i + 2:X6}").Build($"web{i + 2:D2}"))));

    /// <summary>A server of the pool without the VIP, which has to ask for it.</summary>
    public static Server WithoutVip() => Server.Ready().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip));

    private static Server WithMac(Server server, string mac) =>
        server.Set(NetAdapterClass.PermanentAddress, mac, Server.On(NetAdapterClass.Class, Server.Ethernet));
}
