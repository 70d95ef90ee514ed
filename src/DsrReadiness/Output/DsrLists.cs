using System.Collections.Generic;

namespace DsrReadiness.Output;

/// <summary>Makes lists for output.</summary>
internal static class DsrLists
{
    /// <summary>What stands between the items of a list that became one text.</summary>
    public const string Separator = ", ";

    public static DsrList<T> ToDsrList<T>(this IEnumerable<T> items) => new(items);
}
