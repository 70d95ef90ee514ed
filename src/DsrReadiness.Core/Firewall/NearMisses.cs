using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall.Conditions;
using DsrReadiness.Services;

namespace DsrReadiness.Firewall;

/// <summary>Finds the rule that would allow a flow but for one thing: it is off, for other profiles, or for other addresses of the server. It has to name the port: one for any port was made for something else.</summary>
internal sealed class NearMisses(IEnumerable<FirewallRule> rules)
{
    private static readonly DirectionCondition s_direction = new();
    private static readonly ProtocolCondition s_protocol = new();
    private static readonly StateCondition s_state = new();
    private static readonly ProfileCondition s_profile = new();
    private static readonly LocalAddressCondition s_local = new();

    private static readonly IRuleCondition<FirewallRule>[] s_others =
        [.. RuleConditions.OfFlow.Where(each => each is not (StateCondition or ProfileCondition or LocalAddressCondition))];

    private readonly Dictionary<Kind, NamedRules> _named = [];

    /// <summary>The rule with its one reason, as a sentence; null if there is none.</summary>
    public string? Of(RuleQuestion question)
    {
        foreach (CandidateRule candidate in Named(question))
        {
            if (question.Flow.Ports is { } wanted && !Coverage.Covers(candidate.LocalPorts.Values, wanted))
                continue;
            string[] reasons = [.. Reasons(candidate.Rule, question)];
            if (reasons.Length == 1 && IsAboutItOtherwise(candidate, question))
                return $"Rule {FlowReport.NameOf(candidate.Rule)} would allow it, but {reasons[0]}.";
        }

        return null;
    }

    private CandidateRule[] Named(RuleQuestion question)
    {
        var key = new Kind(question.Flow.Protocol, question.Flow.Ports is null ? question.Flow.Family : null);
        if (!_named.TryGetValue(key, out NamedRules? named))
        {
            _named.Add(key, named = NamedRules.ByPort(
            [
                .. from rule in rules
                   where rule.Action.Is(FirewallAction.Allow) && s_direction.Ask(rule, question).Match != Match.No && s_protocol.Ask(rule, question).Match == Match.Yes
                   let candidate = new CandidateRule(rule)
                   where !candidate.LocalPorts.IsAny || (question.Flow.Ports is null && !rule.Protocol.IsNull)
                   select candidate,
            ]));
        }

        return named.Covering(question.Flow.Ports);
    }

    private static IEnumerable<string> Reasons(FirewallRule rule, RuleQuestion question)
    {
        if (s_state.Ask(rule, question).Match == Match.No)
            yield return "is off";
        if (s_profile.Ask(rule, question).Match == Match.No)
        {
            string astray = (rule.Profiles.Or(default) & FirewallProfiles.Domain) != 0 && question.Host.IsDomainMember
                ? ", although this server is a member of a domain: Windows found no domain controller from there"
                : string.Empty;
            yield return $"is for the profile {rule.Profiles} only, and the network of {ServerText.Short(question.On.Alias)} is {question.Profile}{astray}";
        }

        if (s_local.Ask(rule, question).Match is Match.No or Match.Beside)
            yield return "is limited to the local addresses " + RuleAddresses.Read(rule.LocalAddresses);
    }

    private static bool IsAboutItOtherwise(CandidateRule candidate, RuleQuestion question) =>
        s_others.All(condition => condition.Ask(candidate.Rule, question).Match == Match.Yes) && candidate.Always.Count == 0
        && new RemoteReach(candidate.Rule, question).Answer.Match == Match.Yes;

    private sealed record Kind(TransportProtocol Protocol, IPFamily? Family);
}
