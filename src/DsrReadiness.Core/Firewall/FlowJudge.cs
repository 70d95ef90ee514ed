using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall.Conditions;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall;

/// <summary>
/// Judges flows as Windows does: a profile that is off filters nothing; block rules go before allow rules; what no rule is about meets the
/// profile's default. What cannot be read decides nothing, so the verdict is open where it might.
/// </summary>
/// <param name="snapshot">The server.</param>
/// <param name="counts">The rules that count; null for all. Where some count only, no verdict names a rule that would almost allow it.</param>
internal sealed class FlowJudge(Snapshot snapshot, Func<FirewallRule, bool>? counts = null)
{
    /// <summary>What judging reads.</summary>
    public static ReadingId[] Reads { get; } =
    [
        new(NetConnectionProfileClass.Class),
        new(NetFirewallProfileClass.Class, CimStore.Active),
        new(NetFirewallRuleClass.Class, CimStore.Active),
        .. FirewallFilters.Reads,
        .. FirewallHost.Reads,
    ];

    private readonly FirewallHost _host = new(snapshot);
    private readonly Dictionary<ArrivingFlow, Fact<FlowVerdict>> _judged = [];
    private readonly Dictionary<Kind, CandidateRule[]> _near = [];
    private readonly Dictionary<CandidateRule[], NamedRules> _byAddress = [];
    private readonly Dictionary<CandidateRule[], NamedRules> _byPort = [];
    private CandidateRule[]? _inbound;
    private NearMisses? _misses;

    /// <summary>Judges a flow by the profile in force on an interface; several checks ask of the same one.</summary>
    public Fact<FlowVerdict> Judge(Flow flow, HostInterface on) => Judge(new ArrivingFlow(flow, on));

    /// <summary>Judges a flow where it arrives.</summary>
    public Fact<FlowVerdict> Judge(ArrivingFlow arriving)
    {
        if (!_judged.TryGetValue(arriving, out Fact<FlowVerdict> verdict))
            _judged.Add(arriving, verdict = JudgeAnew(arriving.Flow, arriving.On));
        return verdict;
    }

    private Fact<FlowVerdict> JudgeAnew(Flow flow, HostInterface on)
    {
        if (!FirewallState.Of(snapshot, on).TryGet(out FirewallState? state, out Missing? missing))
            return missing;
        if (state.IsOff == true)
            return new FlowVerdict(flow, state, FlowCause.FirewallIsOff);
        if (!JudgeWhileOn(flow, state).TryGet(out FlowVerdict? verdict, out missing))
            return missing;
        return state.IsOff is null && verdict.IsAllowed != true ? verdict.InDoubt(state.WhyNotKnownWhetherOff()) : verdict;
    }

    private FlowVerdict JudgePart(Flow part, FirewallState state, RuleBalance balance)
    {
        FlowVerdict Verdict(FlowCause cause, IReadOnlyList<RuleMatch> deciding) =>
            FlowVerdict.ByRules(part, state, cause, balance, deciding, cause == FlowCause.BlockedByDefault ? _misses?.Of(Question(part, state)) : null);
        if (balance.Blocked)
            return Verdict(FlowCause.BlockedByRule, RuleBalance.Deciding(balance.Blocks));
        if (balance.Allowed || state.LetsInByDefault == true)
        {
            return balance.MayBeBlocked ? Verdict(FlowCause.Undetermined, RuleBalance.InDoubt(balance.Blocks))
                : balance.Allowed ? Verdict(FlowCause.AllowedByRule, RuleBalance.Deciding(balance.Allows))
                : Verdict(FlowCause.AllowedByDefault, []);
        }

        if (balance.MayBeAllowed)
            return Verdict(FlowCause.Undetermined, RuleBalance.InDoubt(balance.Allows));
        FlowVerdict verdict = Verdict(FlowCause.BlockedByDefault, []);
        return state.LetsInByDefault == false
            ? verdict
            : verdict.InDoubt(Missing.Property("DefaultInboundAction of the " + state.Name, state.Profile.DefaultInboundAction));
    }

    private Fact<FlowVerdict> JudgeWhileOn(Flow flow, FirewallState state)
    {
        if (!snapshot.FirewallRules.TryGet(out IReadOnlyList<FirewallRule>? rules, out Missing? missing))
            return state.LetsNothingIn == true ? new FlowVerdict(flow, state, FlowCause.BlockedAltogether) : missing;
        FlowVerdict verdict = JudgeByRules(flow, state, Near(rules, flow, state));
        if (state.LetsNothingIn == true)
            return verdict.Unheeded();
        return state.LetsNothingIn is null && verdict.IsAllowed != false
            ? verdict.InDoubt(Missing.Property("AllowInboundRules of the " + state.Name, state.Profile.AllowInboundRules))
            : verdict;
    }

    private RuleQuestion Question(Flow flow, FirewallState state) => new(flow, state.On, state.Profile.Category, FirewallAction.Allow, _host);

    /// <summary>The rules that can say anything of such a flow. Several flows share them, and most rules of a server are not among them.</summary>
    private CandidateRule[] Near(IReadOnlyList<FirewallRule> rules, Flow flow, FirewallState state)
    {
        RuleQuestion question = Question(flow, state);
        if (counts is null)
            _misses ??= new NearMisses(rules);
        _inbound ??= rules.Where(rule => (counts is null || counts(rule)) && IsAbout(rule, question, RuleConditions.OfAll)).Select(rule => new CandidateRule(rule)).ToArray();
        CandidateRule[] inbound = _inbound;
        CandidateRule[] near = Near(question, null, () => inbound, RuleConditions.OfProtocol);
        if (flow.Ports is { } ports)
        {
            CandidateRule[] ofProtocol = near;
            near = Near(question, ports, () => Named(ofProtocol, _byPort, NamedRules.ByPort).For(ports), RuleConditions.OfPorts);
        }

        return Named(near, _byAddress, NamedRules.ByAddress).For(flow.To);
    }

    private static NamedRules Named(CandidateRule[] rules, Dictionary<CandidateRule[], NamedRules> known, Func<CandidateRule[], NamedRules> by)
    {
        if (!known.TryGetValue(rules, out NamedRules? named))
            known.Add(rules, named = by(rules));
        return named;
    }

    private CandidateRule[] Near(RuleQuestion question, PortRange? ports, Func<CandidateRule[]> among, IRuleCondition<FirewallRule>[] conditions)
    {
        bool isOfFamily = question.Flow.Protocol == TransportProtocol.Icmp;
        var key = new Kind(question.Profile, question.Flow.Protocol, isOfFamily ? question.Flow.Family : null, ports);
        if (!_near.TryGetValue(key, out CandidateRule[]? near))
            _near.Add(key, near = among().Where(each => IsAbout(each.Rule, question, conditions)).ToArray());
        return near;
    }

    private static bool IsAbout(FirewallRule rule, RuleQuestion question, IRuleCondition<FirewallRule>[] conditions)
    {
        foreach (IRuleCondition<FirewallRule> condition in conditions)
        {
            if (condition.Ask(rule, question).Match == Match.No)
                return false;
        }

        return true;
    }

    /// <summary>Judges part by part where rules are about a part of the ports only.</summary>
    private FlowVerdict JudgeByRules(Flow flow, FirewallState state, CandidateRule[] rules)
    {
        var whole = new RuleBalance(rules, flow, state, _host);
        IEnumerable<CandidateRule> near = whole.Allows.Concat(whole.Blocks).Select(match => match.Candidate).Distinct();
        Flow[] parts = flow.CutAt(near.SelectMany(each => each.LocalPorts.Values)).ToArray(); // A flow to one port asks for no ranges.
        if (parts.Length == 1)
            return JudgePart(flow, state, whole);
        NamedRules named = NamedRules.ByPort(near.ToArray()); // Of these a rule has all ports of a part, or none.
        return FlowVerdict.OfParts(flow, [.. parts.Select(part => JudgePart(part, state, new RuleBalance(named.Covering(part.Ports), part, state, _host)))]);
    }

    private sealed record Kind(FirewallProfiles Profile, TransportProtocol Protocol, IPFamily? Family, PortRange? Ports);
}
