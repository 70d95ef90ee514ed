using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class SourceAddressIsNotVipCheckTests() : CheckTest(new SourceAddressIsNotVipCheck())
{
    private static readonly (CimProperty, object) s_vip = VipServers.Is(Server.Vip);

    [Fact]
    public void Passes_when_the_servers_own_address_is_the_source()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack().Balancers(Server.Balancer, "2001:db8:11::5"));
        Assert.Contains($"Passed: Toward the balancer {Server.Balancer} Windows uses {Server.Dip}.", string.Join('\n', result.Details).Replace("Passed (Error)", "Passed"));
        Assert.Contains(Server.Dip6, string.Join('\n', result.Details));
    }

    [Fact]
    public void Fails_when_the_vip_shares_more_bits_with_the_destination()
    {
        Server server = Closer(skip: false);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Balancers("192.168.11.51"));
        Assert.Equal((Severity.Error, "the gateway 192.168.11.1", Server.Vip), (result.Severity, result.Subject, result.Actual));
        Assert.Equal("Set-NetIPAddress -InterfaceIndex 7 -IPAddress 192.168.11.50 -SkipAsSource $true", result.Command);
        Expect(Outcome.Passed, Closer(skip: true), Server.Service().Balancers("192.168.11.51"));
    }

    [Fact]
    public void Does_not_count_addresses_that_are_not_preferred() => Expect(
        Outcome.Passed, Closer(skip: false).SetIn(CimStore.Active, NetIPAddressClass.AddressState, AddressState.Deprecated, s_vip), Server.Service().Balancers("192.168.11.51"));

    [Fact]
    public void Fails_when_a_route_through_the_loopback_wins() => Expect(
        Outcome.Failed,
        Server.Ready().WithRoute(Server.Loopback, "192.168.11.5/32").SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, false, s_vip));

    [Fact]
    public void Asks_each_family_of_the_service()
    {
        Server server = Server.Ready().WithRoute(Server.Loopback, "2001:db8:11::5/128")
            .SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, false, VipServers.Is(Server.Vip6));
        Expect(Outcome.Failed, server, Server.Service().DualStack().Balancers("2001:db8:11::5"));
        Expect(Outcome.Passed, server, Server.Service().Balancers("2001:db8:11::5"));
    }

    [Fact]
    public void Is_unknown_when_vip_and_another_address_suit_as_well() => Expect(
        Outcome.Unknown,
        Server.Ready().Move(Server.Vip, Server.Ethernet).SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, false, s_vip)
            .SetIn(CimStore.Active, NetIPAddressClass.PrefixLength, 24, s_vip)
            .SetIn(CimStore.Active, NetIPAddressClass.IPAddress, "192.168.11.49", VipServers.Is(Server.Dip)),
        Server.Service().Balancers("192.168.11.200"));

    [Fact]
    public void Is_unknown_when_a_state_or_a_reading_is_missing()
    {
        Expect(Outcome.Unknown, Server.Ready().SetIn(CimStore.Active, NetIPAddressClass.AddressState, null, VipServers.Is(Server.Dip)));
        Expect(Outcome.Unknown, Server.Ready().SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, null, VipServers.Is(Server.Dip)));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.Failed));
        Expect(Outcome.Unknown, Server.Ready().Fail(DnsClientServerAddressClass.Class, CimStore.None, FailureKind.Failed));
    }

    [Fact]
    public void Does_not_apply_when_nobody_is_known()
    {
        Server server = Server.Ready().WithoutDefaultRoute();
        server.Rows(DnsClientServerAddressClass.Class).Clear();
        Expect(Outcome.NotApplicable, server, Server.Service().Balancers().Interface("Ethernet"));
    }

    /// <summary>The VIP on the NIC, with the prefix of a host, so that more of its bits count than of the server's own address.</summary>
    private static Server Closer(bool skip) => Server.Ready().Move(Server.Vip, Server.Ethernet)
        .SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, skip, s_vip);
}
