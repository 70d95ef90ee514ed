using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;

namespace DsrReadiness.Firewall;

/// <summary>Whether ranges, taken together, leave no gap in another range.</summary>
internal static class Coverage
{
    /// <summary>Of all addresses of a family, those count that a host may have.</summary>
    /// <param name="given">The ranges; one of them has to overlap the other at least.</param>
    /// <param name="wanted">What they have to cover.</param>
    /// <param name="isSpared">The addresses that may be missing nevertheless; null for none.</param>
    public static bool Covers(IEnumerable<IPRange> given, IPRange wanted, Func<AddressBits, bool>? isSpared = null)
    {
        List<(AddressBits First, AddressBits Last)>? parts = null;
        foreach (IPRange range in given)
        {
            if (range.Covers(wanted))
                return true;
            if (range.Overlaps(wanted))
                (parts ??= []).Add((range.First, range.Last));
        }

        if (parts is null)
            return false;
        if (!wanted.Equals(IPRange.All(wanted.Family)))
            return Covers(parts, wanted.First, wanted.Last, address => address.Next(), isSpared);
        IPRange[] hosts = SpecialAddresses.Hosts(wanted.Family);
        if (parts.Count == 1 && isSpared is null)
            return parts[0].First.CompareTo(hosts[0].First) <= 0 && hosts[hosts.Length - 1].Last.CompareTo(parts[0].Last) <= 0;
        foreach (IPRange each in hosts)
        {
            if (!Covers(parts, each.First, each.Last, address => address.Next(), isSpared))
                return false;
        }

        return true;
    }

    /// <summary>Every rule is asked this, and most have one port or another one: those cost nothing.</summary>
    public static bool Covers(IEnumerable<PortRange> given, PortRange wanted)
    {
        List<(int First, int Last)>? parts = null;
        foreach (PortRange range in given)
        {
            if (range.Covers(wanted))
                return true;
            if (range.Overlaps(wanted))
                (parts ??= []).Add((range.First, range.Last));
        }

        return parts is { Count: > 1 } && Covers(parts, wanted.First, wanted.Last, port => port + 1);
    }

    /// <summary>How much of a range others have, from 0 to 1. Of all addresses of a family, those count that a host of the Internet may have.</summary>
    public static double Share(IEnumerable<IPRange> given, IPRange wanted)
    {
        IPRange[] counted = wanted.Equals(IPRange.All(wanted.Family)) ? SpecialAddresses.Internet(wanted.Family) : [wanted];
        double covered = 0;
        foreach (IPRange each in counted)
        {
            AddressBits? until = null;
            foreach (IPRange range in given.Where(each.Overlaps).Select(range => range.Within(each)).OrderBy(range => range.First))
            {
                if (until is { } before && range.Last.CompareTo(before) <= 0)
                    continue;
                AddressBits first = until is { } last && range.First.CompareTo(last) <= 0 ? last.Next() : range.First;
                covered += first.CountTo(range.Last);
                until = range.Last;
            }
        }

        return covered / counted.Sum(each => each.First.CountTo(each.Last));
    }

    private static bool Covers<T>(List<(T First, T Last)> overlapping, T wanted, T last, Func<T, T> next, Func<T, bool>? isSpared = null)
        where T : IComparable<T>
    {
        foreach ((T First, T Last) range in overlapping.OrderBy(range => range.First))
        {
            if (range.First.CompareTo(wanted) > 0 && SkipsTheRest(ref wanted, last, next, isSpared))
                return true;
            if (range.First.CompareTo(wanted) > 0)
                return false;
            if (range.Last.CompareTo(last) >= 0)
                return true;
            if (range.Last.CompareTo(wanted) >= 0)
                wanted = next(range.Last);
        }

        return SkipsTheRest(ref wanted, last, next, isSpared);
    }

    /// <summary>Goes past what is spared; true if that is all up to the last.</summary>
    private static bool SkipsTheRest<T>(ref T wanted, T last, Func<T, T> next, Func<T, bool>? isSpared)
        where T : IComparable<T>
    {
        for (; isSpared?.Invoke(wanted) == true; wanted = next(wanted))
        {
            if (wanted.CompareTo(last) >= 0)
                return true;
        }

        return false;
    }
}
