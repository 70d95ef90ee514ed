using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Hosts;
using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Host;
using DsrReadiness.Plans.Parts;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Plans;

/// <summary>Plans for one part of the set-up, for who goes step by step: the same changes as in the whole plan, and the same refusals.</summary>
internal static class PartialPlanner
{
    /// <summary>What no part of the set-up can do without.</summary>
    private static readonly Catalogue s_decisive = new(new HostModelIsConfigurableCheck(), new VipIsUsableCheck());

    /// <summary>A new loopback adapter, quiet in every way, with the VIPs.</summary>
    public static Plan NewLoopback(Snapshot snapshot, DsrService service, PlanOptions options, string? alias) => SetUp(snapshot, service, plan =>
    {
        PlannedInterface[] chosen = LoopbackChoice.Choose(plan.Context, options).Values.Distinct().ToArray();
        if (Array.Find(chosen, each => each.Index is not null) is { } present)
        {
            throw new PlanRefusedException(new Refusal(
                "A02", $"{present.Alias} is there for VIPs already.", "Add the address to it with Add-DsrVirtualIPAddress."));
        }

        PlannedInterface loopback = alias is null ? chosen[0] : PlannedInterface.ToBeMade(LoopbackChoice.Free(plan.Context, alias));
        AddVips(plan, service.VirtualIPAddresses.ToDictionary(vip => vip, _ => loopback));
    });

    /// <summary>VIPs on a loopback that is there, which is made quiet first.</summary>
    public static Plan AddAddresses(Snapshot snapshot, DsrService service, PlanOptions options) =>
        SetUp(snapshot, service, plan => AddVips(plan, ChooseExisting(plan.Context, options)));

    /// <summary>VIPs off the loopbacks that hold them.</summary>
    public static Plan RemoveAddresses(Snapshot snapshot, DsrService service) => TakeAway(snapshot, service, plan =>
    {
        foreach (IPAddress vip in service.VirtualIPAddresses)
        {
            if (!AddressPart.AddRemovalsFromLoopbacks(plan, vip))
                throw new PlanRefusedException(new Refusal("V01", $"No loopback holds {vip}.", "Name a VIP that one holds: Get-DsrLoopback lists them."));
        }
    });

    /// <summary>Weak host send and receive on the loopbacks, and at last weak host receive on the traffic interface.</summary>
    public static Plan EnableWeakHost(Snapshot snapshot, DsrService service, PlanOptions options) => SetUp(snapshot, service, plan =>
    {
        foreach ((PlannedInterface on, IPFamily family) in Loopbacks(plan.Context, options))
            HostModelPart.AddLoopback(plan, on, family);
        foreach (IPFamily family in service.Families)
            HostModelPart.AddTrafficInterface(plan, TrafficInterface(plan.Context), family);
    });

    /// <summary>The strong host model on the traffic interface and then on the loopbacks, unless another VIP needs it.</summary>
    public static Plan DisableWeakHost(Snapshot snapshot, DsrService service, PlanOptions options) => TakeAway(snapshot, service, plan =>
    {
        RefuseWhileOthersNeedIt(plan.Context, options);
        foreach (IPFamily family in service.Families)
            HostModelPart.Disable(plan, "M01", TrafficInterface(plan.Context), family, NetIPInterfaceClass.WeakHostReceive);
        foreach ((PlannedInterface on, IPFamily family) in Loopbacks(plan.Context, options))
        {
            HostModelPart.Disable(plan, "M02", on, family, NetIPInterfaceClass.WeakHostSend);
            HostModelPart.Disable(plan, "M03", on, family, NetIPInterfaceClass.WeakHostReceive);
        }
    });

    /// <summary>Rules that let the service and the probe in, whatever other rules do.</summary>
    public static Plan NewFirewallRules(Snapshot snapshot, DsrService service) => SetUp(snapshot, service, FirewallPart.AddAll);

    /// <summary>Rules of ours away: those with these ids.</summary>
    public static Plan RemoveFirewallRules(Snapshot snapshot, DsrService service, IReadOnlyCollection<string> ids) =>
        TakeAway(snapshot, service, plan => FirewallPart.AddRemovals(plan, ids.Contains));

    /// <summary>Dynamic DNS registration of the loopbacks, on or off.</summary>
    public static Plan SetDnsRegistration(Snapshot snapshot, DsrService service, PlanOptions options, bool isEnabled) => Make(snapshot, service, plan =>
    {
        foreach (PlannedInterface on in Loopbacks(plan.Context, options).Select(each => each.On).Distinct().Where(on => !on.IsBuiltIn))
        {
            plan.Set(
                "D01",
                $"Switch {(isEnabled ? "on" : "off")} DNS registration on {on.Alias}.",
                on,
                DnsClientClass.Class,
                PlanBuilder.NoStore,
                RowState.Present((DnsClientClass.RegisterThisConnectionsAddress, isEnabled)));
        }
    });

    /// <summary>A loopback adapter away, with the VIPs on it.</summary>
    public static Plan RemoveLoopback(Snapshot snapshot, DsrService service, PlanOptions options) => TakeAway(snapshot, service, plan =>
    {
        RefuseWhileOthersNeedIt(plan.Context, options);
        foreach (IPAddress vip in service.VirtualIPAddresses)
            AddressPart.AddRemovalsFromLoopbacks(plan, vip);
        foreach (PlannedInterface on in Loopbacks(plan.Context, options).Select(each => each.On).Distinct())
            LoopbackPart.AddRemoval(plan, on);
    });

    /// <summary>A part that sets something up is refused where no set-up can be.</summary>
    private static Plan SetUp(Snapshot snapshot, DsrService service, Action<PlanBuilder> build) => Make(snapshot, service, plan =>
    {
        CheckResult? decisive = new CheckRunner(s_decisive).Run(snapshot, service).Results
            .FirstOrDefault(result => result.Outcome is Outcome.Failed or Outcome.Unknown && result.Severity == Severity.Error);
        if (decisive is not null)
            throw new PlanRefusedException(decisive.ToRefusal());
        build(plan);
    });

    private static Plan TakeAway(Snapshot snapshot, DsrService service, Action<PlanBuilder> build) => Make(snapshot, service, build, isRemoval: true);

    private static Plan Make(Snapshot snapshot, DsrService service, Action<PlanBuilder> build, bool isRemoval = false)
    {
        var plan = new PlanBuilder(new CheckContext(snapshot, service));
        try
        {
            build(plan);
        }
        catch (PlanRefusedException e)
        {
            return Plan.Refused(snapshot.ComputerName, service, e.Refusal);
        }

        return new Plan(snapshot.ComputerName, service, plan.Changes, []) { IsPart = true, IsRemoval = isRemoval };
    }

    private static void AddVips(PlanBuilder plan, IReadOnlyDictionary<IPAddress, PlannedInterface> loopbacks)
    {
        foreach (IPAddress vip in loopbacks.Keys)
        {
            if (AddressPart.AnsweringHolders(plan.Context, vip).FirstOrDefault() is { } holder)
            {
                throw new PlanRefusedException(new Refusal(
                    "V03", $"{vip} is on {holder.Alias}, which answers ARP or ND for it.", "Take it off there first, or let Invoke-DsrPlan do both."));
            }
        }

        foreach (IGrouping<PlannedInterface, IPAddress> loopback in loopbacks.GroupBy(pair => pair.Value, pair => pair.Key))
        {
            LoopbackPart.Add(plan, loopback.Key, loopback.Select(vip => vip.Family()).Distinct().OrderBy(family => family).ToArray());
            AddressPart.AddApipaRemovals(plan, loopback.Key);
            foreach (IPAddress vip in loopback)
                AddressPart.AddVip(plan, loopback.Key, vip);
        }
    }

    private static IReadOnlyDictionary<IPAddress, PlannedInterface> ChooseExisting(CheckContext context, PlanOptions options)
    {
        IReadOnlyDictionary<IPAddress, PlannedInterface> chosen = LoopbackChoice.Choose(context, options);
        return chosen.Values.All(each => each.Index is not null)
            ? chosen
            : throw new PlanRefusedException(new Refusal(
                "A01", "There is no loopback adapter that is known to be for VIPs.", "Make one with New-DsrLoopback, or name the one to use."));
    }

    private static IEnumerable<(PlannedInterface On, IPFamily Family)> Loopbacks(CheckContext context, PlanOptions options) =>
        ChooseExisting(context, options).Select(pair => (pair.Value, pair.Key.Family())).Distinct().OrderBy(each => each.Item2);

    private static PlannedInterface TrafficInterface(CheckContext context) => context.TrafficInterface.TryGet(out HostInterface? found, out Missing? missing)
        ? PlannedInterface.Existing(found)
        : throw new PlanRefusedException(new Refusal("H02", missing.Reason, missing.Recommendation));

    /// <summary>What serves every VIP goes with the last one only.</summary>
    private static void RefuseWhileOthersNeedIt(CheckContext context, PlanOptions options)
    {
        HashSet<uint?> loopbacks = [.. Loopbacks(context, options).Select(each => each.On.Index)];
        IPAddress[] others = new[] { CimStore.Active, CimStore.Persistent }
            .SelectMany(store => context.Snapshot.Addresses(store).Rows ?? [])
            .Where(row => loopbacks.Contains(row.InterfaceIndex) && !SpecialAddresses.IsAutomatic(row.Address) && !context.Service.VirtualIPAddresses.Contains(row.Address))
            .Select(row => row.Address)
            .Distinct()
            .ToArray();
        if (others.Length > 0)
        {
            throw new PlanRefusedException(new Refusal(
                "V07", $"{string.Join<IPAddress>(", ", others)} still needs it.", "Name these VIPs as well, or remove them first."));
        }
    }
}
