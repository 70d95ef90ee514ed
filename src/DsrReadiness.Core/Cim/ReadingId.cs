using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Cim;

/// <summary>A class in a store: what a check reads, as data.</summary>
internal readonly struct ReadingId(CimClass @class, CimStore store = CimStore.None)
{
    public CimClass Class { get; } = @class;

    public CimStore Store { get; } = store;

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
