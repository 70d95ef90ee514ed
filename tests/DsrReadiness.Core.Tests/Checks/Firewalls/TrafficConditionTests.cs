using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>The conditions on the traffic, each by itself.</summary>
public sealed class TrafficConditionTests : RuleMatchTest
{
    [Theory]
    [InlineData("TCP", nameof(Match.Yes))]
    [InlineData("tcp", nameof(Match.Yes))]
    [InlineData("6", nameof(Match.Yes))]
    [InlineData(6, nameof(Match.Yes))]
    [InlineData("Any", nameof(Match.Yes))]
    [InlineData("256", nameof(Match.Yes))]
    [InlineData(null, nameof(Match.Yes))]
    [InlineData("UDP", nameof(Match.No))]
    [InlineData("17", nameof(Match.No))]
    [InlineData("ICMPv4", nameof(Match.No))]
    [InlineData("IGMP", nameof(Match.No))]
    [InlineData("257", nameof(Match.Unknown))]
    [InlineData("-6", nameof(Match.Unknown))]
    [InlineData("banana", nameof(Match.Unknown))]
    public void Protocol(object? value, string match) => Assert.Equal(match, Ask(NetProtocolPortFilterClass.Protocol, value));

    [Theory]
    [InlineData("ICMPv4", Server.Vip, nameof(Match.Yes))]
    [InlineData("1", Server.Vip, nameof(Match.Yes))]
    [InlineData("ICMPv6", Server.Vip, nameof(Match.No))]
    [InlineData("ICMPv6", Server.Vip6, nameof(Match.Yes))]
    [InlineData("58", Server.Vip6, nameof(Match.Yes))]
    [InlineData("1", Server.Vip6, nameof(Match.No))]
    public void Protocol_of_echo_requests(string value, string to, string match) =>
        Assert.Equal(match, Ask(NetProtocolPortFilterClass.Protocol, value, FlowTo(to, TransportProtocol.Icmp, null)));

    [Theory]
    [InlineData("Any", Server.Vip, nameof(Match.Yes))]
    [InlineData("8", Server.Vip, nameof(Match.Yes))]
    [InlineData("8:0", Server.Vip, nameof(Match.Yes))]
    [InlineData("8.0", Server.Vip, nameof(Match.Yes))]
    [InlineData("8:*", Server.Vip, nameof(Match.Yes))]
    [InlineData("8:Any", Server.Vip, nameof(Match.Yes))]
    [InlineData("3|8", Server.Vip, nameof(Match.Yes))]
    [InlineData("8:1", Server.Vip, nameof(Match.No))]
    [InlineData("0", Server.Vip, nameof(Match.No))]
    [InlineData("128", Server.Vip, nameof(Match.No))]
    [InlineData("128", Server.Vip6, nameof(Match.Yes))]
    [InlineData("128:0", Server.Vip6, nameof(Match.Yes))]
    [InlineData("8", Server.Vip6, nameof(Match.No))]
    [InlineData("echo", Server.Vip, nameof(Match.Unknown))]
    [InlineData("8:banana", Server.Vip, nameof(Match.Unknown))]
    [InlineData("255", Server.Vip, nameof(Match.No))]
    [InlineData("256", Server.Vip, nameof(Match.Unknown))]
    public void Icmp_type(string value, string to, string match) =>
        Assert.Equal(match, Ask(NetProtocolPortFilterClass.IcmpType, value.Split('|'), FlowTo(to, TransportProtocol.Icmp, null)));

    [Fact]
    public void Ports_do_not_matter_to_echo_requests_nor_types_to_tcp()
    {
        Assert.Equal(nameof(Match.Yes), Ask(NetProtocolPortFilterClass.LocalPort, "RPC", FlowTo(Server.Vip, TransportProtocol.Icmp, null)));
        Assert.Equal(nameof(Match.Yes), Ask(NetProtocolPortFilterClass.RemotePort, "7", FlowTo(Server.Vip, TransportProtocol.Icmp, null)));
        Assert.Equal(nameof(Match.Yes), Ask(NetProtocolPortFilterClass.IcmpType, "8"));
    }

    [Theory]
    [InlineData("443", nameof(Match.Yes))]
    [InlineData("80|443", nameof(Match.Yes))]
    [InlineData("80|400-500", nameof(Match.Yes))]
    [InlineData("Any", nameof(Match.Yes))]
    [InlineData("443|banana", nameof(Match.Yes))]
    [InlineData("442|444", nameof(Match.No))]
    [InlineData("444-500", nameof(Match.No))]
    [InlineData("RPC", nameof(Match.Beside))]
    [InlineData("IPHTTPSIn|80", nameof(Match.Beside))]
    [InlineData("80|banana", nameof(Match.Unknown))]
    [InlineData("RPC|banana", nameof(Match.Unknown))]
    public void Local_port(string value, string match) => Assert.Equal(match, Ask(NetProtocolPortFilterClass.LocalPort, value.Split('|')));

    [Theory]
    [InlineData("443-445", nameof(Match.Yes))]
    [InlineData("443|444-500", nameof(Match.Yes))]
    [InlineData("443", nameof(Match.Part))]
    [InlineData("445", nameof(Match.Part))]
    [InlineData("400-444", nameof(Match.Part))]
    [InlineData("446", nameof(Match.No))]
    [InlineData("442", nameof(Match.No))]
    public void Local_port_of_a_range(string value, string match) =>
        Assert.Equal(match, Ask(NetProtocolPortFilterClass.LocalPort, value.Split('|'), Https with { Ports = new PortRange(443, 445) }));

    [Theory]
    [InlineData("Any", nameof(Match.Yes))]
    [InlineData("0-65535", nameof(Match.Yes))]
    [InlineData("1-1023|1024-65535", nameof(Match.Yes))]
    [InlineData("1024-65535", nameof(Match.Yes))]
    [InlineData("1024-49151|49152-65535", nameof(Match.Yes))]
    [InlineData("1024-65535|banana", nameof(Match.Yes))]
    [InlineData("1025-65535", nameof(Match.Part))]
    [InlineData("1024-65534", nameof(Match.Part))]
    [InlineData("49152-65535", nameof(Match.Part))]
    [InlineData("443-1024", nameof(Match.Part))]
    [InlineData("1-1023", nameof(Match.Beside))]
    [InlineData("443", nameof(Match.Beside))]
    [InlineData("IPHTTPSOut", nameof(Match.Part))]
    [InlineData("443|banana", nameof(Match.Unknown))]
    public void Remote_port(string value, string match) => Assert.Equal(match, Ask(NetProtocolPortFilterClass.RemotePort, value.Split('|')));

    /// <summary>Resolvers, time servers and IKE send from low ports.</summary>
    [Theory]
    [InlineData("1-1023|1024-65535", nameof(Match.Yes))]
    [InlineData("1024-65535", nameof(Match.Part))]
    [InlineData("53", nameof(Match.Part))]
    public void Remote_port_of_udp(string value, string match) =>
        Assert.Equal(match, Ask(NetProtocolPortFilterClass.RemotePort, value.Split('|'), FlowTo(Server.Vip, TransportProtocol.Udp, 53)));

    [Theory]
    [InlineData("Any", nameof(Match.Yes))]
    [InlineData("192.168.11.50", nameof(Match.Yes))]
    [InlineData("192.168.11.51|192.168.11.0/255.255.255.0", nameof(Match.Yes))]
    [InlineData("192.168.11.40-192.168.11.60", nameof(Match.Yes))]
    [InlineData("192.168.11.51", nameof(Match.No))]
    [InlineData("2001:db8:11::50", nameof(Match.No))]
    [InlineData("::/0", nameof(Match.No))]
    [InlineData("LocalSubnet", nameof(Match.Beside))]
    [InlineData("banana", nameof(Match.Unknown))]
    public void Local_address(string value, string match) => Assert.Equal(match, Ask(NetAddressFilterClass.LocalAddress, value.Split('|')));

    [Theory]
    [InlineData("Any", null, nameof(Match.Yes))]
    [InlineData("0.0.0.0/0", null, nameof(Match.Yes))]
    [InlineData("0.0.0.0/1|128.0.0.0-255.255.255.255", null, nameof(Match.Yes))]
    [InlineData("0.0.0.0/1", null, nameof(Match.Part))]
    [InlineData("LocalSubnet", null, nameof(Match.Part))]
    [InlineData("Internet|Intranet", null, nameof(Match.Unknown))]
    [InlineData("::/0", null, nameof(Match.No))]
    [InlineData("banana", null, nameof(Match.Unknown))]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", nameof(Match.Yes))]
    [InlineData("10.0.0.0/8|banana", "10.1.0.0/16", nameof(Match.Yes))]
    [InlineData("10.1.0.0/17", "10.1.0.0/16", nameof(Match.Part))]
    [InlineData("LocalSubnet", "10.1.0.0/16", nameof(Match.Beside))]
    [InlineData("172.16.0.0/12", "10.1.0.0/16", nameof(Match.Beside))]
    public void Remote_address(string value, string? from, string match) => Assert.Equal(
        match, Ask(NetAddressFilterClass.RemoteAddress, value.Split('|'), Https with { From = from is null ? null : Prefix(from) }));
}
