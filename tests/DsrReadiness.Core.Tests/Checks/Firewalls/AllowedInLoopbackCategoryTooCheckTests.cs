using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class AllowedInLoopbackCategoryTooCheckTests() : CheckTest(new AllowedInLoopbackCategoryTooCheck())
{
    private const string Id = "DsrReadiness-443";

    [Fact]
    public void Passes_when_the_rule_is_for_every_profile()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Contains("(Public profile of Loopback)", result.Reason);
    }

    [Theory]
    [InlineData(FirewallProfiles.Domain, false)]
    [InlineData(FirewallProfiles.Domain | FirewallProfiles.Private, false)]
    [InlineData(FirewallProfiles.Domain | FirewallProfiles.Public, true)]
    public void An_unidentified_network_is_public(FirewallProfiles profiles, bool isAllowed) =>
        Report(isAllowed, Server.Ready().Change(Id, NetFirewallRuleClass.Profiles, profiles));

    [Fact]
    public void The_loopback_s_own_category_decides()
    {
        Server server = Server.Ready().Change(Id, NetFirewallRuleClass.Profiles, FirewallProfiles.Private);
        Report(false, server);
        server.Add(
            NetConnectionProfileClass.Class,
            CimStore.None,
            (NetConnectionProfileClass.InterfaceIndex, Server.Loopback),
            (NetConnectionProfileClass.NetworkCategory, NetworkCategory.Private));
        Report(true, server);
    }

    [Theory]
    [InlineData("Loopback", true)]
    [InlineData("Ethernet", false)]
    public void A_limit_to_an_interface_must_name_the_loopback(string alias, bool isAllowed) =>
        Report(isAllowed, Server.Ready().Change(Id, NetInterfaceFilterClass.InterfaceAlias, new[] { alias }));

    [Fact]
    public void A_probe_of_the_vip_counts_and_one_of_the_server_s_own_address_does_not()
    {
        Report(false, Server.Ready(), Server.Service().Probe("tcp/192.168.11.50:8080"));
        Report(true, Server.Ready(), Server.Service().Probe("tcp/192.168.11.11:8080"));
    }

    [Fact]
    public void Is_unknown_when_rules_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetFirewallRuleClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Does_not_apply_without_a_loopback() => Assert.Contains("A01", Expect(Outcome.NotApplicable, Server.Bare()).Reason);

    [Fact]
    public void Does_not_apply_to_the_built_in_loopback()
    {
        Server server = Server.Ready().NoRules();
        Report(false, server);
        server.SetIn(CimStore.Active, NetIPAddressClass.InterfaceIndex, Server.BuiltIn, (NetIPAddressClass.IPAddress, Server.Vip));
        Assert.StartsWith(Server.Vip + " is on the built-in loopback", Expect(Outcome.NotApplicable, server).Reason);
    }

    [Fact]
    public void Does_not_apply_without_a_port() => Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Ports());

    [Fact]
    public void Does_not_apply_where_an_agent_keeps_the_vip_on_the_traffic_interface() =>
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Environment(DsrEnvironment.GcpAgent));

    /// <summary>What is not let in is told first, and fails nothing.</summary>
    private void Report(bool isAllowed, Server server, DsrService? service = null)
    {
        CheckResult result = Expect(Outcome.Passed, server, service);
        Assert.Equal((Severity.Information, isAllowed ? null : "blocked"), (result.Severity, result.Actual));
        Assert.Equal(!isAllowed, result.Reason.Contains("That matters only if Windows judges by the loopback's network", System.StringComparison.Ordinal));
    }
}
