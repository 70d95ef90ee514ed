using System.Linq;
using System.Net;
using DsrReadiness.Arp;
using DsrReadiness.Json;
using DsrReadiness.Network.Linux;

namespace DsrReadiness.Network.Tests;

/// <summary>What iproute2 6.1 wrote, and what older and newer releases write differently.</summary>
public sealed class IpJsonTests
{
    [Fact]
    public void Rules_are_read_by_table_and_destination()
    {
        const string Text = """
            [{"priority":0,"src":"all","table":"local"},
             {"priority":90,"src":"all","dst":"192.0.2.10","fwmark":"0x44000000","table":"1140850695","protocol":"213"},
             {"priority":100,"src":"all","dst":"198.51.100.0","dstlen":24,"table":"7"},{}]
            """;
        Assert.Equal([new IpRule(null, null), new IpRule(1140850695, IPAddress.Parse("192.0.2.10")), new IpRule(7, IPAddress.Parse("198.51.100.0"))], IpJson.Rules(Text));
    }

    [Theory]
    [InlineData("""[{"dst":"192.0.2.10","gateway":"192.0.2.11","dev":"eth0","table":"1140850688","protocol":"213","flags":[]}]""", null, 1140850688u, "192.0.2.11", "eth0", "213")]
    [InlineData("""[{"dst":"192.0.2.10","dev":"wg0","scope":"link","flags":[]}]""", null, null, null, "wg0", null)]
    [InlineData("""[{"type":"blackhole","dst":"192.0.2.10","protocol":"static","flags":[]}]""", "blackhole", null, null, null, "static")]
    [InlineData("""[{"type":"local","dst":"192.0.2.10","dev":"lo","table":"local","protocol":"kernel","scope":"host","prefsrc":"192.0.2.10","flags":[]}]""", "local", null, null, "lo", "kernel")]
    public void Routes_may_lack_what_they_do_not_need(string text, string? type, uint? table, string? gateway, string? device, string? protocol) =>
        Assert.Equal(new IpRoute(type, table, gateway is null ? null : IPAddress.Parse(gateway), device, protocol), Assert.Single(IpJson.Routes(text)));

    [Theory]
    [InlineData("""[{"dst":"192.0.2.11","dev":"eth0","lladdr":"02:00:00:00:00:11","state":["REACHABLE"]}]""", "02:00:00:00:00:11", "REACHABLE")]
    [InlineData("""[{"dst":"192.0.2.11","dev":"eth0","state":["FAILED"]}]""", null, "FAILED")]
    [InlineData("""[{"dst":"192.0.2.11","dev":"eth0"}]""", null, "")]
    public void A_neighbour_may_have_no_address(string text, string? mac, string states)
    {
        IpNeighbor? neighbor = IpJson.Neighbor(text);

        Assert.Equal((mac, states), (neighbor?.LinkLayerAddress, string.Join(" ", neighbor?.States ?? [])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("[ ]\n")]
    public void Nothing_is_written_in_several_ways(string text)
    {
        Assert.Null(IpJson.Neighbor(text));
        Assert.Empty(IpJson.Routes(text));
        Assert.Empty(IpJson.Rules(text));
        Assert.Empty(IpJson.Addresses(text));
    }

    [Fact]
    public void Addresses_are_those_of_interfaces_that_are_up()
    {
        const string Text = """
            [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP"],"addr_info":[{"family":"inet","local":"192.0.2.10","prefixlen":32}]},
             {"ifindex":2,"ifname":"eth0","flags":["UP"],"addr_info":[{"local":"192.0.2.1","prefixlen":24},{"local":"2001:db8::1","prefixlen":64},{"local":"not one"},{}]},
             {"ifindex":3,"ifname":"eth1","flags":[],"addr_info":[{"local":"198.51.100.1","prefixlen":24}]},
             {"ifindex":4,"ifname":"eth2","flags":["UP"]},{}]
            """;
        Assert.Equal(["1 lo 192.0.2.10/32", "2 eth0 192.0.2.1/24", "2 eth0 2001:db8::1/64"], IpJson.Addresses(Text).Select(Show));
    }

    [Theory]
    [InlineData("default via 192.0.2.1 dev eth0")]
    [InlineData("[{")]
    public void What_is_no_json_is_an_error(string text) => Assert.Throws<JsonFormatException>(() => IpJson.Routes(text));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1, \"two\", null]")]
    [InlineData("""[{"table":7,"dst":9,"gateway":null}]""")]
    public void Other_json_is_read_as_far_as_it_goes(string text) => Assert.All(IpJson.Routes(text), each => Assert.Equal(new IpRoute(null, null, null, null, null), each));

    private static string Show(ProbeAddress each) => $"{each.InterfaceIndex} {each.InterfaceAlias} {each.Address}/{each.PrefixLength}";
}
