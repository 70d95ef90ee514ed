using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;

namespace DsrReadiness.Plans.Journals;

/// <summary>The ids of runs, which are the names of their journals: the moment at which each began, and a VIP for people. Their order is the order of the runs.</summary>
internal static class RunIds
{
    private const string Format = "yyyyMMdd'T'HHmmssfff'Z'";
    private const int Length = 19;

    /// <summary>
    /// The id of a new run. It comes behind all others, even if the clock was set back since the last one, or both began in one moment: runs are undone from the newest to the oldest,
    /// and only the order of their ids tells which that is.
    /// </summary>
    public static string Next(IEnumerable<string> known, DateTimeOffset now, IPAddress vip)
    {
        DateTimeOffset last = known.Select(MomentOf).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        DateTimeOffset moment = now > last.AddMilliseconds(1) ? now : last.AddMilliseconds(1);
        return moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture) + "-" + vip.ToString().Replace(':', '-');
    }

    /// <summary>True for a time at which no run of ours began: behind it, no id would come any more.</summary>
    public static bool IsBeyond(DateTimeOffset moment) => moment.Year >= 9999;

    /// <summary>When a run began by its id; the earliest time for an id that says nothing of the kind, which is none of ours.</summary>
    private static DateTimeOffset MomentOf(string id) => id.Length >= Length
        && DateTimeOffset.TryParseExact(
            id.Substring(0, Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
        && !IsBeyond(moment)
        ? moment
        : DateTimeOffset.MinValue;
}
