using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>What clients and the probe send must get in under the category of the network where it arrives, which is the traffic interface's.</summary>
internal sealed class InboundTrafficIsAllowedCheck() : FirewallTrafficCheck(new CheckInfo(
    "W01",
    "The firewall lets clients and the probe in on the traffic interface",
    [Severity.Error, Severity.Warning],
    [.. ReadingId.Interfaces, .. FlowJudge.Reads],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => ArrivingFlow.OfAll(context).TryGet(out IReadOnlyList<ArrivingFlow>? flows, out Missing? missing)
        ? Judge(context, flows)
        : [Unknown(missing)];
}
