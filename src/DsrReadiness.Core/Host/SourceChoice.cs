using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Text;

namespace DsrReadiness.Host;

/// <summary>The addresses between which Windows chooses for a connection, usually one.</summary>
/// <param name="Words">The addresses, short however many there are; null if none may be used.</param>
/// <param name="Vip">The first of them that is a VIP of the service; null if none is.</param>
/// <param name="AreVips">True if all of them are.</param>
internal sealed record PossibleSources(string? Words, HostAddress? Vip, bool AreVips);

/// <summary>
/// Which of its addresses a server uses as the source of its own connections: among those of the interface that the best route leaves by, without those that are
/// skipped or not preferred, of the destination's scope before others, the one that shares most leading bits with the destination, of which those beyond its own prefix do not count.
/// </summary>
internal sealed class SourceChoice(HostContext context)
{
    private readonly HashSet<IPAddress> _vips = [.. context.Service.VirtualIPAddresses];
    private readonly Dictionary<(string Interfaces, IPFamily Family, bool IsLinkLocal), Fact<ClosestAddresses<HostAddress, PossibleSources>>> _choices = [];
    private ILookup<(uint Index, IPFamily Family), HostAddress>? _addresses;

    /// <summary>What may be the source toward a destination; none if no route leads there or no address may be used.</summary>
    public Fact<PossibleSources> Toward(IPAddress destination)
    {
        if (!context.Routes.Winners(IPPrefix.OfHost(destination)).TryGet(out IReadOnlyList<Route>? routes, out Missing? missing)
            || !context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? addresses, out missing))
        {
            return missing;
        }

        _addresses ??= addresses.ToLookup(each => (each.InterfaceIndex, each.Family));
        uint[] interfaces = [.. routes.Select(route => route.InterfaceIndex).Distinct().OrderBy(index => index)];
        (string, IPFamily, bool) key = (string.Join(",", interfaces), destination.Family(), destination.IsLinkLocal());
        if (!_choices.TryGetValue(key, out Fact<ClosestAddresses<HostAddress, PossibleSources>> choice))
            _choices.Add(key, choice = Among(interfaces.SelectMany(index => _addresses[(index, destination.Family())]), destination.IsLinkLocal()));
        return choice.TryGet(out ClosestAddresses<HostAddress, PossibleSources>? closest, out missing) ? closest.Of(destination) : missing;
    }

    private Fact<ClosestAddresses<HostAddress, PossibleSources>> Among(IEnumerable<HostAddress> addresses, bool isLinkLocal)
    {
        var usable = new List<HostAddress>();
        foreach (HostAddress address in addresses)
        {
            if (!IsUsable(address).TryGet(out bool isUsable, out Missing? missing))
                return missing;
            if (isUsable)
                usable.Add(address);
        }

        HostAddress[] inScope = usable.Where(each => each.Address.IsLinkLocal() == isLinkLocal).ToArray();
        return new ClosestAddresses<HostAddress, PossibleSources>(
            inScope.Length > 0 ? inScope : usable, each => (each.Address, (int)each.PrefixLength.Or((uint)each.Family.Bits())), Conclude);
    }

    private PossibleSources Conclude(IReadOnlyList<HostAddress> sources) => new(
        sources.Count == 0 ? null : Wording.Some([.. sources.Select(each => each.Address.ToString())], " or "),
        sources.FirstOrDefault(each => _vips.Contains(each.Address)),
        sources.All(each => _vips.Contains(each.Address)));

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
}
