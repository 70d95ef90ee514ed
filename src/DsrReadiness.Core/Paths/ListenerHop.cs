using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>The socket that takes the packet, and the source address of its reply.</summary>
internal sealed class ListenerHop(HostView host, DsrService service)
{
    private readonly FirstAnswer _first = new(host, service);

    private const uint Kernel = 4;
    private const int QuicPort = 443;

    /// <summary>TCP ports of the kernel's process that are others' than HTTP.sys': of RPC for NFS, file service, PPTP, and SMB over RDMA.</summary>
    private static readonly int[] s_portsOfKernel = [111, 139, 445, 1723, 2049, 5445];

    /// <summary>Looks for the socket.</summary>
    /// <param name="packet">What came in.</param>
    /// <param name="owner">The interface that has its destination.</param>
    /// <param name="isFiltered">Whether the firewall is on where it came in; null if that could not be read.</param>
    /// <param name="choosesSource">Whether the source of the reply is left to the program: a UDP socket that is bound to no one address, except HTTP/3 and SMB over QUIC, which answer from where they were asked.</param>
    public Hop Ask(PathPacket packet, HostLink owner, bool? isFiltered, out bool choosesSource)
    {
        bool isTcp = packet.Protocol == TransportProtocol.Tcp;
        string reading = isTcp ? host.Snapshot.TcpConnections.Name : host.Snapshot.UdpEndpoints.Name;
        choosesSource = false;
        Hop Say(string statement, string consequence, HopOutcome outcome) => new(HopKind.Listener, null, statement, reading, consequence, outcome);
        if ((isTcp ? host.Snapshot.TcpConnections.Failure : host.Snapshot.UdpEndpoints.Failure) is { } failure)
            return Say($"The sockets could not be read ({failure.Kind}).", "Whether something takes the packet cannot be told.", HopOutcome.Undetermined);
        if (owner.Kind == LinkKind.KmTest && IsOfFileServer(packet) && host.IsBound(owner, "ms_server") is not true and var isBound)
        {
            reading = host.Snapshot.AdapterBindings.Name;
            return isBound is null
                ? Say($"Whether the file server (ms_server) is bound to {owner.Name} could not be read.", "Whether it answers cannot be told.", HopOutcome.Undetermined)
                : Say($"The file server (ms_server) is not bound to {owner.Name}.", $"It answers for no address of {owner.Name}.", HopOutcome.Dropped);
        }

        var bound = Sockets(isTcp).Where(each => each.Port == packet.Port).ToArray();
        foreach (IPAddress wanted in Covering(packet.Destination))
        {
            foreach ((IPAddress address, _, Field<uint> process, bool? listens) in bound.Where(each => each.Address.Equals(wanted)))
            {
                if (listens != true)
                    continue;
                choosesSource = !isTcp && !wanted.Equals(packet.Destination) && !(packet.Port == QuicPort && process.Is(Kernel));
                if (isTcp && process.Is(Kernel) && !s_portsOfKernel.Contains(packet.Port!.Value) && NotListed(packet.Destination) is { } unlisted)
                    return unlisted;
                if (isTcp && process.Is(Kernel) && packet.Probe is null && NoHandshake(packet) is { } refused)
                    return refused;
                string dualMode = wanted.Family() == packet.Family ? string.Empty : " if its socket is in dual mode, which cannot be seen";
                string then = !isTcp || packet.Probe is not null ? string.Empty
                    : IsOfFileServer(packet) ? _first.OfFiles(packet)
                    : process.Is(Kernel) && !s_portsOfKernel.Contains(packet.Port!.Value) ? _first.OfHttp(packet) : string.Empty;
                return Say($"{ProcessOf(process)} listens on {packet.Service}, bound to {address}.", $"It takes the packet{dualMode}{then}.", HopOutcome.Passes);
            }
        }

        if (bound.Any(each => each.Listens is null && Covering(packet.Destination).Contains(each.Address)))
            return Say($"The state of a socket on {packet.Service} could not be read.", "Whether it takes the packet cannot be told.", HopOutcome.Undetermined);
        string[] elsewhere = bound.Where(each => each.Listens == true).Select(each => each.Address.ToString()).Distinct().Take(3).ToArray();
        return Say(
            elsewhere.Length == 0 ? $"Nothing listens on {packet.Service}." : $"What listens on {packet.Service} is bound to {string.Join(", ", elsewhere)} alone.",
            !isTcp ? "The packet is dropped."
                : isFiltered == false ? $"The {packet.Sender} is refused."
                : $"The {packet.Sender} gets no answer: a firewall that is on lets no refusal out, unless its stealth mode was switched off.",
            HopOutcome.Dropped);
    }

    /// <summary>The source of the reply.</summary>
    public static Hop Source(PathPacket packet, DsrService service, bool choosesSource)
    {
        Hop Say(string statement, string consequence, HopOutcome outcome = HopOutcome.Passes) => new(HopKind.Source, null, statement, "no reading", consequence, outcome);
        const string Unbound = "The UDP socket is bound to no one address";
        if (!choosesSource || !service.VirtualIPAddresses.Contains(packet.Destination))
            return Say($"The reply's source is {packet.Destination}, the address that was asked.", packet.Probe is null ? "The client gets its answer from the VIP." : "The balancer gets its answer from there.");
        return service.UdpAnswer switch
        {
            DsrUdpAnswer.FromVip => Say(Unbound + ", and the service answers from the address that was asked, as it was given.", $"The {packet.Sender} gets its answer from the VIP."),
            DsrUdpAnswer.None => Say(Unbound + ", and the service sends no answer, as it was given.", "Nothing need come back."),
            DsrUdpAnswer.FromServer => Say(Unbound + ", and the service answers from the server's own address, as it was given.", $"The {packet.Sender} has not asked that address, and drops the answer.", HopOutcome.Dropped),
            _ => Say(Unbound + ": the program or Windows chooses the source of its replies.", "Whether they leave from the VIP cannot be seen.", HopOutcome.Undetermined),
        };
    }

    private static bool IsOfFileServer(PathPacket packet) => packet.Protocol == TransportProtocol.Tcp ? packet.Port is 445 or 139 : packet.Port is 137 or 138;

    /// <summary>HTTP.sys may have a list of the only addresses that it listens on; null where it takes the packet.</summary>
    private Hop? NotListed(IPAddress destination)
    {
        string reading = host.Snapshot.RegistryValues.Name;
        Hop Say(string statement, string consequence, HopOutcome outcome) => new(HopKind.Listener, null, statement, reading, consequence, outcome);
        RegistryValue? list = host.Snapshot.RegistryValues.Rows?.FirstOrDefault(row => RegistryNames.ListenOnlyList.Is(row.Hive, row.Key, row.Name));
        if (list is null || (!list.IsAbsent && (!list.Type.HasValue || !list.Data.HasValue)) || list.Texts.Any(text => !AddressText.TryParse(text, out _)))
            return Say("The listen list of HTTP.sys could not be read.", "Whether HTTP.sys takes the packet cannot be told.", HopOutcome.Undetermined);
        IPAddress wildcard = destination.Family() == IPFamily.IPv4 ? IPAddress.Any : IPAddress.IPv6Any;
        return list.Texts.Count == 0 || list.Texts.Any(text => AddressText.TryParse(text, out IPAddress? each) && (each.Equals(destination) || each.Equals(wildcard)))
            ? null
            : Say($"The listen list of HTTP.sys does not hold {destination}.", "HTTP.sys takes nothing for it.", HopOutcome.Dropped);
    }

    /// <summary>HTTP.sys needs a certificate for a TLS port, of the address or of any host name; null where it has one, or where the port is none of TLS.</summary>
    private Hop? NoHandshake(PathPacket packet)
    {
        string reading = host.Snapshot.RegistryValues.Name;
        Hop Say(string statement, string consequence, HopOutcome outcome) => new(HopKind.Listener, null, statement, reading, consequence, outcome);
        const int Https = 443;
        RegistryValue?[] lists = new[] { RegistryNames.TlsAddresses, RegistryNames.TlsNames, RegistryNames.TlsStores }
            .Select(name => host.Snapshot.RegistryValues.Rows?.FirstOrDefault(row => name.Is(row.Hive, row.Key, row.Name))).ToArray();
        if (lists.Any(list => list is null || (!list.IsAbsent && (!list.Type.HasValue || !list.Data.HasValue)) || list.Texts.Any(text => PortOf(text) is null))
            || lists[0]!.Texts.Any(text => !AddressText.TryParse(HostOf(text), out _)))
        {
            return packet.Port == Https ? Say("The certificates of HTTP.sys could not be read.", "Whether the TLS handshake succeeds cannot be told.", HopOutcome.Undetermined) : null;
        }

        string[] addresses = lists[0]!.Texts.Where(text => PortOf(text) == packet.Port).Select(HostOf).ToArray();
        bool isNamed = lists.Skip(1).SelectMany(list => list!.Texts).Any(text => PortOf(text) == packet.Port);
        string[] covering = packet.Family == IPFamily.IPv4 ? ["0.0.0.0"] : ["0.0.0.0", "::"];
        return (packet.Port != Https && addresses.Length == 0) || isNamed || addresses.Any(text => covering.Contains(text) || (AddressText.TryParse(text, out IPAddress? each) && each.Equals(packet.Destination)))
            ? null
            : Say($"HTTP.sys has no certificate for {packet.Destination} on {packet.Service}.", "The connection opens, and the TLS handshake fails.", HopOutcome.Dropped);
    }

    private static string HostOf(string text) => text.LastIndexOf(':') is > 0 and var at ? text.Substring(0, at).Trim('[', ']') : string.Empty;

    private static int? PortOf(string text) => ServicePort.TryParseNumber(text.Substring(text.LastIndexOf(':') + 1), out int port) ? port : null;

    private static IPAddress[] Covering(IPAddress destination) => destination.Family() == IPFamily.IPv4
        ? [destination, IPAddress.Any, IPAddress.IPv6Any]
        : [destination, IPAddress.IPv6Any];

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string ProcessOf(Field<uint> process) =>
        process.TryGet(out uint id) ? "Process " + id.ToString(CultureInfo.InvariantCulture) : "A process that is not told";

    private IEnumerable<(IPAddress Address, int Port, Field<uint> Process, bool? Listens)> Sockets(bool isTcp) => isTcp
        ? (host.Snapshot.TcpConnections.Rows ?? []).Select(row => (
            Plain(row.LocalAddress), (int)row.LocalPort, row.OwningProcess, row.State.TryGet(out TcpState state) ? state == TcpState.Listen : (bool?)null))
        : (host.Snapshot.UdpEndpoints.Rows ?? []).Select(row => (Plain(row.LocalAddress), (int)row.LocalPort, row.OwningProcess, (bool?)true));
}
