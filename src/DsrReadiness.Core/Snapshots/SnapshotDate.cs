using System;
using System.Globalization;

namespace DsrReadiness.Snapshots;

/// <summary>Points in time as text: ISO 8601 as this project writes it, and the two other forms in which PowerShell and CIM write them.</summary>
internal static class SnapshotDate
{
    private const string MillisecondsPrefix = "/Date(";
    private const string MillisecondsSuffix = ")/";

    public static string Write(DateTimeOffset date) => date.ToString(
        date.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>Reads any of the forms. ISO 8601 without an offset is taken for universal time, so that no machine reads it differently.</summary>
    public static bool TryRead(string text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date)
        || TryReadMilliseconds(text, out date)
        || TryReadDmtf(text, out date);

    /// <summary><c>/Date(1795312800000)/</c>: Windows PowerShell's ConvertTo-Json.</summary>
    private static bool TryReadMilliseconds(string text, out DateTimeOffset date)
    {
        date = default;
        int length = text.Length - MillisecondsPrefix.Length - MillisecondsSuffix.Length;
        if (length <= 0 || !text.StartsWith(MillisecondsPrefix, StringComparison.Ordinal) || !text.EndsWith(MillisecondsSuffix, StringComparison.Ordinal)
            || !long.TryParse(text.Substring(MillisecondsPrefix.Length, length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long milliseconds)
            || milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        date = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }

    /// <summary><c>20261122020000.000000+060</c>: a CIM datetime, the offset in minutes.</summary>
    private static bool TryReadDmtf(string text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length != 25 || text[21] is not ('+' or '-')
            || !DateTime.TryParseExact(text.Substring(0, 21), "yyyyMMddHHmmss.ffffff", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            || !int.TryParse(text.Substring(22), NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) || minutes > 14 * 60)
        {
            return false;
        }

        TimeSpan offset = TimeSpan.FromMinutes(text[21] == '-' ? -minutes : minutes);
        long ticks = local.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        date = new DateTimeOffset(local, offset);
        return true;
    }
}
