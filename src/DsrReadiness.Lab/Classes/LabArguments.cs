using System.Collections.Generic;

namespace DsrReadiness.Lab.Classes;

/// <summary>The parameters that a method was given, by name; each has the type that it is declared with.</summary>
internal sealed class LabArguments(IReadOnlyDictionary<string, object> values)
{
    public T? Get<T>(string name)
        where T : class => values.TryGetValue(name, out object? value) ? (T)value : null;

    public long? Number(string name) => values.TryGetValue(name, out object? value) ? (long)value : null;

    public bool Flag(string name) => values.TryGetValue(name, out object? value) && (bool)value;
}
