using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.HostModels;

public sealed class WeakHostOffElsewhereCheckTests() : CheckTest(new WeakHostOffElsewhereCheck())
{
    private static readonly (CimProperty, object) s_onStorage = Server.On(NetIPInterfaceClass.Class, Layouts.Storage);
    private static readonly (CimProperty, object) s_onSecond = Server.On(NetIPInterfaceClass.Class, Layouts.SecondLoopback);
    private static readonly (CimProperty, object) s_ipv6 = Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6);

    /// <summary>Two arms with a second NIC in the subnet of the VIP: all that points to an interface agrees, and may be wrong.</summary>
    [Fact]
    public void Is_unknown_where_the_traffic_interface_is_a_guess()
    {
        Server server = Server.Ready().AddNic(9, "Back", "10.0.0.11", 24)
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, 9));
        CheckResult result = Expect(Outcome.Unknown, server, Server.Service().Balancers());
        Assert.StartsWith("Ethernet is only taken for the traffic interface (the VIP 192.168.11.50 is on its segment 192.168.11.0/24)", result.Reason);
        Expect(Outcome.Failed, server);
        Expect(Outcome.Failed, server, Server.Service().Balancers().Interface("7"));
    }

    [Fact]
    public void Passes_when_the_other_interface_is_strong() =>
        Assert.Equal("Storage", Expect(Outcome.Passed, Server.Ready().WithStorage()).Subject);

    [Fact]
    public void Does_not_apply_when_every_interface_has_a_part() => Expect(Outcome.NotApplicable, Server.Ready());

    [Fact]
    public void Warns_when_another_interface_receives_weakly()
    {
        CheckResult result = Expect(Outcome.Failed, WithStorage(NetIPInterfaceClass.WeakHostReceive));
        Assert.Equal((Severity.Warning, "Storage", "Disabled", "Enabled"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.StartsWith("WeakHostReceive of Storage (IPv4) is Enabled", result.Reason);
        Assert.Equal("Set-NetIPInterface -InterfaceIndex 9 -AddressFamily IPv4 -WeakHostReceive Disabled", result.Command);
    }

    [Fact]
    public void Warns_when_another_interface_sends_weakly() => Assert.StartsWith(
        "WeakHostSend of Storage (IPv4) is Enabled", Expect(Outcome.Failed, WithStorage(NetIPInterfaceClass.WeakHostSend)).Reason);

    [Fact]
    public void Folds_the_flags_of_one_interface_into_one_finding()
    {
        Server server = WithStorage(NetIPInterfaceClass.WeakHostSend).Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled, s_onStorage);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().DualStack());
        Assert.Empty(result.Details);
        Assert.Contains("WeakHostSend of Storage (IPv6)", result.Reason);
        Assert.Contains("-AddressFamily IPv6 -WeakHostReceive Disabled", result.Command);
    }

    [Fact]
    public void Finds_each_offending_interface()
    {
        Server server = WithStorage(NetIPInterfaceClass.WeakHostSend);
        ReadyServer.AddInterface(server, 20, "Backup", IPFamily.IPv4, metric: 25);
        Assert.Single(Expect(Outcome.Failed, server).Details, detail => detail.StartsWith("Failed", System.StringComparison.Ordinal));
        server.Set(NetIPInterfaceClass.WeakHostSend, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, 20));
        Assert.All(Expect(Outcome.Failed, server).Details, detail => Assert.StartsWith("Failed", detail));
    }

    [Fact]
    public void Counts_a_disconnected_interface_too() => Expect(
        Outcome.Failed,
        WithStorage(NetIPInterfaceClass.WeakHostReceive).Set(NetIPInterfaceClass.ConnectionState, ConnectionState.Disconnected, s_onStorage));

    [Fact]
    public void Looks_at_the_families_of_the_service_alone()
    {
        Server server = Server.Ready().WithStorage().Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled, s_onStorage, s_ipv6);
        Expect(Outcome.Passed, server);
        Expect(Outcome.Failed, server, Server.Service().DualStack());
    }

    [Fact]
    public void Leaves_the_built_in_loopback_alone() => Expect(
        Outcome.Passed,
        Server.Ready().WithStorage().SetIn(
            CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Enabled, Server.On(NetIPInterfaceClass.Class, Server.BuiltIn)));

    [Fact]
    public void Counts_a_second_loopback_that_holds_no_vip_of_the_service()
    {
        Expect(Outcome.Passed, Server.Ready().WithSecondLoopback());
        Assert.Equal("Loopback 2", Expect(Outcome.Failed, WithWeakSecondLoopback()).Subject);
    }

    [Fact]
    public void Leaves_the_interfaces_of_another_service_alone()
    {
        Server server = WithStorage(NetIPInterfaceClass.WeakHostReceive);
        var other = new DsrService([System.Net.IPAddress.Parse("192.0.2.9")], trafficInterface: "Storage");
        Assert.Equal("Storage", Expect(Outcome.Failed, server, inputs: new CheckInputs(otherServices: [])).Subject);
        Expect(Outcome.NotApplicable, server, inputs: new CheckInputs(otherServices: [other]));
    }

    [Fact]
    public void Leaves_every_loopback_alone_while_none_holds_the_vip() => Expect(
        Outcome.NotApplicable, WithWeakSecondLoopback().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip)));

    [Fact]
    public void Judges_the_others_when_there_is_no_loopback()
    {
        Expect(Outcome.Passed, Server.Ready().WithStorage().WithoutLoopback());
        Expect(Outcome.Failed, WithStorage(NetIPInterfaceClass.WeakHostReceive).WithoutLoopback());
    }

    [Fact]
    public void Is_unknown_when_a_value_is_null()
    {
        Server server = Server.Ready().WithStorage().Set(NetIPInterfaceClass.WeakHostReceive, null, s_onStorage);
        Assert.Equal("Storage", Expect(Outcome.Unknown, server).Subject);
        Expect(Outcome.Failed, server.Set(NetIPInterfaceClass.WeakHostSend, Toggle.Enabled, s_onStorage));
    }

    [Fact]
    public void Is_unknown_when_the_interfaces_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().WithStorage().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Is_unknown_when_the_traffic_interface_is_not_known() => Expect(
        Outcome.Unknown, Server.Ready().WithStorage().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Does_not_apply_when_the_interface_given_does_not_exist() =>
        Expect(Outcome.NotApplicable, WithStorage(NetIPInterfaceClass.WeakHostReceive), Server.Service().Interface("Ethernet 9"));

    [Fact]
    public void Does_not_apply_where_an_agent_keeps_the_vip_on_the_traffic_interface() =>
        Expect(Outcome.NotApplicable, WithStorage(NetIPInterfaceClass.WeakHostReceive), Server.Service().Environment(DsrEnvironment.GcpAgent));

    private static Server WithStorage(CimProperty enabled) => Server.Ready().WithStorage().Set(enabled, Toggle.Enabled, s_onStorage);

    private static Server WithWeakSecondLoopback() =>
        Server.Ready().WithSecondLoopback().Set(NetIPInterfaceClass.WeakHostSend, Toggle.Enabled, s_onSecond);
}
