using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class RuleIsNotTiedToLoopbackAliasCheckTests() : CheckTest(new RuleIsNotTiedToLoopbackAliasCheck())
{
    private const string Id = "DsrReadiness-443";

    [Fact]
    public void Passes_when_no_rule_names_the_loopback() => Expect(Outcome.Passed, Server.Ready());

    [Fact]
    public void Warns_when_the_only_rule_names_it()
    {
        CheckResult result = Expect(Outcome.Failed, Tied("LOOPBACK"));
        Assert.Equal((Severity.Warning, "any interface", "Loopback"), (result.Severity, result.Expected, result.Actual));
        Assert.Contains(Id, result.Subject);
    }

    [Fact]
    public void Warns_when_the_rule_names_both_interfaces() => Expect(Outcome.Failed, Tied("Ethernet", "Loopback"));

    [Fact]
    public void Passes_when_the_rule_names_the_traffic_interface_alone() => Expect(Outcome.Passed, Tied("Ethernet"));

    [Fact]
    public void Leaves_rules_for_other_traffic_alone() => Expect(
        Outcome.Passed,
        Server.Ready().Rule(
            "other", (NetInterfaceFilterClass.InterfaceAlias, new[] { "Loopback" }), (NetProtocolPortFilterClass.Protocol, "TCP"), (NetProtocolPortFilterClass.LocalPort, new[] { "25" })));

    [Fact]
    public void Does_not_apply_without_a_port_a_loopback_or_on_the_built_in_one()
    {
        Expect(Outcome.NotApplicable, Tied("Loopback"), Server.Service().Ports());
        Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback());
        Expect(Outcome.NotApplicable, Server.Ready().OnBuiltIn(32));
    }

    [Fact]
    public void Is_unknown_when_the_rules_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetInterfaceFilterClass.Class, CimStore.Active, FailureKind.AccessDenied));

    private static Server Tied(params string[] aliases) => Server.Ready().Change(Id, NetInterfaceFilterClass.InterfaceAlias, aliases);
}
