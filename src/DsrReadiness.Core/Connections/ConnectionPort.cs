using System;
using System.Globalization;
using DsrReadiness.Services;

namespace DsrReadiness.Connections;

/// <summary>How a server is asked.</summary>
public enum ConnectionProtocol
{
    /// <summary>A TCP connection, and what is asked on it.</summary>
    Tcp,

    /// <summary>A datagram that wants an answer.</summary>
    Udp,

    /// <summary>An ICMP echo, as ping sends it.</summary>
    Icmp,
}

/// <summary>What of a VIP is asked: <c>tcp/443</c>, <c>udp/53</c> or <c>icmp</c>.</summary>
/// <param name="Protocol">How.</param>
/// <param name="Number">The port; 0 for ICMP.</param>
internal sealed record ConnectionPort(ConnectionProtocol Protocol, int Number)
{
    public static ConnectionPort Echo { get; } = new(ConnectionProtocol.Icmp, 0);

    /// <summary>Reads what <see cref="ServicePort"/> reads, and <c>icmp</c>. Of a range the first port is asked.</summary>
    /// <exception cref="ServiceDefinitionException">The text is none of these.</exception>
    public static ConnectionPort Parse(string text) => string.Equals(text, "icmp", StringComparison.OrdinalIgnoreCase) ? Echo : Of(ServicePort.Parse(text));

    public static ConnectionPort Of(ServicePort port) => new(port.Protocol == TransportProtocol.Udp ? ConnectionProtocol.Udp : ConnectionProtocol.Tcp, port.First);

    public override string ToString() => Protocol == ConnectionProtocol.Icmp
        ? "icmp"
        : (Protocol == ConnectionProtocol.Udp ? "udp/" : "tcp/") + Number.ToString(CultureInfo.InvariantCulture);
}
