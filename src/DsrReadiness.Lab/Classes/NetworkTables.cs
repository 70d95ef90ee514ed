using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;
using DsrReadiness.Services;
using Neighbor = DsrReadiness.Lab.State.Neighbor;

namespace DsrReadiness.Lab.Classes;

/// <summary>Sockets, neighbours, DNS and the networks that adapters are on.</summary>
internal static class NetworkTables
{
    /// <summary>What Windows lists for a loopback that was given no DNS servers.</summary>
    private static readonly string[] s_defaults6 = ["fec0:0:0:ffff::1", "fec0:0:0:ffff::2", "fec0:0:0:ffff::3"];

    public static IEnumerable<LabClass> Of(Machine machine) =>
    [
        new LabTable<NetInterface>(NetConnectionProfileClass.Class, machine, _ => machine.Adapters.Where(adapter => adapter.IsUp && adapter.HasActiveIP))
            .With(NetConnectionProfileClass.InterfaceIndex, adapter => adapter.Index)
            .With(NetConnectionProfileClass.InterfaceAlias, adapter => adapter.Alias)
            .With(NetConnectionProfileClass.NetworkCategory, adapter => adapter.Category, (adapter, value) => adapter.Category = (NetworkCategory)(long)value, MayBecome),
        new LabTable<Neighbor>(NetNeighborClass.Class, machine, store => store == CimStore.Persistent ? [] : Neighbors(machine))
            .With(NetNeighborClass.InterfaceIndex, neighbor => neighbor.Interface.Index)
            .With(NetNeighborClass.AddressFamily, neighbor => neighbor.Family)
            .With(NetNeighborClass.IPAddress, neighbor => neighbor.Address)
            .With(NetNeighborClass.LinkLayerAddress, neighbor => neighbor.LinkLayerAddress)
            .With(NetNeighborClass.State, neighbor => neighbor.State),
        new LabTable<TcpSocket>(NetTcpConnectionClass.Class, machine, _ => TcpSockets(machine))
            .With(NetTcpConnectionClass.LocalAddress, socket => socket.Address)
            .With(NetTcpConnectionClass.LocalPort, socket => socket.Port)
            .With(NetTcpConnectionClass.State, socket => socket.State)
            .With(NetTcpConnectionClass.OwningProcess, socket => socket.Process),
        new LabTable<Listener>(NetUdpEndpointClass.Class, machine, _ => machine.Listeners.Where(each => each.Protocol == TransportProtocol.Udp))
            .With(NetUdpEndpointClass.LocalAddress, listener => listener.Address)
            .With(NetUdpEndpointClass.LocalPort, listener => listener.Port)
            .With(NetUdpEndpointClass.OwningProcess, listener => listener.Process),

        // Whether interfaces register their addresses, the built-in loopback among them.
        new LabTable<NetInterface>(DnsClientClass.Class, machine, _ => machine.Interfaces.Where(each => each.HasActiveIP))
            .With(DnsClientClass.InterfaceIndex, each => each.Index)
            .With(DnsClientClass.InterfaceAlias, each => each.Alias)
            .With(DnsClientClass.RegisterThisConnectionsAddress, each => each.RegistersInDns, (each, value) => each.RegistersInDns = (bool)value)
            .With(DnsClientClass.UseSuffixWhenRegistering, each => each.UsesSuffixWhenRegistering, (each, value) => each.UsesSuffixWhenRegistering = (bool)value),
        new LabTable<IPLayer>(DnsClientServerAddressClass.Class, machine, _ => machine.Layers.Where(layer => layer.IsActive))
            .With(DnsClientServerAddressClass.InterfaceIndex, layer => layer.Interface.Index)
            .With(DnsClientServerAddressClass.InterfaceAlias, layer => layer.Interface.Alias)
            .With(DnsClientServerAddressClass.AddressFamily, layer => layer.Family)
            .With(DnsClientServerAddressClass.ServerAddresses, DnsServers),

        // What the DNS server of a lab says of the lab server's own name: what it was told, else that there is no such name.
        new LabTable<DnsQuestion>(DnsAnswerClass.Class, machine, _ => DnsQuestions(machine))
            .With(DnsAnswerClass.Name, question => question.Name)
            .With(DnsAnswerClass.Type, question => question.Type)
            .With(DnsAnswerClass.Server, question => question.Server)
            .With(DnsAnswerClass.Status, _ => machine.DnsAddresses is null ? DnsStatus.NoSuchName : DnsStatus.NoError)
            .With(DnsAnswerClass.Addresses, question => Texts(machine.DnsAddresses, question.Type == DnsRecordType.A ? IPFamily.IPv4 : IPFamily.IPv6)),
    ];

    /// <summary>Only the domain decides what is authenticated by it.</summary>
    private static bool MayBecome(NetInterface adapter, object category) => category is 0L or 1L && adapter.Category != NetworkCategory.DomainAuthenticated;

    /// <summary>The neighbour table, and what was heard of addresses on the links of adapters. Nobody asks for an address of his own.</summary>
    private static IEnumerable<Neighbor> Neighbors(Machine machine) =>
    [
        .. machine.Neighbors.Where(neighbor => neighbor.Interface.Layer(neighbor.Family).IsActive),
        .. from heard in machine.Heard()
        where !machine.Holds(heard.Address)
        from layer in machine.Layers
        where layer.IsOnLink(heard.Address)
        select new Neighbor(
            layer.Interface,
            heard.Address,
            heard.LinkLayerAddress ?? "00-00-00-00-00-00",
            heard.LinkLayerAddress is null ? NeighborState.Unreachable : NeighborState.Reachable),
    ];

    /// <summary>TCP listeners, and the connections that they have taken.</summary>
    private static IEnumerable<TcpSocket> TcpSockets(Machine machine)
    {
        Listener[] listeners = [.. machine.Listeners.Where(each => each.Protocol == TransportProtocol.Tcp)];
        return listeners.Select(each => new TcpSocket(each.Address, each.Port, TcpState.Listen, each.Process))
            .Concat(machine.Connections.Select(each => new TcpSocket(
                each.Address, each.Port, TcpState.Established, listeners.FirstOrDefault(listener => listener.Port == each.Port)?.Process ?? 0)));
    }

    private static IReadOnlyList<string> DnsServers(IPLayer layer)
    {
        bool isLoopback = layer.Interface.Hardware?.Device.IsLoopback != false;
        return isLoopback && layer.Family == IPFamily.IPv6 && layer.DnsServers.Count == 0 ? s_defaults6 : layer.DnsServers;
    }

    /// <summary>A workgroup server has no full name to ask for, and without a DNS server there is nobody to ask.</summary>
    private static IEnumerable<DnsQuestion> DnsQuestions(Machine machine)
    {
        IPAddress? server = machine.Layers.Where(layer => layer.IsActive).SelectMany(layer => layer.DnsServers)
            .Select(text => AddressText.TryParse(text, out IPAddress? address) ? address : null).FirstOrDefault(address => address is not null);
        return machine.Domain is null || server is null
            ? []
            : new[] { DnsRecordType.A, DnsRecordType.Aaaa }.Select(type => new DnsQuestion(machine.Name + "." + (machine.Registry.Find(RegistryNames.PrimaryDnsSuffix) ?? machine.Domain), type, server));
    }

    private static string[] Texts(IReadOnlyList<IPAddress>? addresses, IPFamily family) =>
        [.. (addresses ?? []).Where(address => address.Family() == family).Select(address => address.ToString())];

    private sealed record TcpSocket(IPAddress Address, int Port, TcpState State, int Process);

    private sealed record DnsQuestion(string Name, DnsRecordType Type, IPAddress Server);
}
