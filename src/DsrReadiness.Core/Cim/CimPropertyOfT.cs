using System;

namespace DsrReadiness.Cim;

/// <summary>A property together with the reading of its raw value.</summary>
/// <typeparam name="T">The .NET type that a raw value is read as.</typeparam>
public sealed class CimProperty<T> : CimProperty
{
    private readonly Func<object, Field<T>> _read;

    internal CimProperty(
        string className,
        string name,
        CimType type,
        bool isArray,
        int ordinal,
        bool isKey,
        WindowsRelease since,
        Func<object, Field<T>> read,
        Type? values = null)
        : base(className, name, type, isArray, ordinal, values, isKey, since) => _read = read;

    /// <summary>Reads a raw value that is neither missing nor NULL.</summary>
    internal Field<T> Read(object raw) => _read(raw);
}
