using DsrReadiness.Addresses;
using DsrReadiness.Services;
using DsrReadiness.Tests.Addresses;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Services;

public sealed class ProbeTests
{
    [Theory]
    [InlineData("tcp/192.0.2.10:443", TransportProtocol.Tcp, "192.0.2.10", 443, "tcp/192.0.2.10:443")]
    [InlineData("UDP/192.0.2.10:1", TransportProtocol.Udp, "192.0.2.10", 1, "udp/192.0.2.10:1")]
    [InlineData("Tcp/[2001:DB8::10]:65535", TransportProtocol.Tcp, "2001:db8::10", 65535, "tcp/[2001:db8::10]:65535")]
    [InlineData("tcp/[fe80::10%7]:80", TransportProtocol.Tcp, "fe80::10", 80, "tcp/[fe80::10]:80")]
    [InlineData("tcp/[::ffff:192.0.2.10]:80", TransportProtocol.Tcp, "192.0.2.10", 80, "tcp/192.0.2.10:80")]
    [InlineData("icmp/192.0.2.10", TransportProtocol.Icmp, "192.0.2.10", null, "icmp/192.0.2.10")]
    [InlineData("ICMP/2001:db8::10", TransportProtocol.Icmp, "2001:db8::10", null, "icmp/2001:db8::10")]
    [InlineData("icmp/::ffff:192.0.2.10", TransportProtocol.Icmp, "192.0.2.10", null, "icmp/192.0.2.10")]
    public void Reads_a_probe(string text, TransportProtocol protocol, string address, int? port, string written)
    {
        Probe probe = Probe.Parse(text);
        Assert.Equal((protocol, address, port), (probe.Protocol, probe.Address.ToString(), probe.Port));
        Assert.Equal(written, probe.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("tcp")]
    [InlineData("tcp/")]
    [InlineData("tcp/:80")]
    [InlineData("tcp/192.0.2.10")]
    [InlineData("tcp/192.0.2.10:")]
    [InlineData("tcp/192.0.2.10:0")]
    [InlineData("tcp/192.0.2.10:65536")]
    [InlineData("tcp/192.0.2.10:-1")]
    [InlineData("tcp/192.0.2.10:+80")]
    [InlineData("tcp/192.0.2.10: 80")]
    [InlineData("tcp/192.0.2.10:80-90")]
    [InlineData("tcp/192.0.2.10:٨٠")]
    [InlineData("tcp/ 192.0.2.10:80")]
    [InlineData("tcp/[192.0.2.10]:80")]
    [InlineData("tcp/2001:db8::10:443")]
    [InlineData("tcp/[2001:db8::10]")]
    [InlineData("tcp/[2001:db8::10]443")]
    [InlineData("tcp/[2001:db8::10:443")]
    [InlineData("tcp/[[2001:db8::10]]:443")]
    [InlineData("tcp/[]:443")]
    [InlineData("tcp/web01:443")]
    [InlineData("192.0.2.10:443")]
    [InlineData("http/192.0.2.10:80")]
    [InlineData("icmp/192.0.2.10:80")]
    [InlineData("icmp/[2001:db8::10]")]
    [InlineData("icmp/")]
    public void Refuses_anything_else_by_name_and_says_what_would_do(string text)
    {
        string message = Assert.Throws<ServiceDefinitionException>(() => Probe.Parse(text)).Message;
        Assert.StartsWith($"'{text}' is not a probe: write tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS", message);
        Assert.Contains("brackets", message);
    }

    [Fact]
    public void Is_read_back_as_the_same_probe() => Any.Holds(
        from address in Any.Address
        from port in Gen.Choose(1, 65535)
        from protocol in Gen.Elements("tcp", "udp", "icmp")
        select (address, port, protocol),
        each =>
        {
            string host = each.address.Family() == IPFamily.IPv6 && each.protocol != "icmp" ? "[" + each.address + "]" : each.address.ToString();
            Probe probe = Probe.Parse(each.protocol + "/" + host + (each.protocol == "icmp" ? string.Empty : ":" + each.port));
            Probe again = Probe.Parse(probe.ToString());
            return probe.Address.Equals(AddressText.Canonical(each.address)) && probe.Port is null == (each.protocol == "icmp")
                && (again.Protocol, again.Port, again.ToString()) == (probe.Protocol, probe.Port, probe.ToString()) && again.Address.Equals(probe.Address);
        });
}
