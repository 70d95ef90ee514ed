using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Errors;

namespace DsrReadiness.Commands;

/// <summary>Chooses checks by id, name or pattern.</summary>
internal static class CheckSelection
{
    /// <exception cref="FailureException">A pattern matches nothing, or no check is left.</exception>
    public static Catalogue Select(Catalogue all, string[]? included, string[]? excluded)
    {
        Func<Check, bool>[] wanted = Matchers(all, included);
        Func<Check, bool>[] unwanted = Matchers(all, excluded);
        Check[] chosen = all.Checks.Where(check => (included is null || wanted.Any(matches => matches(check))) && !unwanted.Any(matches => matches(check))).ToArray();
        return chosen.Length > 0 ? new Catalogue(chosen) : throw new FailureException(Failures.NoCheckSelected(excluded ?? []));
    }

    /// <summary>What checks read, and what every check reads to find the interfaces.</summary>
    public static IReadOnlyCollection<ReadingId> ReadingsOf(Catalogue catalogue) =>
        catalogue.Reads.Concat(ReadingId.Interfaces).Distinct().ToArray();

    private static Func<Check, bool>[] Matchers(Catalogue all, string[]? patterns) => (patterns ?? []).Select(text =>
    {
        var pattern = new WildcardPattern(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        bool Matches(Check check) => pattern.IsMatch(check.Info.Id) || pattern.IsMatch(check.Info.Name);
        return all.Checks.Any(Matches) ? (Func<Check, bool>)Matches : throw new FailureException(Failures.CheckNotFound(text));
    }).ToArray();
}
