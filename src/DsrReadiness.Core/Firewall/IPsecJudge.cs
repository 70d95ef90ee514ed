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
/// Whether a connection security rule drops what is not authenticated by IPsec: after the firewall has let it in, and whatever its rules say. Rules that exempt traffic, or only ask, lie
/// beside those that require, and no source says which of two that overlap wins: there it is not known.
/// </summary>
internal sealed class IPsecJudge(Snapshot snapshot)
{
    private static readonly LocalPortCondition s_ports = new();
    private static readonly LocalAddressCondition s_local = new();
    private static readonly InterfaceAliasCondition s_alias = new();

    private static readonly IRuleCondition<TrafficRule>[] s_ofFlow =
        [new StateCondition(), new ProfileCondition(), new ProtocolCondition(), s_ports, new RemotePortCondition(), s_alias, new PlatformCondition()];

    private static readonly IRuleLimit<TrafficRule>[] s_ofRule = [new EnforcementCondition(), new InterfaceTypeCondition()];

    private readonly FirewallHost _host = new(snapshot);

    /// <summary>What judging reads.</summary>
    public static ReadingId[] Reads { get; } = [new(NetConSecRuleClass.Class, CimStore.Active), .. FlowJudge.Reads];

    /// <summary>Judges what arrives on an interface.</summary>
    public Fact<IPsecVerdict> Judge(Flow flow, HostInterface on)
    {
        if (!snapshot.ConnectionSecurityRules.TryGet(out IReadOnlyList<ConnectionSecurityRule>? rules, out Missing? missing))
            return missing;
        if (rules.Count == 0)
            return new IPsecVerdict(flow, false, null);
        if (!FirewallState.Of(snapshot, on).TryGet(out FirewallState? state, out missing))
            return missing;
        IPsecVerdict[] parts = [.. flow.CutAt(rules.SelectMany(rule => RulePorts.Read(rule.LocalPorts).Values)).Select(part => JudgePart(part, rules, state))];
        return Array.Find(parts, part => part.IsDemanded == true) ?? Array.Find(parts, part => part.IsDemanded is null) ?? new IPsecVerdict(flow, false, null);
    }

    private IPsecVerdict JudgePart(Flow part, IReadOnlyList<ConnectionSecurityRule> rules, FirewallState state)
    {
        var question = new RuleQuestion(part, state.On, state.Profile.Category, FirewallAction.Allow, _host);
        List<Reach> reaches = [.. rules.Select(rule => Reach.Of(rule, question)).OfType<Reach>()];
        IPRange[] exempt = [.. reaches.Where(each => !each.Rule.InboundSecurity.Is(SecurityPolicy.Require)).SelectMany(each => each.Possible)];
        bool IsDemanded(Reach each) => IsSure(each.Rule, part, state) && each.Sure.Where(range => range.Overlaps(part.Sources)).Any(range => !Coverage.Covers(exempt, range.Within(part.Sources)));
        if (reaches.Find(IsDemanded) is { } demanding)
            return new IPsecVerdict(part, true, demanding.Rule);
        Reach? doubtful = reaches.Find(each => MayDemand(each.Rule) && each.Possible.Any(part.Sources.Overlaps));
        return doubtful is null
            ? new IPsecVerdict(part, false, null)
            : new IPsecVerdict(part, null, doubtful.Rule, doubtful.Doubt ?? WhyNotSure(doubtful.Rule, part, state));
    }

    private static bool MayDemand(ConnectionSecurityRule rule) => !rule.InboundSecurity.Is(SecurityPolicy.Never) && !rule.InboundSecurity.Is(SecurityPolicy.Request);

    /// <summary>Echo requests may be exempt by a setting of their own, which is not read.</summary>
    private static bool IsSure(ConnectionSecurityRule rule, Flow part, FirewallState state) =>
        rule.InboundSecurity.Is(SecurityPolicy.Require) && rule.Mode.Is(IPsecMode.Transport) && part.Protocol != TransportProtocol.Icmp && state.IsOff == false;

    private static string WhyNotSure(ConnectionSecurityRule rule, Flow part, FirewallState state) =>
        !rule.InboundSecurity.Is(SecurityPolicy.Require) ? "its InboundSecurity is " + rule.InboundSecurity
        : !rule.Mode.Is(IPsecMode.Transport) ? "its Mode is " + rule.Mode
        : part.Protocol == TransportProtocol.Icmp ? "ICMP may be exempt from IPsec by a setting of its own"
        : state.IsOff == true ? $"the {state.Name} filters nothing"
        : state.IsOff is null ? $"the {state.Name} is not known to be on"
        : "another rule may exempt the same traffic";

    /// <summary>How far a rule reaches, whatever it has done with what it is about.</summary>
    private sealed record Reach(ConnectionSecurityRule Rule, IReadOnlyList<IPRange> Sure, IReadOnlyList<IPRange> Possible, string? Doubt)
    {
        /// <summary>Null if the rule is about other traffic.</summary>
        public static Reach? Of(ConnectionSecurityRule rule, RuleQuestion question)
        {
            string? doubt = null;
            IEnumerable<(object By, Answer Answer)> answers = s_ofFlow.Select(condition => ((object)condition, condition.Ask(rule, question)))
                .Concat(s_ofRule.Select(limit => ((object)limit, limit.Ask(rule))));
            foreach ((object by, Answer answer) in answers)
            {
                switch (answer.Match)
                {
                    case Match.No or Match.Beside:
                    case Match.Part when by == s_alias:
                        return null;
                    case Match.Unknown or Match.Part when by != s_ports || answer.Match == Match.Unknown:
                        doubt ??= "it " + answer.Clause;
                        break;
                }
            }

            Answer local = s_local.Ask(rule, question);
            var remote = new RemoteReach(rule, question);
            IPRange[] possible = local.Match == Match.No ? [] : [.. remote.Possible];
            if (Array.Exists(possible, question.Flow.Sources.Overlaps))
            {
                if (local.Match != Match.Yes)
                    doubt ??= "it " + local.Clause;
                return new Reach(rule, doubt is null ? remote.Sure : [], possible, doubt ?? (remote.IsOpen ? "it " + remote.Answer.Clause : null));
            }

            return IsTurned(rule, question.Flow) ? new Reach(rule, [], [question.Flow.Sources], "it names the server where others name the clients") : null;
        }

        /// <summary>The two ends of such a rule are called local and remote, and may be meant either way.</summary>
        private static bool IsTurned(ConnectionSecurityRule rule, Flow flow) =>
            May(RuleAddresses.Read(rule.RemoteAddresses), range => range.Contains(flow.To)) && May(RuleAddresses.Read(rule.LocalAddresses), flow.Sources.Overlaps);

        private static bool May(ValueList<IPRange> addresses, Func<IPRange, bool> isIt) =>
            addresses.IsAny || addresses.Keywords.Count > 0 || addresses.Unreadable is not null || addresses.Values.Any(isIt);
    }
}

/// <summary>Whether a sender has to authenticate itself.</summary>
/// <param name="Flow">The traffic, or the part of it by its ports that this is about.</param>
/// <param name="IsDemanded">Null if that cannot be told.</param>
/// <param name="By">The rule that demands it, or may.</param>
/// <param name="Doubt">Why it cannot be told.</param>
internal sealed record IPsecVerdict(Flow Flow, bool? IsDemanded, ConnectionSecurityRule? By, string? Doubt = null);
