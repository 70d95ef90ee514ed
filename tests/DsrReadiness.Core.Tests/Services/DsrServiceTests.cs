using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Services;

namespace DsrReadiness.Tests.Services;

public sealed class DsrServiceTests
{
    [Fact]
    public void Keeps_what_it_is_given()
    {
        Assert.True(IPPrefix.TryParse("198.51.100.0/24", out IPPrefix? client));
        var service = new DsrService(
            [IPAddress.Parse("192.0.2.10")],
            [ServicePort.Parse("443")],
            [IPAddress.Parse("192.0.2.5")],
            Probe.Parse("tcp/192.0.2.10:443"),
            [client],
            "Ethernet",
            DsrEnvironment.Azure);
        Assert.Equal("192.0.2.10", Assert.Single(service.VirtualIPAddresses).ToString());
        Assert.Equal("tcp/443", Assert.Single(service.Ports).ToString());
        Assert.Equal("192.0.2.5", Assert.Single(service.Balancers).ToString());
        Assert.Equal("tcp/192.0.2.10:443", service.Probe?.ToString());
        Assert.Equal("198.51.100.0/24", Assert.Single(service.Clients).ToString());
        Assert.Equal(("Ethernet", DsrEnvironment.Azure), (service.TrafficInterface, service.Environment));
    }

    [Fact]
    public void Takes_each_thing_that_was_given_twice_once()
    {
        Assert.True(IPPrefix.TryParse("198.51.100.0/24", out IPPrefix? client));
        Assert.True(IPPrefix.TryParse("198.51.100.9/24", out IPPrefix? sameClient));
        var service = new DsrService(
            Addresses("192.0.2.10", "192.0.2.10"),
            [ServicePort.Parse("443"), ServicePort.Parse("tcp/443")],
            Addresses("192.0.2.5", "192.0.2.5"),
            clients: [client, sameClient]);
        Assert.Equal((1, 1, 1, 1), (service.VirtualIPAddresses.Count, service.Ports.Count, service.Balancers.Count, service.Clients.Count));
    }

    [Theory]
    [InlineData("192.0.2.10", IPFamily.IPv4)]
    [InlineData("2001:db8::10", IPFamily.IPv6)]
    [InlineData("2001:db8::10,192.0.2.10,192.0.2.11", IPFamily.IPv4, IPFamily.IPv6)]
    public void Judges_the_families_that_its_vips_have(string vips, params IPFamily[] expected) =>
        Assert.Equal(expected, new DsrService(Addresses(vips.Split(','))).Families);

    [Fact]
    public void Takes_ipv4_mapped_addresses_as_what_they_are()
    {
        var service = new DsrService(Addresses("::ffff:192.0.2.10", "192.0.2.10"), balancers: Addresses("::ffff:192.0.2.5"));
        Assert.Equal(["192.0.2.10"], service.VirtualIPAddresses.Select(vip => vip.ToString()));
        Assert.Equal([IPFamily.IPv4], service.Families);
        Assert.Equal(["192.0.2.5"], service.Balancers.Select(balancer => balancer.ToString()));
    }

    [Fact]
    public void Drops_the_scope_of_a_balancer() => Assert.Equal(
        ["fe80::5"],
        new DsrService(Addresses("2001:db8::10"), balancers: Addresses("fe80::5%7", "fe80::5%8")).Balancers.Select(balancer => balancer.ToString()));

    [Theory]
    [InlineData("fe80::10%7")]
    [InlineData("2001:db8::10%7")]
    [InlineData("::ffff:192.0.2.10%7")]
    public void Refuses_a_vip_with_a_scope_by_name_and_says_what_would_do(string vip)
    {
        string message = Assert.Throws<ServiceDefinitionException>(() => new DsrService(Addresses("192.0.2.9", vip))).Message;
        Assert.Contains("%7' has a scope", message);
        Assert.Contains("without what follows the '%'", message);
    }

    [Fact]
    public void Takes_a_link_local_vip_without_scope_which_a_check_then_fails() => Assert.Single(new DsrService(Addresses("fe80::10")).VirtualIPAddresses);

    [Fact]
    public void Refuses_to_have_no_vip() =>
        Assert.Contains("at least one virtual IP address", Assert.Throws<ServiceDefinitionException>(() => new DsrService([])).Message);

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.5,192.0.2.10", "192.0.2.10")]
    [InlineData("192.0.2.9,192.0.2.10", "::ffff:192.0.2.10", "192.0.2.10")]
    [InlineData("2001:db8::10", "2001:db8::10%4", "2001:db8::10")]
    public void Refuses_an_address_that_is_vip_and_balancer_by_name_and_says_what_would_do(string vips, string balancers, string both) => Assert.Equal(
        $"'{both}' is given as VIP and as balancer: give the balancer's own address, or leave it out.",
        Assert.Throws<ServiceDefinitionException>(
            () => new DsrService(Addresses(vips.Split(',')), balancers: Addresses(balancers.Split(',')))).Message);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t")]
    public void Refuses_a_blank_traffic_interface_and_says_what_would_do(string given) => Assert.Contains(
        "give its name or index, or leave it out",
        Assert.Throws<ServiceDefinitionException>(() => new DsrService(Addresses("192.0.2.10"), trafficInterface: given)).Message);

    private static IPAddress[] Addresses(params string[] texts) => texts.Select(IPAddress.Parse).ToArray();
}
