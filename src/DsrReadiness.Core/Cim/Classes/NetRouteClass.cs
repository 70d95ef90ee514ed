using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim.Classes;

/// <summary>The route table.</summary>
public static class NetRouteClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetRoute", CimEvidence.Captured, hasStores: true, otherKeys: InheritedKeys.Instance, cmdlet: "Get-NetRoute");

    /// <summary>The interface that the route leaves by.</summary>
    public static CimProperty<uint> InterfaceIndex { get; } = s_class.UInt32("InterfaceIndex");

    /// <summary>Its connection name.</summary>
    public static CimProperty<string> InterfaceAlias { get; } = s_class.String("InterfaceAlias");

    /// <summary>IPv4 or IPv6.</summary>
    public static CimProperty<IPFamily> AddressFamily { get; } = s_class.Enum<IPFamily>("AddressFamily", CimType.UInt16);

    /// <summary>Prefix as text, such as <c>0.0.0.0/0</c>.</summary>
    public static CimProperty<string> DestinationPrefix { get; } = s_class.String("DestinationPrefix");

    /// <summary>The gateway; unspecified for an on-link route.</summary>
    public static CimProperty<IPAddress> NextHop { get; } = s_class.Address("NextHop");

    /// <summary>Added to the interface's metric.</summary>
    public static CimProperty<uint> RouteMetric { get; } = s_class.UInt16("RouteMetric");

    /// <summary>Windows Server 2019 and later.</summary>
    public static CimProperty<uint> InterfaceMetric { get; } = s_class.UInt32(
        "InterfaceMetric", firstIn: WindowsRelease.Server2019);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    /// <remarks>That a route cannot be created in the persistent store alone is documented.</remarks>
    public static CimClass Class { get; } = s_class.Build(new CimWriting
    {
        Creation = CimCreation.Method,
        IsNeverPersistentAlone = true,
        Given = [AddressFamily, RouteMetric],
    });
}
