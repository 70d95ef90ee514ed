using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using DsrReadiness.Host;
using DsrReadiness.Services;

namespace DsrReadiness.Firewall;

/// <summary>A flow and the interface where it arrives, by whose network it is judged.</summary>
internal sealed record ArrivingFlow(Flow Flow, HostInterface On)
{
    /// <summary>What clients send to the VIPs arrives on the traffic interface; the probe there, or where its address is.</summary>
    public static Fact<IReadOnlyList<ArrivingFlow>> OfAll(HostContext context)
    {
        DsrService service = context.Service;
        if (!context.TrafficInterface.TryGet(out HostInterface? traffic, out Missing? missing))
            return missing;
        if (IsWithoutNetwork(context, traffic, out InterfaceFault? fault))
            return Missing.Absent($"{fault.Reason} By which network it is judged once it does is not known; see H09.");
        IEnumerable<ArrivingFlow> flows = service.VirtualIPAddresses.SelectMany(vip => Flow.OfService(service, vip)).Select(flow => new ArrivingFlow(flow, traffic));
        if (service.Probe is not { } probe)
            return flows.ToArray();
        if (!ProbedAddress.Arrival(context, probe).TryGet(out HostInterface? on, out missing))
            return missing;
        return flows.Concat(Flow.OfProbe(service, context.Environment).Select(flow => new ArrivingFlow(flow, on))).ToArray();
    }

    /// <summary>An interface that is down has no network, which would otherwise be taken for a public one.</summary>
    private static bool IsWithoutNetwork(HostContext context, HostInterface traffic, [NotNullWhen(true)] out InterfaceFault? fault) =>
        context.LinkFault.TryGet(out fault, out _) && fault is not null
        && context.Snapshot.ConnectionProfiles.Rows?.Any(network => network.InterfaceIndex == traffic.Index) == false;
}
