using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Host;

/// <summary>
/// What the server has of an address that a balancer probes and that is no VIP. The probe is not handed to the traffic interface, as what is for a VIP: it finds the interface
/// that has its address by itself.
/// </summary>
internal static class ProbedAddress
{
    /// <summary>True if the probe asks an address of the server's own.</summary>
    public static bool IsOwn(DsrService service, Probe probe) => !service.VirtualIPAddresses.Contains(probe.Address);

    /// <summary>The rows of the probe's address, on whatever interface.</summary>
    public static Fact<IReadOnlyList<HostAddress>> Rows(HostContext context, Probe probe) => context.RowsOf(probe.Address, CimStore.Active);

    /// <summary>Where the probe arrives: at the traffic interface, but where another interface has its address.</summary>
    public static Fact<HostInterface> Arrival(HostContext context, Probe probe)
    {
        if (!IsOwn(context.Service, probe))
            return context.TrafficInterface;
        if (!Rows(context, probe).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing))
            return missing;
        var answering = new List<HostInterface>();
        foreach (uint index in rows.Select(row => row.InterfaceIndex).Distinct())
        {
            if (!context.Topology.Find(index).TryGet(out HostInterface? holder, out missing))
                return missing;
            if (!holder.IsLoopback)
                answering.Add(holder);
        }

        if (answering.Count == 0 || (context.TrafficInterface.TryGet(out HostInterface? traffic, out _) && answering.Contains(traffic)))
            return context.TrafficInterface;
        return answering.Count == 1
            ? answering[0]
            : Missing.Unknown($"{probe.Address} is on {Wording.Some(answering.Select(each => each.Alias).ToArray())}: where its probe arrives cannot be told.", "Take it off all of them but one.");
    }
}
