using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>
/// No source says whether Windows judges traffic for the VIP by the interface that it arrives on or by the one that owns the VIP, so what
/// W01 asks of the one is asked of the other too.
/// </summary>
internal sealed class AllowedInLoopbackCategoryTooCheck() : FirewallTrafficCheck(new CheckInfo(
    "W02",
    "AllowedInLoopbackCategoryToo",
    "The firewall lets the same in under the category of the loopback's network",
    [Severity.Warning],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [.. ReadingId.Interfaces, .. FlowJudge.Reads],
    CheckNeeds.Loopback | CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        var findings = new List<Finding>();
        var asked = new List<(Flow, HostInterface)>();
        foreach (IPAddress vip in context.Service.VirtualIPAddresses)
        {
            if (!context.LoopbackOf(vip).TryGet(out HostInterface? loopback, out Missing? missing))
                findings.Add(Unknown(missing));
            else if (loopback.Kind == InterfaceKind.BuiltInLoopback)
                findings.Add(NotApplicable($"{vip} is on the built-in loopback, which has no network and no category."));
            else
                asked.AddRange(FlowsTo(context, vip).Select(flow => (flow, loopback)));
        }

        return findings.Concat(Judge(context, asked));
    }

    /// <summary>A probe of the server's own address has nothing to do with the loopback.</summary>
    private static IEnumerable<Flow> FlowsTo(CheckContext context, IPAddress vip) =>
        Flow.OfService(context.Service, vip).Concat(Flow.OfProbe(context.Service, context.Environment).Where(flow => flow.To.Equals(vip)));
}
