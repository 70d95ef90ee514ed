using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DsrReadiness.Commands;

/// <summary>Chooses by names and patterns. A pattern may match nothing; a name that does is an error.</summary>
/// <param name="names">Names and patterns; null for everything.</param>
internal sealed class NameFilter(IReadOnlyList<string>? names)
{
    private readonly WildcardPattern[] _patterns = [.. (names ?? []).Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];

    public bool Matches(string text) => names is null || _patterns.Any(pattern => pattern.IsMatch(text));

    /// <summary>The names, but no patterns, that match none of the texts.</summary>
    public IEnumerable<string> Unmatched(IEnumerable<string> texts)
    {
        string[] all = texts.ToArray();
        return (names ?? []).Where((name, i) => !WildcardPattern.ContainsWildcardCharacters(name) && !all.Any(_patterns[i].IsMatch));
    }
}
