using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall.Conditions;

namespace DsrReadiness.Firewall;

/// <summary>A rule that has, or may have, something to say about a flow.</summary>
internal sealed class RuleMatch(CandidateRule candidate, RemoteReach remote, Match others, Match whole, List<Answer> answers)
{
    public CandidateRule Candidate { get; } = candidate;

    public FirewallRule Rule => Candidate.Rule;

    /// <summary>How far the rule matches the flow, seen by itself.</summary>
    public Match Whole { get; } = whole;

    /// <summary>What keeps the rule from matching further, as a clause with the rule as its subject.</summary>
    public string Clause => string.Join(" and ", answers.Where(answer => answer.Match == Whole).Select(answer => answer.Clause));

    /// <summary>True if something that cannot be read keeps the rule from matching further.</summary>
    public bool IsOpen => others == Match.Unknown || (others > Match.Unknown && remote.IsOpen);

    /// <summary>What cannot be read.</summary>
    public string Doubts => string.Join(" and ", answers.Where(answer => answer.Match == Match.Unknown).Select(answer => answer.Clause));

    /// <summary>What there is to say of a rule that decides; empty if nothing.</summary>
    public string Notes => string.Join(" and ", answers.Where(answer => answer.Match == Match.Yes).Select(answer => answer.Clause));

    /// <summary>The sources that the rule matches for certain. Rules may cover the flow's sources together.</summary>
    public IEnumerable<IPRange> Sure => others < Match.Yes ? [] : remote.Sure;

    /// <summary>The sources that the rule matches if what cannot be read is in its favour.</summary>
    public IEnumerable<IPRange> Possible =>
        others < Match.Unknown ? [] : remote.Possible;

    /// <summary>Asks a rule; null if it is about other traffic.</summary>
    public static RuleMatch? Of(CandidateRule candidate, RuleQuestion question)
    {
        FirewallRule rule = candidate.Rule;
        Match others = Match.Yes;
        List<Answer>? answers = null;
        void Add(Answer answer)
        {
            if (answer.Clause is not null)
                (answers ??= []).Add(answer);
            others = Lower(others, answer.Match);
        }

        foreach (IRuleCondition<FirewallRule> condition in RuleConditions.OfFlow)
        {
            Answer answer = condition.Ask(rule, question);
            if (answer.Match == Match.No)
                return null;
            Add(answer);
        }

        var remote = new RemoteReach(rule, question);
        Answer reach = remote.Answer;
        if (reach.Match == Match.No)
            return null;
        foreach (Answer answer in candidate.Always)
            Add(answer);
        if (reach.Clause is not null)
            (answers ??= []).Add(reach);
        return new RuleMatch(candidate, remote, others, Lower(others, reach.Match), answers ?? []);
    }

    private static Match Lower(Match left, Match right) => left < right ? left : right;
}
