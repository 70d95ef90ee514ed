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

        HostView.Socket[] bound = host.Sockets(packet.Protocol, packet.Port!.Value) ?? [];
        foreach (IPAddress wanted in packet.Taking)
        {
            foreach ((IPAddress address, Field<uint> process, bool? listens) in bound.Where(each => each.Address.Equals(wanted)))
            {
                if (listens != true)
                    continue;
                choosesSource = !isTcp && !wanted.Equals(packet.Destination) && !(packet.Port == QuicPort && process.Is(Kernel));
                bool mayBeHttp = isTcp && !s_portsOfKernel.Contains(packet.Port!.Value) && (process.Is(Kernel) || !process.HasValue);
                if (mayBeHttp && (NotListed(packet.Destination) ?? (packet.Probe is null ? NoHandshake(packet) : null)) is { } refused)
                {
                    return process.HasValue ? refused : Say(
                        $"Whose socket takes {packet.Service} could not be read.", $"If it is of HTTP.sys, the packet may be lost: {refused.Statement}", HopOutcome.Undetermined);
                }

                string dualMode = wanted.Family() == packet.Family ? string.Empty : " if its socket is in dual mode, which cannot be seen";
                string then = !isTcp || packet.Probe is not null ? string.Empty
                    : IsOfFileServer(packet) ? _first.OfFiles(packet)
                    : process.Is(Kernel) && !s_portsOfKernel.Contains(packet.Port!.Value) ? _first.OfHttp(packet) : string.Empty;
                return Say($"{ProcessOf(process)} listens on {packet.Service}, bound to {address}.", $"It takes the packet{dualMode}{then}.", HopOutcome.Passes);
            }
        }

        if (bound.Any(each => each.Listens is null && packet.Taking.Contains(each.Address)))
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
        if (host.Value(RegistryNames.ListenOnlyList) is not { } list || list.Texts.Any(text => !AddressText.TryParse(text, out _)))
            return OfHttp("The listen list of HTTP.sys could not be read.", "Whether HTTP.sys takes the packet cannot be told.", HopOutcome.Undetermined);
        IPAddress wildcard = destination.Family().Wildcard();
        return list.Texts.Count == 0 || list.Texts.Any(text => AddressText.TryParse(text, out IPAddress? each) && (each.Equals(destination) || each.Equals(wildcard)))
            ? null
            : OfHttp($"The listen list of HTTP.sys does not hold {destination}.", "HTTP.sys takes nothing for it.", HopOutcome.Dropped);
    }

    /// <summary>HTTP.sys needs a certificate for a TLS port, of the address or of any host name; null where it has one, or where the port is none of TLS.</summary>
    private Hop? NoHandshake(PathPacket packet)
    {
        const int Https = 443;
        RegistryValue?[] lists = [host.Value(RegistryNames.TlsAddresses), host.Value(RegistryNames.TlsNames), host.Value(RegistryNames.TlsStores)];
        if (lists.Any(list => list is null || list.Texts.Any(text => FirstAnswer.PortOf(text) is null))
            || lists[0]!.Texts.Any(text => !AddressText.TryParse(FirstAnswer.HostOf(text), out _)))
        {
            return packet.Port == Https ? OfHttp("The certificates of HTTP.sys could not be read.", "Whether the TLS handshake succeeds cannot be told.", HopOutcome.Undetermined) : null;
        }

        string[] addresses = lists[0]!.Texts.Where(text => FirstAnswer.PortOf(text) == packet.Port).Select(FirstAnswer.HostOf).ToArray();
        bool isNamed = lists.Skip(1).SelectMany(list => list!.Texts).Any(text => FirstAnswer.PortOf(text) == packet.Port);
        return (packet.Port != Https && addresses.Length == 0) || isNamed || addresses.Any(text => FirstAnswer.IsFor(text, packet))
            ? null
            : OfHttp($"HTTP.sys has no certificate for {packet.Destination} on {packet.Service}.", "The connection opens, and the TLS handshake fails.", HopOutcome.Dropped);
    }

    private Hop OfHttp(string statement, string consequence, HopOutcome outcome) =>
        new(HopKind.Listener, null, statement, host.Snapshot.RegistryValues.Name, consequence, outcome);

    private static string ProcessOf(Field<uint> process) =>
        process.TryGet(out uint id) ? "Process " + id.ToString(CultureInfo.InvariantCulture) : "A process that is not told";
}
