using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class FlowJudgeTests : RuleMatchTest
{
    private static readonly Arbitrary<(DrawnRule[] Rules, int First, int Last, object? Default)> s_case =
        (from count in Gen.Choose(0, 5)
         from rules in DrawnRule.Gen.ArrayOf(count)
         from first in Gen.Choose(0, 7)
         from last in Gen.Frequency((3, Gen.Constant(first)), (2, Gen.Choose(first, 7)))
         from byDefault in Gen.Frequency((6, Constant(FirewallAction.Block)), (1, Constant(FirewallAction.Allow)), (1, Constant(null)))
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
        bool byRule = verdict.Cause is FlowCause.AllowedByRule or FlowCause.BlockedByRule
            || (verdict.Cause == FlowCause.Undetermined && verdict.Doubt is null);
        string reason = FlowReport.Reason(verdict);
        return byRule == verdict.Deciding.Count > 0 && !reason.Contains("  ") && !reason.Contains(" .");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_random_cases_come_to_every_verdict()
    {
        FlowCause[] seen = s_case.Generator.Sample(1000).Select(drawn => Verdict(drawn).Cause).Distinct().ToArray();
        Assert.Equal(
            [FlowCause.AllowedByRule, FlowCause.AllowedByDefault, FlowCause.Undetermined, FlowCause.BlockedByDefault, FlowCause.BlockedByRule],
            seen.Order());
    }

    [Fact]
    public void The_order_of_rules_does_not_matter() => Prop.ForAll(s_case, drawn =>
        Verdict(drawn).Cause == Verdict(drawn with { Rules = [.. drawn.Rules.Reverse()] }).Cause).QuickCheckThrowOnFailure();

    [Fact]
    public void Echo_requests_of_each_family_meet_their_own_rules()
    {
        Server server = Server.Ready().NoRules().Rule("4", (NetProtocolPortFilterClass.Protocol, "ICMPv4")).Rule("6", (NetProtocolPortFilterClass.Protocol, "ICMPv6"));
        var judge = new FlowJudge(server.Build());
        var ethernet = new HostInterface(Server.Ethernet, "Ethernet", InterfaceKind.Answering, null);
        foreach (string vip in new[] { Server.Vip, Server.Vip6 })
        {
            Assert.True(judge.Judge(new Flow(IPAddress.Parse(vip), TransportProtocol.Icmp, null, null), ethernet).TryGet(out FlowVerdict? verdict, out _));
            Assert.Equal(FlowCause.AllowedByRule, verdict.Cause);
        }
    }

    /// <summary>A keyword may stand for the addresses of another interface, and a rule that may let the client in is what the reader has to look at.</summary>
    [Fact]
    public void A_rule_whose_keyword_may_cover_the_client_is_named()
    {
        Server server = Server.Ready().AddNic(9, "Other", "192.168.12.9", 24).NoRules()
            .Rule("near", (NetAddressFilterClass.RemoteAddress, new[] { "LocalSubnet" })).Rule("far", (NetAddressFilterClass.RemoteAddress, new[] { "203.0.113.0/24" }));
        var ethernet = new HostInterface(Server.Ethernet, "Ethernet", InterfaceKind.Answering, null);
        Flow flow = FlowTo(Server.Vip, TransportProtocol.Tcp, 443) with { From = Prefix("192.168.12.77/32") };
        Assert.True(new FlowJudge(server.Build()).Judge(flow, ethernet).TryGet(out FlowVerdict? verdict, out _));
        Assert.Equal((FlowCause.Undetermined, "near"), (verdict.Cause, Assert.Single(verdict.Deciding).Rule.InstanceId));
    }

    private static Gen<object?> Constant(object? value) => Gen.Constant(value);

    private static bool? Literally((DrawnRule[] Rules, int First, int Last, object? Default) drawn) =>
        new LiteralFirewall(drawn.Rules, drawn.Default is FirewallAction action ? action == FirewallAction.Allow : null)
            .LetsIn(drawn.First, drawn.Last);

    private FlowVerdict Verdict((DrawnRule[] Rules, int First, int Last, object? Default) drawn)
    {
        _server.NoRules().Profile(NetFirewallProfileClass.DefaultInboundAction, drawn.Default);
        for (int i = 0; i < drawn.Rules.Length; i++)
            drawn.Rules[i].AddTo(_server, "rule " + i);
        Assert.True(IPPrefix.TryParse("10.0.0.0/29", out IPPrefix? clients));
        var ports = new PortRange(5000 + drawn.First, 5000 + drawn.Last);
        var flow = new Flow(IPAddress.Parse(Server.Vip), TransportProtocol.Tcp, ports, clients) { Balancers = [IPAddress.Parse("10.0.0.5")] };
        var ethernet = new HostInterface(Server.Ethernet, "Ethernet", InterfaceKind.Answering, null);
        Assert.True(new FlowJudge(_server.Build()).Judge(flow, ethernet).TryGet(out FlowVerdict? verdict, out _));
        return verdict;
    }
}
