using System;
using System.Globalization;

namespace DsrReadiness.Services;

/// <summary>A port, or a range of ports, of a service.</summary>
public sealed class ServicePort : IEquatable<ServicePort>
{
    private ServicePort(TransportProtocol protocol, int first, int last)
    {
        Protocol = protocol;
        First = first;
        Last = last;
    }

    /// <summary>TCP or UDP.</summary>
    public TransportProtocol Protocol { get; }

    /// <summary>The first port.</summary>
    public int First { get; }

    /// <summary>The last port; the first again for a single one.</summary>
    public int Last { get; }

    /// <summary>Reads <c>443</c> (which is TCP), <c>tcp/443</c> or <c>udp/5000-5100</c>.</summary>
    /// <exception cref="ServiceDefinitionException">The text is none of these.</exception>
    public static ServicePort Parse(string text)
    {
        int slash = text.IndexOf('/');
        TransportProtocol protocol = (slash < 0 ? "tcp" : text.Substring(0, slash)).ToUpperInvariant() switch
        {
            "TCP" => TransportProtocol.Tcp,
            "UDP" => TransportProtocol.Udp,
            _ => throw Refused(text),
        };
        string ports = text.Substring(slash + 1);
        int dash = ports.IndexOf('-');
        if (!TryParseNumber(dash < 0 ? ports : ports.Substring(0, dash), out int first)
            || !TryParseNumber(ports.Substring(dash + 1), out int last) || first > last)
        {
            throw Refused(text);
        }

        return new ServicePort(protocol, first, last);
    }

    /// <summary>The port as <c>tcp/443</c> or <c>udp/5000-5100</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, First == Last ? "{0}/{1}" : "{0}/{1}-{2}", Protocol == TransportProtocol.Udp ? "udp" : "tcp", First, Last);

    /// <inheritdoc/>
    public bool Equals(ServicePort? other) => other is not null && (Protocol, First, Last) == (other.Protocol, other.First, other.Last);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ServicePort);

    /// <inheritdoc/>
    public override int GetHashCode() => (Protocol, First, Last).GetHashCode();

    /// <summary>One port.</summary>
    internal static ServicePort Single(TransportProtocol protocol, int port) => new(protocol, port, port);

    internal static bool TryParseNumber(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;

    /// <summary>True if the port and protocol are among these.</summary>
    internal bool Includes(TransportProtocol protocol, int port) => protocol == Protocol && First <= port && port <= Last;

    private static ServiceDefinitionException Refused(string text) =>
        new($"'{text}' is not a port: write 443, tcp/443 or udp/5000-5100, with numbers from 1 to 65535.");
}
