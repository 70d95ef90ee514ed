using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using FirewallRule = DsrReadiness.Desired.Settings.FirewallRule;

namespace DsrReadiness.Plans;

/// <summary>
/// Plans to take the VIPs of a service away from a server: first off what answers ARP or ND for them, then in the reverse order of making it ready, so that the door is closed
/// next. What serves every VIP goes with the last one only, and the loopback device only if a run of ours made it.
/// </summary>
internal static class RemovalPlanner
{
    /// <summary>Plans the removal.</summary>
    public static Plan Plan(Snapshot snapshot, DsrService service, PlanOptions? options = null)
    {
        try
        {
            var now = new Now(new CheckContext(snapshot, service));
            FirewallRule.Kept(snapshot).TryGet(out IReadOnlyList<FirewallRule>? rules, out Missing? unseen);
            Change[] changes = [.. Settings(now, options ?? new PlanOptions(), rules ?? []).SelectMany(setting => setting.Missing(now))];
            return new Plan(snapshot.ComputerName, service, changes, unseen is null ? [] : [RulesStay(service, unseen)]) { IsRemoval = true };
        }
        catch (PlanRefusedException e)
        {
            return Plans.Plan.Refused(snapshot.ComputerName, service, e.Refusal);
        }
    }

    /// <summary>Refuses what is never a VIP, such as the address of the built-in loopback: Windows needs it.</summary>
    /// <exception cref="PlanRefusedException">One of them is such an address.</exception>
    public static void RefuseSpecial(IEnumerable<IPAddress> vips)
    {
        if (vips.FirstOrDefault(vip => SpecialAddresses.KindOf(vip) is not null) is { } special)
            throw new PlanRefusedException(new Refusal("V12", $"{special} is {SpecialAddresses.KindOf(special)}, and never a VIP.", VipIsUsableCheck.GiveTheServiceAddress));
    }

    private static Refusal RulesStay(DsrService service, Missing unseen) => new(
        "W01",
        unseen.Reason + " Firewall rules for the VIPs may be left.",
        "Remove them from an elevated session once they can be read.",
        $"Get-DsrFirewallRule -VirtualIPAddress {string.Join<IPAddress>(", ", service.VirtualIPAddresses)} | Remove-DsrFirewallRule");

    private static IEnumerable<Setting> Settings(Now now, PlanOptions options, IReadOnlyList<FirewallRule> rules)
    {
        HostContext context = now.Context;
        if (!context.Topology.All().TryGet(out IReadOnlyList<HostInterface>? all, out Missing? missing))
            throw new PlanRefusedException(new Refusal("A01", missing.Reason, missing.Recommendation));
        DsrService service = context.Service;
        HashSet<IPAddress> vips = [.. service.VirtualIPAddresses];
        ILookup<uint, IPAddress> held = SeenAddresses.Of(context.Snapshot).ToLookup(row => row.InterfaceIndex, row => row.Address);
        RefuseSpecial(vips);
        if (context.VipBelongsOnTrafficInterface && vips.Any(vip => Prepared.Answering(context, vip).Any()))
            throw new PlanRefusedException(Planner.KeptElsewhere(context, "Take the VIP off there"));
        foreach (Address misplaced in vips.SelectMany(vip => Prepared.Misplaced(vip, now)))
            yield return misplaced;
        HostInterface[] loopbacks = [.. all.Where(each => each.IsLoopback && held[each.Index].Any(vips.Contains))];
        HashSet<uint> needed = [.. all.Where(each => each.IsLoopback && held[each.Index].Any(address => !vips.Contains(address) && !SpecialAddresses.IsAutomatic(address))).Select(each => each.Index)];
        if (needed.Count == 0)
        {
            if (!context.TrafficInterface.TryGet(out HostInterface? traffic, out missing))
                throw new PlanRefusedException(new Refusal("H02", missing.Reason, missing.Recommendation));
            foreach (IPFamily family in service.Families)
                yield return new WeakHost(Place.Existing(traffic, Role.Traffic), family, false, false);
        }

        foreach (FirewallRule rule in rules.Where(rule => service.VirtualIPAddresses.Any(vip => rule.Id.StartsWith($"{OwnRules.Group}-{vip}-", StringComparison.Ordinal))))
            yield return rule;
        foreach (HostInterface loopback in loopbacks)
        {
            Place on = Place.Existing(loopback);
            foreach (IPAddress vip in service.VirtualIPAddresses)
                yield return Address.Off(on, vip);
            if (needed.Contains(loopback.Index))
                continue;
            if (on.Reference?.DeviceInstanceId is { } instanceId && options.OwnDevices.Contains(instanceId, StringComparer.OrdinalIgnoreCase))
            {
                yield return new LoopbackDevice(on, false);
                continue;
            }

            foreach (IPFamily family in service.Families)
            {
                yield return new WeakHost(on, family, true, false);
                yield return new WeakHost(on, family, false, false);
            }
        }
    }
}
