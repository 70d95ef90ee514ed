using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Snapshots;

public sealed class AddressRowTests
{
    [Fact]
    public void Reads_an_address()
    {
        HostAddress row = Address(
            "192.0.2.10",
            (NetIPAddressClass.InterfaceAlias, "Loopback"),
            (NetIPAddressClass.PrefixLength, 32L),
            (NetIPAddressClass.AddressState, "Preferred"),
            (NetIPAddressClass.SkipAsSource, true));
        Assert.Equal((12u, IPAddress.Parse("192.0.2.10"), IPFamily.IPv4, "Loopback"), (row.InterfaceIndex, row.Address, row.Family, row.InterfaceAlias.Value));
        Assert.Equal((32u, AddressState.Preferred, true), (row.PrefixLength.Value, row.State.Value, row.SkipAsSource.Value));
    }

    [Fact]
    public void Drops_the_scope_of_an_address()
    {
        HostAddress row = Address("fe80::1%12");
        Assert.Equal((IPAddress.Parse("fe80::1"), IPFamily.IPv6), (row.Address, row.Family));
    }

    [Theory]
    [InlineData("192.0.2.77", 24L, "192.0.2.0/24")]
    [InlineData("192.0.2.77", 32L, "192.0.2.77/32")]
    [InlineData("192.0.2.77", 0L, "0.0.0.0/0")]
    [InlineData("2001:db8::77", 64L, "2001:db8::/64")]
    [InlineData("2001:db8::77", 128L, "2001:db8::77/128")]
    [InlineData("192.0.2.77", 33L, null)]
    [InlineData("2001:db8::77", 129L, null)]
    [InlineData("192.0.2.77", 256L, null)]
    [InlineData("192.0.2.77", null, null)]
    public void Puts_its_prefix_on_link_when_the_length_is_possible(string address, object? length, string? expected) =>
        Assert.Equal(expected, Address(address, (NetIPAddressClass.PrefixLength, length)).OnLinkPrefix?.ToString());

    [Theory]
    [InlineData("1")]
    [InlineData("0x7f.1")]
    [InlineData("010.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("")]
    public void Refuses_a_row_whose_address_is_none(string address)
    {
        MalformedRowException refused = Assert.Throws<MalformedRowException>(() => Address(address));
        Assert.Equal($"IPAddress is unreadable ('{address}')", refused.Message);
    }

    [Fact]
    public void Reads_a_route()
    {
        Route row = RouteTo(
            "0.0.0.0/0",
            (NetRouteClass.InterfaceAlias, "Ethernet"),
            (NetRouteClass.NextHop, "192.0.2.1"),
            (NetRouteClass.RouteMetric, 256L),
            (NetRouteClass.InterfaceMetric, null));
        Assert.Equal((7u, "Ethernet", IPFamily.IPv4), (row.InterfaceIndex, row.InterfaceAlias.Value, row.Family));
        Assert.Equal((IPAddress.Parse("192.0.2.1"), 256u, FieldState.Null), (row.NextHop.Value, row.RouteMetric.Value, row.InterfaceMetric.State));
        Assert.True(row.Destination.IsDefault);
    }

    [Theory]
    [InlineData("192.0.2.77/24", "192.0.2.0/24")]
    [InlineData("2001:db8::77/64", "2001:db8::/64")]
    [InlineData("192.0.2.77", "192.0.2.77/32")]
    public void Drops_the_host_bits_of_a_destination(string text, string expected) => Assert.Equal(expected, RouteTo(text).Destination.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("default")]
    [InlineData("192.0.2.0/33")]
    [InlineData("192.0.2.0/-1")]
    [InlineData("192.0.2.0/")]
    [InlineData("192.0.2/24")]
    public void Refuses_a_row_whose_destination_is_no_prefix(string text)
    {
        MalformedRowException refused = Assert.Throws<MalformedRowException>(() => RouteTo(text));
        Assert.Equal($"DestinationPrefix is '{text}', which is not a prefix", refused.Message);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("192.0.2.53", "192.0.2.53")]
    [InlineData(new object?[] { "192.0.2.53", "fec0:0:0:ffff::1%1" }, "192.0.2.53 fec0:0:0:ffff::1")]
    [InlineData(new object?[] { "ns.example", "192.0.2.53" }, "192.0.2.53")]
    [InlineData(new object?[0], "")]
    public void Reads_dns_servers_and_leaves_out_what_is_no_address(object? raw, string expected) => Assert.Equal(
        expected,
        string.Join(' ', new DnsServers(Rows.Of(
            DnsClientServerAddressClass.Class,
            (DnsClientServerAddressClass.InterfaceIndex, 7L),
            (DnsClientServerAddressClass.ServerAddresses, raw))).Servers.Select(each => each.ToString())));

    [Fact]
    public void Reads_a_dns_registration()
    {
        var row = new DnsRegistration(Rows.Of(
            DnsClientClass.Class,
            (DnsClientClass.InterfaceIndex, 7L),
            (DnsClientClass.InterfaceAlias, "Ethernet"),
            (DnsClientClass.RegisterThisConnectionsAddress, "False")));
        Assert.Equal((7u, "Ethernet", false), (row.InterfaceIndex, row.InterfaceAlias.Value, row.Registers.Value));
    }

    private static HostAddress Address(string address, params (CimProperty Property, object? Value)[] values) =>
        new(Rows.Of(NetIPAddressClass.Class, [(NetIPAddressClass.InterfaceIndex, 12L), (NetIPAddressClass.IPAddress, address), .. values]));

    private static Route RouteTo(string destination, params (CimProperty Property, object? Value)[] values) =>
        new(Rows.Of(NetRouteClass.Class, [(NetRouteClass.InterfaceIndex, 7L), (NetRouteClass.DestinationPrefix, destination), .. values]));
}
