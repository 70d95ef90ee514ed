using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Compares what was asked for with what is read back. Firewall conditions may come back in another spelling, such as an address with its mask, so those
/// are compared by meaning.
/// </summary>
internal static class ConditionComparison
{
    public static bool Meets(CimClass @class, RowState present, RowState wanted) => @class == NetAddressFilterClass.Class
        ? present.IsPresent && wanted.Values.All(pair => SameAddresses(pair.Key, present[pair.Key], pair.Value))
        : present.Meets(wanted);

    private static bool SameAddresses(CimProperty property, object? present, object? wanted) =>
        property.Same(present, wanted) || Spellings(present).SetEquals(Spellings(wanted));

    private static HashSet<string> Spellings(object? raw) => [.. (raw as object?[] ?? [raw]).Select(each => HostOf(each?.ToString() ?? string.Empty))];

    /// <summary>A single host is written with or without its full mask.</summary>
    private static string HostOf(string text) => text
        .Replace("/255.255.255.255", string.Empty)
        .Replace("/32", text.IndexOf(':') < 0 ? string.Empty : "/32")
        .Replace("/128", string.Empty)
        .ToUpperInvariant();
}
