using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.Classes;

/// <summary>One property of a class: where its value comes from, and where a written one goes.</summary>
internal sealed class LabColumn<T>(CimProperty property, Func<T, object?> read, Action<T, object>? write, Func<T, object, bool>? accepts)
{
    public CimProperty Property { get; } = property;

    public object? Read(T item) => RawValue.Of(read(item));

    public void Write(T item, object value) => write!(item, value);

    /// <summary>Why a value is refused, or null if it may be written.</summary>
    public string? Refuse(T item, CimAssignment assignment)
    {
        if (write is null)
            return Property + " cannot be written.";
        if (assignment.Type != Property.Type || !RawValue.Fits(assignment.Value, Property.Type, Property.IsArray))
            return $"{Property} is {Property.Type}, and was given {Describe(assignment)}.";
        return accepts?.Invoke(item, assignment.Value!) == false ? $"{Property} cannot be {assignment.Value}." : null;
    }

    private static string Describe(CimAssignment assignment) =>
        assignment.Value is null ? "NULL" : $"'{assignment.Value}' ({assignment.Value.GetType().Name}) as {assignment.Type}";
}
