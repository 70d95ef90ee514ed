using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.Classes;

/// <summary>Raw values as <see cref="CimRow"/> documents them: made for rows, and checked where a caller hands them in.</summary>
internal static class RawValue
{
    public static object? Of(object? value) => value switch
    {
        null or bool or string or long => value,
        Enum or byte or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        IPAddress address => address.ToString(),
        IEnumerable<long> numbers => numbers.Cast<object?>().ToArray(),
        IEnumerable<string> texts => texts.Cast<object?>().ToArray(),
        _ => throw new ArgumentException("No raw value is known for " + value.GetType().Name + ".", nameof(value)),
    };

    /// <summary>True if the value is of the CIM type, in its range, and an array exactly where one is meant.</summary>
    public static bool Fits(object? value, CimType type, bool isArray) => isArray
        ? value is object?[] items && items.All(item => item is not null && FitsOne(item, type))
        : value is not null && FitsOne(value, type);

    public static bool AreEqual(object? one, object? other) => one is string text && other is string otherText
        ? string.Equals(text, otherText, StringComparison.OrdinalIgnoreCase)
        : Equals(one, other);

    private static bool FitsOne(object value, CimType type) => type switch
    {
        CimType.Boolean => value is bool,
        CimType.UInt8 => value is long and >= 0 and <= byte.MaxValue,
        CimType.UInt16 => value is long and >= 0 and <= ushort.MaxValue,
        CimType.UInt32 => value is long and >= 0 and <= uint.MaxValue,
        CimType.UInt64 => value is long and >= 0 or ulong,
        _ => value is string,
    };
}
