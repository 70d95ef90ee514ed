using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>Policy may say that rules of the server itself do not count; then a local rule is listed, enabled, and lets nothing in.</summary>
internal sealed class LocalRulesAreMergedCheck() : Check(new CheckInfo(
    "W05",
    "Policy does not ignore the local rules that the service needs",
    [Severity.Error],
    [.. ReadingId.Interfaces, .. FlowJudge.Reads],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!ArrivingFlow.OfAll(context).TryGet(out IReadOnlyList<ArrivingFlow>? flows, out Missing? missing))
            return [Unknown(missing)];
        var withoutLocal = new FlowJudge(context.Snapshot, rule => !rule.Source.Is(PolicyStoreSource.Local));
        var surelyOfPolicy = new FlowJudge(context.Snapshot, rule => rule.Source.HasValue && !rule.Source.Is(PolicyStoreSource.Local));
        var findings = new List<Finding>();
        foreach (IGrouping<HostInterface, ArrivingFlow> there in flows.GroupBy(each => each.On))
        {
            if (!FirewallState.Of(context.Snapshot, there.Key).TryGet(out FirewallState? state, out missing))
                return [Unknown(missing)];
            findings.AddRange(there.Select(each => Judge(context, each.Flow, state, withoutLocal, surelyOfPolicy)).OfType<Finding>());
        }

        return findings.Count > 0 ? findings : [NotApplicable("No local rule is needed, or what W01 says comes first.")];
    }

    /// <summary>Null where nothing rests on a local rule.</summary>
    private Finding? Judge(CheckContext context, Flow flow, FirewallState state, FlowJudge withoutLocal, FlowJudge surelyOfPolicy)
    {
        if (!context.Firewall.Judge(flow, state.On).TryGet(out FlowVerdict? verdict, out Missing? missing))
            return Unknown(missing);
        string subject = flow.Service + " on " + flow.To;
        if (verdict.LacksRule && verdict.Cause is FlowCause.BlockedByDefault or FlowCause.BlockedByRule)
            return state.IgnoresLocalRules ? NoneYet(subject, verdict) : null;
        bool isInDoubt = verdict.Cause == FlowCause.Undetermined && verdict.Deciding.Count > 0;
        if (verdict.Cause != FlowCause.AllowedByRule && !isInDoubt)
            return null;
        if (!surelyOfPolicy.Judge(flow, state.On).TryGet(out FlowVerdict? sure, out missing) || !withoutLocal.Judge(flow, state.On).TryGet(out FlowVerdict? other, out missing))
            return Unknown(missing);
        if (sure.IsAllowed == true || (isInDoubt && other.IsAllowed is null))
            return null;
        string rule = FlowReport.NameOf(verdict.Deciding[0].Rule);
        Field<GpoBoolean> merged = state.Profile.AllowLocalFirewallRules;
        bool isUntold = other.IsAllowed == true;
        if (merged.Is(GpoBoolean.False) && isUntold)
        {
            return isInDoubt
                ? null
                : Unknown(Missing.Unknown(
                    $"Policy has the {state.Name} ignore local rules (AllowLocalFirewallRules is False), and whether {FlowReport.NameOf(other.Deciding[0].Rule)} is one is not known.",
                    "Collect again with PolicyStoreSourceType of the rules."), subject);
        }

        if (merged.Is(GpoBoolean.False))
        {
            return Failed(
                subject,
                $"Only local rules such as {rule} {(isInDoubt ? "may let" : "let")} {flow} in, and policy has the {state.Name} ignore them (AllowLocalFirewallRules is False).",
                "Put the rule into the group policy that switches local rules off, or have that policy allow local rules.",
                nameof(GpoBoolean.True),
                nameof(GpoBoolean.False));
        }

        if (isInDoubt)
            return null; // W01 says what it does not know of the rule.
        return merged.Is(GpoBoolean.True) || merged.Is(GpoBoolean.NotConfigured)
            ? Passed(subject, $"The {state.Name} counts local rules such as {rule}.", actual: merged.ToString())
            : Unknown(Missing.Property("AllowLocalFirewallRules of the " + state.Name, merged), subject);
    }

    /// <summary>A rule is still to be made: not here.</summary>
    private Finding NoneYet(string subject, FlowVerdict verdict) => Failed(
        subject,
        $"Policy has the {verdict.State.Name} ignore local rules (AllowLocalFirewallRules is False): a rule made on this server lets nothing in.",
        FirewallAdvice.InPolicy(verdict),
        nameof(GpoBoolean.True),
        nameof(GpoBoolean.False));
}
