using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Servers;

/// <summary>What servers look like in the field, as changes of a server.</summary>
internal static class Shapes
{
    public const string BuiltInAlias = "Loopback Pseudo-Interface 1";

    /// <summary>Gives an interface another name, in every class that shows it.</summary>
    public static Server Rename(this Server server, uint index, string alias)
    {
        object? before = server.Rows(NetAdapterClass.Class).FirstOrDefault(row => Equals(row[NetAdapterClass.InterfaceIndex], (long)index))?[NetAdapterClass.Name];
        foreach ((CimClass @class, CimStore store) in server.Readings().ToArray())
        {
            CimProperty? shown = @class == NetAdapterClass.Class ? NetAdapterClass.Name : @class.Find("InterfaceAlias");
            if (shown is null || @class.Find("InterfaceIndex") is not { } key)
                continue;
            foreach (Dictionary<CimProperty, object?> row in server.Rows(@class, store).Where(row => Equals(row[key], (long)index)))
                row[shown] = alias;
        }

        return server.RenameBindings(before, alias);
    }

    private static Server RenameBindings(this Server server, object? before, string alias)
    {
        foreach (Dictionary<CimProperty, object?> row in server.Rows(NetAdapterBindingClass.Class).Where(row => Equals(row[NetAdapterBindingClass.Name], before)))
            row[NetAdapterBindingClass.Name] = alias;
        return server;
    }

    /// <summary>Overwrites the description of an adapter, as translation and some products do.</summary>
    public static Server Describe(this Server server, uint index, string description) =>
        server.Set(NetAdapterClass.InterfaceDescription, description, Server.On(NetAdapterClass.Class, index));

    /// <summary>Removes every row of an interface, and the device of its adapter.</summary>
    public static Server RemoveInterface(this Server server, uint index, string? instanceId = null)
    {
        foreach ((CimClass @class, CimStore store) in server.Readings().ToArray())
        {
            if (@class.Find("InterfaceIndex") is { } key)
                server.Rows(@class, store).RemoveAll(row => Equals(row[key], (long)index));
        }

        return instanceId is null ? server : server.Remove(PnPEntityClass.Class, (PnPEntityClass.DeviceID, instanceId));
    }

    public static Server WithoutLoopback(this Server server) => server.RemoveInterface(Server.Loopback, @"ROOT\NET\0000");

    /// <summary>An adapter and its device, with nothing of IP.</summary>
    public static Server AddAdapter(this Server server, uint index, string alias, string componentId, string instanceId)
    {
        ReadyServer.AddLoopbackAdapter(server, index, alias, instanceId, componentId);
        return server.Describe(index, componentId)
            .Set(NetAdapterClass.PermanentAddress, $"00155D00{index:X4}", Server.On(NetAdapterClass.Class, index));
    }

    /// <summary>A NIC with an address and its on-link route, in both families of the stack.</summary>
    public static Server AddNic(this Server server, uint index, string alias, string address, int prefixLength, ConnectionState state = ConnectionState.Connected)
    {
        server.AddAdapter(index, alias, @"PCI\VEN_8086&DEV_1533", $@"PCI\VEN_8086&DEV_1533\{index}");
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
            ReadyServer.AddInterface(server, index, alias, family, metric: 25);
        server.Set(NetIPInterfaceClass.ConnectionState, state, Server.On(NetIPInterfaceClass.Class, index));
        ReadyServer.AddAddress(server, CimStore.Active, index, alias, address, prefixLength);
        ReadyServer.AddAddress(server, CimStore.Persistent, index, alias, address, prefixLength);
        Assert.True(IPPrefix.TryParse($"{address}/{prefixLength}", out IPPrefix? onLink));
        return server.AddRoute(index, alias, onLink.ToString(), onLink.Family == IPFamily.IPv4 ? "0.0.0.0" : "::");
    }

    public static Server AddRoute(this Server server, uint index, string alias, string destination, string nextHop, int metric = 256)
    {
        ReadyServer.AddRoute(server, index, alias, destination, nextHop, metric);
        return server;
    }

    /// <summary>Another KM-TEST adapter, with DHCP off and no address but its link-local one; all of them have one MAC.</summary>
    public static Server AddKmTest(this Server server, uint index, string alias, string instanceId)
    {
        ReadyServer.AddLoopbackAdapter(server, index, alias, instanceId);
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
            ReadyServer.AddInterface(server, index, alias, family, metric: 25);
        ReadyServer.AddAddress(server, CimStore.Active, index, alias, $"fe80::4c4f:4f51%{index}", 64);
        return server;
    }

    public static Server AddAddress(this Server server, CimStore store, uint index, string alias, string address, int prefixLength)
    {
        ReadyServer.AddAddress(server, store, index, alias, address, prefixLength, skip: true);
        return server;
    }

    /// <summary>IPv6 is unbound everywhere.</summary>
    public static Server WithoutIPv6(this Server server) => server
        .Remove(NetIPInterfaceClass.Class, Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6))
        .Remove(NetIPAddressClass.Class, Server.In(NetIPAddressClass.Class, IPFamily.IPv6))
        .Remove(NetRouteClass.Class, Server.In(NetRouteClass.Class, IPFamily.IPv6));

    /// <summary>No KM-TEST adapter: the VIP is on the built-in loopback, as Azure's pages have it.</summary>
    public static Server OnBuiltIn(this Server server, int prefixLength)
    {
        server.WithoutLoopback()
            .Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Server.BuiltIn))
            .Set(NetIPInterfaceClass.WeakHostSend, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Server.BuiltIn));
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
            server.AddAddress(store, Server.BuiltIn, BuiltInAlias, Server.Vip, prefixLength);
        return server.AddRoute(Server.BuiltIn, BuiltInAlias, prefixLength == 32 ? "192.168.11.50/32" : "192.168.11.0/24", "0.0.0.0");
    }

    /// <summary>No loopback: an agent or a cluster has put the VIP on the NIC.</summary>
    public static Server OnNic(this Server server)
    {
        server.WithoutLoopback();
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
            server.AddAddress(store, Server.Ethernet, "Ethernet", Server.Vip, 32);
        return server.AddRoute(Server.Ethernet, "Ethernet", "192.168.11.50/32", "0.0.0.0");
    }

    public static Server AddService(this Server server, string name, string state) => server.Add(
        ServiceClass.Class, CimStore.None, (ServiceClass.Name, name), (ServiceClass.State, state), (ServiceClass.StartMode, "Auto"));

    /// <summary>A server of Google Cloud, with one of its agents.</summary>
    public static Server OfGoogle(this Server server, string agent = "GCEAgent", string state = "Running") =>
        server.AddService(agent, state).Set(ComputerSystemClass.Manufacturer, "Google");

    /// <summary>Sets a registry value that is asked for.</summary>
    public static Server Registry(this Server server, RegistryName name, RegistryType type, params string[] data) => server
        .Set(RegistryValueClass.Type, type, (RegistryValueClass.Key, name.Key), (RegistryValueClass.Name, name.Value))
        .Set(RegistryValueClass.Data, data, (RegistryValueClass.Key, name.Key), (RegistryValueClass.Name, name.Value));

    /// <summary>An entry of the neighbour table.</summary>
    public static Server AddNeighbor(this Server server, string address, string macAddress, NeighborState state = NeighborState.Reachable) => server.Add(
        NetNeighborClass.Class,
        CimStore.Active,
        (NetNeighborClass.InterfaceIndex, Server.Ethernet),
        (NetNeighborClass.IPAddress, address),
        (NetNeighborClass.LinkLayerAddress, macAddress),
        (NetNeighborClass.State, state));
}
