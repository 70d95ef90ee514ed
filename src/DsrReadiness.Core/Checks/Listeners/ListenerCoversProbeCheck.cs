using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>A probe that nothing answers takes the server out of the pool, however well it serves.</summary>
internal sealed class ListenerCoversProbeCheck() : ListenerCheck(new CheckInfo(
    "S02",
    "Something listens where the balancer probes",
    [Severity.Error],
    [new ReadingId(NetIPAddressClass.Class, CimStore.Active), new ReadingId(NetTcpConnectionClass.Class), new ReadingId(NetUdpEndpointClass.Class), new ReadingId(RegistryValueClass.Class), new ReadingId(ServiceClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Service.Probe is not { } probe)
            return [NotApplicable("No probe of the balancer is given.")];
        Finding? lacking = ProbedAddress.IsOwn(context.Service, probe) ? NoAddress(context, probe) : null;
        if (lacking is { Outcome: Outcome.Failed })
            return [lacking];
        Finding listener = Listener(context, probe);
        return [listener.Outcome == Outcome.Failed ? listener : lacking ?? listener];
    }

    private Finding Listener(CheckContext context, Probe probe)
    {
        if (probe.Port is not { } port)
            return NotApplicable($"The probe {probe} has no port: no listener answers it.");
        return context.Listeners(probe.Protocol).TryGet(out ListenerTable? table, out Missing? missing)
            ? Judge(context, table, probe.Address, ServicePort.Single(probe.Protocol, port))
            : Unknown(missing);
    }

    /// <summary>A socket bound to every address takes what is for an address of the server, and no other. That of a VIP is a matter of V01 and V04.</summary>
    private Finding? NoAddress(CheckContext context, Probe probe)
    {
        if (!ProbedAddress.Rows(context, probe).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing))
            return Unknown(missing, probe.ToString());
        if (rows.Any(row => row.State.Is(AddressState.Preferred) || row.State.Is(AddressState.Deprecated)))
            return null;
        if (rows.FirstOrDefault(row => !row.State.HasValue) is { } untold)
            return Unknown(Missing.Property("AddressState of " + untold.Address, untold.State), probe.ToString());
        return Failed(
            probe.ToString(),
            rows.Count == 0 ? $"{probe.Address} is not an address of this server: it does not answer the probe {probe}."
                : $"{probe.Address} is {rows[0].State}: Windows takes nothing for it, and does not answer the probe {probe}.",
            "Have the balancer probe an address that this server has, the VIP if it can; where each server is asked at its own address, name that one.",
            "an address of this server",
            rows.Count == 0 ? "none" : rows[0].State.ToString());
    }
}
