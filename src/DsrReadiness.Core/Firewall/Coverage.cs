using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;

namespace DsrReadiness.Firewall;

/// <summary>Whether ranges, taken together, leave no gap in another range.</summary>
internal static class Coverage
{
    /// <summary>Of all addresses of a family, those count that a host may have.</summary>
    public static bool Covers(IEnumerable<IPRange> given, IPRange wanted)
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
            return parts.Count > 1 && Covers(parts, wanted.First, wanted.Last, address => address.Next());
        IPRange[] hosts = SpecialAddresses.Hosts(wanted.Family);
        if (parts.Count == 1)
            return parts[0].First.CompareTo(hosts[0].First) <= 0 && hosts[hosts.Length - 1].Last.CompareTo(parts[0].Last) <= 0;
        foreach (IPRange each in hosts)
        {
            if (!Covers(parts, each.First, each.Last, address => address.Next()))
                return false;
        }

        return true;
    }

    public static bool Covers(IEnumerable<PortRange> given, PortRange wanted) =>
        Covers([.. given.Where(range => range.Overlaps(wanted)).Select(range => (range.First, range.Last))], wanted.First, wanted.Last, port => port + 1);

    private static bool Covers<T>(List<(T First, T Last)> overlapping, T wanted, T last, Func<T, T> next)
        where T : IComparable<T>
    {
        foreach ((T First, T Last) range in overlapping.OrderBy(range => range.First))
        {
            if (range.First.CompareTo(wanted) > 0)
                return false;
            if (range.Last.CompareTo(last) >= 0)
                return true;
            if (range.Last.CompareTo(wanted) >= 0)
                wanted = next(range.Last);
        }

        return false;
    }
}
