using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DsrReadiness.Connections;
using DsrReadiness.Services;

namespace DsrReadiness.Tests.Connections;

public sealed class PayloadTests
{
    private static readonly byte[] s_nonce = [.. Enumerable.Range(1, Payload.NonceLength).Select(i => (byte)i)];

    [Theory]
    [InlineData("dns", "01020100000100000000000000" + "00020001")]
    [InlineData("NTP", "23" + "00000000000000" + "0000000000000000" + "0000000000000000" + "0000000000000000" + "0000000000000000" + "0102030405060708")]
    [InlineData("snmp", "3029020101" + "04067075626C6963" + "A01C" + "020441020304" + "020100" + "020100" + "300E300C06082B060102010103000500")]
    [InlineData("snmp:ab", "3025020101" + "04026162" + "A01C" + "020441020304" + "020100" + "020100" + "300E300C06082B060102010103000500")]
    [InlineData("text:hi: there", "68693A207468657265")]
    [InlineData("0aFF", "0AFF")]
    public void Asks_in_the_words_of_its_protocol(string text, string bytes) => Assert.Equal(bytes, Convert.ToHexString(Payload.Parse(text).Build(s_nonce)));

    [Theory]
    [InlineData("radius", "")]
    [InlineData("radius:s3cr:et", "s3cr:et")]
    public void A_status_server_packet_is_authenticated_by_the_secret(string text, string secret)
    {
        byte[] packet = Payload.Parse(text).Build(s_nonce);

        Assert.Equal("0C010026" + Convert.ToHexString(s_nonce) + "5012", Convert.ToHexString(packet, 0, 22));
        byte[] zeroed = [.. packet.Take(22), .. new byte[16]];
#pragma warning disable CA5351
        Assert.Equal(HMACMD5.HashData(Encoding.UTF8.GetBytes(secret), zeroed), packet[22..]);
#pragma warning restore CA5351
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("xyz")]
    [InlineData("snmp:")]
    [InlineData("radius:")]
    [InlineData("text:")]
    [InlineData("dns:x")]
    public void Anything_else_is_refused_with_what_would_do(string text) =>
        Assert.Contains("write dns, ntp, snmp", Assert.Throws<ServiceDefinitionException>(() => Payload.Parse(text)).Message);

    [Fact]
    public void A_payload_fits_one_packet() => Assert.Throws<ServiceDefinitionException>(() => Payload.Parse("text:" + new string('x', 1401)));

    [Theory]
    [InlineData("udp/53", "dns")]
    [InlineData("udp/123", "ntp")]
    [InlineData("udp/161", "snmp")]
    [InlineData("udp/1812", "radius")]
    [InlineData("udp/54", null)]
    [InlineData("tcp/53", null)]
    [InlineData("icmp", null)]
    public void A_port_has_its_usual_payload(string port, string? name) => Assert.Equal(name, Payload.Usual(ConnectionPort.Parse(port))?.Name);

    [Theory]
    [InlineData("443", "tcp/443")]
    [InlineData("UDP/5000-5100", "udp/5000")]
    [InlineData("ICMP", "icmp")]
    public void A_port_reads_as_elsewhere_and_icmp(string text, string port) => Assert.Equal(port, ConnectionPort.Parse(text).ToString());
}
