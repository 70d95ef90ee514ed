using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Tests.Addresses;

public sealed class IPPrefixTests
{
    [Fact]
    public void Is_read_back_from_what_it_is_written_as() => Any.Holds(
        Any.Prefix,
        each =>
        {
            var prefix = new IPPrefix(each.Address, each.Length);
            return IPPrefix.TryParse(prefix.ToString(), out IPPrefix? again)
                && again.Equals(prefix) && again.GetHashCode() == prefix.GetHashCode() && again.ToString() == prefix.ToString();
        });

    [Fact]
    public void Drops_host_bits() => Any.Holds(
        Any.Prefix,
        each =>
        {
            var prefix = new IPPrefix(each.Address, each.Length);
            string bits = Any.Bits(each.Address);
            return Any.Bits(prefix.Network) == bits[..each.Length].PadRight(bits.Length, '0') && prefix.Contains(each.Address);
        });

    [Theory]
    [InlineData("192.0.2.77/24", "192.0.2.0/24")]
    [InlineData("192.0.2.77", "192.0.2.77/32")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("255.255.255.255/32", "255.255.255.255/32")]
    [InlineData("2001:DB8::1/32", "2001:db8::/32")]
    [InlineData("::1", "::1/128")]
    [InlineData("::/0", "::/0")]
    [InlineData("fe80::1%12/64", "fe80::/64")]
    public void Reads_an_address_with_a_length_or_alone(string text, string expected)
    {
        Assert.True(IPPrefix.TryParse(text, out IPPrefix? prefix));
        Assert.Equal(expected, prefix.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/24")]
    [InlineData("192.0.2.0/")]
    [InlineData("192.0.2.0/33")]
    [InlineData("192.0.2.0/-1")]
    [InlineData("192.0.2.0/+8")]
    [InlineData("192.0.2.0/ 8")]
    [InlineData("192.0.2.0/8 ")]
    [InlineData("192.0.2.0/٢٤")]
    [InlineData("192.0.2.0/24/8")]
    [InlineData("192.0.2.0/255.255.255.0")]
    [InlineData("192.0.2.0/99999999999")]
    [InlineData("192.0.2/24")]
    [InlineData("2001:db8::/129")]
    [InlineData("[2001:db8::]/32")]
    public void Reads_nothing_else(string text) => Assert.False(IPPrefix.TryParse(text, out _));

    [Fact]
    public void Knows_a_single_host_and_the_default_route()
    {
        Assert.True(new IPPrefix(IPAddress.Loopback, 32).IsHost);
        Assert.False(new IPPrefix(IPAddress.IPv6Loopback, 32).IsHost);
        Assert.True(new IPPrefix(IPAddress.IPv6Loopback, 0).IsDefault);
        Assert.False(new IPPrefix(IPAddress.Any, 1).IsDefault);
        Assert.NotEqual(new IPPrefix(IPAddress.Any, 0), new IPPrefix(IPAddress.IPv6Any, 0));
        Assert.NotEqual(new IPPrefix(IPAddress.Any, 8), new IPPrefix(IPAddress.Any, 9));
    }
}
