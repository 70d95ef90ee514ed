using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>The routes that the usable addresses of an IP interface bring along.</summary>
internal static class AddressRoutes
{
    public static IEnumerable<LabRoute> Of(IPLayer layer)
    {
        LabAddress[] usable = layer.Addresses(CimStore.Active)
            .Where(address => address.State is AddressState.Preferred or AddressState.Deprecated).ToArray();
        return usable.SelectMany(OfAddress).Concat(usable.Length == 0 ? [] : OfInterface(layer.Family))
            .Distinct()
            .Select(prefix => new LabRoute(layer, CimStore.Active, prefix, layer.Family.Wildcard(), followsAddress: true));
    }

    private static IEnumerable<IPPrefix> OfAddress(LabAddress address)
    {
        IPFamily family = address.Layer.Family;
        if (!address.Prefix.IsHost)
            yield return address.Prefix;
        yield return new IPPrefix(address.IPAddress, family.Bits());
        if (family == IPFamily.IPv4 && address.PrefixLength < 31)
            yield return new IPPrefix(address.Prefix.Range.Last.ToAddress(family), 32);
    }

    private static IEnumerable<IPPrefix> OfInterface(IPFamily family) => family == IPFamily.IPv4
        ? [new IPPrefix(IPAddress.Parse("224.0.0.0"), 4), new IPPrefix(IPAddress.Broadcast, 32)]
        : [new IPPrefix(IPAddress.Parse("ff00::"), 8)];
}
