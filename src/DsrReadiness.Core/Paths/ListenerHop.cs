using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Paths;

/// <summary>The socket that takes the packet, and the source address of its reply.</summary>
internal sealed class ListenerHop(Snapshot snapshot)
{
    public Hop Ask(PathPacket packet, out bool isWildcard)
    {
        bool isTcp = packet.Protocol == TransportProtocol.Tcp;
        string reading = isTcp ? snapshot.TcpConnections.Name : snapshot.UdpEndpoints.Name;
        isWildcard = false;
        Hop Say(string statement, string consequence, HopOutcome outcome) => new(HopKind.Listener, null, statement, reading, consequence, outcome);
        if ((isTcp ? snapshot.TcpConnections.Failure : snapshot.UdpEndpoints.Failure) is { } failure)
            return Say($"The sockets could not be read ({failure.Kind}).", "Whether something takes the packet cannot be told.", HopOutcome.Undetermined);
        var bound = Sockets(isTcp).Where(each => each.Port == packet.Port).ToArray();
        foreach (IPAddress wanted in Covering(packet.Destination))
        {
            foreach ((IPAddress address, _, Field<uint> process, bool? listens) in bound.Where(each => each.Address.Equals(wanted)))
            {
                if (listens != true)
                    continue;
                isWildcard = !wanted.Equals(packet.Destination);
                string dualMode = wanted.Family() == packet.Family ? string.Empty : " if its socket is in dual mode, which cannot be seen";
                return Say($"{ProcessOf(process)} listens on {packet.Service}, bound to {address}.", $"It takes the packet{dualMode}.", HopOutcome.Passes);
            }
        }

        if (bound.Any(each => each.Listens is null && Covering(packet.Destination).Contains(each.Address)))
            return Say($"The state of a socket on {packet.Service} could not be read.", "Whether it takes the packet cannot be told.", HopOutcome.Undetermined);
        string[] elsewhere = bound.Where(each => each.Listens == true).Select(each => each.Address.ToString()).Distinct().Take(3).ToArray();
        return Say(
            elsewhere.Length == 0 ? $"Nothing listens on {packet.Service}." : $"What listens on {packet.Service} is bound to {string.Join(", ", elsewhere)} alone.",
            isTcp ? $"The {packet.Sender} is refused." : "The packet is dropped.",
            HopOutcome.Dropped);
    }

    /// <summary>The source of the reply.</summary>
    public static Hop Source(PathPacket packet, bool isWildcard) => packet.Protocol == TransportProtocol.Udp && isWildcard
        ? new Hop(HopKind.Source, null, "The UDP socket is bound to no one address, so that the service chooses the source of its replies.", "no reading",
            $"Taken to be {packet.Destination}; whether it is, cannot be seen.", HopOutcome.Passes)
        : new Hop(HopKind.Source, null, $"The reply's source is {packet.Destination}, the address that was asked.", "no reading",
            packet.Probe is null ? "The client gets its answer from the VIP." : "The balancer gets its answer from there.", HopOutcome.Passes);

    private static IPAddress[] Covering(IPAddress destination) => destination.Family() == IPFamily.IPv4
        ? [destination, IPAddress.Any, IPAddress.IPv6Any]
        : [destination, IPAddress.IPv6Any];

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string ProcessOf(Field<uint> process) =>
        process.TryGet(out uint id) ? "Process " + id.ToString(CultureInfo.InvariantCulture) : "A process that is not told";

    private IEnumerable<(IPAddress Address, int Port, Field<uint> Process, bool? Listens)> Sockets(bool isTcp) => isTcp
        ? (snapshot.TcpConnections.Rows ?? []).Select(row => (
            Plain(row.LocalAddress), (int)row.LocalPort, row.OwningProcess, row.State.TryGet(out TcpState state) ? state == TcpState.Listen : (bool?)null))
        : (snapshot.UdpEndpoints.Rows ?? []).Select(row => (Plain(row.LocalAddress), (int)row.LocalPort, row.OwningProcess, (bool?)true));
}
