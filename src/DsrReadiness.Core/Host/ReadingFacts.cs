using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>Asks readings as facts are asked.</summary>
internal static class ReadingFacts
{
    /// <summary>The rows, or what is missing in words.</summary>
    public static bool TryGet<T>(this Reading<T> reading, [NotNullWhen(true)] out IReadOnlyList<T>? rows, [NotNullWhen(false)] out Missing? missing)
        where T : class
    {
        rows = reading.Rows;
        missing = reading.Failure is { } failure ? Missing.Reading(reading.Name, failure) : null;
        return rows is not null;
    }

    /// <summary>The row of a class that has one, or what is missing in words.</summary>
    public static bool TryGetSingle<T>(this Reading<T> reading, [NotNullWhen(true)] out T? row, [NotNullWhen(false)] out Missing? missing)
        where T : class
    {
        row = reading.Single;
        if (reading.TryGet(out _, out missing) && row is null)
            missing = Missing.Unknown(reading.Name + " has no row.", "Collect again.");
        return row is not null;
    }
}
