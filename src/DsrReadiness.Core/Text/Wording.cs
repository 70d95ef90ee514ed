using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DsrReadiness.Text;

/// <summary>Lists in sentences, short however many there are.</summary>
internal static class Wording
{
    private const int Shown = 5;

    /// <summary>The first few, and how many more there are.</summary>
    public static string Some(IReadOnlyCollection<string> items, string separator = ", ")
    {
        string shown = string.Join(separator, items.Take(Shown));
        return items.Count <= Shown
            ? shown
            : shown + " and " + (items.Count - Shown).ToString(CultureInfo.InvariantCulture) + " more";
    }
}
