using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Addresses;

/// <summary>
/// Finds what has a prefix by another prefix, without looking at all of it: of two prefixes that share an address one lies in the other, so that those around one are found by their lengths, and
/// those within it stand together when sorted by their first address. What is found comes in the order in which it was given.
/// </summary>
/// <typeparam name="T">What has a prefix.</typeparam>
internal sealed class PrefixIndex<T>
{
    private readonly T[] _items;
    private readonly IPPrefix[] _prefixes;
    private readonly Dictionary<IPPrefix, List<int>> _equal = [];
    private readonly int[] _lengths;

    /// <summary>The numbers of the items by family and first address.</summary>
    private readonly int[] _sorted;

    public PrefixIndex(IEnumerable<T> items, Func<T, IPPrefix> prefixOf)
    {
        _items = [.. items];
        _prefixes = [.. _items.Select(prefixOf)];
        for (int i = 0; i < _prefixes.Length; i++)
        {
            if (!_equal.TryGetValue(_prefixes[i], out List<int>? numbers))
                _equal.Add(_prefixes[i], numbers = []);
            numbers.Add(i);
        }

        _lengths = [.. _prefixes.Select(prefix => prefix.Length).Distinct()];
        _sorted = [.. Enumerable.Range(0, _items.Length).OrderBy(i => _prefixes[i].Family).ThenBy(i => _prefixes[i].Range.First)];
    }

    /// <summary>What covers all of a prefix.</summary>
    public IEnumerable<T> Covering(IPPrefix prefix) => InOrder(Around(prefix));

    /// <summary>What lies in a prefix and is longer.</summary>
    public IEnumerable<T> Within(IPPrefix prefix) => InOrder(Inside(prefix));

    /// <summary>What shares an address with a prefix.</summary>
    public IEnumerable<T> Overlapping(IPPrefix prefix) => InOrder(Around(prefix).Concat(Inside(prefix)));

    private IEnumerable<T> InOrder(IEnumerable<int> numbers) => numbers.OrderBy(i => i).Select(i => _items[i]);

    private IEnumerable<int> Around(IPPrefix prefix) => _lengths.Where(length => length <= prefix.Length)
        .SelectMany(length => _equal.TryGetValue(new IPPrefix(prefix.Network, length), out List<int>? numbers) ? numbers : []);

    private IEnumerable<int> Inside(IPPrefix prefix)
    {
        for (int at = FirstFrom(prefix); at < _sorted.Length; at++)
        {
            IPPrefix each = _prefixes[_sorted[at]];
            if (each.Family != prefix.Family || each.Range.First.CompareTo(prefix.Range.Last) > 0)
                yield break;
            if (each.Length > prefix.Length)
                yield return _sorted[at];
        }
    }

    /// <summary>Where those begin that start with the prefix or after its beginning.</summary>
    private int FirstFrom(IPPrefix prefix) => SortedSearch.FirstFrom(_sorted.Length, at =>
    {
        IPPrefix each = _prefixes[_sorted[at]];
        return (each.Family != prefix.Family ? each.Family.CompareTo(prefix.Family) : each.Range.First.CompareTo(prefix.Range.First)) < 0;
    });
}
