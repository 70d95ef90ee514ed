using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Paths;

/// <summary>The addresses that the server's own connections may come from, by the interfaces that they leave by.</summary>
internal sealed class OwnSources(HostView host, DsrService service)
{
    private readonly HashSet<IPAddress> _vips = [.. service.VirtualIPAddresses];
    private readonly ILookup<(uint Index, IPFamily Family), HostAddress> _rows = host.Addresses.ToLookup(row => (row.InterfaceIndex, row.Family));
    private readonly Dictionary<(string Interfaces, IPFamily Family, bool IsLinkLocal), ClosestAddresses<HostAddress, Source>?> _choices = [];

    /// <summary>The source toward somebody by some routes; null if what decides whether it is a VIP could not be read.</summary>
    public Source? Toward(IPAddress peer, IReadOnlyList<Route> by)
    {
        uint[] interfaces = [.. by.Select(route => route.InterfaceIndex).Distinct()];
        (string, IPFamily, bool) key = (string.Join(" ", interfaces), peer.Family(), peer.IsLinkLocal());
        if (!_choices.TryGetValue(key, out ClosestAddresses<HostAddress, Source>? choice))
            _choices.Add(key, choice = Among([.. interfaces.SelectMany(index => _rows[(index, peer.Family())])], peer.IsLinkLocal()));
        return choice?.Of(peer);
    }

    private ClosestAddresses<HostAddress, Source>? Among(HostAddress[] own, bool isLinkLocal)
    {
        if (own.Any(IsPerhapsUsable) && own.Any(row => _vips.Contains(row.Address) && (IsPerhapsUsable(row) || IsUsable(row))))
            return null;
        HostAddress[] usable = [.. own.Where(IsUsable)];
        HostAddress[] inScope = [.. usable.Where(row => row.Address.IsLinkLocal() == isLinkLocal)];
        return new ClosestAddresses<HostAddress, Source>(inScope.Length > 0 ? inScope : usable, row => (row.Address, (int)row.PrefixLength.Or(128)), sources => new Source(
            sources.FirstOrDefault()?.Address,
            sources.Count > 0 && _vips.Contains(sources[0].Address),
            sources.Select(row => _vips.Contains(row.Address)).Distinct().Count() > 1,
            Wording.Some([.. sources.Select(row => row.Address.ToString())], " or ")));
    }

    private static bool IsUsable(HostAddress row) => row.SkipAsSource.Is(false) && row.State.Is(AddressState.Preferred);

    /// <summary>What decides it could not be read.</summary>
    private static bool IsPerhapsUsable(HostAddress row) =>
        !row.SkipAsSource.Is(true) && (!row.State.HasValue || (row.State.Is(AddressState.Preferred) && !row.SkipAsSource.HasValue));

    /// <summary>What a connection comes from.</summary>
    /// <param name="Address">The address; null if none may be a source.</param>
    /// <param name="IsVip">True if that is a VIP.</param>
    /// <param name="AreMixed">True if another address suits as well, of which one is a VIP and the other is not.</param>
    /// <param name="Words">All that suit.</param>
    internal sealed record Source(IPAddress? Address, bool IsVip, bool AreMixed, string Words);
}
