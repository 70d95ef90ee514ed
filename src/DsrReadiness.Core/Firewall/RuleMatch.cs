using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Firewall.Conditions;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall;

/// <summary>A rule that has, or may have, something to say about a flow.</summary>
internal sealed class RuleMatch
{
    private readonly Flow _flow;
    private readonly ValueList<IPRange> _remote;
    private readonly Match _others;
    private readonly List<Answer> _answers;

    private RuleMatch(CandidateRule candidate, Flow flow, ValueList<IPRange> remote, Match others, Match whole, List<Answer> answers)
    {
        Candidate = candidate;
        _flow = flow;
        _remote = remote;
        _others = others;
        Whole = whole;
        _answers = answers;
    }

    public CandidateRule Candidate { get; }

    public FirewallRule Rule => Candidate.Rule;

    /// <summary>How far the rule matches the flow, seen by itself.</summary>
    public Match Whole { get; }

    /// <summary>What keeps the rule from matching further, as a clause with the rule as its subject.</summary>
    public string Clause => string.Join(" and ", _answers.Where(answer => answer.Match == Whole).Select(answer => answer.Clause));

    /// <summary>True if something that cannot be read keeps the rule from matching further.</summary>
    public bool IsOpen => _others == Match.Unknown || (_others > Match.Unknown && _remote.Unreadable is not null);

    /// <summary>What cannot be read.</summary>
    public string Doubts => string.Join(" and ", _answers.Where(answer => answer.Match == Match.Unknown).Select(answer => answer.Clause));

    /// <summary>What there is to say of a rule that decides; empty if nothing.</summary>
    public string Notes => string.Join(" and ", _answers.Where(answer => answer.Match >= Match.Limited).Select(answer => answer.Clause));

    /// <summary>The sources that the rule matches for certain. Rules may cover the flow's sources together.</summary>
    public IEnumerable<IPRange> Sure => _others < Match.Limited ? [] : Sources;

    /// <summary>The sources that the rule matches if what cannot be read is in its favour.</summary>
    public IEnumerable<IPRange> Possible =>
        _others < Match.Unknown ? []
        : _remote.Unreadable is not null ? [_flow.Sources]
        : Sources;

    private IEnumerable<IPRange> Sources => _remote.IsAny ? [_flow.Sources] : _remote.Values;

    /// <summary>Asks a rule; null if it is about other traffic.</summary>
    public static RuleMatch? Of(CandidateRule candidate, RuleQuestion question)
    {
        FirewallRule rule = candidate.Rule;
        Match others = Match.Yes;
        List<Answer>? answers = null;
        void Add(Answer answer)
        {
            if (answer.Match == Match.Limited && question.Role == FirewallAction.Block)
                answer = answer with { Match = Match.Part };
            if (answer.Clause is not null)
                (answers ??= []).Add(answer);
            others = Lower(others, answer.Match);
        }

        foreach (IRuleCondition condition in RuleConditions.OfFlow)
        {
            Answer answer = condition.Ask(rule, question);
            if (answer.Match == Match.No)
                return null;
            Add(answer);
        }

        ValueList<IPRange> remote = RuleAddresses.Read(rule.RemoteAddresses);
        Answer reach = Reach(remote, question.Flow);
        if (reach.Match == Match.No)
            return null;
        foreach (Answer answer in candidate.Always)
            Add(answer);
        if (reach.Clause is not null)
            (answers ??= []).Add(reach);
        return new RuleMatch(candidate, question.Flow, remote, others, Lower(others, reach.Match), answers ?? []);
    }

    private static Answer Reach(ValueList<IPRange> remote, Flow flow)
    {
        if (remote.IsAny || Coverage.Covers(remote.Values, flow.Sources))
            return Answer.Yes;
        if (remote.Unreadable is { } unreadable)
            return Answer.Unknown("RemoteAddress", unreadable);
        string clause = "is limited to the remote addresses " + remote;
        if (remote.Keywords.Count > 0 || remote.Values.Any(flow.Sources.Overlaps))
            return new Answer(Match.Part, clause);
        return remote.Values.Any(range => range.Family == flow.Family) ? new Answer(Match.Beside, clause) : Answer.No;
    }

    private static Match Lower(Match left, Match right) => left < right ? left : right;
}
