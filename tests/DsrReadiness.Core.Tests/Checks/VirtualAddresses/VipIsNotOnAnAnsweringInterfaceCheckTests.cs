using DsrReadiness.Checks;
using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class VipIsNotOnAnAnsweringInterfaceCheckTests() : CheckTest(new VipIsNotOnAnAnsweringInterfaceCheck())
{
    private const uint Spare = 9;
    private static readonly (CimProperty Property, object Value) s_vip = VipServers.Is(Server.Vip);

    [Fact]
    public void Passes_when_only_a_loopback_holds_the_vip() =>
        Assert.Equal(Server.Vip, Expect(Outcome.Passed, Server.Ready()).Subject);

    [Fact]
    public void Passes_when_nothing_holds_it() => Expect(Outcome.Passed, Server.Ready().Remove(NetIPAddressClass.Class, s_vip));

    [Fact]
    public void Passes_when_the_built_in_loopback_holds_it() =>
        Expect(Outcome.Passed, Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.BuiltIn, s_vip));

    [Fact]
    public void Fails_when_an_answering_interface_holds_it_in_both_stores()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, s_vip));
        Assert.Equal((Severity.Error, Server.Vip, "Ethernet"), (result.Severity, result.Subject, result.Actual));
        Assert.StartsWith("192.168.11.50 is on Ethernet (both stores): ", result.Reason);
        Assert.Equal(
            ("Take the server out of service at the balancer, then remove the VIP there.", "Remove-NetIPAddress -InterfaceIndex 7 -IPAddress 192.168.11.50 -Confirm:$false"),
            (result.Recommendation, result.Command));
    }

    [Fact]
    public void Fails_when_a_loopback_holds_it_as_well() =>
        Expect(Outcome.Failed, Server.Ready().WithVip(Server.Ethernet, "Ethernet", Server.Vip, 32));

    [Theory]
    [InlineData(CimStore.Active, "(active store only)", "-PolicyStore ActiveStore")]
    [InlineData(CimStore.Persistent, "(persistent store only, so from the next restart on)", "-PolicyStore PersistentStore")]
    public void Fails_for_one_store_alone(CimStore store, string where, string command)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().WithVip(Server.Ethernet, "Ethernet", Server.Vip, 24, store));
        Assert.Contains(where, result.Reason);
        Assert.EndsWith(command, result.Command);
    }

    [Theory]
    [InlineData("State")]
    [InlineData("InterfaceAdminStatus")]
    public void Fails_for_a_disabled_adapter_that_holds_it_in_the_persistent_store_only(string property)
    {
        Server server = WithSpare("VMBUS\\{f8615163-df3e-46c5-913f-f2d2f965ed0e}").Set(
            NetAdapterClass.Class.Find(property)!,
            property == "State" ? AdapterState.Disabled : AdminStatus.Down,
            Server.On(NetAdapterClass.Class, Spare));
        Assert.Contains("Spare (persistent store only, so from the next restart on, disabled now)", Expect(Outcome.Failed, server).Reason);
    }

    /// <summary>What a removed adapter has left in the persistent store; it may have been a loopback.</summary>
    [Fact]
    public void Is_unknown_for_a_persistent_row_of_an_interface_that_is_gone()
    {
        Server server = Server.Ready().WithVip(99, "Loopback 3", Server.Vip, 32, CimStore.Persistent);
        Assert.Contains("has no adapter any more", Expect(Outcome.Unknown, server).Reason);
        Assert.Equal(Verdict.Inconclusive, new CheckRunner(Catalogue.All).Run(server.Build(), Server.Service()).Verdict);
        Assert.False(Planner.Plan(server.Build(), Server.Service()).IsRefused);
        Expect(Outcome.Failed, Server.Ready().WithVip(99, "Tunnel", Server.Vip, 32, CimStore.Active));
    }

    [Fact]
    public void Passes_when_that_adapter_is_a_loopback() => Expect(Outcome.Passed, WithSpare("*MSLOOP"));

    [Fact]
    public void Fails_for_an_interface_that_is_no_adapter_and_no_loopback() =>
        Expect(Outcome.Failed, Server.Ready().WithVip(99, "Tunnel", Server.Vip, 32, CimStore.Active));

    [Fact]
    public void Names_every_interface_that_holds_it()
    {
        Server server = WithSpare("PCI\\VEN_8086").WithVip(Server.Ethernet, "Ethernet", Server.Vip, 32);
        CheckResult result = Expect(Outcome.Failed, server);
        Assert.Equal("Ethernet, Spare", result.Actual);
        Assert.EndsWith(
            "Remove-NetIPAddress -InterfaceIndex 7 -IPAddress 192.168.11.50 -Confirm:$false\n"
                + "Remove-NetIPAddress -InterfaceIndex 9 -IPAddress 192.168.11.50 -Confirm:$false -PolicyStore PersistentStore",
            result.Command);
    }

    [Fact]
    public void Names_the_one_of_two_vips_that_is_badly_placed()
    {
        Server server = Server.Ready().WithVip(Server.Ethernet, "Ethernet", Server.Vip6, 128);
        Assert.Equal(Server.Vip6, Expect(Outcome.Failed, server, Server.Service().DualStack()).Subject);
        Expect(Outcome.Passed, server, Server.Service());
    }

    [Theory]
    [InlineData(CimStore.Active)]
    [InlineData(CimStore.Persistent)]
    public void Is_unknown_when_a_store_could_not_be_read(CimStore store) =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, store, FailureKind.AccessDenied));

    [Fact]
    public void Is_unknown_when_the_persistent_store_was_not_collected() =>
        Expect(Outcome.Unknown, Server.Ready().NotCollected(NetIPAddressClass.Class, CimStore.Persistent));

    [Fact]
    public void Fails_for_what_one_store_shows_when_the_other_could_not_be_read() => Expect(
        Outcome.Failed,
        Server.Ready().WithVip(Server.Ethernet, "Ethernet", Server.Vip, 32).Fail(NetIPAddressClass.Class, CimStore.Persistent, FailureKind.Timeout));

    [Fact]
    public void Is_unknown_when_what_holds_it_may_be_a_loopback_or_not()
    {
        Server server = Server.Ready().Remove(PnPEntityClass.Class)
            .Set(NetAdapterClass.ComponentID, null, Server.On(NetAdapterClass.Class, Server.Ethernet));
        Expect(Outcome.Passed, server);
        Expect(Outcome.Unknown, server.WithVip(Server.Ethernet, "Ethernet", Server.Vip, 32));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent, Outcome.NotApplicable)]
    [InlineData(DsrEnvironment.Cluster, Outcome.NotApplicable)]
    [InlineData(DsrEnvironment.Azure, Outcome.Failed)]
    public void Does_not_apply_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment, Outcome expected) => Expect(
        expected,
        Server.Ready().WithVip(Server.Ethernet, "Ethernet", Server.Vip, 32),
        Server.Service().Environment(environment));

    private static Server WithSpare(string componentId)
    {
        Server server = Server.Ready();
        ReadyServer.AddLoopbackAdapter(server, Spare, "Spare", @"PCI\SPARE", componentId);
        return server.WithVip(Spare, "Spare", Server.Vip, 24, CimStore.Persistent);
    }
}
