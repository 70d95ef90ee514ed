using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>What clients and the probe send arrives on the traffic interface and must get in under that network's category.</summary>
internal sealed class InboundTrafficIsAllowedCheck() : FirewallTrafficCheck(new CheckInfo(
    "W01",
    "InboundTrafficIsAllowed",
    "The firewall lets clients and the probe in on the traffic interface",
    [Severity.Error],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [.. ReadingId.Interfaces, .. FlowJudge.Reads],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing))
            return [Unknown(missing)];
        return Judge(context, Flow.OfAll(context.Service).Select(flow => (flow, on)));
    }
}
