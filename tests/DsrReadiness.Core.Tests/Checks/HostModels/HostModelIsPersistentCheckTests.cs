using DsrReadiness.Addresses;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.HostModels;

public sealed class HostModelIsPersistentCheckTests() : CheckTest(new HostModelIsPersistentCheck())
{
    private static readonly (CimProperty, object) s_onEthernet = Server.On(NetIPInterfaceClass.Class, Server.Ethernet);
    private static readonly (CimProperty, object) s_onLoopback = Server.On(NetIPInterfaceClass.Class, Server.Loopback);
    private static readonly (CimProperty, object) s_ipv6 = Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6);

    [Fact]
    public void Passes_when_both_settings_are_in_the_persistent_store()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Collection(
            result.Details,
            detail => Assert.Equal("Passed: WeakHostReceive of Ethernet (IPv4) in the persistent store is Enabled.", detail),
            detail => Assert.Equal("Passed: WeakHostSend of Loopback (IPv4) in the persistent store is Enabled.", detail));
    }

    /// <summary>A setting was seen to survive a restart beside a row of NULLs alone.</summary>
    [Fact]
    public void Warns_when_the_row_holds_nothing_at_all()
    {
        CheckResult result = Expect(Outcome.Failed, Persist(NetIPInterfaceClass.WeakHostReceive, null, s_onEthernet));
        Assert.Equal((Severity.Warning, "NULL, like all of its row"), (result.Severity, result.Actual));
        Assert.Contains("cannot be proven", result.Reason);
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, InUse(Persist(NetIPInterfaceClass.WeakHostReceive, null, s_onEthernet))).Severity);
    }

    [Theory]
    [InlineData(null, "NULL (Disabled at start)")]
    [InlineData(Toggle.Disabled, "Disabled")]
    public void Fails_when_the_traffic_interface_starts_strong(object? value, string actual)
    {
        CheckResult result = Expect(Outcome.Failed, InUse(Persist(NetIPInterfaceClass.WeakHostReceive, value, s_onEthernet)));
        Assert.Equal((Severity.Error, "Ethernet", "Enabled", actual), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Equal(
            "Set-NetIPInterface -InterfaceIndex 7 -AddressFamily IPv4 -WeakHostReceive Enabled\n"
                + "netsh interface ipv4 set interface 7 weakhostreceive=enabled store=persistent",
            result.Command);
    }

    [Theory]
    [InlineData(null, "NULL (Disabled at start)")]
    [InlineData(Toggle.Disabled, "Disabled")]
    public void Fails_when_the_loopback_starts_strong(object? value, string actual)
    {
        CheckResult result = Expect(Outcome.Failed, Persist(NetIPInterfaceClass.WeakHostSend, value, s_onLoopback));
        Assert.Equal(("Loopback", "Enabled", actual), (result.Subject, result.Expected, result.Actual));
    }

    [Fact]
    public void Passes_whatever_the_running_stack_does() => Expect(
        Outcome.Passed,
        Server.Ready()
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, s_onEthernet)
            .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Disabled, s_onLoopback));

    [Fact]
    public void Passes_whatever_the_other_two_flags_are() => Expect(
        Outcome.Passed,
        Persist(NetIPInterfaceClass.WeakHostReceive, null, s_onLoopback).SetIn(CimStore.Persistent, NetIPInterfaceClass.WeakHostSend, null, s_onEthernet));

    [Fact]
    public void Fails_for_a_dual_stack_service_when_only_ipv6_starts_strong()
    {
        Server server = Persist(NetIPInterfaceClass.WeakHostSend, null, s_onLoopback, s_ipv6);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().DualStack());
        Assert.Contains("netsh interface ipv6 set interface 12 weakhostsend=enabled", result.Command);
        Expect(Outcome.Passed, server, Server.Service());
    }

    [Fact]
    public void Asks_the_built_in_loopback_when_that_holds_the_vip()
    {
        Server server = Server.Ready().Move(Server.Vip, Server.BuiltIn);
        Expect(Outcome.Unknown, server);
        Server With(Toggle? send) => Server.Ready().Move(Server.Vip, Server.BuiltIn).Add(
            NetIPInterfaceClass.Class,
            CimStore.Persistent,
            (NetIPInterfaceClass.InterfaceIndex, Server.BuiltIn),
            (NetIPInterfaceClass.AddressFamily, IPFamily.IPv4),
            (NetIPInterfaceClass.WeakHostSend, send));
        Expect(Outcome.Passed, With(Toggle.Enabled));
        Expect(Outcome.Failed, With(null));
    }

    [Fact]
    public void Judges_the_traffic_interface_when_there_is_no_loopback()
    {
        Expect(Outcome.Passed, Server.Ready().WithoutLoopback());
        Expect(Outcome.Failed, Persist(NetIPInterfaceClass.WeakHostReceive, null, s_onEthernet).WithoutLoopback());
    }

    [Fact]
    public void Is_unknown_when_an_interface_has_no_row_in_the_persistent_store()
    {
        CheckResult result = Expect(Outcome.Unknown, Server.Ready().RemoveFrom(CimStore.Persistent, NetIPInterfaceClass.Class, s_onLoopback));
        Assert.Contains("no IPv4 row for Loopback", result.Reason);
        Assert.Contains("is not known", result.Reason);
    }

    [Theory]
    [InlineData("sometimes")]
    [InlineData(2L)]
    public void Is_unknown_when_the_value_is_no_setting(object value) =>
        Expect(Outcome.Unknown, Persist(NetIPInterfaceClass.WeakHostReceive, value, s_onEthernet));

    [Fact]
    public void Is_unknown_when_the_property_was_not_collected() =>
        Expect(Outcome.Unknown, Server.Ready().Without(NetIPInterfaceClass.WeakHostReceive, s_onEthernet));

    [Theory]
    [InlineData(FailureKind.AccessDenied)]
    [InlineData(FailureKind.InvalidClass)]
    public void Is_unknown_when_the_store_could_not_be_read(FailureKind kind) =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Persistent, kind));

    [Fact]
    public void Is_unknown_when_the_store_was_not_collected() =>
        Expect(Outcome.Unknown, Server.Ready().NotCollected(NetIPInterfaceClass.Class, CimStore.Persistent));

    [Fact]
    public void Does_not_apply_without_traffic_interface_and_loopback() =>
        Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback(), Server.Service().Interface("Ethernet 9"));

    [Fact]
    public void Does_not_apply_where_a_cluster_keeps_the_vip_on_the_traffic_interface() => Expect(
        Outcome.NotApplicable, Persist(NetIPInterfaceClass.WeakHostReceive, null, s_onEthernet), Server.Service().Environment(DsrEnvironment.Cluster));

    private static Server Persist(CimProperty property, object? value, params (CimProperty, object)[] where) =>
        Server.Ready().SetIn(CimStore.Persistent, property, value, where);

    /// <summary>Some other setting is in the persistent rows.</summary>
    private static Server InUse(Server server) => server.SetIn(CimStore.Persistent, NetIPInterfaceClass.InterfaceMetric, 15);
}
