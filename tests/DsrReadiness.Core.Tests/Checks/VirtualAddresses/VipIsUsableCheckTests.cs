using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class VipIsUsableCheckTests() : CheckTest(new VipIsUsableCheck())
{
    private const string DnsServer = "192.168.11.10";

    [Theory]
    [InlineData(Server.Vip)]
    [InlineData(Server.Vip6)]
    [InlineData("10.255.255.255")]
    [InlineData("fd00::1")]
    [InlineData("192.168.11.254")]
    public void Passes_for_a_unicast_address(string vip) => Expect(Outcome.Passed, Server.Ready(), Server.Service().Vips(vip));

    [Theory]
    [InlineData("127.0.0.2", "a loopback address")]
    [InlineData("::1", "the loopback address")]
    [InlineData("169.254.7.7", "a link-local address")]
    [InlineData("fe80::50", "a link-local address")]
    [InlineData("224.0.0.18", "a multicast address")]
    [InlineData("ff02::1", "a multicast address")]
    [InlineData("0.0.0.0", "the unspecified address")]
    [InlineData("::", "the unspecified address")]
    [InlineData("255.255.255.255", "the broadcast address")]
    [InlineData("240.0.0.1", "a reserved address")]
    [InlineData("192.168.11.255", "the broadcast address of 192.168.11.0/24")]
    public void Fails_for_an_address_that_no_host_can_have(string vip, string kind)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Vips(vip));
        Assert.Equal((Severity.Error, vip), (result.Severity, result.Subject));
        Assert.StartsWith($"{vip} is {kind}", result.Reason);
    }

    [Theory]
    [InlineData(Server.Gateway, "a gateway of this server")]
    [InlineData(DnsServer, "a DNS server of this server")]
    [InlineData("192.168.11.0", "the network address of 192.168.11.0/24")]
    public void Fails_for_an_address_that_the_server_needs_others_to_have(string vip, string kind)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Vips(vip));
        Assert.Equal((Severity.Error, vip), (result.Severity, result.Subject));
        Assert.StartsWith($"{vip} is {kind}", result.Reason);
    }

    [Fact]
    public void Fails_for_the_next_hop_of_any_route_that_is_not_a_loopbacks()
    {
        Server server = Server.Ready().Set(NetRouteClass.NextHop, "192.168.11.7", (NetRouteClass.NextHop, Server.Gateway));
        Expect(Outcome.Failed, server, Server.Service().Vips("192.168.11.7"));
        Expect(Outcome.Passed, server.Set(NetRouteClass.InterfaceIndex, Server.Loopback, (NetRouteClass.NextHop, "192.168.11.7")), Server.Service().Vips("192.168.11.7"));
    }

    [Theory]
    [InlineData("udp/53", Severity.Warning)]
    [InlineData("tcp/53", Severity.Warning)]
    [InlineData("tcp/443", Severity.Error)]
    public void Warns_of_a_DNS_server_where_the_service_is_DNS_itself(string port, Severity severity) => Assert.Equal(
        severity, Expect(Outcome.Failed, Server.Ready(), Server.Service().Vips(DnsServer).Ports(port)).Severity);

    [Fact]
    public void Judges_an_ipv4_mapped_vip_as_the_ipv4_address_that_it_is() =>
        Assert.Equal(Server.Vip, Expect(Outcome.Passed, Server.Ready(), Server.Service().Vips("::ffff:192.168.11.50")).Subject);

    [Theory]
    [InlineData(Server.Dip)]
    [InlineData(Server.Dip6)]
    public void Fails_for_the_servers_own_address(string dip) => Assert.Equal(
        $"{dip} is the server's own address on Ethernet.", Expect(Outcome.Failed, Server.Ready(), Server.Service().Vips(dip)).Reason);

    [Fact]
    public void Passes_for_a_vip_beside_the_servers_own_address_which_is_for_V03_to_say() =>
        Expect(Outcome.Passed, Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, VipServers.Is(Server.Vip)));

    [Fact]
    public void Fails_when_only_vips_and_a_link_local_address_are_on_the_traffic_interface()
    {
        Server server = Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, VipServers.Is(Server.Vip6));
        Expect(Outcome.Passed, server, Server.Service().Vips(Server.Vip6));
        Expect(Outcome.Failed, server, Server.Service().Vips(Server.Vip6, Server.Dip6));
        Expect(Outcome.Failed, server.Remove(NetIPAddressClass.Class, VipServers.Is(Server.Dip6)), Server.Service().Vips(Server.Vip6));
    }

    [Fact]
    public void Passes_for_an_address_of_an_interface_that_is_not_the_traffic_interface() =>
        Expect(Outcome.Passed, Server.Ready().WithVip(20, "Ethernet 2", VipServers.FarVip, 24), Server.Service().Vips(VipServers.FarVip));

    [Fact]
    public void Names_the_one_of_two_vips_that_is_not_usable()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Vips(Server.Vip, "127.0.0.1"));
        Assert.Equal(("127.0.0.1", 2), (result.Subject, result.Details.Count));
    }

    [Fact]
    public void Is_unknown_when_the_addresses_could_not_be_read_unless_the_vip_alone_tells()
    {
        Server server = Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied);
        Expect(Outcome.Unknown, server);
        Expect(Outcome.Failed, server, Server.Service().Vips("224.0.0.18"));
    }

    [Fact]
    public void Is_unknown_when_an_interface_holds_it_that_may_be_the_traffic_interface()
    {
        Server twoNics = Server.Ready().AddNic(9, "Ethernet 2", "192.168.11.12", 24);
        Expect(Outcome.Unknown, twoNics, Server.Service().Balancers().Vips(Server.Dip));
        Expect(Outcome.Failed, twoNics, Server.Service().Balancers().Vips(Server.Dip).Interface("Ethernet"));
        Expect(Outcome.Passed, Server.Ready().WithoutDefaultRoute(), Server.Service().Balancers());
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Timeout));
    }

    [Fact]
    public void Does_not_apply_to_an_address_of_the_server_when_the_traffic_interface_given_does_not_exist() => Assert.Contains(
        "H02", Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Vips(Server.Dip).Interface("Ethernet 9")).Reason);

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Applies_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment)
    {
        Server server = Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, VipServers.Is(Server.Vip));
        Expect(Outcome.Passed, server, Server.Service().Environment(environment));
        Expect(Outcome.Failed, server, Server.Service().Environment(environment).Vips(Server.Dip, Server.Vip));
    }
}
