using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Cim;

/// <summary>A property together with the reading of its raw value.</summary>
/// <typeparam name="T">The .NET type that a raw value is read as.</typeparam>
public sealed class CimProperty<T> : CimProperty
{
    /// <summary>Reads a raw value that is neither missing nor NULL.</summary>
    internal readonly Func<object, Field<T>> Read;

    internal CimProperty(
        string className,
        string name,
        CimType type,
        bool isArray,
        int ordinal,
        bool isKey,
        WindowsRelease since,
        RedactionKind redaction,
        Func<object, Field<T>> read,
        Type? values = null)
        : base(className, name, type, isArray, ordinal, values, isKey, since, redaction) => Read = read;

    /// <inheritdoc/>
    internal override object? KeyOf(object? raw) => raw is not null && !IsArray && Read(raw).TryGet(out T value) ? value : null;

    /// <inheritdoc/>
    internal override bool Same(object? raw, object? other)
    {
        if (raw is null || other is null)
            return raw is null && other is null;
        Field<T> one = Read(raw);
        Field<T> two = Read(other);
        if (!one.HasValue || !two.HasValue)
            return false;
        if (one.Value is IReadOnlyList<string> texts && two.Value is IReadOnlyList<string> others)
            return texts.SequenceEqual(others, StringComparer.OrdinalIgnoreCase);
        return IsArray
            ? ((IEnumerable)one.Value!).Cast<object>().SequenceEqual(((IEnumerable)two.Value!).Cast<object>())
            : Equals(one.Value, two.Value);
    }

    /// <inheritdoc/>
    internal override string Display(object? raw)
    {
        if (raw is null)
            return Field<T>.Null.ToString();
        Field<T> field = Read(raw);
        return IsArray && field.HasValue ? string.Join(", ", ((IEnumerable)field.Value!).Cast<object>()) : field.ToString();
    }
}
