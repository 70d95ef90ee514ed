using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Management;

/// <summary>
/// A property, parameter or option on its way to Windows: its CIM type, and the value as exactly the .NET type that belongs to it. Left to itself, MI takes the type from
/// the value, and a provider that declares <c>uint8</c> refuses the <c>sint32</c> that a plain number becomes.
/// </summary>
internal sealed class MiValue
{
    private MiValue(string name, CimType type, bool isArray, object? value)
    {
        Name = name;
        Type = type;
        IsArray = isArray;
        Value = value;
    }

    /// <summary>The property, parameter or option.</summary>
    public string Name { get; }

    /// <summary>The CIM type, of an element if <see cref="IsArray"/>.</summary>
    public CimType Type { get; }

    /// <summary>True if the value is an array.</summary>
    public bool IsArray { get; }

    /// <summary>
    /// <see cref="bool"/>, <see cref="byte"/>, <see cref="ushort"/>, <see cref="uint"/>, <see cref="ulong"/>, <see cref="string"/> or <see cref="TimeSpan"/>, an array of one of them, or null.
    /// </summary>
    public object? Value { get; }

    /// <summary>Translates an assignment.</summary>
    /// <exception cref="ArgumentException">The value is not of the type, or out of its range.</exception>
    public static MiValue Of(CimAssignment assignment) => assignment.Value is object?[] items
        ? new MiValue(assignment.Name, assignment.Type, isArray: true, ToArray(assignment, items))
        : new MiValue(assignment.Name, assignment.Type, isArray: false, assignment.Value is null ? null : ToNet(assignment, assignment.Value));

    /// <summary>Translates assignments.</summary>
    /// <exception cref="ArgumentException">A value is not of its type, or out of its range.</exception>
    public static IReadOnlyList<MiValue> Of(IReadOnlyList<CimAssignment> assignments) => assignments.Select(Of).ToArray();

    /// <summary>A text.</summary>
    public static MiValue Text(string name, string value) => new(name, CimType.String, isArray: false, value);

    /// <summary>A number of 32 bits.</summary>
    public static MiValue Number(string name, uint value) => new(name, CimType.UInt32, isArray: false, value);

    /// <inheritdoc/>
    public override string ToString() => Name + " = " + (Value is Array items ? string.Join(", ", items.Cast<object>()) : Value ?? "NULL");

    private static Array ToArray(CimAssignment assignment, object?[] items)
    {
        object[] values = items.Select(item => ToNet(assignment, item ?? throw Refused(assignment, "NULL in an array"))).ToArray();
        var array = Array.CreateInstance(NetType(assignment), values.Length);
        Array.Copy(values, array, values.Length);
        return array;
    }

    private static Type NetType(CimAssignment assignment) => assignment.Type switch
    {
        CimType.Boolean => typeof(bool),
        CimType.UInt8 => typeof(byte),
        CimType.UInt16 => typeof(ushort),
        CimType.UInt32 => typeof(uint),
        CimType.UInt64 => typeof(ulong),
        CimType.String => typeof(string),
        CimType.DateTime => typeof(TimeSpan), // an interval; nothing is written as a point in time
        _ => throw Refused(assignment, "a type that nothing is written as"),
    };

    private static object ToNet(CimAssignment assignment, object raw)
    {
        Type type = NetType(assignment);
        if (type.IsInstanceOfType(raw))
            return raw;
        if (type == typeof(TimeSpan))
            return Interval(assignment, raw);
        if (raw is not long number || type == typeof(bool) || type == typeof(string))
            throw Refused(assignment, $"{raw}, which is not a {assignment.Type}");
        try
        {
            return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException e)
        {
            throw new ArgumentException($"{assignment.Name} is given {raw}, which is out of range for {assignment.Type}.", nameof(assignment), e);
        }
    }

    /// <summary>Rows hold intervals as ISO 8601 has them.</summary>
    private static object Interval(CimAssignment assignment, object raw)
    {
        try
        {
            return XmlConvert.ToTimeSpan(raw as string ?? string.Empty);
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"{assignment.Name} is given {raw}, which is not an interval.", nameof(assignment), e);
        }
    }

    private static ArgumentException Refused(CimAssignment assignment, string what) =>
        new($"{assignment.Name} is given {what}.", nameof(assignment));
}
