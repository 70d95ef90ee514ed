using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace DsrReadiness.Addresses;

/// <summary>
/// Finds which of many addresses share the most leading bits with another, where bits beyond an address's own prefix do not count, without looking at all of them: sorted, those that share most stand
/// around the place where the other would stand. Several often share as many; what follows from them is concluded once.
/// </summary>
/// <typeparam name="T">What has an address.</typeparam>
/// <typeparam name="TResult">What follows from those that share most, in the order in which they were given.</typeparam>
internal sealed class ClosestAddresses<T, TResult>
{
    private readonly Func<IReadOnlyList<T>, TResult> _conclude;
    private readonly Dictionary<IPPrefix, TResult> _concluded = [];
    private readonly (int Length, (AddressBits Bits, int At, T Item)[] Sorted)[] _groups;

    /// <summary>Of addresses of one family.</summary>
    public ClosestAddresses(IEnumerable<T> items, Func<T, (IPAddress Address, int Length)> of, Func<IReadOnlyList<T>, TResult> conclude)
    {
        _conclude = conclude;
        _groups = [.. items.Select((item, at) => (Item: item, At: at, Prefix: PrefixOf(of(item)))).GroupBy(each => each.Prefix.Length)
            .Select(group => (group.Key, group.Select(each => (each.Prefix.Range.First, each.At, each.Item)).OrderBy(each => each.First).ToArray()))];
    }

    public TResult Of(IPAddress destination)
    {
        if (_groups.Length == 0)
            return _conclude([]);
        IPFamily family = destination.Family();
        AddressBits bits = AddressBits.From(destination);
        var shared = new IPPrefix(destination, _groups.Max(group => MostShared(group.Length, group.Sorted, bits, family)));
        if (!_concluded.TryGetValue(shared, out TResult? result))
        {
            // In what is shared are those of the longer prefixes that share as much and no more, and those of the shorter ones, which share less.
            result = _conclude([.. _groups.Where(group => group.Length >= shared.Length).SelectMany(group => Within(group.Sorted, shared)).OrderBy(each => each.At).Select(each => each.Item)]);
            _concluded.Add(shared, result);
        }

        return result;
    }

    private static IPPrefix PrefixOf((IPAddress Address, int Length) of) => new(of.Address, Math.Min(of.Length, of.Address.Family().Bits()));

    private static int MostShared(int length, (AddressBits Bits, int At, T Item)[] sorted, AddressBits bits, IPFamily family)
    {
        int at = FirstFrom(sorted, bits);
        int behind = at < sorted.Length ? bits.SharedWith(sorted[at].Bits, family) : 0;
        int before = at > 0 ? bits.SharedWith(sorted[at - 1].Bits, family) : 0;
        return Math.Min(length, Math.Max(behind, before));
    }

    private static IEnumerable<(AddressBits Bits, int At, T Item)> Within((AddressBits Bits, int At, T Item)[] sorted, IPPrefix prefix)
    {
        for (int i = FirstFrom(sorted, prefix.Range.First); i < sorted.Length && sorted[i].Bits.CompareTo(prefix.Range.Last) <= 0; i++)
            yield return sorted[i];
    }

    private static int FirstFrom((AddressBits Bits, int At, T Item)[] sorted, AddressBits bits) => SortedSearch.FirstFrom(sorted.Length, at => sorted[at].Bits.CompareTo(bits) < 0);
}
