using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Addresses;

/// <summary>
/// Finds what has a prefix by another prefix, without looking at all of it. Of two prefixes that share an address one lies in the other: sorted by their first addresses, the wider one first,
/// those within a prefix stand right behind its place, and those around it are the one right before it and what that lies in. What is found comes in the order in which it was given.
/// </summary>
/// <typeparam name="T">What has a prefix.</typeparam>
internal sealed class PrefixIndex<T>
{
    private readonly T[] _items;

    /// <summary>The numbers of the items, sorted.</summary>
    private readonly int[] _sorted;

    /// <summary>Their prefixes, sorted.</summary>
    private readonly IPPrefix[] _prefixes;

    /// <summary>Of each place the last one with a wider prefix that covers its own; -1 if there is none.</summary>
    private readonly int[] _around;

    public PrefixIndex(IEnumerable<T> items, Func<T, IPPrefix> prefixOf)
    {
        _items = [.. items];
        IPPrefix[] given = Array.ConvertAll(_items, item => prefixOf(item));
        _sorted = [.. Enumerable.Range(0, given.Length).OrderBy(number => given[number], Comparer<IPPrefix>.Create(Compare))];
        _prefixes = Array.ConvertAll(_sorted, number => given[number]);
        _around = new int[_items.Length];
        for (int at = 0; at < _around.Length; at++)
        {
            int around = at - 1;
            while (around >= 0 && (_prefixes[around].Length == _prefixes[at].Length || !Covers(around, _prefixes[at])))
                around = _around[around];
            _around[at] = around;
        }
    }

    /// <summary>What covers all of a prefix.</summary>
    public IReadOnlyList<T> Covering(IPPrefix prefix) => Find(prefix, isAround: true, isInside: false);

    /// <summary>What lies in a prefix and is longer.</summary>
    public IReadOnlyList<T> Within(IPPrefix prefix) => Find(prefix, isAround: false, isInside: true);

    /// <summary>What shares an address with a prefix.</summary>
    public IReadOnlyList<T> Overlapping(IPPrefix prefix) => Find(prefix, isAround: true, isInside: true);

    private static int Compare(IPPrefix one, IPPrefix other)
    {
        int order = one.Family.CompareTo(other.Family);
        if (order == 0)
            order = one.Range.First.CompareTo(other.Range.First);
        return order == 0 ? one.Length.CompareTo(other.Length) : order;
    }

    private bool Covers(int place, IPPrefix prefix) => _prefixes[place].Range.Covers(prefix.Range);

    private T[] Find(IPPrefix prefix, bool isAround, bool isInside)
    {
        int behind = SortedSearch.FirstFrom(_prefixes.Length, at => Compare(_prefixes[at], prefix) <= 0);
        var found = new List<int>();
        for (int at = behind - 1; isAround && at >= 0; at = _around[at])
        {
            for (int equal = at; equal >= 0 && Covers(equal, prefix) && _prefixes[equal].Length == _prefixes[at].Length; equal--)
                found.Add(_sorted[equal]);
        }

        for (int at = behind; isInside && at < _prefixes.Length && prefix.Range.Covers(_prefixes[at].Range); at++)
            found.Add(_sorted[at]);
        return [.. found.OrderBy(number => number).Select(number => _items[number])];
    }
}
