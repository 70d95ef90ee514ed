using System.Globalization;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Services;

/// <summary>How the balancer asks whether the server is alive.</summary>
public sealed class Probe
{
    private Probe(TransportProtocol protocol, IPAddress address, int? port)
    {
        Protocol = protocol;
        Address = address;
        Port = port;
    }

    /// <summary>The protocol.</summary>
    public TransportProtocol Protocol { get; }

    /// <summary>The address that is asked: the VIP or the server's own.</summary>
    public IPAddress Address { get; }

    /// <summary>The port; none for ICMP.</summary>
    public int? Port { get; }

    /// <summary>Reads <c>tcp/192.0.2.10:443</c>, <c>udp/[2001:db8::10]:53</c> or <c>icmp/192.0.2.10</c>.</summary>
    /// <exception cref="ServiceDefinitionException">The text is none of these.</exception>
    public static Probe Parse(string text)
    {
        int slash = text.IndexOf('/');
        string protocol = slash < 0 ? string.Empty : text.Substring(0, slash).ToUpperInvariant();
        string target = text.Substring(slash + 1);
        if (protocol == "ICMP" && AddressText.TryParse(target, out IPAddress? pinged))
            return new Probe(TransportProtocol.Icmp, AddressText.Canonical(pinged), null);
        int colon = target.LastIndexOf(':');
        if (protocol is not ("TCP" or "UDP") || colon < 0
            || !AddressText.TryParse(WithoutBrackets(target.Substring(0, colon)), out IPAddress? address)
            || !ServicePort.TryParseNumber(target.Substring(colon + 1), out int port))
        {
            throw new ServiceDefinitionException(
                $"'{text}' is not a probe: write tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS, with an IPv6 address in brackets before a port.");
        }

        return new Probe(protocol == "TCP" ? TransportProtocol.Tcp : TransportProtocol.Udp, AddressText.Canonical(address), port);
    }

    /// <summary>The probe in the form that <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        if (Port is not { } port)
            return "icmp/" + Address;
        string host = Address.Family() == IPFamily.IPv6 ? "[" + Address + "]" : Address.ToString();
        return string.Format(CultureInfo.InvariantCulture, "{0}/{1}:{2}", Protocol == TransportProtocol.Tcp ? "tcp" : "udp", host, port);
    }

    /// <summary>Brackets are asked for around IPv6 alone: 2001:db8::10:53 would be ambiguous.</summary>
    private static string WithoutBrackets(string host) =>
        host.Length > 2 && host[0] == '[' && host[host.Length - 1] == ']' && host.IndexOf(':') > 0 ? host.Substring(1, host.Length - 2)
        : host.IndexOf(':') >= 0 ? string.Empty
        : host;
}
