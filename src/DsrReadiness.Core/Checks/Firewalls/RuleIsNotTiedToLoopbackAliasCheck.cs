using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>
/// No source says whether Windows matches an interface condition with the interface that a packet arrives on or with the one that owns its destination: a rule that names
/// the loopback may let nothing in.
/// </summary>
internal sealed class RuleIsNotTiedToLoopbackAliasCheck() : Check(new CheckInfo(
    "W03",
    "No rule for the service is limited to the loopback by its name",
    [Severity.Warning],
    [.. ReadingId.Interfaces, .. FlowJudge.Reads],
    CheckNeeds.Loopback | CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing))
            return [Unknown(missing)];
        return context.Service.VirtualIPAddresses.SelectMany(vip => Judge(context, vip, on));
    }

    private IEnumerable<Finding> Judge(CheckContext context, IPAddress vip, HostInterface on)
    {
        if (!context.LoopbackOf(vip).TryGet(out HostInterface? loopback, out Missing? missing))
            return [Unknown(missing)];
        if (loopback.Kind == InterfaceKind.BuiltInLoopback)
            return [NotApplicable($"{vip} is on the built-in loopback, which no rule names.")];
        var rules = new List<FirewallRule>();
        foreach (Flow flow in Flow.OfService(context.Service, vip))
        {
            if (!context.Firewall.Judge(flow, on).TryGet(out FlowVerdict? verdict, out missing))
                return [Unknown(missing)];
            rules.AddRange(verdict.Deciding.Concat(verdict.NotCounted).Select(match => match.Rule));
        }

        Finding[] tied = rules.Distinct().Where(rule => Names(rule, loopback)).Select(rule => Tied(rule, loopback)).ToArray();
        return tied.Length > 0 ? tied : [Passed(vip.ToString(), $"No rule for {vip} is limited to {ServerText.Short(loopback.Alias)} by its name.")];
    }

    private static bool Names(FirewallRule rule, HostInterface loopback) => rule.InterfaceAliases.TryGet(out IReadOnlyList<string> aliases)
        && aliases.Any(alias => string.Equals(alias, loopback.Alias, StringComparison.OrdinalIgnoreCase));

    private Finding Tied(FirewallRule rule, HostInterface loopback) => Failed(
        FlowReport.NameOf(rule),
        $"Rule {FlowReport.NameOf(rule)} is limited to the interface {ServerText.Short(loopback.Alias)}, on which no packet from a client arrives.",
        "Limit the rule by local address instead: let it name the VIP, and any interface.",
        "any interface",
        ServerText.Short(loopback.Alias));
}
