using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Tests.Addresses;

public sealed class SpecialAddressesTests
{
    [Theory]
    [InlineData("0.0.0.0", "the unspecified address")]
    [InlineData("0.0.0.1", "an address of 'this network'")]
    [InlineData("0.255.255.255", "an address of 'this network'")]
    [InlineData("1.0.0.0", null)]
    [InlineData("126.255.255.255", null)]
    [InlineData("127.0.0.0", "a loopback address")]
    [InlineData("127.255.255.255", "a loopback address")]
    [InlineData("128.0.0.0", null)]
    [InlineData("169.253.255.255", null)]
    [InlineData("169.254.0.0", "a link-local address")]
    [InlineData("169.254.255.255", "a link-local address")]
    [InlineData("169.255.0.0", null)]
    [InlineData("223.255.255.255", null)]
    [InlineData("224.0.0.0", "a multicast address")]
    [InlineData("239.255.255.255", "a multicast address")]
    [InlineData("240.0.0.0", "a reserved address")]
    [InlineData("255.255.255.254", "a reserved address")]
    [InlineData("255.255.255.255", "the broadcast address")]
    [InlineData("::", "the unspecified address")]
    [InlineData("::1", "the loopback address")]
    [InlineData("::2", null)]
    [InlineData("2001:db8::1", null)]
    [InlineData("fe7f:ffff::", null)]
    [InlineData("fe80::", "a link-local address")]
    [InlineData("febf:ffff::1", "a link-local address")]
    [InlineData("fec0::1", null)]
    [InlineData("feff:ffff::", null)]
    [InlineData("ff00::", "a multicast address")]
    [InlineData("ffff:ffff::", "a multicast address")]
    public void Says_what_an_address_is_that_no_host_may_have(string address, string? kind) =>
        Assert.Equal(kind, SpecialAddresses.KindOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("127.255.255.255/32", true)]
    [InlineData("126.0.0.0/7", false)]
    [InlineData("224.0.0.0/4", true)]
    [InlineData("224.0.0.0/3", false)]
    [InlineData("255.255.255.255/32", true)]
    [InlineData("255.255.255.254/31", false)]
    [InlineData("169.254.0.0/16", false)]
    [InlineData("0.0.0.0/0", false)]
    [InlineData("fe80::/64", true)]
    [InlineData("fe80::/10", true)]
    [InlineData("fe80::/9", false)]
    [InlineData("fec0::/10", false)]
    [InlineData("ff00::/8", true)]
    [InlineData("::1/128", true)]
    [InlineData("::/127", false)]
    [InlineData("::/0", false)]
    public void Tells_prefixes_that_lead_nowhere_else(string prefix, bool local)
    {
        Assert.True(IPPrefix.TryParse(prefix, out IPPrefix? parsed));
        Assert.Equal(local, SpecialAddresses.IsLocal(parsed));
    }

    [Theory]
    [InlineData("192.0.2.0/24", "192.0.2.255")]
    [InlineData("192.0.2.4/30", "192.0.2.7")]
    [InlineData("192.0.2.4/31", null)]
    [InlineData("192.0.2.4/32", null)]
    [InlineData("2001:db8::/64", null)]
    public void Knows_the_broadcast_address_of_a_subnet(string prefix, string? expected)
    {
        Assert.True(IPPrefix.TryParse(prefix, out IPPrefix? parsed));
        Assert.Equal(expected, SpecialAddresses.BroadcastOf(parsed)?.ToString());
    }
}
