using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>The listeners of one protocol, put in order in one pass: tables of tens of thousands of rows are normal.</summary>
internal sealed class ListenerTable
{
    private readonly Dictionary<Socket, Listener> _listeners = [];
    private readonly Dictionary<int, List<Listener>> _byPort = [];
    private readonly Dictionary<Socket, Missing> _unclear = [];

    private ListenerTable()
    {
    }

    /// <summary>TCP: the sockets in state Listen. UDP has no states: every bound socket counts.</summary>
    public static Fact<ListenerTable> Of(Snapshot snapshot, TransportProtocol protocol) =>
        protocol == TransportProtocol.Udp ? Udp(snapshot.UdpEndpoints) : Tcp(snapshot.TcpConnections);

    /// <summary>
    /// Who takes what is sent to an address and port: a socket bound to the address itself, else to the family's wildcard, else, for IPv4,
    /// to the wildcard of IPv6, which takes it only in dual mode.
    /// </summary>
    public Listener? Covering(IPAddress address, int port)
    {
        foreach (IPAddress bound in CoveringAddresses(address))
        {
            if (_listeners.TryGetValue(new Socket(bound, port), out Listener? listener))
                return listener;
        }

        return null;
    }

    /// <summary>Why it is not known whether a socket that would cover the address and port is a listener; null if there is none such.</summary>
    public Missing? UnclearAt(IPAddress address, int port) => _unclear.Count == 0 ? null : CoveringAddresses(address)
        .Select(bound => _unclear.TryGetValue(new Socket(bound, port), out Missing? missing) ? missing : null)
        .FirstOrDefault(missing => missing is not null);

    /// <summary>Every listener on a port, whatever its address.</summary>
    public IReadOnlyList<Listener> On(int port) => _byPort.TryGetValue(port, out List<Listener>? listeners) ? listeners : [];

    private static IPAddress[] CoveringAddresses(IPAddress address) => address.Family() == IPFamily.IPv4
        ? [address, IPAddress.Any, IPAddress.IPv6Any]
        : [address, IPAddress.IPv6Any];

    /// <summary>A dual-mode socket bound to one IPv4 address shows it as ::ffff:192.0.2.10.</summary>
    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static Fact<ListenerTable> Tcp(Reading<TcpConnection> reading)
    {
        if (!reading.TryGet(out IReadOnlyList<TcpConnection>? rows, out Missing? missing))
            return missing;
        var table = new ListenerTable();
        foreach (TcpConnection row in rows)
        {
            Field<TcpState> state = row.State;
            if (state.Is(TcpState.Listen))
                table.Add(row.LocalAddress, (int)row.LocalPort, row.OwningProcess);
            else if (!state.HasValue)
                table.AddUnclear(row.LocalAddress, (int)row.LocalPort, state);
        }

        return table;
    }

    private static Fact<ListenerTable> Udp(Reading<UdpEndpoint> reading)
    {
        if (!reading.TryGet(out IReadOnlyList<UdpEndpoint>? rows, out Missing? missing))
            return missing;
        var table = new ListenerTable();
        foreach (UdpEndpoint row in rows)
            table.Add(row.LocalAddress, (int)row.LocalPort, row.OwningProcess);
        return table;
    }

    private void Add(IPAddress address, int port, Field<uint> process)
    {
        var listener = new Listener(Unmapped(address), port, process);
        if (_listeners.ContainsKey(new Socket(listener.Address, port)))
            return;
        _listeners.Add(new Socket(listener.Address, port), listener);
        if (!_byPort.TryGetValue(port, out List<Listener>? onPort))
            _byPort.Add(port, onPort = []);
        onPort.Add(listener);
    }

    private void AddUnclear(IPAddress address, int port, Field<TcpState> state)
    {
        IPAddress bound = Unmapped(address);
        if (!_unclear.ContainsKey(new Socket(bound, port)))
            _unclear.Add(new Socket(bound, port), Missing.Property($"State of the TCP socket on {bound} port {port}", state));
    }

    private sealed record Socket(IPAddress Address, int Port);
}
