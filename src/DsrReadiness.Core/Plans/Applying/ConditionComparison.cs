using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;

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

    private static HashSet<string> Spellings(object? raw) => [.. (raw as object?[] ?? [raw]).Select(each => Meaning(each?.ToString() ?? string.Empty))];

    /// <summary>The first and last address: a prefix comes back with its mask, a single host with or without one. A keyword is itself, in any case.</summary>
    private static string Meaning(string text) => RuleAddresses.TryParse(text, out IPRange range)
        ? range.First.ToAddress(range.Family) + "-" + range.Last.ToAddress(range.Family)
        : text.ToUpperInvariant();
}
