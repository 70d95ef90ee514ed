using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Paths;
using DsrReadiness.Reports;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>A packet's way through one server. Its properties are the parameters of the commands that it can be piped to.</summary>
public sealed class DsrPath : DsrObject
{
    private readonly DsrService _service;

    internal DsrPath(DsrServer server, DsrService service, PathTrace trace, DateTimeOffset collectedAt)
    {
        _service = service;
        Server = server;
        Trace = trace;
        ComputerName = SafeText.Of(trace.ComputerName);
        CollectedAt = collectedAt;
        VirtualIPAddress = (IsProbe ? service.VirtualIPAddresses : [trace.Packet.Destination]).Select(vip => vip.ToString()).ToDsrList();
        Port = (IsProbe ? service.Ports.Select(port => port.ToString()) : trace.Packet.Service is { } asked ? [asked] : []).ToDsrList();
        Balancer = service.Balancers.Select(address => address.ToString()).ToDsrList();
        ClientAddress = service.Clients.Select(prefix => prefix.ToString()).ToDsrList();
        Hops = Of(trace.Hops);
        Resolution = Of(trace.Resolution);
        Connections = Of(trace.Connections);
        DroppedAt = Hops.FirstOrDefault(hop => hop.Outcome == HopOutcome.Dropped);
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>What becomes of the packet.</summary>
    public PathOutcome Outcome => Trace.Outcome;

    /// <summary>True if the VIP is shown where it must not be seen; null if that cannot be told.</summary>
    public bool? Leaks => Trace.Leaks;

    /// <summary>True for the path of the balancer's probe, false for that of a client's packet.</summary>
    public bool IsProbe => Trace.Packet.Probe is not null;

    /// <summary>True if a loopback that has a VIP swallows what the server itself sends to gateways, DNS servers, balancers or its neighbours.</summary>
    public bool IsCutOff => Trace.IsCutOff;

    /// <summary>The VIP that the packet is for; of the probe, all VIPs of the service.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The port that the packet is for; empty if none was given; of the probe, all ports of the service.</summary>
    public IReadOnlyList<string> Port { get; }

    /// <summary>The client that the packet comes from; of the probe, the balancer.</summary>
    public string Client => Trace.Packet.Client.ToString();

    /// <summary>The balancers' own addresses.</summary>
    public IReadOnlyList<string> Balancer { get; }

    /// <summary>The balancer's probe, or null.</summary>
    public string? Probe => _service.Probe?.ToString();

    /// <summary>Where clients come from; empty for anywhere.</summary>
    public IReadOnlyList<string> ClientAddress { get; }

    /// <summary>The name or index of the traffic interface, as it was given; null if it was to be found.</summary>
    public string? TrafficInterface => _service.TrafficInterface;

    /// <summary>Where the server stands, as it was given; null if it was to be recognised.</summary>
    public DsrEnvironment? Environment => _service.Environment;

    /// <summary>From which address a UDP socket that is bound to every address answers, as it was given.</summary>
    public DsrUdpAnswer? UdpAnswer => _service.UdpAnswer;

    /// <summary>When the server was looked at.</summary>
    public DateTimeOffset CollectedAt { get; }

    /// <summary>The packet's hops, in their order; after the one that drops it there are none.</summary>
    public IReadOnlyList<DsrPathHop> Hops { get; }

    /// <summary>Who answers when somebody asks for the VIP's link-layer address, by ARP or neighbour discovery: an entry for each interface with a wire.</summary>
    public IReadOnlyList<DsrPathHop> Resolution { get; }

    /// <summary>Which source address the server's own connections take toward gateways, DNS servers and balancers, and which of them a loopback swallows.</summary>
    public IReadOnlyList<DsrPathHop> Connections { get; }

    /// <summary>The hop that drops the packet, or null.</summary>
    public DsrPathHop? DroppedAt { get; }

    internal PathTrace Trace { get; }

    /// <inheritdoc/>
    public override string ToString() => PathText.Answer(Trace).Text + " " + PathText.Subject(Trace);

    private DsrList<DsrPathHop> Of(IEnumerable<Hop> hops) => hops.Select((hop, i) => new DsrPathHop(Server, ComputerName, i + 1, hop)).ToDsrList();

    private protected override DsrTexts Texts() => new()
    {
        { "Diagram", ViewText.Diagram(Trace) },
        { nameof(Outcome), Outcome.ToString(), ViewText.InkOf(Outcome) },
        { nameof(Port), IsProbe ? "probe" : ViewText.Join(Port) },
        { nameof(Leaks), Leaks switch { true => "yes", false => "no", null => "?" } },
        { nameof(DroppedAt), DroppedAt?.Kind.ToString() ?? string.Empty },
        { nameof(CollectedAt), ViewText.Time(CollectedAt) },
        { nameof(Hops), ViewText.Paragraphs(Hops) },
        { nameof(Resolution), ViewText.Paragraphs(Resolution) },
        { nameof(Connections), ViewText.Paragraphs(Connections) },
    };
}
