using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class VipIsPresentCheckTests() : CheckTest(new VipIsPresentCheck())
{
    private static readonly (CimProperty Property, object Value) s_vip = VipServers.Is(Server.Vip);

    [Fact]
    public void Passes_when_a_loopback_adapter_holds_the_vip()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Equal((Server.Vip, "192.168.11.50 is on Loopback, a loopback adapter."), (result.Subject, result.Reason));
    }

    [Fact]
    public void Passes_when_the_built_in_loopback_holds_it()
    {
        Server server = Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.BuiltIn, s_vip);
        Assert.Contains("the built-in loopback", Expect(Outcome.Passed, server).Reason);
    }

    [Fact]
    public void Fails_with_the_command_when_no_interface_holds_it()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Remove(NetIPAddressClass.Class, s_vip));
        Assert.Equal((Severity.Error, "192.168.11.50 is on no interface of the server."), (result.Severity, result.Reason));
        Assert.Equal("New-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -PrefixLength 32 -SkipAsSource $true", result.Command);
    }

    [Fact]
    public void Fails_when_there_is_no_loopback_at_all()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Bare());
        Assert.Contains("A01", result.Recommendation);
        Assert.Contains("-InterfaceIndex INDEX", result.Command);
    }

    [Fact]
    public void Fails_when_none_of_several_loopbacks_holds_it() => Assert.Contains(
        "-InterfaceIndex INDEX",
        Expect(Outcome.Failed, Server.Ready().Remove(NetIPAddressClass.Class, s_vip).WithSecondLoopback()).Command);

    [Fact]
    public void Fails_when_only_an_answering_interface_holds_it()
    {
        Server server = Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, s_vip);
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal("192.168.11.50 is on no loopback, only on Ethernet, which answers ARP and ND (V03).", result.Reason);
        Assert.StartsWith("Take it off Ethernet first (V03). ", result.Recommendation);
        Assert.StartsWith("New-NetIPAddress -InterfaceIndex 12 ", result.Command);
    }

    [Fact]
    public void Passes_when_a_loopback_and_an_answering_interface_hold_it() =>
        Expect(Outcome.Passed, Server.Ready().WithVip(Server.Ethernet, "Ethernet", Server.Vip, 32));

    [Fact]
    public void Asks_the_active_store_alone()
    {
        Expect(Outcome.Failed, Server.Ready().RemoveFrom(CimStore.Active, NetIPAddressClass.Class, s_vip));
        Expect(Outcome.Passed, Server.Ready().RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, s_vip));
        Expect(Outcome.Passed, Server.Ready().NotCollected(NetIPAddressClass.Class, CimStore.Persistent));
    }

    [Fact]
    public void Names_the_one_of_two_vips_that_is_missing()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Vips(Server.Vip, "192.168.11.51"));
        Assert.Equal(("192.168.11.51", 2), (result.Subject, result.Details.Count));
        Expect(Outcome.Passed, VipServers.With("192.168.11.51", 32), Server.Service().Vips(Server.Vip, "192.168.11.51"));
    }

    [Fact]
    public void Judges_both_families()
    {
        CheckResult result = Expect(
            Outcome.Failed, Server.Ready().Remove(NetIPAddressClass.Class, VipServers.Is(Server.Vip6)), Server.Service().DualStack());
        Assert.Equal(Server.Vip6, result.Subject);
        Assert.Contains("-PrefixLength 128 ", result.Command);
        Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack());
    }

    [Fact]
    public void Knows_an_ipv6_vip_that_is_written_differently() => Expect(
        Outcome.Passed,
        Server.Ready().Set(NetIPAddressClass.IPAddress, "2001:DB8:11:0::0050", VipServers.Is(Server.Vip6)),
        Server.Service().Vips(Server.Vip6));

    [Fact]
    public void Knows_an_ipv4_vip_that_is_written_as_ipv6() =>
        Expect(Outcome.Passed, Server.Ready(), Server.Service().Vips("::ffff:192.168.11.50"));

    [Fact]
    public void Does_not_take_an_ipv4_mapped_address_of_the_server_for_the_vip() =>
        Expect(Outcome.Failed, Server.Ready().Set(NetIPAddressClass.IPAddress, "::ffff:192.168.11.50", s_vip));

    [Fact]
    public void Is_unknown_when_the_addresses_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Is_unknown_when_what_holds_it_may_be_a_loopback_or_not()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Timeout));
        Server server = Server.Ready().Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, Server.Loopback));
        Expect(Outcome.Passed, server);
        Expect(Outcome.Unknown, server.Remove(PnPEntityClass.Class));
    }

    [Fact]
    public void Fails_without_knowing_the_adapters_when_nothing_holds_it() => Expect(
        Outcome.Failed,
        Server.Ready().Remove(NetIPAddressClass.Class, s_vip).Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent, "guest agent")]
    [InlineData(DsrEnvironment.Cluster, "cluster's address resource")]
    public void Wants_it_on_the_traffic_interface_where_an_agent_or_cluster_keeps_it_there(DsrEnvironment environment, string who)
    {
        ServiceBuilder service = Server.Service().Environment(environment);
        Expect(Outcome.Passed, Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, s_vip), service);
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), service);
        Assert.Equal($"192.168.11.50 is not on Ethernet, where it belongs in environment {environment}.", result.Reason);
        Assert.Contains(who, result.Recommendation);
    }

    [Fact]
    public void Is_unknown_in_a_cluster_whose_traffic_interface_is_not_known() => Expect(
        Outcome.Unknown, Server.Ready().AddNic(9, "Ethernet 2", "192.168.11.12", 24), Server.Service().Balancers().Environment(DsrEnvironment.Cluster));

    [Fact]
    public void Does_not_apply_in_a_cluster_whose_traffic_interface_does_not_exist() => Assert.Contains(
        "H02",
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Interface("Ethernet 9").Environment(DsrEnvironment.Cluster)).Reason);
}
