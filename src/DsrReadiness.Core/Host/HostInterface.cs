using System;
using System.Globalization;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>What an interface is to the job.</summary>
internal enum InterfaceKind
{
    /// <summary>Anything that answers ARP or ND for its addresses.</summary>
    Answering,

    /// <summary>A KM-TEST loopback adapter.</summary>
    KmTestLoopback,

    /// <summary>The loopback that every Windows has, which has no adapter.</summary>
    BuiltInLoopback,
}

/// <summary>An interface of the server, correlated over the classes that speak of it by its index.</summary>
internal sealed class HostInterface(uint index, string alias, InterfaceKind kind, NetAdapter? adapter) : IEquatable<HostInterface>
{
    public uint Index { get; } = index;

    /// <summary>The connection name, or <c>interface 7</c> where none is known.</summary>
    public string Alias { get; } = alias;

    /// <summary>False where <see cref="Alias"/> only stands in for a name that is not known.</summary>
    public bool HasAlias => Alias != NameWithoutAlias(Index);

    public InterfaceKind Kind { get; } = kind;

    /// <summary>The adapter; null for the built-in loopback and for interfaces without one.</summary>
    public NetAdapter? Adapter { get; } = adapter;

    public bool IsLoopback => Kind != InterfaceKind.Answering;

    /// <summary>True for an adapter that is disabled, of which IP has nothing but what it keeps for when it is enabled.</summary>
    public bool IsDisabled => Adapter is { } adapter
        && (adapter.State.Is(AdapterState.Disabled) || adapter.AdminStatus.Is(AdminStatus.Down));

    public static string NameWithoutAlias(uint index) => "interface " + index.ToString(CultureInfo.InvariantCulture);

    public bool Equals(HostInterface? other) => other is not null && other.Index == Index;

    public override bool Equals(object? obj) => Equals(obj as HostInterface);

    public override int GetHashCode() => Index.GetHashCode();

    public override string ToString() => Alias;
}
