using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>
/// The accept layer's conditions carry the category of the interface where traffic arrives, which W01 judges; what they carry for an address of another interface was measured nowhere. So
/// what would hold under the loopback's category is told, and fails nothing.
/// </summary>
internal sealed class AllowedInLoopbackCategoryTooCheck() : FirewallTrafficCheck(new CheckInfo(
    "W02",
    "What the firewall lets in under the category of the loopback's network is reported",
    [Severity.Information],
    [.. ReadingId.Interfaces, .. FlowJudge.Reads],
    CheckNeeds.Loopback | CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        var findings = new List<Finding>();
        var asked = new List<ArrivingFlow>();
        foreach (IPAddress vip in context.Service.VirtualIPAddresses)
        {
            if (!context.LoopbackOf(vip).TryGet(out HostInterface? loopback, out Missing? missing))
                findings.Add(Unknown(missing));
            else if (loopback.Kind == InterfaceKind.BuiltInLoopback)
                findings.Add(NotApplicable($"{vip} is on the built-in loopback, which has no network and no category."));
            else
                asked.AddRange(FlowsTo(context, vip).Select(flow => new ArrivingFlow(flow, loopback)));
        }

        return findings.Concat(Judge(context, asked)).OrderBy(finding => finding.Actual != Blocked);
    }

    /// <summary>Told, first of all.</summary>
    protected override Finding FindBlocked(string subject, string reason, Advice advice) =>
        Passed(subject, reason + " That matters only if Windows judges by the loopback's network; by the traffic interface's, see W01.", Allowed, Blocked);

    /// <summary>Told as well; W01 warns.</summary>
    protected override Finding FindHalved(string subject, string reason, Advice advice) => Passed(subject, reason);

    /// <summary>A probe of the server's own address has nothing to do with the loopback.</summary>
    private static IEnumerable<Flow> FlowsTo(CheckContext context, IPAddress vip) =>
        Flow.OfService(context.Service, vip).Concat(Flow.OfProbe(context.Service, context.Environment).Where(flow => flow.To.Equals(vip)));
}
