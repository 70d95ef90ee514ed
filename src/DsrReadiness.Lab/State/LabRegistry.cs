using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.State;

/// <summary>The registry, as far as anybody asks for it: numbers, texts and lists of texts.</summary>
internal sealed class LabRegistry
{
    private readonly Dictionary<RegistryName, object> _values = [];

    /// <summary>Null if there is no such value.</summary>
    public object? Find(RegistryName name) => _values.TryGetValue(name, out object? data) ? data : null;

    /// <summary>False if nobody asks for this value.</summary>
    public bool Set(string key, string name, object data)
    {
        if (RegistryNames.All.FirstOrDefault(each => each.Is(RegistryName.Hive, key, name)) is not { } asked)
            return false;
        _values[asked] = data;
        return true;
    }
}

/// <summary>A value, which need not be there, as it is read.</summary>
internal sealed record LabRegistryValue(RegistryName Name, object? Data)
{
    public RegistryType? Type => Data switch
    {
        null => null,
        int => RegistryType.Number,
        string => RegistryType.Text,
        _ => RegistryType.Texts,
    };

    public object? Texts => Data switch
    {
        int number => new[] { number.ToString(CultureInfo.InvariantCulture) },
        string text => new[] { text },
        _ => Data,
    };
}
