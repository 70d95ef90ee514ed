using System.Globalization;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>A packet that the balancer hands to the server, or with which it asks whether the server is alive.</summary>
internal sealed record PathPacket(IPAddress Destination, IPAddress Client, TransportProtocol Protocol, int? Port)
{
    public IPFamily Family => Destination.Family();

    /// <summary>The addresses of sockets that take it, the closest first.</summary>
    public IPAddress[] Taking => Family == IPFamily.IPv4 ? [Destination, IPAddress.Any, IPAddress.IPv6Any] : [Destination, IPAddress.IPv6Any];

    /// <summary>It comes from any port from this one on: TCP takes an ephemeral port, while some clients of UDP have a low one.</summary>
    public int LowestClientPort => Protocol == TransportProtocol.Tcp ? 1024 : 1;

    /// <summary>The probe that it is; null for what a client has sent.</summary>
    public Probe? Probe { get; init; }

    /// <summary>Who has sent it, in a word.</summary>
    public string Sender => Probe is null ? "client" : "balancer";

    /// <summary>The service in short, such as <c>tcp/443</c>; null if no port was given.</summary>
    public string? Service => Protocol == TransportProtocol.Icmp ? "icmp"
        : Port is { } port ? (Protocol == TransportProtocol.Udp ? "udp/" : "tcp/") + port.ToString(CultureInfo.InvariantCulture)
        : null;

    /// <summary>False for the probe of a balancer that was not named: whence it comes, an example stands for.</summary>
    public bool IsSenderKnown { get; init; } = true;

    public override string ToString() =>
        (Probe is null ? string.Empty : "the probe ") + (Service ?? "a packet") + " to " + Destination + (IsSenderKnown ? " from " + Client : string.Empty);
}
