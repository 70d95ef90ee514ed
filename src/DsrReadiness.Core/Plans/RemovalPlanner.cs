using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Host;
using DsrReadiness.Plans.Parts;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Plans;

/// <summary>
/// Plans to take the VIPs of a service away from a server, in the reverse order of making it ready: first the door is closed. What serves every VIP goes with the last
/// one only, and the loopback device only if a run of ours made it.
/// </summary>
internal static class RemovalPlanner
{
    private const string DrainFirst = "This takes the address out of service: drain the server at the balancer first.";

    /// <summary>Plans the removal.</summary>
    public static Plan Plan(Snapshot snapshot, DsrService service, PlanOptions? options = null)
    {
        var context = new CheckContext(snapshot, service);
        var plan = new PlanBuilder(context);
        try
        {
            Build(plan, options ?? new PlanOptions());
        }
        catch (PlanRefusedException e)
        {
            return Plans.Plan.Refused(snapshot.ComputerName, service, e.Refusal);
        }

        return new Plan(snapshot.ComputerName, service, plan.Changes, []) { IsRemoval = true };
    }

    private static void Build(PlanBuilder plan, PlanOptions options)
    {
        CheckContext context = plan.Context;
        if (!context.Topology.All().TryGet(out IReadOnlyList<HostInterface>? all, out Missing? missing))
            throw new PlanRefusedException(new Refusal("A01", missing.Reason, missing.Recommendation));
        HostInterface[] loopbacks = all.Where(each => each.IsLoopback && Holds(context, each, context.Service.VirtualIPAddresses.Contains)).ToArray();
        bool isLast = !all.Any(each => each.IsLoopback && Holds(context, each, address => IsOther(context, address)));
        if (isLast)
            CloseTrafficInterface(plan);
        FirewallPart.AddRemovals(plan);
        foreach (HostInterface loopback in loopbacks)
        {
            PlannedInterface on = PlannedInterface.Existing(loopback);
            foreach (IPAddress vip in context.Service.VirtualIPAddresses)
                plan.Remove("V01", $"Remove {vip} from {on.Alias}.", on, NetIPAddressClass.Class, DrainFirst, AddressPart.Address(vip));
            if (!Holds(context, loopback, address => IsOther(context, address)))
                RetireLoopback(plan, loopback, on, options);
        }
    }

    private static void CloseTrafficInterface(PlanBuilder plan)
    {
        if (!plan.Context.TrafficInterface.TryGet(out HostInterface? trafficInterface, out Missing? missing))
            throw new PlanRefusedException(new Refusal("H02", missing.Reason, missing.Recommendation));
        foreach (IPFamily family in plan.Context.Families)
            HostModelPart.Disable(plan, "M01", PlannedInterface.Existing(trafficInterface), family, NetIPInterfaceClass.WeakHostReceive);
    }

    private static void RetireLoopback(PlanBuilder plan, HostInterface loopback, PlannedInterface on, PlanOptions options)
    {
        if (loopback.Adapter?.DeviceInstanceId.TryGet(out string instanceId) == true && options.OwnDevices.Contains(instanceId, StringComparer.OrdinalIgnoreCase))
        {
            plan.Add(new Change
            {
                Text = $"Remove the loopback adapter {on.Alias}.",
                CheckId = "A01",
                Row = new RowSelector(LoopbackDeviceClass.Class, null, new CimCondition(LoopbackDeviceClass.InstanceId, instanceId)),
                Stores = PlanBuilder.NoStore,
                To = RowState.Absent,
                IsShared = true,
                Warning = "A device that was removed is not made again by undoing this.",
            });
            return;
        }

        foreach (IPFamily family in plan.Context.Families)
        {
            HostModelPart.Disable(plan, "M02", on, family, NetIPInterfaceClass.WeakHostSend);
            HostModelPart.Disable(plan, "M03", on, family, NetIPInterfaceClass.WeakHostReceive);
        }
    }

    private static bool IsOther(CheckContext context, IPAddress address) =>
        !SpecialAddresses.IsAutomatic(address) && !context.Service.VirtualIPAddresses.Contains(address);

    private static bool Holds(CheckContext context, HostInterface each, Func<IPAddress, bool> condition) => new[] { CimStore.Active, CimStore.Persistent }
        .SelectMany(store => context.Snapshot.Addresses(store).Rows ?? [])
        .Any(row => row.InterfaceIndex == each.Index && condition(row.Address));
}
