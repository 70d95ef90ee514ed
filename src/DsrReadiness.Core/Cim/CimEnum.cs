using System;
using System.Collections.Generic;
using System.Globalization;

namespace DsrReadiness.Cim;

/// <summary>
/// Reads the numbers or texts of an enumeration. The texts are those that PowerShell shows for the number: the member's name,
/// compared ignoring case and spaces, and of flags a list of names with commas. A number without a name is kept as it is; a text without
/// a number is malformed.
/// </summary>
internal static class CimEnum<T>
    where T : struct, Enum
{
    private const int Small = 64;
    private static readonly Dictionary<string, T> s_byName = ByName();
    private static readonly bool s_isFlags = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
    private static readonly Field<T>[] s_small = SmallNumbers();

    public static Field<T> Read(object raw)
    {
        if (CimConvert.TryToInt64(raw, out long number))
        {
            if (number is >= 0 and < Small)
                return s_small[number];
            return number is >= 0 and <= int.MaxValue ? Field<T>.Of((T)Enum.ToObject(typeof(T), number)) : Field<T>.Malformed(raw);
        }

        string? text = raw as string ?? (raw is bool flag ? flag.ToString() : null);
        if (text is not null && s_byName.TryGetValue(WithoutSpaces(text), out T value))
            return Field<T>.Of(value);
        return s_isFlags && text is not null && text.IndexOf(',') >= 0 ? ReadFlags(raw, text) : Field<T>.Malformed(raw);
    }

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

        return Field<IReadOnlyList<T>>.Of(values);
    }

    /// <summary>Zero stands for all of them, or for none, and so for nothing among others.</summary>
    private static Field<T> ReadFlags(object raw, string text)
    {
        long flags = 0;
        foreach (string name in text.Split(','))
        {
            long flag = s_byName.TryGetValue(WithoutSpaces(name), out T value) ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
            if (flag == 0)
                return Field<T>.Malformed(raw);
            flags |= flag;
        }

        return Field<T>.Of((T)Enum.ToObject(typeof(T), flags));
    }

    private static string WithoutSpaces(string text) => text.IndexOf(' ') < 0 ? text : text.Replace(" ", string.Empty);

    private static Dictionary<string, T> ByName()
    {
        var byName = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in Enum.GetNames(typeof(T))) // Not GetValues, which native code has not for every enumeration.
            byName[name] = (T)Enum.Parse(typeof(T), name);
        foreach ((string word, T value) in CmdletWords.For<T>())
            byName.Add(word, value);
        return byName;
    }

    private static Field<T>[] SmallNumbers()
    {
        var small = new Field<T>[Small];
        for (int i = 0; i < small.Length; i++)
            small[i] = Field<T>.Of((T)Enum.ToObject(typeof(T), i));
        return small;
    }
}
