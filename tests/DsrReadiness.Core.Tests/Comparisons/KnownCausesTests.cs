using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Comparisons;

public sealed class KnownCausesTests
{
    private const string OtherGuid = "{99999999-0000-4000-8000-000000000001}";

    [Fact]
    public void Nothing_is_said_where_nothing_has_changed() => Assert.Empty(Compare(Server.Ready(), Server.Ready()).Causes);

    [Fact]
    public void Nothing_is_said_of_what_has_become_better() => Assert.Empty(Compare(WrittenBack(), Server.Ready()).Causes);

    [Fact]
    public void An_upgrade_in_place_is_told_by_the_version_and_the_lost_adapter()
    {
        Server upgraded = Server.Ready().WithoutLoopback().Set(OperatingSystemClass.Version, "10.0.20348");
        LikelyCause cause = Expect("UpgradeInPlace", Server.Ready(), upgraded);
        Assert.Contains("Windows was 10.0.17763 and is 10.0.20348, and the loopback adapter Loopback is gone", cause.Text);
        Assert.Contains("A01", cause.Explains);
        Assert.Contains("V01", cause.Explains);
        Assert.DoesNotContain("M01", cause.Explains);
    }

    [Fact]
    public void An_upgrade_that_left_the_adapter_alone_is_no_cause() =>
        Assert.DoesNotContain(Compare(Server.Ready(), WrittenBack().Set(OperatingSystemClass.Version, "10.0.20348")).Causes, cause => cause.Name == "UpgradeInPlace");

    [Fact]
    public void A_lost_adapter_without_an_upgrade_was_removed() => Expect("LoopbackRemoved", Server.Ready(), Server.Ready().WithoutLoopback());

    [Fact]
    public void Another_loopback_adapter_with_the_vip_was_made_again()
    {
        Server remade = Server.Ready().Set(NetAdapterClass.InterfaceGuid, OtherGuid, Server.On(NetAdapterClass.Class, Server.Loopback))
            .Set(DnsClientClass.RegisterThisConnectionsAddress, true, Server.On(DnsClientClass.Class, Server.Loopback));
        LikelyCause cause = Expect("LoopbackRemade", Server.Ready(), remade);
        Assert.Equal(["D01"], cause.Explains);
        Assert.Contains("starts with DNS registration and NetBIOS on", cause.Text);
    }

    [Fact]
    public void Another_device_as_traffic_interface_was_made_anew()
    {
        Server remade = WrittenBack().Set(NetAdapterClass.InterfaceGuid, OtherGuid, Server.On(NetAdapterClass.Class, Server.Ethernet));
        ServerComparison comparison = Compare(Server.Ready(), remade);
        Assert.Equal(["TrafficInterfaceRemade"], comparison.Causes.Select(cause => cause.Name));
        Assert.Equal(["M01", "M05"], comparison.Causes[0].Explains);
    }

    [Fact]
    public void Other_settings_in_both_stores_of_the_same_interfaces_were_written_back()
    {
        LikelyCause cause = Expect("WrittenBack", Server.Ready(), WrittenBack());
        Assert.Contains("in both stores, which no restart does", cause.Text);
        Assert.Equal(["M01", "M05"], cause.Explains);
    }

    [Fact]
    public void Other_settings_in_the_active_store_alone_are_told_apart() =>
        Assert.Contains("in the active store alone", Expect("WrittenBack", Server.Ready(), Weakened(CimStore.Active)).Text);

    [Fact]
    public void What_was_never_persistent_is_lost_with_a_restart()
    {
        Server never = Weakened(CimStore.Persistent);
        LikelyCause cause = Expect("LostWithRestart", never, WrittenBack());
        Assert.Equal(["M01"], cause.Explains);
    }

    [Fact]
    public void What_could_not_be_read_is_no_change_of_the_server()
    {
        ServerComparison comparison = Compare(Server.Ready(), Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Assert.Equal(["LessWasRead"], comparison.Causes.Select(cause => cause.Name));
        Assert.Contains("M01", comparison.Causes[0].Explains);
    }

    [Fact]
    public void A_policy_that_forces_registration_is_told_by_its_value()
    {
        Server published = Server.Ready().Set(DnsAnswerClass.Addresses, new[] { Server.Vip }, (DnsAnswerClass.Type, DnsRecordType.A));
        Assert.DoesNotContain(Compare(Server.Ready(), published).Causes, each => each.Name == "PolicyApplied");
        LikelyCause cause = Expect("PolicyApplied", Server.Ready(), published.Registry(RegistryNames.RegistrationEnabled, RegistryType.Number, "1"));
        Assert.Equal(["D04"], cause.Explains);
    }

    [Fact]
    public void A_policy_that_ignores_local_rules_is_told_by_the_rule_that_counts_no_more()
    {
        LikelyCause cause = Expect("PolicyApplied", Server.Ready(), Server.Ready().Profile(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False));
        Assert.Contains("W05", cause.Explains);
        Assert.DoesNotContain("D04", cause.Explains);
    }

    [Fact]
    public void An_address_that_was_never_persistent_is_lost_with_a_restart()
    {
        (CimProperty, object) vip = (NetIPAddressClass.IPAddress, Server.Vip);
        LikelyCause cause = Expect(
            "LostWithRestart", Server.Ready().RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, vip), Server.Ready().Remove(NetIPAddressClass.Class, vip));
        Assert.Contains("in the active store alone, which V05 said", cause.Text);
        Assert.Contains("V01", cause.Explains);
    }

    [Fact]
    public void Settings_and_address_that_were_never_persistent_are_lost_together()
    {
        (CimProperty, object) vip = (NetIPAddressClass.IPAddress, Server.Vip);
        LikelyCause cause = Expect(
            "LostWithRestart",
            Weakened(CimStore.Persistent).RemoveFrom(CimStore.Persistent, NetIPAddressClass.Class, vip),
            WrittenBack().Remove(NetIPAddressClass.Class, vip));
        Assert.Contains("which M05 and V05 said", cause.Text);
        Assert.Contains("M01", cause.Explains);
        Assert.Contains("V01", cause.Explains);
    }

    [Fact]
    public void An_agent_that_runs_now_took_the_vip()
    {
        Server before = Server.Ready();
        LikelyCause cause = Expect("AgentTookVip", before, Server.Ready().OfGoogle());
        Assert.Contains("V01", cause.Explains);
        Assert.DoesNotContain(Compare(before.OfGoogle(), before).Causes, each => each.Name == "AgentTookVip");
    }

    [Fact]
    public void A_device_that_the_later_snapshot_does_not_tell_of_is_not_gone() => Assert.DoesNotContain(
        Compare(Server.Ready(), Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied)).Causes,
        cause => cause.Name is "LoopbackRemoved" or "LoopbackRemade" or "TrafficInterfaceRemade");

    [Fact]
    public void A_cause_is_found_by_the_check_that_it_explains()
    {
        ServerComparison comparison = Compare(Server.Ready(), WrittenBack());
        Assert.Equal("WrittenBack", comparison.CauseOf(comparison.Changes.Single(change => change.After.Id == "M01"))?.Name);
    }

    internal static ServerComparison Compare(Server before, Server after) =>
        ServerComparison.Of(before.Build(), after.Build(), Server.Service(), Catalogue.Observing);

    internal static Server WrittenBack() => Weakened(CimStore.Active).SetIn(
        CimStore.Persistent, NetIPInterfaceClass.WeakHostReceive, DsrReadiness.Cim.Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));

    private static Server Weakened(CimStore store) => Server.Ready().SetIn(
        store, NetIPInterfaceClass.WeakHostReceive, DsrReadiness.Cim.Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));

    private static LikelyCause Expect(string name, Server before, Server after)
    {
        ServerComparison comparison = Compare(before, after);
        Assert.True(comparison.Count(ChangeDirection.Worse) > 0);
        return Assert.Single(comparison.Causes, cause => cause.Name == name);
    }
}
