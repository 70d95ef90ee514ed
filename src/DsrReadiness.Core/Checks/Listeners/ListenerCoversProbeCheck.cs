using System.Collections.Generic;
using DsrReadiness.Cim.Contracts;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>A probe that nothing answers takes the server out of the pool, however well it serves.</summary>
internal sealed class ListenerCoversProbeCheck() : ListenerCheck(new CheckInfo(
    "S02",
    "ListenerCoversProbe",
    "Something listens where the balancer probes",
    [Severity.Error],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [new ReadingId(NetTcpConnectionClass.Class), new ReadingId(NetUdpEndpointClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Service.Probe is not { } probe)
            return [NotApplicable("No probe of the balancer is given.")];
        if (probe.Port is not { } port)
            return [NotApplicable($"The probe {probe} has no port: no listener answers it.")];
        return ListenerTable.Of(context.Snapshot, probe.Protocol).TryGet(out ListenerTable? table, out Missing? missing)
            ? [Judge(table, probe.Address, ServicePort.Single(probe.Protocol, port))]
            : [Unknown(missing)];
    }
}
