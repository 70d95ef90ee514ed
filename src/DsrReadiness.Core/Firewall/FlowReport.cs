using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Text;

namespace DsrReadiness.Firewall;

/// <summary>Puts verdicts on flows into sentences.</summary>
internal static class FlowReport
{
    /// <summary>What is so now.</summary>
    public static string Reason(FlowVerdict verdict)
    {
        string flow = NameOf(verdict.About);
        string where = " (" + verdict.State.Name + ")";
        string profile = "the " + verdict.State.Name;
        return verdict.Cause switch
        {
            FlowCause.FirewallIsOff => $"The firewall filters nothing under {profile}, so {flow} gets in; W04 speaks of that.",
            FlowCause.AllowedByRule =>
                $"{Subjects(verdict.Deciding)} {Verb(verdict.Deciding, "allow")} {flow}{where}.{Notes(verdict.Deciding)}{Narrow(verdict)}",
            FlowCause.AllowedByDefault => $"Nothing blocks {flow}, and {profile} allows inbound traffic by default.{Narrow(verdict)}",
            FlowCause.BlockedByDefault => $"No rule allows {flow}, and {profile} blocks what no rule is about.{(verdict.NearMiss is { } miss ? " " + miss : string.Empty)}{NotCounted(verdict)}",
            FlowCause.BlockedByRule =>
                $"{Subjects(verdict.Deciding)} {Verb(verdict.Deciding, "block")} {flow}{where}, and no allow rule goes before that.{LeftOut(verdict)}",
            FlowCause.BlockedAltogether =>
                $"AllowInboundRules of {profile} is False: nothing gets in, {flow} included, whatever rules say.",
            _ => verdict.Doubt is { } doubt
                ? $"Cannot tell whether {flow} is allowed: {doubt.Reason}"
                : $"Cannot tell whether {flow} is allowed{where}: {Said(verdict.Deciding, match => match.Doubts)}.",
        };
    }

    /// <summary>A rule, by its display name and the id that tells it from others of that name.</summary>
    public static string NameOf(TrafficRule rule)
    {
        string id = ServerText.Short(rule.InstanceId);
        return rule.ElementName.TryGet(out string name) && name.Length > 0 ? $"'{ServerText.Short(name)}' ({id})" : $"'{id}'";
    }

    /// <summary>A flow, by the parts of it that a verdict is about.</summary>
    public static string NameOf(IReadOnlyList<Flow> parts) => parts.Count == 1
        ? parts[0].ToString()
        : string.Join(" and ", parts.Take(parts.Count - 1).Select(part => part.Service)) + " and " + parts[parts.Count - 1];

    private static string Subjects(IReadOnlyList<RuleMatch> rules) =>
        (rules.Count == 1 ? "Rule " : "Rules ") + Wording.Some([.. rules.Select(match => NameOf(match.Rule))]);

    private static string Verb(IReadOnlyList<RuleMatch> rules, string verb) => rules.Count == 1 ? verb + "s" : "together " + verb;

    private static string Notes(IReadOnlyList<RuleMatch> rules)
    {
        RuleMatch[] noted = rules.Where(match => match.Notes.Length > 0).ToArray();
        return noted.Length == 0
            ? string.Empty
            : " Note: " + Said(noted, match => match.Notes) + ".";
    }

    private static string LeftOut(FlowVerdict verdict) => Coverage.Covers(verdict.Deciding.SelectMany(match => match.Sure), verdict.Flow.Sources)
        ? string.Empty
        : $" What {(verdict.Deciding.Count == 1 ? "it leaves" : "they leave")} out are addresses of balancers or of this server: no client has them, and packets come with the client's address.";

    private static string Narrow(FlowVerdict verdict) => verdict.WideBlocks.Count > 0
        ? " At least half of the addresses that clients may have are blocked: " + Said(verdict.WideBlocks, match => match.Clause) + "."
        : verdict.NarrowBlocks.Count == 0 ? string.Empty
        : " A part of it may be blocked: " + Said(verdict.NarrowBlocks, match => match.Clause) + ".";

    private static string NotCounted(FlowVerdict verdict) => verdict.NotCounted.Count == 0
        ? string.Empty
        : " Not counted: " + Said([.. verdict.NotCounted.OrderByDescending(match => match.Whole)], match => match.Clause) + ".";

    private static string Said(IReadOnlyList<RuleMatch> rules, Func<RuleMatch, string> clause) =>
        Wording.Some([.. rules.Select(match => NameOf(match.Rule) + " " + clause(match))], "; ");
}
