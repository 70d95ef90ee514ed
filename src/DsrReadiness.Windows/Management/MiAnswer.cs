using System.Collections.Generic;

namespace DsrReadiness.Windows.Management;

/// <summary>What a method said.</summary>
/// <param name="returnValue">Its return value.</param>
/// <param name="outValues">Its out parameters, as .NET values, by name.</param>
internal sealed class MiAnswer(uint returnValue, IReadOnlyDictionary<string, object?> outValues)
{
    public uint ReturnValue { get; } = returnValue;

    /// <summary>An out parameter; null if there is none such.</summary>
    public object? this[string name] => outValues.TryGetValue(name, out object? value) ? value : null;
}
