using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>Texts of a view by their names. PowerShell reads them like properties, and so it does in a copy.</summary>
internal sealed class DsrTexts() : ReadOnlyDictionary<string, string>(new Dictionary<string, string>()), IEnumerable
{
    public void Add(string name, string text) => Dictionary.Add(name, text);

    /// <summary>Adds a word, and as "NAMEInk" the colour of <c>$PSStyle.Foreground</c> in which a view shows it: a copy in a file holds no codes for terminals.</summary>
    public void Add(string name, string text, Ink ink)
    {
        Add(name, text);
        Add(name + nameof(Ink), ColorOf(ink));
    }

    /// <summary>All of them in one line, for CSV files.</summary>
    public override string ToString() => string.Join(DsrLists.Separator, Dictionary.Select(each => each.Key + ": " + each.Value.Replace('\n', ' ')));

    private static string ColorOf(Ink ink) => ink switch
    {
        Ink.Good => "BrightGreen",
        Ink.Bad => "BrightRed",
        Ink.Warning => "BrightYellow",
        Ink.Unknown => "BrightCyan",
        _ => "BrightBlack",
    };
}
