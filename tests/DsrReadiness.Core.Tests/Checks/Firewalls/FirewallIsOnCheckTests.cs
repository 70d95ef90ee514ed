using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class FirewallIsOnCheckTests() : CheckTest(new FirewallIsOnCheck())
{
    [Fact]
    public void Passes_when_the_profiles_of_both_interfaces_are_on() =>
        Assert.Equal(
            ["Passed: The Domain profile of Ethernet is on.", "Passed: The Public profile of Loopback is on."],
            Expect(Outcome.Passed, Server.Ready()).Details);

    [Theory]
    [InlineData("Domain", "Ethernet", Outcome.Failed)]
    [InlineData("Public", "Loopback", Outcome.Failed)]
    [InlineData("Private", "Ethernet", Outcome.Passed)]
    public void Fails_when_a_profile_in_force_is_off(string profile, string subject, Outcome outcome)
    {
        CheckResult result = Expect(
            outcome,
            Server.Ready().SetIn(CimStore.Active, NetFirewallProfileClass.Enabled, GpoBoolean.False, (NetFirewallProfileClass.Name, profile)));
        Assert.Equal((Severity.Warning, subject), (result.Severity, result.Subject));
        if (outcome == Outcome.Failed)
        {
            Assert.Equal("off", result.Actual);
            Assert.Equal($"The {profile} profile of {subject} is off: nothing is filtered there.", result.Reason);
            Assert.Equal("Allow the service by a rule first, unless one does, and then switch the profile on.", result.Recommendation);
            Assert.StartsWith("New-NetFirewallRule", result.Command);
            Assert.EndsWith($"\nSet-NetFirewallProfile -Name {profile} -Enabled True", result.Command);
        }
    }

    [Theory]
    [InlineData("Ethernet", Outcome.Failed)]
    [InlineData("loopback", Outcome.Failed)]
    [InlineData("Ethernet 2", Outcome.Passed)]
    [InlineData("NotConfigured", Outcome.Passed)]
    public void Fails_when_a_profile_in_force_leaves_the_interface_out(string alias, Outcome outcome)
    {
        CheckResult result = Expect(outcome, Server.Ready().Profile(NetFirewallProfileClass.DisabledInterfaceAliases, new[] { alias }));
        if (outcome == Outcome.Failed)
        {
            Assert.EndsWith("-DisabledInterfaceAliases NotConfigured", result.Command);
            Assert.Equal("left out", result.Actual);
            Assert.EndsWith("leaves the interface out: nothing is filtered there.", result.Reason);
            Assert.EndsWith("let the profile leave no interface out.", result.Recommendation);
        }
    }

    [Fact]
    public void A_rule_that_policy_would_ignore_is_to_be_made_in_the_policy()
    {
        CheckResult result = Expect(
            Outcome.Failed,
            Server.Ready().Profile(NetFirewallProfileClass.Enabled, GpoBoolean.False).Profile(NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.False));
        Assert.StartsWith("Allow the service by a rule in the group policy that switches local rules off", result.Recommendation);
        Assert.Null(result.Command);
    }

    [Fact]
    public void Is_unknown_when_the_traffic_interface_is_not_known() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.Timeout));

    [Theory]
    [InlineData(GpoBoolean.NotConfigured)]
    [InlineData(null)]
    [InlineData("banana")]
    public void Is_unknown_when_it_cannot_be_told(object? value) =>
        Expect(Outcome.Unknown, Server.Ready().Profile(NetFirewallProfileClass.Enabled, value));

    [Fact]
    public void Is_unknown_when_it_was_not_collected_which_interfaces_are_left_out() =>
        Expect(Outcome.Unknown, Server.Ready().Without(NetFirewallProfileClass.DisabledInterfaceAliases));

    [Fact]
    public void No_value_is_no_interface_left_out() =>
        Expect(Outcome.Passed, Server.Ready().Profile(NetFirewallProfileClass.DisabledInterfaceAliases, null));

    [Fact]
    public void Is_unknown_when_profiles_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetFirewallProfileClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Rules_do_not_matter() =>
        Expect(Outcome.Passed, Server.Ready().NoRules().Fail(NetFirewallRuleClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Without_a_loopback_the_traffic_interface_alone_is_judged()
    {
        Server server = Server.Ready().Remove(NetAdapterClass.Class, Server.On(NetAdapterClass.Class, Server.Loopback));
        server.Remove(NetIPAddressClass.Class, Server.On(NetIPAddressClass.Class, Server.Loopback));
        Assert.Equal("Ethernet", Expect(Outcome.Passed, server).Subject);
    }

    [Fact]
    public void Where_an_agent_keeps_the_vip_only_the_traffic_interface_is_judged() => Expect(
        Outcome.Passed,
        Server.Ready().SetIn(CimStore.Active, NetFirewallProfileClass.Enabled, GpoBoolean.False, (NetFirewallProfileClass.Name, "Public")),
        Server.Service().Environment(DsrEnvironment.GcpAgent));

    [Fact]
    public void Does_not_apply_without_a_port() => Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Ports());

    /// <summary>Profiles say "on" whether anybody filters or not.</summary>
    [Theory]
    [InlineData("MpsSvc", "Stopped", Outcome.Failed)]
    [InlineData("mpssvc", "Paused", Outcome.Failed)]
    [InlineData("BFE", "Stopped", Outcome.Failed)]
    [InlineData("BFE", null, Outcome.Unknown)]
    [InlineData("MpsSvc", "Running", Outcome.Passed)]
    [InlineData("Spooler", "Stopped", Outcome.Passed)]
    public void The_services_that_filter_run(string service, string? state, Outcome outcome)
    {
        CheckResult result = Expect(outcome, WithService(service, state, "Disabled"));
        Assert.Equal(outcome == Outcome.Failed && service != "BFE", result.Command?.Contains("Set-Service -Name MpsSvc -StartupType Automatic", System.StringComparison.Ordinal) == true);
        if (outcome != Outcome.Failed)
            return;
        Assert.Equal("Let the service start, and start it.", result.Recommendation);
        CheckResult startable = Expect(Outcome.Failed, WithService(service, state, "Manual"));
        Assert.Equal("Start the service.", startable.Recommendation);
        Assert.StartsWith("Start-Service", startable.Command);
    }

    [Fact]
    public void Services_that_cannot_be_read_leave_it_open() => Expect(Outcome.Unknown, Server.Ready().Fail(ServiceClass.Class, CimStore.None, FailureKind.AccessDenied));

    private static Server WithService(string name, string? state, string startMode) =>
        Server.Ready().Add(ServiceClass.Class, CimStore.None, (ServiceClass.Name, name), (ServiceClass.State, state), (ServiceClass.StartMode, startMode));
}
