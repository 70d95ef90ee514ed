using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace DsrReadiness.Addresses;

/// <summary>
/// Finds which of many addresses share the most leading bits with another, where bits beyond an address's own prefix do not count, without looking at all of them: sorted, those that share most stand
/// around the place where the other would stand. Several often share as many; what follows from them is concluded once.
/// All are of one family.
/// </summary>
/// <typeparam name="T">What has an address.</typeparam>
/// <typeparam name="TResult">What follows from those that share most, in the order in which they were given.</typeparam>
internal sealed class ClosestAddresses<T, TResult>(IEnumerable<T> items, Func<T, (IPAddress Address, int Length)> of, Func<IReadOnlyList<T>, TResult> conclude)
{
    private readonly Dictionary<IPPrefix, TResult> _concluded = [];
    private readonly Group[] _groups = [.. items.Select((item, at) => new Entry(PrefixOf(of(item)), at, item)).GroupBy(each => each.Prefix.Length)
        .Select(group => new Group(group.Key, group))];

    public TResult Of(IPAddress destination)
    {
        if (_groups.Length == 0)
            return conclude([]);
        IPFamily family = destination.Family();
        AddressBits bits = AddressBits.From(destination);
        var shared = new IPPrefix(destination, _groups.Max(group => group.MostShared(bits, family)));
        if (!_concluded.TryGetValue(shared, out TResult? result))
        {
            // In what is shared are those of the longer prefixes that share as much and no more, and those of the shorter ones, which share less.
            result = conclude([.. _groups.Where(group => group.Length >= shared.Length).SelectMany(group => group.Within(shared)).OrderBy(each => each.At).Select(each => each.Item)]);
            _concluded.Add(shared, result);
        }

        return result;
    }

    private static IPPrefix PrefixOf((IPAddress Address, int Length) of) => new(of.Address, Math.Min(of.Length, of.Address.Family().Bits()));

    private sealed record Entry(IPPrefix Prefix, int At, T Item)
    {
        public AddressBits Bits { get; } = Prefix.Range.First;
    }

    /// <summary>Those of one length, sorted.</summary>
    private sealed class Group(int length, IEnumerable<Entry> entries)
    {
        private readonly Entry[] _sorted = [.. entries.OrderBy(each => each.Bits)];

        public int Length { get; } = length;

        public int MostShared(AddressBits bits, IPFamily family)
        {
            int at = FirstFrom(bits);
            int behind = at < _sorted.Length ? bits.SharedWith(_sorted[at].Bits, family) : 0;
            int before = at > 0 ? bits.SharedWith(_sorted[at - 1].Bits, family) : 0;
            return Math.Min(Length, Math.Max(behind, before));
        }

        public IEnumerable<Entry> Within(IPPrefix prefix)
        {
            for (int i = FirstFrom(prefix.Range.First); i < _sorted.Length && _sorted[i].Bits.CompareTo(prefix.Range.Last) <= 0; i++)
                yield return _sorted[i];
        }

        private int FirstFrom(AddressBits bits) => SortedSearch.FirstFrom(_sorted.Length, at => _sorted[at].Bits.CompareTo(bits) < 0);
    }
}
