using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class FlowJudgeTests
{
    private static readonly Arbitrary<(DrawnRule[] Rules, int First, int Last, object? Default)> s_case =
        (from count in Gen.Choose(0, 5)
         from rules in DrawnRule.Gen.ArrayOf(count)
         from first in Gen.Choose(0, 7)
         from last in Gen.Frequency((3, Gen.Constant(first)), (2, Gen.Choose(first, 7)))
         from byDefault in Gen.Frequency((6, Gen.Constant<object?>(FirewallAction.Block)), (1, Gen.Constant<object?>(FirewallAction.Allow)), (1, Gen.Constant<object?>(null)))
         select (rules, first, last, byDefault)).ToArbitrary();

    /// <summary>One server for all cases: only its rules and the default differ.</summary>
    private readonly Server _server = Server.Ready();

    [Fact]
    public void Verdicts_agree_with_every_rule_taken_literally() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(s_case, drawn => Verdict(drawn).IsAllowed == Literally(drawn)));

    [Fact]
    public void Every_verdict_names_what_decides() => Prop.ForAll(s_case, drawn =>
    {
        FlowVerdict verdict = Verdict(drawn);
        bool byRule = verdict.Cause is FlowCause.AllowedByRule or FlowCause.BlockedByRule || (verdict.Cause == FlowCause.Undetermined && verdict.Doubt is null);
        return byRule == verdict.Deciding.Count > 0 && !FlowReport.Reason(verdict).Contains("  ") && !FlowReport.Reason(verdict).Contains(" .");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_random_cases_come_to_every_verdict()
    {
        FlowCause[] seen = s_case.Generator.Sample(1000).Select(drawn => Verdict(drawn).Cause).Distinct().ToArray();
        Assert.Superset(
            new[] { FlowCause.AllowedByRule, FlowCause.AllowedByDefault, FlowCause.Undetermined, FlowCause.BlockedByDefault, FlowCause.BlockedByRule }.ToHashSet(),
            seen.ToHashSet());
    }

    [Fact]
    public void The_order_of_rules_does_not_matter() => Prop.ForAll(s_case, drawn =>
        Verdict(drawn).Cause == Verdict(drawn with { Rules = [.. drawn.Rules.Reverse()] }).Cause).QuickCheckThrowOnFailure();

    private static bool? Literally((DrawnRule[] Rules, int First, int Last, object? Default) drawn) =>
        new LiteralFirewall(drawn.Rules, drawn.Default is FirewallAction action ? action == FirewallAction.Allow : null).LetsIn(drawn.First, drawn.Last);

    private FlowVerdict Verdict((DrawnRule[] Rules, int First, int Last, object? Default) drawn)
    {
        _server.NoRules().Profile(NetFirewallProfileClass.DefaultInboundAction, drawn.Default);
        for (int i = 0; i < drawn.Rules.Length; i++)
            drawn.Rules[i].AddTo(_server, "rule " + i);
        Assert.True(IPPrefix.TryParse("10.0.0.0/29", out IPPrefix? clients));
        var flow = new Flow(IPAddress.Parse(Server.Vip), TransportProtocol.Udp, new PortRange(5000 + drawn.First, 5000 + drawn.Last), clients);
        var ethernet = new HostInterface(Server.Ethernet, "Ethernet", InterfaceKind.Answering, null);
        Assert.True(new FlowJudge(_server.Build()).Judge(flow, ethernet).TryGet(out FlowVerdict? verdict, out _));
        return verdict;
    }
}
