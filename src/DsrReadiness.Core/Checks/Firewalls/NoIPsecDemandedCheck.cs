using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>Where a connection security rule requires inbound authentication, whoever sends without IPsec gets no answer, although the firewall lets it in: a balancer's probe first of all.</summary>
internal sealed class NoIPsecDemandedCheck() : Check(new CheckInfo(
    "W07",
    "No connection security rule requires clients and the probe to authenticate by IPsec",
    [Severity.Warning],
    [.. ReadingId.Interfaces, .. IPsecJudge.Reads],
    CheckNeeds.Port).With(Shown.ByPacket))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!ArrivingFlow.OfAll(context).TryGet(out IReadOnlyList<ArrivingFlow>? flows, out Missing? missing))
            return [Unknown(missing)];
        var judge = new IPsecJudge(context.Snapshot);
        return flows.Select(each => judge.Judge(each.Flow, each.On).TryGet(out IPsecVerdict? verdict, out Missing? why) ? Find(verdict) : Unknown(why)).ToArray();
    }

    private Finding Find(IPsecVerdict verdict)
    {
        Flow flow = verdict.Flow;
        string subject = flow.Service + " on " + flow.To;
        if (verdict.IsDemanded == false)
            return Passed(subject, $"No connection security rule requires IPsec for {flow}.", "not required", "not required");
        string rule = FlowReport.NameOf(verdict.By!);
        return verdict.IsDemanded == true
            ? Failed(
                subject,
                $"Connection security rule {rule} requires IPsec for {flow}: packets of a client or balancer that does not authenticate are dropped.",
                Advice.Show("If the clients do not use IPsec, exempt the service from the rule, in the policy that it comes from. The command shows the rules in force.", "Get-NetIPsecRule -PolicyStore ActiveStore"),
                "not required",
                "required")
            : Unknown(
                subject,
                $"Cannot tell whether connection security rule {rule} requires IPsec for {flow}: {verdict.Doubt}.",
                Advice.Show("Look at the connection security rules in force.", "Get-NetIPsecRule -PolicyStore ActiveStore"));
    }
}
