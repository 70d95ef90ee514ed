using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>Policy may say that rules of the server itself do not count; then a local rule is listed, enabled, and lets nothing in.</summary>
internal sealed class LocalRulesAreMergedCheck() : Check(new CheckInfo(
    "W05",
    "LocalRulesAreMerged",
    "Policy does not ignore the local rules that the service needs",
    [Severity.Error],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [.. ReadingId.Interfaces, .. FlowJudge.Reads],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!ArrivingFlow.OfAll(context).TryGet(out IReadOnlyList<ArrivingFlow>? flows, out Missing? missing))
            return [Unknown(missing)];
        var withoutLocal = new FlowJudge(context.Snapshot, rule => !rule.Source.Is(PolicyStoreSource.Local));
        var findings = new List<Finding>();
        foreach (IGrouping<HostInterface, ArrivingFlow> there in flows.GroupBy(each => each.On))
        {
            if (!FirewallState.Of(context.Snapshot, there.Key).TryGet(out FirewallState? state, out missing))
                return [Unknown(missing)];
            findings.AddRange(there.Select(each => Judge(context, each.Flow, state, withoutLocal)).OfType<Finding>());
        }

        return findings.Count > 0 ? findings : [NotApplicable("No local rule is needed, or what W01 says comes first.")];
    }

    /// <summary>Null where nothing rests on a local rule.</summary>
    private Finding? Judge(CheckContext context, Flow flow, FirewallState state, FlowJudge withoutLocal)
    {
        if (!context.Firewall.Judge(flow, state.On).TryGet(out FlowVerdict? verdict, out Missing? missing))
            return Unknown(missing);
        bool isInDoubt = verdict.Cause == FlowCause.Undetermined && verdict.Deciding.Count > 0;
        if (verdict.Cause != FlowCause.AllowedByRule && !isInDoubt)
            return null;
        if (!withoutLocal.Judge(flow, state.On).TryGet(out FlowVerdict? other, out missing))
            return Unknown(missing);
        if (other.IsAllowed == true || (isInDoubt && other.IsAllowed is null))
            return null;
        string rule = FlowReport.NameOf(verdict.Deciding[0].Rule);
        Field<GpoBoolean> merged = state.Profile.AllowLocalFirewallRules;
        if (merged.Is(GpoBoolean.False))
        {
            return Failed(
                flow.Service + " on " + flow.To,
                $"Only local rules such as {rule} {(isInDoubt ? "may let" : "let")} {flow} in, and policy has the {state.Name} ignore them (AllowLocalFirewallRules is False).",
                "Put the rule into the group policy that switches local rules off, or have that policy allow local rules.",
                nameof(GpoBoolean.True),
                nameof(GpoBoolean.False));
        }

        if (isInDoubt)
            return null; // W01 says what it does not know of the rule.
        return merged.Is(GpoBoolean.True) || merged.Is(GpoBoolean.NotConfigured)
            ? Passed(flow.Service + " on " + flow.To, $"The {state.Name} counts local rules such as {rule}.", actual: merged.ToString())
            : Unknown(Missing.Property("AllowLocalFirewallRules of the " + state.Name, merged), flow.Service + " on " + flow.To);
    }
}
