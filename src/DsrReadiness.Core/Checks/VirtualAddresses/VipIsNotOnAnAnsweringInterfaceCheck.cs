using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>A server that answers ARP or ND for the VIP takes it away from the balancer.</summary>
internal sealed class VipIsNotOnAnAnsweringInterfaceCheck() : VipCheck(new CheckInfo(
    "V03",
    "No VIP is on an interface that answers ARP or ND, now or after a restart",
    [Severity.Error],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    private static readonly CimStore[] s_stores = [CimStore.Active, CimStore.Persistent];

    protected override Finding Judge(CheckContext context, IPAddress vip)
    {
        var answering = new List<(HostInterface On, CimStore Store)>();
        Missing? unclear = null;
        HostInterface? gone = null;
        foreach (CimStore store in s_stores)
        {
            if (!context.RowsOf(vip, store).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing))
            {
                unclear ??= missing;
                continue;
            }

            foreach (HostAddress row in rows)
            {
                if (!context.Topology.Find(row.InterfaceIndex).TryGet(out HostInterface? holder, out missing))
                    unclear ??= missing;
                else if (holder.IsLoopback)
                    continue;
                else if (context.Topology.IsGone(holder.Index))
                    gone = holder;
                else
                    answering.Add((holder, store));
            }
        }

        if (answering.Count > 0)
            return Failed(vip, answering.ToLookup(each => each.On, each => each.Store));
        if (unclear is null && gone is not null)
            return Gone(vip, gone);
        return unclear is null
            ? Passed(vip.ToString(), $"{vip} is on no interface that answers ARP or ND, in neither store.")
            : Unknown(unclear, vip.ToString());
    }

    private Finding Failed(IPAddress vip, ILookup<HostInterface, CimStore> answering)
    {
        IEnumerable<string> places = answering.Select(
            on => on.Key.Alias + " (" + InWords(on) + (on.Key.IsDisabled ? ", disabled now" : string.Empty) + ")");
        IEnumerable<string> commands = answering.Select(on => AddressCommands.Remove(on.Key.Index, vip, OnlyStore(on)));
        return Failed(
            vip.ToString(),
            $"{vip} is on {string.Join(" and ", places)}: such an interface answers ARP and ND for it as soon as it is up, "
                + "and takes the VIP from the balancer.",
            Advice.Run("Take the server out of service at the balancer, then remove the VIP there.", commands),
            "on none",
            string.Join(", ", answering.Select(on => on.Key.Alias)));
    }

    private Finding Gone(IPAddress vip, HostInterface holder) => Unknown(
        vip.ToString(),
        $"The persistent store has {vip} on {holder}, which has no adapter any more: whether that was a loopback, and whether it comes back, is not known.",
        Advice.Run("Remove what is left of it.", AddressCommands.Remove(holder.Index, vip, "PersistentStore")));

    private static string InWords(IEnumerable<CimStore> stores) => OnlyStore(stores) switch
    {
        "ActiveStore" => "active store only",
        "PersistentStore" => "persistent store only, so from the next restart on",
        _ => "both stores",
    };

    /// <summary>The one store as a parameter value; null for both, which is what commands mean without it.</summary>
    private static string? OnlyStore(IEnumerable<CimStore> stores)
    {
        CimStore[] distinct = stores.Distinct().ToArray();
        if (distinct.Length > 1)
            return null;
        return distinct[0] == CimStore.Active ? "ActiveStore" : "PersistentStore";
    }
}
