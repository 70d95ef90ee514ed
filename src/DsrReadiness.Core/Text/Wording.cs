using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DsrReadiness.Text;

/// <summary>Lists in sentences, short however many there are.</summary>
internal static class Wording
{
    private const int Shown = 5;

    public static string Counted(int count, string one, string many) => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);

    /// <summary>How many there are of each, of which there are any.</summary>
    public static string Counts(params IEnumerable<(int Count, string One, string Many)> parts) =>
        string.Join(", ", parts.Where(part => part.Count > 0).Select(part => Counted(part.Count, part.One, part.Many)));

    /// <summary>The first few, and how many more there are.</summary>
    public static string Some(IReadOnlyCollection<string> items, string separator = ", ")
    {
        string shown = string.Join(separator, items.Take(Shown));
        return items.Count <= Shown
            ? shown
            : shown + " and " + (items.Count - Shown).ToString(CultureInfo.InvariantCulture) + " more";
    }
}
