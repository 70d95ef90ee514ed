using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;

namespace DsrReadiness.Plans.Parts;

/// <summary>The loopback adapter: made if need be, and quiet in every way before it has an address.</summary>
internal static class LoopbackPart
{
    public static void Add(PlanBuilder plan, PlannedInterface loopback, IReadOnlyList<IPFamily> families)
    {
        if (loopback.IsBuiltIn)
            return;
        if (loopback.Index is null)
            AddDevice(plan, loopback, families);
        else
            AddEnabling(plan, loopback, families);
        AddBindings(plan, loopback);
        AddNames(plan, loopback);
        if (families.Contains(IPFamily.IPv4))
        {
            plan.Set(
                "A08",
                $"Switch off DHCP on {loopback.Alias}.",
                loopback,
                NetIPInterfaceClass.Class,
                PlanBuilder.ActiveStore,
                RowState.Present((NetIPInterfaceClass.Dhcp, (long)Toggle.Disabled)),
                isShared: true,
                where: Family(IPFamily.IPv4));
        }

        if (!loopback.IsNew)
            return;
        foreach (IPFamily family in families)
            AddMetric(plan, loopback, family);
    }

    /// <summary>Removes the adapter itself.</summary>
    /// <exception cref="PlanRefusedException">It is no device.</exception>
    public static void AddRemoval(PlanBuilder plan, PlannedInterface loopback)
    {
        if (loopback.Reference.DeviceInstanceId is not { } instanceId)
        {
            throw new PlanRefusedException(new Refusal(
                "A01", $"{loopback.Alias} is part of Windows and cannot be removed.", "Remove the VIPs from it with Remove-DsrVirtualIPAddress."));
        }

        plan.Add(new Change
        {
            Text = $"Remove the loopback adapter {loopback.Alias}.",
            CheckId = "A01",
            Row = new RowSelector(LoopbackDeviceClass.Class, null, new CimCondition(LoopbackDeviceClass.InstanceId, instanceId)),
            Stores = PlanBuilder.NoStore,
            To = RowState.Absent,
            Warning = "A device that was removed is not made again by undoing this.",
        });
    }

    /// <summary>The condition that picks the row of one family.</summary>
    public static CimCondition Family(IPFamily family) => new(NetIPInterfaceClass.AddressFamily, (long)family);

    private static void AddDevice(PlanBuilder plan, PlannedInterface loopback, IReadOnlyList<IPFamily> families)
    {
        plan.Add(new Change
        {
            Text = "Create a KM-TEST loopback adapter.",
            CheckId = "A01",
            Row = new RowSelector(LoopbackDeviceClass.Class, null),
            Stores = PlanBuilder.NoStore,
            To = RowState.Present(),
            IsShared = true,
            Proofs = IPInterfaces(loopback, families),
        });
        plan.Add(new Change
        {
            Text = $"Name it '{loopback.Alias}'.",
            CheckId = "A04",
            Row = new RowSelector(NetAdapterClass.Class, loopback.Reference),
            Stores = PlanBuilder.NoStore,
            To = RowState.Present((NetAdapterClass.Name, loopback.Alias)),
            IsShared = true,
        });
    }

    private static void AddEnabling(PlanBuilder plan, PlannedInterface loopback, IReadOnlyList<IPFamily> families) => plan.Set(
        "A03",
        $"Enable {loopback.Alias}.",
        loopback,
        NetAdapterClass.Class,
        PlanBuilder.NoStore,
        RowState.Present((NetAdapterClass.InterfaceAdminStatus, (long)AdminStatus.Up)),
        isShared: true,
        proofs: IPInterfaces(loopback, families));

    /// <summary>The IP interfaces of an adapter appear some time after it.</summary>
    private static RowExpectation[] IPInterfaces(PlannedInterface loopback, IReadOnlyList<IPFamily> families) => families.Select(family => new RowExpectation(
        new RowSelector(NetIPInterfaceClass.Class, loopback.Reference, Family(family)), CimStore.Active, RowState.Present())).ToArray();

    /// <summary>File and print services answer through ms_server and NetBIOS: for those the first is bound, and the second left as it is.</summary>
    private static void AddBindings(PlanBuilder plan, PlannedInterface loopback)
    {
        bool isFileService = plan.Context.Service.IsFileService;
        foreach (string component in LoopbackBindingsTrimmedCheck.Unwanted)
        {
            bool isNeeded = isFileService && component == LoopbackBindingsTrimmedCheck.FileServer;
            if (isNeeded && loopback.IsNew)
                continue; // Windows binds everything to a new adapter.
            plan.Set(
                "A06",
                $"{(isNeeded ? "Bind" : "Unbind")} {component} {(isNeeded ? "to" : "from")} {loopback.Alias}.",
                loopback,
                NetAdapterBindingClass.Class,
                PlanBuilder.NoStore,
                RowState.Present((NetAdapterBindingClass.Enabled, isNeeded)),
                isShared: true,
                mayBeAbsent: true,
                where: new CimCondition(NetAdapterBindingClass.ComponentID, component));
        }

        if (!isFileService)
        {
            plan.Set(
                "A07",
                $"Switch off NetBIOS on {loopback.Alias}.",
                loopback,
                NetworkAdapterConfigurationClass.Class,
                PlanBuilder.NoStore,
                RowState.Present((NetworkAdapterConfigurationClass.TcpipNetbiosOptions, (long)NetBiosOptions.DisableNetbios)),
                isShared: true,
                mayBeAbsent: true);
        }
    }

    private static void AddNames(PlanBuilder plan, PlannedInterface loopback) => plan.Set(
        "D01",
        $"Switch off DNS registration on {loopback.Alias}.",
        loopback,
        DnsClientClass.Class,
        PlanBuilder.NoStore,
        RowState.Present((DnsClientClass.RegisterThisConnectionsAddress, false)),
        isShared: true,
        mayBeAbsent: true);

    private static void AddMetric(PlanBuilder plan, PlannedInterface loopback, IPFamily family)
    {
        plan.Set(
            "V11",
            $"Set the metric of {loopback.Alias} ({family}) to 254.",
            loopback,
            NetIPInterfaceClass.Class,
            PlanBuilder.BothStores,
            RowState.Present((NetIPInterfaceClass.AutomaticMetric, (long)Toggle.Disabled), (NetIPInterfaceClass.InterfaceMetric, 254L)),
            isShared: true,
            where: Family(family));
    }
}
