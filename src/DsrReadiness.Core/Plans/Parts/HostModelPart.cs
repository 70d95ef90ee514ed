using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;

namespace DsrReadiness.Plans.Parts;

/// <summary>Weak host receive and send, where they belong and nowhere else, in both stores.</summary>
internal static class HostModelPart
{
    /// <summary>Send is what replies need; receive is what nearly every procedure sets as well.</summary>
    public static void AddLoopback(PlanBuilder plan, PlannedInterface loopback, IPFamily family)
    {
        Set(plan, "M02", "Enable weak host send", loopback, family, NetIPInterfaceClass.WeakHostSend);
        Set(plan, "M03", "Enable weak host receive", loopback, family, NetIPInterfaceClass.WeakHostReceive);
    }

    /// <summary>The last change of a plan: this is what opens the door.</summary>
    public static void AddTrafficInterface(PlanBuilder plan, PlannedInterface trafficInterface, IPFamily family) =>
        Set(plan, "M01", "Enable weak host receive", trafficInterface, family, NetIPInterfaceClass.WeakHostReceive);

    /// <summary>Puts a flag back to what Windows starts with.</summary>
    public static void Disable(PlanBuilder plan, string checkId, PlannedInterface on, IPFamily family, CimProperty<Toggle> property) =>
        Set(plan, checkId, "Disable " + property.Name, on, family, property, Toggle.Disabled);

    private static void Set(
        PlanBuilder plan, string checkId, string what, PlannedInterface on, IPFamily family, CimProperty<Toggle> property, Toggle to = Toggle.Enabled) => plan.Set(
        checkId,
        $"{what} on {on.Alias} ({family}).",
        on,
        NetIPInterfaceClass.Class,
        PlanBuilder.BothStores,
        RowState.Present((property, (long)to)),
        isShared: true,
        where: LoopbackPart.Family(family));
}
