using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Cim;

/// <summary>A row as it is or is to be: absent, or present with values of some of its properties.</summary>
public sealed class RowState
{
    private RowState(bool isPresent, IReadOnlyDictionary<CimProperty, object?> values)
    {
        IsPresent = isPresent;
        Values = values;
    }

    /// <summary>No such row.</summary>
    public static RowState Absent { get; } = new(false, new Dictionary<CimProperty, object?>());

    /// <summary>True if there is such a row.</summary>
    public bool IsPresent { get; }

    /// <summary>Raw values, as <see cref="CimRow"/> holds them.</summary>
    public IReadOnlyDictionary<CimProperty, object?> Values { get; }

    /// <summary>A row with these values; others do not matter.</summary>
    public static RowState Present(params (CimProperty Property, object? Value)[] values) =>
        new(true, values.ToDictionary(each => each.Property, each => each.Value));

    /// <summary>A row with these values; others do not matter.</summary>
    public static RowState Present(IReadOnlyDictionary<CimProperty, object?> values) => new(true, values);

    /// <summary>All that a row holds.</summary>
    public static RowState Of(CimRow row)
    {
        var values = new Dictionary<CimProperty, object?>();
        foreach (CimProperty property in row.Class.Properties)
        {
            if (row.TryGetRaw(property, out object? raw))
                values.Add(property, raw);
        }

        return new RowState(true, values);
    }

    /// <summary>The raw value of a property, or null.</summary>
    public object? this[CimProperty property] => Values.TryGetValue(property, out object? value) ? value : null;

    /// <summary>True if this row is as the other wants it: absent as well, or present with all the values that the other names.</summary>
    public bool Meets(RowState wanted) => IsPresent == wanted.IsPresent && !DifferencesTo(wanted).Any();

    /// <summary>The values that the other names and that are not so here.</summary>
    public IEnumerable<KeyValuePair<CimProperty, object?>> DifferencesTo(RowState wanted) =>
        wanted.Values.Where(pair => !Values.TryGetValue(pair.Key, out object? value) || !pair.Key.Same(value, pair.Value));

    /// <inheritdoc/>
    public override string ToString() => IsPresent
        ? string.Join(", ", Values.Select(pair => pair.Key.Name + " = " + pair.Key.Display(pair.Value)))
        : "absent";
}
