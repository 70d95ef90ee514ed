using System.Net;
using System.Text;
using DsrReadiness.Connections;

namespace DsrReadiness.Tests.Connections;

/// <summary>What goes over the wire and comes back, as bytes.</summary>
public sealed class WireTextTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_echo_is_known_by_its_numbers(bool isIPv6)
    {
        byte[] answer = Packet(isIPv6, IcmpEcho.Build(isIPv6, 0x1234, 7));
        answer[isIPv6 ? 0 : 20] = isIPv6 ? (byte)129 : (byte)0;

        Assert.Equal(Reply.Answered, IcmpEcho.Read(answer, answer.Length, isIPv6, 0x1234, 7));
        Assert.Null(IcmpEcho.Read(answer, answer.Length, isIPv6, 0x1234, 8));
        Assert.Null(IcmpEcho.Read(answer, answer.Length, isIPv6, 0x1235, 7));
        for (int length = 0; length < (isIPv6 ? 8 : 28); length++)
            Assert.Null(IcmpEcho.Read(answer, length, isIPv6, 0x1234, 7));
    }

    [Theory]
    [InlineData(false, 11)]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    [InlineData(true, 1)]
    public void What_went_beyond_is_known_by_the_echo_that_is_quoted(bool isIPv6, byte type)
    {
        byte[] quoted = [.. new byte[isIPv6 ? 40 : 20], .. IcmpEcho.Build(isIPv6, 1, 2)];
        if (!isIPv6)
            quoted[0] = 0x45;
        byte[] packet = Packet(isIPv6, [type, 0, 0, 0, 0, 0, 0, 0, .. quoted]);

        Assert.Equal(Reply.Unreachable, IcmpEcho.Read(packet, packet.Length, isIPv6, 1, 2));
        Assert.Null(IcmpEcho.Read(packet, packet.Length, isIPv6, 1, 3));
        for (int length = 0; length < packet.Length - 12; length++)
            Assert.Null(IcmpEcho.Read(packet, length, isIPv6, 1, 2));
    }

    [Fact]
    public void The_own_question_is_no_answer()
    {
        byte[] packet = Packet(false, IcmpEcho.Build(false, 1, 2));

        Assert.Null(IcmpEcho.Read(packet, packet.Length, false, 1, 2));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n", 200)]
    [InlineData("HTTP/1.0 503 Service Unavailable\r\n", 503)]
    [InlineData("HTTP/1.1 204\r\n", 204)]
    [InlineData("HTTP/1.1 20", null)]
    [InlineData("HTTP/1.1 2000 OK", null)]
    [InlineData("HTTP/2 200 OK\r\n", null)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", null)]
    [InlineData("", null)]
    public void The_status_is_read_from_the_first_line(string response, int? status) =>
        Assert.Equal(status, HttpText.Status(Encoding.ASCII.GetBytes(response), response.Length));

    [Theory]
    [InlineData("192.0.2.10", null, 80, false, "Host: 192.0.2.10\r\n")]
    [InlineData("192.0.2.10", null, 443, false, "Host: 192.0.2.10:443\r\n")]
    [InlineData("2001:db8::10", null, 443, true, "Host: [2001:db8::10]\r\n")]
    [InlineData("192.0.2.10", "www.example.test", 8443, true, "Host: www.example.test:8443\r\n")]
    public void The_request_names_the_host(string address, string? name, int port, bool tls, string header) =>
        Assert.Contains(header, Encoding.ASCII.GetString(HttpText.Request("/", name, IPAddress.Parse(address), port, tls)));

    [Theory]
    [InlineData("/health?a=b", true)]
    [InlineData("health", false)]
    [InlineData("/a b", false)]
    [InlineData("/a\r\nX: y", false)]
    [InlineData("/ä", false)]
    [InlineData("", false)]
    public void A_path_can_smuggle_nothing(string path, bool isPath) => Assert.Equal(isPath, HttpText.IsPath(path));

    private static byte[] Packet(bool isIPv6, byte[] icmp) => isIPv6 ? icmp : [0x45, .. new byte[19], .. icmp];
}
