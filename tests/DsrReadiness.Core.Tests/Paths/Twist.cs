using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;

namespace DsrReadiness.Tests.Paths;

/// <summary>One difference from the ready server.</summary>
internal abstract record Twist
{
    public abstract void ApplyTo(Draft draft);

    /// <summary>A cell, or with no row a column, with another value.</summary>
    internal sealed record Cell(CimClass Class, CimStore Store, int? Row, CimProperty Property, object? Value) : Twist
    {
        public override void ApplyTo(Draft draft)
        {
            if (Row is { } row)
                draft.Set(Class, Store, row, Property, Value);
            else
                draft.SetAll(Class, Store, Property, Value);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class.Name} ({Store}) ")
            + (Row is { } row ? "row " + row.ToString(CultureInfo.InvariantCulture) : "every row") + $": {Property.Name} = {Show(Value)}";
    }

    /// <summary>A row less.</summary>
    internal sealed record NoRow(CimClass Class, CimStore Store, int Row) : Twist
    {
        public override void ApplyTo(Draft draft) => draft.Remove(Class, Store, Row);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class.Name} ({Store}) without row {Row}");
    }

    /// <summary>A reading that fails.</summary>
    internal sealed record NoReading(CimClass Class, CimStore Store) : Twist
    {
        public override void ApplyTo(Draft draft) => draft.Fail(Class, Store);

        public override string ToString() => $"{Class.Name} ({Store}) cannot be read";
    }

    /// <summary>Rows more: a route, an address, a rule with its filters, a socket, an adapter.</summary>
    internal sealed record MoreRows(IReadOnlyList<(CimClass Class, CimStore Store, object?[] Row)> Rows) : Twist
    {
        public static MoreRows Of(params (CimClass Class, CimStore Store, (CimProperty Property, object? Value)[] Values)[] rows) =>
            new([.. rows.Select(row => (row.Class, row.Store, Slots(row.Class, row.Values)))]);

        public override void ApplyTo(Draft draft)
        {
            foreach ((CimClass @class, CimStore store, object?[] row) in Rows)
                draft.Add(@class, store, row);
        }

        public override string ToString() => "+ " + string.Join(" + ", Rows.Select(row => $"{row.Class.Name} ({row.Store}) "
            + string.Join(", ", row.Class.Properties.Where(each => !ReferenceEquals(row.Row[each.Ordinal], CimRow.Missing)).Select(each => each.Name + " = " + Show(row.Row[each.Ordinal])))));

        private static object?[] Slots(CimClass @class, (CimProperty Property, object? Value)[] values)
        {
            object?[] slots = CimRow.NewSlots(@class);
            foreach ((CimProperty property, object? value) in values)
                slots[property.Ordinal] = value is Enum or int or uint ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : value;
            return slots;
        }
    }

    private static string Show(object? value) => value is object?[] list ? "[" + string.Join(", ", list) + "]" : value?.ToString() ?? "NULL";
}
