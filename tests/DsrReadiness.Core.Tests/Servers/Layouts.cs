using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Servers;

/// <summary>Other layouts of the ready server's interfaces, each a difference that several checks care about.</summary>
internal static class Layouts
{
    public const uint Storage = 9;
    public const uint SecondLoopback = 14;

    /// <summary>One more network card, with an address of its own and no part in the service.</summary>
    public static Server WithStorage(this Server server)
    {
        server.Add(
            NetAdapterClass.Class,
            CimStore.None,
            (NetAdapterClass.Name, "Storage"),
            (NetAdapterClass.InterfaceGuid, "{0C3A7B1E-0000-4000-8000-000000000009}"),
            (NetAdapterClass.InterfaceIndex, Storage),
            (NetAdapterClass.ComponentID, @"PCI\VEN_8086&DEV_1533"),
            (NetAdapterClass.PnPDeviceID, @"PCI\VEN_8086&DEV_1533\1"));
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
            ReadyServer.AddInterface(server, Storage, "Storage", family, metric: 25);
        ReadyServer.AddAddress(server, CimStore.Active, Storage, "Storage", "10.9.0.11", 24);
        return server;
    }

    /// <summary>One more KM-TEST adapter, which holds nothing.</summary>
    public static Server WithSecondLoopback(this Server server)
    {
        ReadyServer.AddLoopbackAdapter(server, SecondLoopback, "Loopback 2", @"ROOT\NET\0001");
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
            ReadyServer.AddInterface(server, SecondLoopback, "Loopback 2", family, metric: 254);
        return server;
    }

    /// <summary>Moves an address to another interface, in both stores.</summary>
    public static Server Move(this Server server, string address, uint to) =>
        server.Set(NetIPAddressClass.InterfaceIndex, to, (NetIPAddressClass.IPAddress, address));
}
