using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim.Classes;

/// <summary>The route table.</summary>
public static class NetRouteClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetRoute", CimEvidence.Captured, hasStores: true, otherKeys: InheritedKeys.Instance, cmdlet: "Get-NetRoute");

    /// <summary>The interface that the route leaves by.</summary>
    public static readonly CimProperty<uint> InterfaceIndex = s_class.UInt32("InterfaceIndex");

    /// <summary>Its connection name.</summary>
    public static readonly CimProperty<string> InterfaceAlias = s_class.String("InterfaceAlias", RedactionKind.Alias);

    /// <summary>IPv4 or IPv6.</summary>
    public static readonly CimProperty<IPFamily> AddressFamily = s_class.Enum<IPFamily>("AddressFamily", CimType.UInt16);

    /// <summary>Prefix as text, such as <c>0.0.0.0/0</c>.</summary>
    public static readonly CimProperty<string> DestinationPrefix = s_class.String("DestinationPrefix", RedactionKind.Words);

    /// <summary>The gateway; unspecified for an on-link route.</summary>
    public static readonly CimProperty<IPAddress> NextHop = s_class.Address("NextHop");

    /// <summary>Added to the interface's metric.</summary>
    public static readonly CimProperty<uint> RouteMetric = s_class.UInt16("RouteMetric");

    /// <summary>Windows Server 2019 and later.</summary>
    public static readonly CimProperty<uint> InterfaceMetric = s_class.UInt32(
        "InterfaceMetric", firstIn: WindowsRelease.Server2019);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    /// <remarks>That a route cannot be created in the persistent store alone is documented.</remarks>
    public static readonly CimClass Class = s_class.Build(new CimWriting
    {
        Creation = CimCreation.Method,
        IsNeverPersistentAlone = true,
        Given = [AddressFamily, RouteMetric],
    });
}

/// <summary>A route.</summary>
internal sealed class Route(CimRow row)
{
    public uint InterfaceIndex { get; } = row.Require(NetRouteClass.InterfaceIndex);

    public IPPrefix Destination { get; } = ReadDestination(row);

    public IPFamily Family => Destination.Family;

    public Field<string> InterfaceAlias => row.Get(NetRouteClass.InterfaceAlias);

    public Field<IPAddress> NextHop => row.Get(NetRouteClass.NextHop);

    public Field<uint> RouteMetric => row.Get(NetRouteClass.RouteMetric);

    /// <summary>The interface's metric as the route row tells it: Windows Server 2019 and later.</summary>
    public Field<uint> InterfaceMetric => row.Get(NetRouteClass.InterfaceMetric);

    private static IPPrefix ReadDestination(CimRow row)
    {
        string text = row.Require(NetRouteClass.DestinationPrefix);
        return IPPrefix.TryParse(text, out IPPrefix? prefix)
            ? prefix
            : throw new MalformedRowException(NetRouteClass.DestinationPrefix.Name + " is '" + text + "', which is not a prefix");
    }
}
