using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>The text of <c>Format-List</c>, which cannot be taken: it shows four values of a list, cuts long ones, and its words are for people.</summary>
internal static class SavedList
{
    private const int FewestLines = 3;

    /// <summary>True if the first lines are a property, a colon and a value each.</summary>
    public static bool IsOne(IReadOnlyList<string> head) => head.Count >= FewestLines && head.Take(FewestLines).All(line => LabelOf(line) is not null);

    /// <summary>Why it is refused, with the command that saves the same for certain.</summary>
    public static string WhyNot(IReadOnlyList<string> head)
    {
        var labels = new HashSet<string>(head.Select(LabelOf).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        CimClass[] byLikeness = [.. CimClasses.All.Where(each => each.Evidence != CimEvidence.Own).OrderByDescending(each => Known(each, labels))];
        bool isCertain = Known(byLikeness[0], labels) > Known(byLikeness[1], labels);
        string command = isCertain ? SavedCommand.Of(byLikeness[0]) : "Get-NetIPInterface | Export-Clixml NetIPInterface.xml";
        return $"found the text of Format-List, which leaves out what does not fit, such as the fifth value of a list; save the objects: {command}";
    }

    private static int Known(CimClass @class, HashSet<string> labels) => @class.Properties.Count(property => labels.Contains(property.Name));

    private static string? LabelOf(string line)
    {
        int colon = line.IndexOf(':');
        string label = colon > 0 ? line.Substring(0, colon).TrimEnd() : string.Empty;
        return label.Length > 0 && char.IsLetter(label[0]) && label.All(c => c < 128 && (char.IsLetterOrDigit(c) || c is '_' or '(' or ')')) ? label : null;
    }
}
