using System.Collections.Generic;

namespace DsrReadiness.Cim;

/// <summary>
/// One instance of a contracted class: a slot for each property of the contract. Raw values are null, <see cref="bool"/>,
/// <see cref="long"/> for every integer that fits, else <see cref="ulong"/> or <see cref="double"/>, <see cref="string"/> (dates as
/// ISO 8601 or DMTF text), and arrays of these; the contract, not the value, knows the CIM type. An embedded object, which no contract
/// speaks of, is kept as the fact that there is one.
/// </summary>
public sealed class CimRow
{
    /// <summary>Stands in the slot of a property that the row does not have, which is not the same as NULL.</summary>
    internal static readonly object Missing = new();

    private readonly object?[] _values;

    /// <summary>Takes the values over; the array must not be changed afterwards.</summary>
    internal CimRow(CimClass @class, object?[] values)
    {
        Class = @class;
        _values = values;
    }

    /// <summary>The class of the row.</summary>
    public CimClass Class { get; }

    /// <summary>Makes a row from names and raw values; names that the contract does not have are left out.</summary>
    public static CimRow From(CimClass @class, IEnumerable<KeyValuePair<string, object?>> values)
    {
        object?[] slots = NewSlots(@class);
        foreach (KeyValuePair<string, object?> pair in values)
        {
            if (@class.Find(pair.Key) is { } property)
                slots[property.Ordinal] = pair.Value;
        }

        return new CimRow(@class, slots);
    }

    /// <summary>The typed value of a property.</summary>
    public Field<T> Get<T>(CimProperty<T> property)
    {
        object? raw = _values[property.Ordinal];
        if (raw is null)
            return Field<T>.Null;
        return ReferenceEquals(raw, Missing) ? default : property.Read(raw);
    }

    /// <summary>The raw value of a property; false if the row does not have it.</summary>
    public bool TryGetRaw(CimProperty property, out object? raw)
    {
        raw = _values[property.Ordinal];
        if (!ReferenceEquals(raw, Missing))
            return true;
        raw = null;
        return false;
    }

    /// <summary>Slots for a row in which no property is there yet.</summary>
    internal static object?[] NewSlots(CimClass @class)
    {
        object?[] slots = new object?[@class.Properties.Count];
        for (int i = 0; i < slots.Length; i++)
            slots[i] = Missing;
        return slots;
    }
}
