using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Firewall;

/// <summary>What all rules together say of a flow whose ports no rule cuts.</summary>
internal sealed class RuleBalance(IEnumerable<CandidateRule> rules, Flow flow, FirewallState state, FirewallHost host)
{
    /// <summary>So much of all clients is not what somebody blocks who keeps a list of bad addresses.</summary>
    private const double Half = 0.5;

    public IReadOnlyList<RuleMatch> Allows { get; } = Matches(rules, new RuleQuestion(flow, state.On, state.Profile.Category, FirewallAction.Allow, host));

    public IReadOnlyList<RuleMatch> Blocks { get; } = Matches(rules, new RuleQuestion(flow, state.On, state.Profile.Category, FirewallAction.Block, host));

    public bool Allowed => Covered(Allows, match => match.Sure);

    public bool MayBeAllowed => Covered(Allows, match => match.Possible);

    public bool Blocked => Covered(Blocks, match => match.Sure);

    public bool MayBeBlocked => Covered(Blocks, match => match.Possible);

    /// <summary>The rules that together block at least half of the clients, the widest first; empty if less is blocked.</summary>
    public IReadOnlyList<RuleMatch> Wide => flow.Balancers is null || ShareOf(Blocks.SelectMany(match => match.Sure)) < Half
        ? [] : [.. Blocks.Where(match => match.Sure.Any(flow.Sources.Overlaps)).OrderByDescending(match => ShareOf(match.Sure))];

    /// <summary>Those of these rules that decide: one that matches all, best without anything to note; else all that take part.</summary>
    public static IReadOnlyList<RuleMatch> Deciding(IReadOnlyList<RuleMatch> matches)
    {
        RuleMatch? one = matches.Where(match => match.Whole == Match.Yes).OrderBy(match => match.Notes.Length > 0).FirstOrDefault();
        return one is not null ? [one] : matches.Where(match => match.Sure.Any()).ToArray();
    }

    /// <summary>Those of these rules on which it hangs.</summary>
    public static IReadOnlyList<RuleMatch> InDoubt(IReadOnlyList<RuleMatch> matches) =>
        matches.Where(match => match.IsOpen).ToArray();

    private static RuleMatch[] Matches(IEnumerable<CandidateRule> rules, RuleQuestion question) =>
        rules.Select(rule => RuleMatch.Of(rule, question)).OfType<RuleMatch>().ToArray();

    private double ShareOf(IEnumerable<IPRange> sources) => Coverage.Share(sources, flow.Sources);

    private bool Covered(IReadOnlyList<RuleMatch> matches, Func<RuleMatch, IEnumerable<IPRange>> sources) =>
        host.Covers(matches.SelectMany(sources), flow);
}
