using System.Linq;
using DsrReadiness.Services;
using DsrReadiness.Tests.Addresses;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Services;

public sealed class ServicePortTests
{
    [Theory]
    [InlineData("443", TransportProtocol.Tcp, 443, 443, "tcp/443")]
    [InlineData("tcp/1", TransportProtocol.Tcp, 1, 1, "tcp/1")]
    [InlineData("TCP/65535", TransportProtocol.Tcp, 65535, 65535, "tcp/65535")]
    [InlineData("Udp/53", TransportProtocol.Udp, 53, 53, "udp/53")]
    [InlineData("udp/5000-5100", TransportProtocol.Udp, 5000, 5100, "udp/5000-5100")]
    [InlineData("1-65535", TransportProtocol.Tcp, 1, 65535, "tcp/1-65535")]
    [InlineData("tcp/80-80", TransportProtocol.Tcp, 80, 80, "tcp/80")]
    public void Reads_a_port_or_a_range(string text, TransportProtocol protocol, int first, int last, string written)
    {
        ServicePort port = ServicePort.Parse(text);
        Assert.Equal((protocol, first, last), (port.Protocol, port.First, port.Last));
        Assert.Equal(written, port.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("tcp/0")]
    [InlineData("65536")]
    [InlineData("99999999999999999999")]
    [InlineData("0-80")]
    [InlineData("80-65536")]
    [InlineData("81-80")]
    [InlineData("80-")]
    [InlineData("-80")]
    [InlineData("80-90-100")]
    [InlineData("80--90")]
    [InlineData("+80")]
    [InlineData(" 80")]
    [InlineData("80 ")]
    [InlineData("80\n")]
    [InlineData("80 - 90")]
    [InlineData("80,443")]
    [InlineData("0x50")]
    [InlineData("80.0")]
    [InlineData("٨٠")]
    [InlineData("tcp/")]
    [InlineData("/80")]
    [InlineData("tcp/udp/80")]
    [InlineData("tcp /80")]
    [InlineData("sctp/80")]
    [InlineData("icmp/8")]
    [InlineData("https")]
    public void Refuses_anything_else_by_name_and_says_what_would_do(string text)
    {
        string message = Assert.Throws<ServiceDefinitionException>(() => ServicePort.Parse(text)).Message;
        Assert.StartsWith($"'{text}' is not a port: write ", message);
        foreach (string would in new[] { "443", "tcp/443", "udp/5000-5100" })
        {
            Assert.Contains(would, message);
            ServicePort.Parse(would);
        }
    }

    [Fact]
    public void Reads_exactly_the_numbers_that_are_ports() => Assert.Equal(
        Enumerable.Range(1, 65535), Enumerable.Range(0, 70000).Where(number => ServicePort.TryParseNumber(number.ToString(), out int port) && port == number));

    [Fact]
    public void Is_read_back_as_the_same_port_and_holds_what_lies_between() => Any.Holds(
        from one in Port()
        from two in Port()
        from other in Gen.OneOf(Port(), Gen.Elements(one - 1, one, two, two + 1))
        from protocol in Gen.Elements("tcp", "udp")
        select (First: int.Min(one, two), Last: int.Max(one, two), other, protocol),
        each =>
        {
            ServicePort port = ServicePort.Parse($"{each.protocol}/{each.First}-{each.Last}");
            ServicePort again = ServicePort.Parse(port.ToString());
            bool inside = each.First <= each.other && each.other <= each.Last;
            return again.Equals(port) && again.GetHashCode() == port.GetHashCode()
                && port.Includes(port.Protocol, each.other) == inside
                && !port.Includes(port.Protocol == TransportProtocol.Tcp ? TransportProtocol.Udp : TransportProtocol.Tcp, each.other);
        });

    [Theory]
    [InlineData("tcp/80", "udp/80")]
    [InlineData("tcp/80", "tcp/80-81")]
    [InlineData("tcp/79-81", "tcp/80-81")]
    public void Differs_in_protocol_first_and_last(string one, string two) => Assert.NotEqual(ServicePort.Parse(one), ServicePort.Parse(two));

    private static FsCheck.Gen<int> Port() => Gen.Frequency((1, Gen.Elements(1, 2, 65534, 65535)), (3, Gen.Choose(1, 65535)));
}
