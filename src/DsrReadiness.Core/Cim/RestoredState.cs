using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Cim;

/// <summary>What undoing a change has to reach: the row as it was, as far as the change touched it.</summary>
internal static class RestoredState
{
    public static RowState For(RowState before, RowState to)
    {
        if (!before.IsPresent)
            return RowState.Absent;
        if (!to.IsPresent)
            return RowState.Present(before.Values.Where(pair => Writing(pair.Key).Given.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value));
        var values = new Dictionary<CimProperty, object?>();
        foreach (CimProperty property in to.Values.Keys)
        {
            if (before[property] is { } value)
                values.Add(property, value);
            else if (Default(property) is { } standsFor)
                values.Add(property, standsFor);
        }

        if (values.Count > 0 && Writing(values.Keys.First()).Exclusion is { } exclusion
            && values.TryGetValue(exclusion.Property, out object? now) && exclusion.Property.Same(now, exclusion.Value))
        {
            values.Remove(exclusion.Instead);
        }

        return RowState.Present(values);
    }

    /// <summary>True if the row already is as it was, in effect: a NULL equals the default that it stands for.</summary>
    public static bool IsMet(RowState present, RowState restored) => present.IsPresent == restored.IsPresent
        && restored.Values.All(pair => pair.Key.Same(present[pair.Key] ?? Default(pair.Key), pair.Value));

    /// <summary>
    /// True if everything that a change from one state to another touches is still as it was or already as it is to be: nobody else had a hand in it.
    /// </summary>
    public static bool IsBetween(RowState present, RowState seen, RowState wanted)
    {
        if (!present.IsPresent)
            return !seen.IsPresent || !wanted.IsPresent;
        if (!seen.IsPresent && !wanted.IsPresent)
            return false;
        IEnumerable<CimProperty> touched = wanted.IsPresent ? wanted.Values.Keys : seen.Values.Keys.Where(property => Writing(property).Given.Contains(property));
        return touched.All(property => (seen.IsPresent && Same(property, present, seen)) || (wanted.IsPresent && Same(property, present, wanted)));
    }

    private static bool Same(CimProperty property, RowState one, RowState other) =>
        property.Same(one[property] ?? Default(property), other[property] ?? Default(property));

    private static object? Default(CimProperty property) => Writing(property).AtStart.TryGetValue(property, out object? value) ? value : null;

    private static CimWriting Writing(CimProperty property) => CimClasses.Find(property.ClassName)?.Writing ?? CimWriting.Plain;
}
