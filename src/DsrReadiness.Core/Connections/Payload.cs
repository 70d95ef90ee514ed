using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DsrReadiness.Services;

namespace DsrReadiness.Connections;

/// <summary>What a datagram asks, so that a service answers: built in for some protocols, or given.</summary>
internal sealed class Payload(string name, Func<byte[], byte[]> build)
{
    /// <summary>How many bytes of chance a question needs.</summary>
    public const int NonceLength = 16;

    private const int LongestGiven = 1400; // what every segment carries in one packet

    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>Reads <c>dns</c>, <c>ntp</c>, <c>snmp</c>, <c>snmp:COMMUNITY</c>, <c>radius</c>, <c>radius:SECRET</c>, <c>text:WORDS</c> or hexadecimal digits.</summary>
    /// <exception cref="ServiceDefinitionException">The text is none of these.</exception>
    public static Payload Parse(string text)
    {
        int colon = text.IndexOf(':');
        string kind = (colon < 0 ? text : text.Substring(0, colon)).ToUpperInvariant();
        string? rest = colon < 0 ? null : text.Substring(colon + 1);
        return (kind, rest) switch
        {
            ("DNS", null) => new Payload("dns", Dns),
            ("NTP", null) => new Payload("ntp", Ntp),
            ("SNMP", _) when rest?.Length != 0 => new Payload("snmp", nonce => Snmp(nonce, rest ?? "public")),
            ("RADIUS", _) when rest?.Length != 0 => new Payload("radius", nonce => Radius(nonce, rest ?? string.Empty)),
            ("TEXT", { Length: > 0 }) => Given("text", Encoding.UTF8.GetBytes(rest)),
            (_, null) when IsHex(kind) => Given("hex", Hex(kind)),
            _ => throw new ServiceDefinitionException(
                $"'{text}' is not a payload: write dns, ntp, snmp, snmp:COMMUNITY, radius, radius:SECRET, text:WORDS, or an even number of hexadecimal digits."),
        };
    }

    /// <summary>What is usual on a port; null where nothing is.</summary>
    public static Payload? Usual(ConnectionPort port) => (port.Protocol, port.Number) switch
    {
        (ConnectionProtocol.Udp, 53) => Parse("dns"),
        (ConnectionProtocol.Udp, 123) => Parse("ntp"),
        (ConnectionProtocol.Udp, 161) => Parse("snmp"),
        (ConnectionProtocol.Udp, 1645 or 1646 or 1812 or 1813) => Parse("radius"),
        _ => null,
    };

    /// <summary>The first port whose datagram has nothing to say: none is given, and none is usual there. Null if there is none.</summary>
    public static ConnectionPort? FirstMute(IEnumerable<ConnectionPort> ports, Payload? given) =>
        given is null ? ports.FirstOrDefault(each => each.Protocol == ConnectionProtocol.Udp && Usual(each) is null) : null;

    /// <param name="nonce">16 bytes of chance, so that no answer to another question is taken for one to this.</param>
    public byte[] Build(byte[] nonce) => build(nonce);

    private static Payload Given(string name, byte[] bytes) => bytes.Length <= LongestGiven
        ? new Payload(name, _ => bytes)
        : throw new ServiceDefinitionException($"The payload has {bytes.Length.ToString(CultureInfo.InvariantCulture)} bytes: at most {LongestGiven} fit one packet.");

    private static bool IsHex(string text) => text.Length > 0 && text.Length % 2 == 0 && text.All(Uri.IsHexDigit);

    private static byte[] Hex(string text) =>
        [.. Enumerable.Range(0, text.Length / 2).Select(i => byte.Parse(text.Substring(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))];

    /// <summary>Who serves the root (RFC 1035): every DNS server answers, if only to refuse.</summary>
    private static byte[] Dns(byte[] nonce) => [nonce[0], nonce[1], 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1];

    /// <summary>A client's question of version 4 (RFC 5905), with chance as its time.</summary>
    private static byte[] Ntp(byte[] nonce)
    {
        byte[] packet = new byte[48];
        packet[0] = 0x23;
        Array.Copy(nonce, 0, packet, 40, 8);
        return packet;
    }

    /// <summary>A get of sysUpTime.0 in version 2c (RFC 3416).</summary>
    private static byte[] Snmp(byte[] nonce, string community)
    {
        byte[] binding = Ber(0x30, [.. Ber(0x06, [0x2B, 6, 1, 2, 1, 1, 3, 0]), .. Ber(0x05, [])]);
        byte[] id = [(byte)(nonce[0] & 0x3F | 0x40), nonce[1], nonce[2], nonce[3]];
        byte[] get = Ber(0xA0, [.. Ber(0x02, id), .. Ber(0x02, [0]), .. Ber(0x02, [0]), .. Ber(0x30, binding)]);
        return Ber(0x30, [.. Ber(0x02, [1]), .. Ber(0x04, Encoding.UTF8.GetBytes(community)), .. get]);
    }

    private static byte[] Ber(byte tag, byte[] content) => content.Length < 0x80
        ? [tag, (byte)content.Length, .. content]
        : [tag, 0x82, (byte)(content.Length >> 8), (byte)content.Length, .. content];

    /// <summary>Status-Server with Message-Authenticator (RFC 5997): a server answers only who knows its secret.</summary>
    private static byte[] Radius(byte[] nonce, string secret)
    {
        byte[] packet = [12, nonce[0], 0, 38, .. nonce, 80, 18, .. new byte[16]];
#pragma warning disable CA5351 // The protocol's own, which proves nothing but that both know the secret.
        using var authenticator = new HMACMD5(Encoding.UTF8.GetBytes(secret));
#pragma warning restore CA5351
        authenticator.ComputeHash(packet).CopyTo(packet, packet.Length - 16);
        return packet;
    }
}
