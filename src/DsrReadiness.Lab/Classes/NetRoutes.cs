using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Xml;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Routes: those that were set, and in the active store those that follow the addresses.</summary>
internal sealed class NetRoutes : StoredClass<LabRoute>
{
    public NetRoutes(Machine machine)
        : base(NetRouteClass.Class, machine)
    {
        Column(NetRouteClass.InterfaceIndex, route => route.Layer.Interface.Index);
        Column(NetRouteClass.InterfaceAlias, route => route.Layer.Interface.Alias);
        Column(NetRouteClass.AddressFamily, route => route.Layer.Family);
        Column(NetRouteClass.DestinationPrefix, route => route.Destination.ToString());
        Column(NetRouteClass.NextHop, route => route.NextHop);
        Column(NetRouteClass.RouteMetric, route => route.Metric);
        Column(
            NetRouteClass.InterfaceMetric,
            route => route.Store == CimStore.Active ? route.Layer.Effective(NetIPInterfaceClass.InterfaceMetric) : null);
        StaticMethod(
            "Create",
            CreateRoute,
            new LabParameter("InterfaceIndex", CimType.UInt32),
            new LabParameter("InterfaceAlias", CimType.String),
            new LabParameter("DestinationPrefix", CimType.String, IsRequired: true),
            new LabParameter("NextHop", CimType.String),
            new LabParameter("Publish", CimType.UInt8),
            new LabParameter("RouteMetric", CimType.UInt16),
            new LabParameter("Protocol", CimType.UInt16),
            new LabParameter("ValidLifetime", CimType.DateTime),
            new LabParameter("PreferredLifetime", CimType.DateTime),
            new LabParameter(CreationStores.Parameter, CimType.String),
            new LabParameter("AddressFamily", CimType.UInt16),
            new LabParameter("PassThru", CimType.Boolean));
    }

    protected override IEnumerable<LabRoute> ItemsIn(CimStore store) => Machine.Layers.SelectMany(
        layer => store == CimStore.Active ? layer.Routes(store).Concat(AddressRoutes.Of(layer)) : layer.Routes(store));

    protected override LabRoute? Find(LabRoute item, CimStore store) => item.Layer.Routes(store).Find(item.IsSame);

    protected override CimOutcome? RefuseChange(LabRoute item, CimStore store) =>
        item.FollowsAddress ? Refusal.NotSupported("The route follows an address, and goes with it.") : null;

    protected override CimOutcome Delete(LabRoute item, CimStore store)
    {
        foreach (LabRoute reached in Reached(item, store).ToArray())
            item.Layer.Routes(reached.Store).Remove(reached);
        return CimOutcome.Done();
    }

    private CimOutcome CreateRoute(LabArguments arguments)
    {
        string text = arguments.Get<string>("DestinationPrefix")!;
        if (!IPPrefix.TryParse(text, out IPPrefix? destination) || !text.StartsWith(destination.Network + "/", StringComparison.OrdinalIgnoreCase))
            return Refusal.InvalidParameter("DestinationPrefix is not a prefix.");
        IPAddress? nextHop = destination.Family.Wildcard();
        if (arguments.Get<string>("NextHop") is { } gateway && (!AddressText.TryParse(gateway, out nextHop) || nextHop.Family() != destination.Family))
            return Refusal.InvalidParameter("NextHop is not an address of the family.");
        if (arguments.Number("AddressFamily") is { } family && family != (long)destination.Family)
            return Refusal.InvalidParameter("AddressFamily is not that of the prefix.");
        if (CreationStores.Parse(arguments.Get<string>(CreationStores.Parameter)) is not { } store || store == CimStore.Persistent)
            return Refusal.InvalidParameter("PolicyStore is not ActiveStore: a route cannot be created in the persistent store alone.");
        if (!TryRead(arguments.Get<string>("ValidLifetime"), out TimeSpan? lifetime))
            return Refusal.InvalidParameter("ValidLifetime is not an interval.");
        if (!InterfaceArgument.TryFind(arguments, Machine, destination.Family, out IPLayer? layer, out CimOutcome? refusal))
            return refusal;

        // Unlike for addresses, leaving the store out is documented and reported to write both, whatever it does elsewhere.
        CimStore[] stores = store == CimStore.None ? [CimStore.Active, CimStore.Persistent] : [store];
        LabRoute[] added = stores
            .Select(each => new LabRoute(layer, each, destination, nextHop, arguments.Number("RouteMetric") ?? 256)).ToArray();
        if (added.Any(each => ItemsIn(each.Store).Any(each.IsSame)))
            return Refusal.Of(Machine.Behaviour.AlreadyExists, text + " exists already.");
        foreach (LabRoute route in added)
            layer.Routes(route.Store).Add(route);
        if (lifetime is { } ends)
            Machine.Agenda.After(ends, () => layer.Routes(CimStore.Active).RemoveAll(added.Contains));
        return CimOutcome.Done();
    }

    /// <summary>A lifetime ends in the active store alone; what Windows does with one in the other is not known.</summary>
    private static bool TryRead(string? text, out TimeSpan? lifetime)
    {
        lifetime = null;
        try
        {
            lifetime = text is null ? null : XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
