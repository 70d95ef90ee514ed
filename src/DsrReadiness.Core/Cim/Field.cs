using System;
using System.Collections.Generic;
using DsrReadiness.Json;

namespace DsrReadiness.Cim;

/// <summary>One property of one row: a value, NULL, missing or malformed; never a guess.</summary>
/// <typeparam name="T">The .NET type of the value.</typeparam>
public readonly struct Field<T>
{
    private readonly FieldState _state;
    private readonly T _value;
    private readonly string? _raw;

    /// <summary>A field with a value.</summary>
    internal Field(T value)
    {
        _state = FieldState.Value;
        _value = value;
        _raw = null;
    }

    private Field(FieldState state, T value, string? raw)
    {
        _state = state;
        _value = value;
        _raw = raw;
    }

    /// <summary>What became of the property.</summary>
    public FieldState State => _state;

    /// <summary>True if there is a value.</summary>
    public bool HasValue => _state == FieldState.Value;

    /// <summary>True if the property was read and is NULL.</summary>
    public bool IsNull => _state == FieldState.Null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: ask <see cref="HasValue"/> first.</exception>
    public T Value => _state == FieldState.Value ? _value : throw new InvalidOperationException("The field has no value: " + this);

    /// <summary>The NULL field.</summary>
    internal static Field<T> Null => new(FieldState.Null, default!, null);

    /// <summary>A field whose raw value is not of the declared type.</summary>
    internal static Field<T> Malformed(object raw) =>
        new(FieldState.Malformed, default!, raw is object?[] items ? $"an array of {items.Length}" : JsonReal.TextOf(raw));

    /// <summary>The value, if there is one.</summary>
    public bool TryGet(out T value)
    {
        value = _value;
        return _state == FieldState.Value;
    }

    /// <summary>The value, or <paramref name="fallback"/> where there is none.</summary>
    public T Or(T fallback) => _state == FieldState.Value ? _value : fallback;

    /// <summary>True if there is a value and it equals <paramref name="value"/>.</summary>
    public bool Is(T value) => _state == FieldState.Value && EqualityComparer<T>.Default.Equals(_value, value);

    /// <summary>The value as text, or what stands in its place.</summary>
    public override string ToString() => _state switch
    {
        FieldState.Value => JsonReal.TextOf(_value) ?? string.Empty,
        FieldState.Null => "NULL",
        FieldState.Missing => "not collected",
        _ => "unreadable ('" + _raw + "')",
    };
}
