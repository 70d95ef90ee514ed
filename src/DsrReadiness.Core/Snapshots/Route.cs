using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
