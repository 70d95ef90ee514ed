using System.Globalization;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>A packet that the balancer hands to the server.</summary>
internal sealed record PathPacket(IPAddress Destination, IPAddress Client, TransportProtocol Protocol, int? Port)
{
    public IPFamily Family => Destination.Family();

    /// <summary>The service in short, such as <c>tcp/443</c>; null if no port was given.</summary>
    public string? Service => Port is { } port
        ? (Protocol == TransportProtocol.Udp ? "udp/" : "tcp/") + port.ToString(CultureInfo.InvariantCulture)
        : null;
}
