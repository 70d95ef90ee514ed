using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Plans.Parts;

/// <summary>The VIPs: off whatever answers for them, and on the loopback as single hosts that are never a source.</summary>
internal static class AddressPart
{
    private const string DrainFirst = "This takes the address out of service: drain the server at the balancer first, and do not be connected through it.";

    /// <summary>Takes a VIP off the interfaces that answer ARP or ND for it, in both stores.</summary>
    /// <exception cref="PlanRefusedException">It is the only address there, so that taking it off would cut the server off.</exception>
    public static void AddRemovals(PlanBuilder plan, IPAddress vip)
    {
        foreach (HostInterface holder in AnsweringHolders(plan.Context, vip))
        {
            if (IsOnlyAddress(plan.Context.Snapshot, holder, vip))
            {
                throw new PlanRefusedException(new Refusal(
                    "V03",
                    $"{vip} is the only {vip.Family()} address of {holder.Alias}, which answers for it: taking it off would cut the server off.",
                    $"Give {holder.Alias} an address of its own first, and plan again."));
            }

            plan.Remove(
                "V03", $"Remove {vip} from {holder.Alias}, which answers ARP or ND for it.", PlannedInterface.Existing(holder), NetIPAddressClass.Class, DrainFirst, Address(vip));
        }
    }

    /// <summary>Takes a VIP off the loopbacks that hold it, in both stores. False if none does.</summary>
    public static bool AddRemovalsFromLoopbacks(PlanBuilder plan, IPAddress vip)
    {
        PlannedInterface[] holders = Holders(plan.Context, vip).Where(each => each.IsLoopback).Select(each => PlannedInterface.Existing(each)).ToArray();
        foreach (PlannedInterface on in holders)
            plan.Remove("V01", $"Remove {vip} from {on.Alias}.", on, NetIPAddressClass.Class, DrainFirst, Address(vip));
        return holders.Length > 0;
    }

    /// <summary>Puts a VIP on the loopback, or sets right what is wrong with it there.</summary>
    public static void AddVip(PlanBuilder plan, PlannedInterface loopback, IPAddress vip)
    {
        RowState wanted = RowState.Present(
            (NetIPAddressClass.AddressFamily, (long)vip.Family()),
            (NetIPAddressClass.PrefixLength, (long)vip.Family().Bits()),
            (NetIPAddressClass.SkipAsSource, true));
        var row = new RowSelector(NetIPAddressClass.Class, loopback.Reference, Address(vip));
        Dictionary<CimStore, RowState>? now = loopback.Index is { } index ? plan.Now(row, PlanBuilder.BothStores, index) : null;
        if (now?.Values.Any(HasOtherPrefix) == true)
        {
            plan.Remove("V02", $"Remove {vip} from {loopback.Alias}, where its prefix is wider than one host.", loopback, NetIPAddressClass.Class, DrainFirst, Address(vip));
            now = PlanBuilder.BothStores.ToDictionary(store => store, _ => RowState.Absent);
        }

        if (now is { Count: 2 } && now.Values.All(state => state.Meets(wanted)))
            return;
        plan.Add(new Change
        {
            Text = now?.Values.Any(state => state.IsPresent) == true
                ? $"Make {vip} on {loopback.Alias} a persistent address that is skipped as source."
                : $"Add {vip}/{vip.Family().Bits()} to {loopback.Alias}, skipped as source.",
            CheckId = "V01",
            Row = row,
            Stores = PlanBuilder.BothStores,
            To = wanted,
            From = now,
            Settles = RowState.Present((NetIPAddressClass.AddressState, (long)AddressState.Preferred)),
        });
    }

    /// <summary>Removes addresses that Windows gave the loopback for want of a DHCP server.</summary>
    public static void AddApipaRemovals(PlanBuilder plan, PlannedInterface loopback)
    {
        IEnumerable<IPAddress> automatic = (plan.Context.Snapshot.Addresses(CimStore.Active).Rows ?? [])
            .Where(row => row.InterfaceIndex == loopback.Index && SpecialAddresses.IsApipa(row.Address)).Select(row => row.Address);
        foreach (IPAddress address in automatic)
            plan.Remove("A08", $"Remove {address} from {loopback.Alias}.", loopback, NetIPAddressClass.Class, null, Address(address));
    }

    public static CimCondition Address(IPAddress address) => new(NetIPAddressClass.IPAddress, address.ToString());

    private static bool HasOtherPrefix(RowState state) => state.IsPresent
        && !NetIPAddressClass.PrefixLength.Same(state[NetIPAddressClass.PrefixLength], 32L)
        && !NetIPAddressClass.PrefixLength.Same(state[NetIPAddressClass.PrefixLength], 128L);

    /// <summary>The interfaces that hold a VIP, in either store, and answer ARP or ND for it.</summary>
    public static IEnumerable<HostInterface> AnsweringHolders(CheckContext context, IPAddress vip) => Holders(context, vip).Where(each => !each.IsLoopback);

    private static IEnumerable<HostInterface> Holders(CheckContext context, IPAddress vip) => new[] { CimStore.Active, CimStore.Persistent }
        .SelectMany(store => context.Snapshot.Addresses(store).Rows ?? [])
        .Where(row => row.Address.Equals(vip))
        .Select(row => row.InterfaceIndex)
        .Distinct()
        .Select(index => context.Topology.Find(index).TryGet(out HostInterface? found, out _) ? found : null)
        .OfType<HostInterface>();

    private static bool IsOnlyAddress(Snapshot snapshot, HostInterface holder, IPAddress vip)
    {
        HostAddress[] active = (snapshot.Addresses(CimStore.Active).Rows ?? []).Where(row => row.InterfaceIndex == holder.Index && row.Family == vip.Family()).ToArray();
        return active.Any(row => row.Address.Equals(vip)) && active.All(row => row.Address.Equals(vip) || SpecialAddresses.IsAutomatic(row.Address));
    }
}
