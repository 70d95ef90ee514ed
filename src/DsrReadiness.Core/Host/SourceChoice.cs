using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>
/// Which of its addresses a server uses as the source of its own connections: among those of the interface that the best route leaves by, without those that are
/// skipped or not preferred, of the destination's scope before others, the one that shares most leading bits with the destination.
/// </summary>
internal static class SourceChoice
{
    /// <summary>The addresses between which Windows chooses, usually one; none if no route leads there or no address may be used.</summary>
    public static Fact<IReadOnlyList<HostAddress>> Toward(HostContext context, IPAddress destination)
    {
        IPFamily family = destination.Family();
        if (!context.Routes.Winners(new IPPrefix(destination, family.Bits())).TryGet(out IReadOnlyList<Route>? routes, out Missing? missing))
            return missing;
        Reading<HostAddress> reading = context.Snapshot.Addresses(CimStore.Active);
        if (!reading.TryGet(out IReadOnlyList<HostAddress>? addresses, out CimFailure? failure))
            return Missing.Reading(reading.Name, failure);
        var usable = new List<HostAddress>();
        foreach (HostAddress address in addresses.Where(each => each.Family == family && routes.Any(route => route.InterfaceIndex == each.InterfaceIndex)))
        {
            if (!IsUsable(address).TryGet(out bool isUsable, out missing))
                return missing;
            if (isUsable)
                usable.Add(address);
        }

        HostAddress[] inScope = usable.Where(each => each.Address.IsLinkLocal() == destination.IsLinkLocal()).ToArray();
        HostAddress[] candidates = inScope.Length > 0 ? inScope : usable.ToArray();
        int best = candidates.Length == 0 ? 0 : candidates.Max(each => SharedBits(each, destination));
        return Array.FindAll(candidates, each => SharedBits(each, destination) == best);
    }

    private static Fact<bool> IsUsable(HostAddress address)
    {
        if (address.SkipAsSource.Is(true))
            return false;
        if (!address.State.TryGet(out AddressState state))
            return Missing.Property("AddressState of " + address.Address, address.State);
        if (state != AddressState.Preferred)
            return false;
        return address.SkipAsSource.HasValue ? true : Missing.Property("SkipAsSource of " + address.Address, address.SkipAsSource);
    }

    /// <summary>Bits beyond the source's own prefix do not count.</summary>
    private static int SharedBits(HostAddress source, IPAddress destination)
    {
        byte[] one = source.Address.GetAddressBytes();
        byte[] other = destination.GetAddressBytes();
        int shared = 0;
        while (shared < one.Length * 8 && (((one[shared / 8] ^ other[shared / 8]) >> (7 - (shared % 8))) & 1) == 0)
            shared++;
        return Math.Min(shared, (int)source.PrefixLength.Or((uint)one.Length * 8));
    }
}
