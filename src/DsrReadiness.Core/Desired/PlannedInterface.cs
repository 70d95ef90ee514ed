using System;
using DsrReadiness.Cim;
using DsrReadiness.Host;

namespace DsrReadiness.Desired;

/// <summary>An interface that a plan changes: one of the server's, or the loopback that the plan makes.</summary>
internal sealed class PlannedInterface : IEquatable<PlannedInterface>
{
    private PlannedInterface(InterfaceRef reference, uint? index, bool isNew)
    {
        Reference = reference;
        Index = index;
        IsNew = isNew;
    }

    public InterfaceRef Reference { get; }

    /// <summary>The index in the snapshot; null for what is yet to be made.</summary>
    public uint? Index { get; }

    /// <summary>True for a loopback that is ours from the start, and so is hardened in every way.</summary>
    public bool IsNew { get; }

    public string Alias => Reference.Alias;

    public bool IsBuiltIn => Reference.Kind == InterfaceRefKind.BuiltInLoopback;

    public static PlannedInterface ToBeMade(string alias) => new(InterfaceRef.MadeByPlan(alias), null, true);

    /// <exception cref="PlanRefusedException">Nothing tells the interface from others for longer than a moment.</exception>
    public static PlannedInterface Existing(HostInterface found, bool isNew = false)
    {
        if (found.Kind == InterfaceKind.BuiltInLoopback)
            return new PlannedInterface(InterfaceRef.BuiltInLoopback(found.Alias), found.Index, isNew);
        if (found.Adapter is not null && found.Adapter.InterfaceGuid.TryGet(out string guid) && found.Adapter.DeviceInstanceId.TryGet(out string instanceId))
            return new PlannedInterface(InterfaceRef.Adapter(guid, instanceId, found.Alias), found.Index, isNew);
        throw new PlanRefusedException(new Refusal(
            "A01", $"{found.Alias} has no adapter whose GUID and device could be read, so that it cannot be told apart safely.", "Collect again, with every property of MSFT_NetAdapter."));
    }

    public bool Equals(PlannedInterface? other) => other is not null && Reference.Equals(other.Reference);

    public override bool Equals(object? obj) => Equals(obj as PlannedInterface);

    public override int GetHashCode() => Reference.GetHashCode();
}
