using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class TrafficInterfaceWorksCheckTests() : CheckTest(new TrafficInterfaceWorksCheck())
{
    private const uint Second = 9;

    [Fact]
    public void Passes_when_it_is_up_and_its_own_address_is_in_use()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Equal(("Ethernet", "Ethernet is up, and answers for its own IPv4 address."), (result.Subject, result.Reason));
        Assert.Equal(2, Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack()).Details.Count);
    }

    [Fact]
    public void Fails_when_the_adapter_is_disabled_though_IP_still_tells_of_it()
    {
        CheckResult result = Expect(Outcome.Failed, OfAdapter(NetAdapterClass.State, AdapterState.Disabled));
        Assert.Equal((Severity.Error, "Ethernet is disabled: no frame arrives there."), (result.Severity, result.Reason));
        Assert.Equal("Get-NetAdapter -InterfaceIndex 7 | Enable-NetAdapter", result.Command);
        Assert.Equal("Disabled", Expect(Outcome.Failed, OfAdapter(NetAdapterClass.InterfaceAdminStatus, AdminStatus.Down)).Actual);
    }

    /// <summary>Windows drops what IP has of an adapter that is disabled, and keeps its addresses for when it is enabled again.</summary>
    [Fact]
    public void Fails_when_the_adapter_is_disabled_and_IP_has_nothing_of_it_but_what_it_keeps()
    {
        Server server = OfAdapter(NetAdapterClass.State, AdapterState.Disabled)
            .RemoveFrom(CimStore.Active, NetIPAddressClass.Class, Server.On(NetIPAddressClass.Class, Server.Ethernet))
            .RemoveFrom(CimStore.Active, NetIPInterfaceClass.Class, Server.On(NetIPInterfaceClass.Class, Server.Ethernet))
            .RemoveFrom(CimStore.Active, NetRouteClass.Class, Server.On(NetRouteClass.Class, Server.Ethernet));
        Assert.Equal("Ethernet is disabled: no frame arrives there.", Expect(Outcome.Failed, server).Reason);
        Expect(Outcome.Failed, server, Server.Service().Balancers());
    }

    [Fact]
    public void Fails_when_the_cable_is_pulled()
    {
        Server server = OfAdapter(NetAdapterClass.InterfaceOperationalStatus, InterfaceStatus.Down)
            .SetIn(CimStore.Active, NetIPInterfaceClass.ConnectionState, ConnectionState.Disconnected, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal(("Ethernet is disconnected: no frame arrives there.", "Disconnected"), (result.Reason, result.Actual));
        Expect(Outcome.Failed, server, Server.Service().Balancers());
    }

    [Theory]
    [InlineData(InterfaceStatus.Down)]
    [InlineData(InterfaceStatus.Dormant)]
    [InlineData(InterfaceStatus.NotPresent)]
    [InlineData(InterfaceStatus.LowerLayerDown)]
    public void Fails_when_the_adapter_is_not_up(InterfaceStatus status) =>
        Assert.Equal(status.ToString(), Expect(Outcome.Failed, OfAdapter(NetAdapterClass.InterfaceOperationalStatus, status)).Actual);

    [Fact]
    public void What_is_not_read_of_the_adapter_is_unknown_unless_IP_says_that_it_is_connected()
    {
        Server server = OfAdapter(NetAdapterClass.InterfaceOperationalStatus, null);
        Expect(Outcome.Passed, server);
        server.SetIn(CimStore.Active, NetIPInterfaceClass.ConnectionState, null, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
        Expect(Outcome.Unknown, server);
    }

    [Theory]
    [InlineData(AddressState.Duplicate, "somebody else answers for it")]
    [InlineData(AddressState.Tentative, "Windows does not answer for it yet")]
    [InlineData(AddressState.Invalid, "Windows does not answer for it yet or any more")]
    public void Fails_when_nobody_resolves_the_servers_own_address(AddressState state, string words)
    {
        CheckResult result = Expect(Outcome.Failed, WithOwn(state));
        Assert.StartsWith($"The server's own address 192.168.11.11 on Ethernet is {state}", result.Reason);
        Assert.Contains(words, result.Reason);
        Assert.Equal(("Preferred", state.ToString()), (result.Expected, result.Actual));
    }

    /// <summary>Windows gives itself an automatic address where it has had to give up its own.</summary>
    [Fact]
    public void Fails_for_a_duplicate_address_beside_an_automatic_one()
    {
        Server server = WithOwn(AddressState.Duplicate);
        ReadyServer.AddAddress(server, CimStore.Active, Server.Ethernet, "Ethernet", "169.254.83.107", 16);
        Assert.Equal("Duplicate", Expect(Outcome.Failed, server).Actual);
    }

    [Fact]
    public void Passes_with_a_deprecated_address_for_which_Windows_still_answers() => Expect(Outcome.Passed, WithOwn(AddressState.Deprecated));

    [Fact]
    public void Passes_with_an_automatic_address_beside_a_good_one()
    {
        Server server = Server.Ready();
        ReadyServer.AddAddress(server, CimStore.Active, Server.Ethernet, "Ethernet", "169.254.7.7", 16);
        Expect(Outcome.Passed, server);
    }

    [Fact]
    public void Fails_with_an_automatic_address_alone_though_there_is_no_other_interface_to_be_it()
    {
        Server server = Server.Ready().RemoveFrom(CimStore.Active, NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"))
            .Set(NetIPAddressClass.IPAddress, "169.254.237.9", (NetIPAddressClass.IPAddress, Server.Dip));
        server.SetIn(CimStore.Active, NetIPAddressClass.PrefixLength, 16, (NetIPAddressClass.IPAddress, "169.254.237.9"));
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.StartsWith("Ethernet has only an autoconfigured address, 169.254.237.9", result.Reason);
        Expect(Outcome.Failed, server, Server.Service().Balancers());
    }

    [Fact]
    public void Fails_without_an_address_of_the_family()
    {
        Server server = Server.Ready().RemoveFrom(CimStore.Active, NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Dip));
        Assert.StartsWith("Ethernet has no IPv4 address of its own", Expect(Outcome.Failed, server, Server.Service().Interface("Ethernet")).Reason);
        Expect(Outcome.Passed, server, Server.Service().Vips(Server.Vip6).Balancers());
    }

    /// <summary>A balancer may know an IPv6 server by its link-local address.</summary>
    [Fact]
    public void Passes_with_a_link_local_address_of_IPv6_alone() => Expect(
        Outcome.Passed, Server.Ready().RemoveFrom(CimStore.Active, NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Dip6)), Server.Service().Vips(Server.Vip6).Interface("Ethernet"));

    [Fact]
    public void Of_several_addresses_the_one_that_is_probed_counts()
    {
        Server server = WithOwn(AddressState.Duplicate);
        ReadyServer.AddAddress(server, CimStore.Active, Server.Ethernet, "Ethernet", "192.168.11.12", 24);
        Assert.Contains("nobody has said for which of them", Expect(Outcome.Unknown, server).Reason);
        Expect(Outcome.Failed, server, Server.Service().Probe($"tcp/{Server.Dip}:443"));
        Expect(Outcome.Passed, server, Server.Service().Probe("tcp/192.168.11.12:443"));
    }

    [Fact]
    public void Of_several_addresses_those_on_the_balancers_segment_count()
    {
        Server server = Server.Ready();
        ReadyServer.AddAddress(server, CimStore.Active, Server.Ethernet, "Ethernet", "10.7.0.11", 24);
        server.Set(NetIPAddressClass.AddressState, AddressState.Duplicate, (NetIPAddressClass.IPAddress, "10.7.0.11"));
        Expect(Outcome.Passed, server);
        Expect(Outcome.Unknown, server, Server.Service().Balancers());
    }

    [Fact]
    public void Fails_when_the_probe_arrives_at_another_interface_that_is_down()
    {
        Server server = Server.Ready().AddNic(Second, "Other", "192.168.12.9", 24);
        DsrService service = Server.Service().Probe("tcp/192.168.12.9:443");
        Expect(Outcome.Passed, server, service);
        server.Set(NetAdapterClass.InterfaceOperationalStatus, InterfaceStatus.Down, Server.On(NetAdapterClass.Class, Second));
        Assert.Equal("Other", Expect(Outcome.Failed, server, service).Subject);
    }

    [Fact]
    public void Does_not_apply_where_the_VIP_is_the_only_address() =>
        Assert.EndsWith("see V12.", Expect(Outcome.NotApplicable, Server.Ready().OnNic().RemoveFrom(CimStore.Active, NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Dip)), Server.Service().Interface("Ethernet")).Reason);

    [Fact]
    public void Is_unknown_when_the_traffic_interface_or_a_reading_is()
    {
        Expect(Outcome.Unknown, Server.Ready().AddNic(Second, "Ethernet 2", "192.168.11.12", 24));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Set(NetIPAddressClass.AddressState, null, (NetIPAddressClass.IPAddress, Server.Dip)));
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Interface("no such"));
    }

    private static Server OfAdapter(CimProperty property, object? value) => Server.Ready().Set(property, value, Server.On(NetAdapterClass.Class, Server.Ethernet));

    private static Server WithOwn(AddressState state) => Server.Ready().SetIn(CimStore.Active, NetIPAddressClass.AddressState, state, (NetIPAddressClass.IPAddress, Server.Dip));
}
