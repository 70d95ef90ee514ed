using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;
using FirewallRule = DsrReadiness.Desired.Settings.FirewallRule;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>What the checks of traffic share: a flow and the interface by which it is judged.</summary>
internal abstract class FirewallTrafficCheck(CheckInfo info) : Check(info)
{
    protected const string Allowed = "allowed";
    protected const string Blocked = "blocked";

    /// <summary>One finding for each flow. The commands of a recommendation let in everything that lacks a rule: one run is enough.</summary>
    protected IEnumerable<Finding> Judge(CheckContext context, IEnumerable<ArrivingFlow> asked)
    {
        var verdicts = new List<FlowVerdict>();
        var unknown = new HashSet<string>();
        foreach (ArrivingFlow arriving in asked)
        {
            if (context.Firewall.Judge(arriving).TryGet(out FlowVerdict? verdict, out Missing? missing))
                verdicts.Add(verdict);
            else if (unknown.Add(missing.Reason))
                yield return Unknown(missing);
        }

        IEnumerable<FlowVerdict> lacking = verdicts.Where(verdict => verdict.IsAllowed == false && verdict.LacksRule);
        string commands = FirewallRule.Commands(lacking.Select(verdict => verdict.Flow), context.Snapshot); // One text for all findings: a thousand ports have a thousand lines.
        foreach (FlowVerdict verdict in verdicts)
            yield return Find(verdict, commands);
    }

    /// <summary>What is to be said of traffic that is not let in.</summary>
    protected virtual Finding FindBlocked(string subject, string reason, Advice advice) => Failed(subject, reason, advice, Allowed, Blocked);

    /// <summary>What is to be said of traffic that is let in, but not for half of the clients.</summary>
    protected virtual Finding FindHalved(string subject, string reason, Advice advice) => Failed(Severity.Warning, subject, reason, advice, Allowed, "blocked for half");

    private Finding Find(FlowVerdict verdict, string commands)
    {
        string subject = verdict.Flow.Service + " on " + verdict.Flow.To;
        string reason = FlowReport.Reason(verdict);
        Advice recommendation = FirewallAdvice.Of(verdict, commands) ?? string.Empty;
        return verdict.IsAllowed switch
        {
            true => verdict.WideBlocks.Count > 0 ? FindHalved(subject, reason, recommendation) : Passed(subject, reason),
            false => FindBlocked(subject, reason, recommendation),
            null => Unknown(subject, reason, recommendation),
        };
    }
}
