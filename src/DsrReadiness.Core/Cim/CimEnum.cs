using System;
using System.Collections.Generic;

namespace DsrReadiness.Cim;

/// <summary>Reads the numbers or texts of an enumeration.</summary>
internal static class CimEnum<T>
    where T : struct, Enum
{
    private static readonly EnumWords s_words = new(typeof(T));

    public static Field<T> Read(object raw) => s_words.Read(raw) is { } value ? new Field<T>((T)value) : Field<T>.Malformed(raw);

    /// <summary>An array; a single value stands for an array of one.</summary>
    public static Field<IReadOnlyList<T>> ReadAll(object raw)
    {
        object?[] items = raw as object?[] ?? [raw];
        var values = new T[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i] is not { } item || !Read(item).TryGet(out values[i]))
                return Field<IReadOnlyList<T>>.Malformed(items[i] ?? "NULL");
        }

        return new Field<IReadOnlyList<T>>(values);
    }
}
