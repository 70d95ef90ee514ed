using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Host;

namespace DsrReadiness.Firewall;

/// <summary>What the firewall does with a flow.</summary>
internal sealed record FlowVerdict(Flow Flow, FirewallState State, FlowCause Cause)
{
    /// <summary>Is it let in? Null if that cannot be told.</summary>
    public bool? IsAllowed => Cause == FlowCause.Undetermined ? null : Cause < FlowCause.Undetermined;

    /// <summary>The part of the flow that the cause is about, by its ports.</summary>
    public IReadOnlyList<Flow> About { get; private init; } = [Flow];

    /// <summary>The rules that allow it, that block it, or on which it hangs.</summary>
    public IReadOnlyList<RuleMatch> Deciding { get; private init; } = [];

    /// <summary>Rules that would allow a part of it, or under conditions that clients do not meet.</summary>
    public IReadOnlyList<RuleMatch> NotCounted { get; private init; } = [];

    /// <summary>The rule that would allow it but for one thing, as a sentence; null if there is none.</summary>
    public string? NearMiss { get; private init; }

    /// <summary>Rules that block a part of it.</summary>
    public IReadOnlyList<RuleMatch> NarrowBlocks { get; private init; } = [];

    /// <summary>Rules that together block it for half of the clients at least, though not for all; empty if for fewer.</summary>
    public IReadOnlyList<RuleMatch> WideBlocks { get; private init; } = [];

    /// <summary>What of the profile it hangs on, if it hangs on no rule.</summary>
    public Missing? Doubt { get; private init; }

    /// <summary>True if a rule has to be made, whatever else has to be done.</summary>
    public bool LacksRule { get; private init; }

    /// <summary>The same where the profile heeds no rule.</summary>
    public FlowVerdict Unheeded() => new(Flow, State, FlowCause.BlockedAltogether) { LacksRule = LacksRule };

    /// <summary>A verdict of the rules and the profile's default, on a flow whose ports no rule cuts.</summary>
    public static FlowVerdict ByRules(
        Flow flow, FirewallState state, FlowCause cause, RuleBalance balance, IReadOnlyList<RuleMatch> deciding, string? nearMiss) =>
        new(flow, state, cause)
        {
            Deciding = deciding,
            NearMiss = nearMiss,
            NotCounted = [.. balance.Allows.Where(IsPartial).Except(deciding)],
            NarrowBlocks = [.. balance.Blocks.Where(match => match.Whole == Match.Part).Except(deciding)],
            WideBlocks = cause is FlowCause.AllowedByRule or FlowCause.AllowedByDefault ? balance.Wide : [],
            LacksRule = !balance.Allowed && state.LetsInByDefault != true,
        };

    /// <summary>The same, but not known because of the profile.</summary>
    public FlowVerdict InDoubt(Missing doubt) => new(Flow, State, FlowCause.Undetermined) { Doubt = doubt };

    /// <summary>The verdict on a flow from those on its parts: the worst of them.</summary>
    public static FlowVerdict OfParts(Flow flow, IReadOnlyList<FlowVerdict> parts)
    {
        FlowVerdict worst = parts.OrderByDescending(part => part.Cause).First();
        FlowVerdict[] alike = parts.Where(part => part.Cause == worst.Cause && (part.Doubt is null) == (worst.Doubt is null)).ToArray();
        return new FlowVerdict(flow, worst.State, worst.Cause)
        {
            About = Joined([.. alike.Select(part => part.Flow)]),
            Deciding = Distinct(alike.SelectMany(part => part.Deciding)),
            NotCounted = Distinct(alike.SelectMany(part => part.NotCounted)),
            NarrowBlocks = Distinct(alike.SelectMany(part => part.NarrowBlocks)),
            WideBlocks = worst.IsAllowed == true ? Distinct(parts.SelectMany(part => part.WideBlocks)) : [],
            NearMiss = worst.NearMiss,
            Doubt = worst.Doubt,
            LacksRule = parts.Any(part => part.LacksRule),
        };
    }

    private static bool IsPartial(RuleMatch match) => match.Whole is Match.Part or Match.Beside;

    private static RuleMatch[] Distinct(IEnumerable<RuleMatch> matches) =>
        matches.GroupBy(match => match.Rule).Select(group => group.First()).ToArray();

    /// <summary>Puts neighbouring parts together again.</summary>
    private static List<Flow> Joined(Flow[] parts)
    {
        var joined = new List<Flow>();
        foreach (Flow part in parts)
        {
            if (joined.Count > 0 && joined[joined.Count - 1].Ports is { } before && part.Ports is { } here && before.Last + 1 == here.First)
                joined[joined.Count - 1] = part with { Ports = before with { Last = here.Last } };
            else
                joined.Add(part);
        }

        return joined;
    }
}
