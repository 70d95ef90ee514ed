using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Cim;

/// <summary>A class in a store: what a check reads, as data. (A class, so that tables by it share the code that .NET makes once for all classes.)</summary>
internal sealed class ReadingId(CimClass @class, CimStore store = CimStore.None)
{
    public CimClass Class { get; } = @class;

    public CimStore Store { get; } = store;

    public override bool Equals(object? obj) => obj is ReadingId other && ReferenceEquals(other.Class, Class) && other.Store == Store;

    public override int GetHashCode() => (Class.GetHashCode() * 4) + (int)Store;

    /// <summary>What the topology reads.</summary>
    public static ReadingId[] Topology { get; } =
    [
        new(NetAdapterClass.Class),
        new(PnPEntityClass.Class),
        new(NetIPInterfaceClass.Class, CimStore.Active),
        new(NetIPAddressClass.Class, CimStore.Active),
        new(NetIPAddressClass.Class, CimStore.Persistent),
    ];

    /// <summary>What finding the traffic interface reads, and the loopback of a VIP with it.</summary>
    public static ReadingId[] Interfaces { get; } =
    [
        .. Topology,
        new(NetRouteClass.Class, CimStore.Active),
        new(ServiceClass.Class),
    ];
}
