using System;

namespace DsrReadiness.Cim;

/// <summary>How an interface is told from others for longer than a moment.</summary>
public enum InterfaceRefKind
{
    /// <summary>By its GUID and device instance id.</summary>
    Adapter,

    /// <summary>The loopback that every Windows has, which has neither.</summary>
    BuiltInLoopback,

    /// <summary>The loopback adapter that an earlier change of the plan makes.</summary>
    MadeByPlan,
}

/// <summary>
/// Names an interface in what is stored. The index is not part of it, since it does not survive a restart: it is looked up immediately before
/// each operation.
/// </summary>
public sealed class InterfaceRef : IEquatable<InterfaceRef>
{
    private InterfaceRef(InterfaceRefKind kind, string? guid, string? instanceId, string alias)
    {
        Kind = kind;
        InterfaceGuid = guid;
        DeviceInstanceId = instanceId;
        Alias = alias;
    }

    /// <summary>How it is told from others.</summary>
    public InterfaceRefKind Kind { get; }

    /// <summary>The GUID, of an adapter.</summary>
    public string? InterfaceGuid { get; }

    /// <summary>The device instance id, of an adapter.</summary>
    public string? DeviceInstanceId { get; }

    /// <summary>The connection name at the time, for words alone.</summary>
    public string Alias { get; }

    /// <summary>The built-in loopback.</summary>
    public static InterfaceRef BuiltInLoopback(string alias) => new(InterfaceRefKind.BuiltInLoopback, null, null, alias);

    /// <summary>The loopback adapter that the plan makes.</summary>
    public static InterfaceRef MadeByPlan(string alias) => new(InterfaceRefKind.MadeByPlan, null, null, alias);

    /// <summary>An adapter.</summary>
    public static InterfaceRef Adapter(string guid, string instanceId, string alias) => new(InterfaceRefKind.Adapter, guid, instanceId, alias);

    /// <inheritdoc/>
    public bool Equals(InterfaceRef? other) => other is not null && Kind == other.Kind
        && string.Equals(InterfaceGuid, other.InterfaceGuid, StringComparison.OrdinalIgnoreCase)
        && string.Equals(DeviceInstanceId, other.DeviceInstanceId, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as InterfaceRef);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        (Kind, StringComparer.OrdinalIgnoreCase.GetHashCode(InterfaceGuid ?? string.Empty)).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Alias;
}
