using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Checks.Hosts;

/// <summary>The answer to the probe on its way to who asks.</summary>
/// <param name="Probe">The probe.</param>
/// <param name="Prober">Who asks: a balancer, or the platform of a cloud.</param>
/// <param name="Only">The interface that it must leave by, since that has the address and does not send weakly; null where any will do.</param>
/// <param name="Ways">The routes that it may take; none if there is no route.</param>
internal sealed record ProbeReply(Probe Probe, IPAddress Prober, HostInterface? Only, Fact<IReadOnlyList<Route>> Ways)
{
    /// <summary>An answer to each who probes; nothing without a probe or a port, and nothing for an address that the server does not have, of which S02 and V01 speak.</summary>
    public static IEnumerable<ProbeReply> Of(CheckContext context)
    {
        if (context.Service.Ports.Count == 0 || context.Service.Probe is not { } probe || OwnerOf(context, probe) is not { } owner)
            return [];
        return context.Service.Probers(context.Environment).Select(prober => Of(context, probe, prober, owner));
    }

    private static ProbeReply Of(CheckContext context, Probe probe, IPAddress prober, HostInterface owner)
    {
        var to = IPPrefix.OfHost(prober);
        Fact<IReadOnlyList<Route>> free = context.Routes.Winners(to);
        Fact<bool> sends = SendsWeakly(context, probe, owner);
        if (sends.TryGet(out bool anywhere, out Missing? missing))
            return anywhere ? new ProbeReply(probe, prober, null, free) : new ProbeReply(probe, prober, owner, context.Routes.Winners(to, route => route.InterfaceIndex == owner.Index));
        bool isOwn = free.TryGet(out IReadOnlyList<Route>? ways, out _) && ways.Count > 0 && ways.All(way => way.InterfaceIndex == owner.Index);
        return new ProbeReply(probe, prober, null, isOwn ? free : missing);
    }

    /// <summary>The interface that has the probe's address; null if none has, or it cannot be told.</summary>
    private static HostInterface? OwnerOf(CheckContext context, Probe probe)
    {
        if (!ProbedAddress.IsOwn(context.Service, probe))
            return context.LoopbackOf(probe.Address).TryGet(out HostInterface? loopback, out _) ? loopback : null;
        if (!ProbedAddress.Rows(context, probe).TryGet(out IReadOnlyList<HostAddress>? rows, out _) || rows.Count == 0)
            return null;
        HostInterface? arrival = ProbedAddress.Arrival(context, probe).TryGet(out HostInterface? on, out _) ? on : null;
        HostAddress row = rows.FirstOrDefault(each => each.InterfaceIndex == arrival?.Index) ?? rows[0];
        return context.Topology.Find(row.InterfaceIndex).TryGet(out HostInterface? owner, out _) ? owner : null;
    }

    /// <summary>Whether the owner lets answers leave by other interfaces. Of a loopback that has the VIP M02 asks that.</summary>
    private static Fact<bool> SendsWeakly(CheckContext context, Probe probe, HostInterface owner)
    {
        if (!ProbedAddress.IsOwn(context.Service, probe) && !context.VipBelongsOnTrafficInterface)
            return true;
        IPFamily family = probe.Address.Family();
        if (context.WindowsVersion.TryGet(out System.Version? version, out _) && !version.HasHostModel())
            return family == IPFamily.IPv4;
        if (!context.IPInterface(owner, family, CimStore.Active).TryGet(out IPInterface? row, out Missing? missing))
            return missing;
        return row.WeakHostSend.Is(Toggle.Enabled) ? true
            : row.WeakHostSend.Is(Toggle.Disabled) ? false
            : Missing.Property($"WeakHostSend of {owner.Alias} ({family})", row.WeakHostSend);
    }
}
