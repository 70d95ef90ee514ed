using System.Collections.Generic;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Management;

/// <summary>What a method said.</summary>
/// <param name="returnValue">Its return value.</param>
/// <param name="outValues">Its out parameters, as .NET values, by name.</param>
internal sealed class MiAnswer(uint returnValue, IReadOnlyDictionary<string, object?> outValues)
{
    public uint ReturnValue { get; } = returnValue;

    /// <summary>A return value as providers give it: an error number, signed or not. A method without one is done.</summary>
    /// <exception cref="MiException">It is no number, so that nobody knows what became of the call.</exception>
    public static uint NumberOf(string method, object? value) => RawValue.Of(value) switch
    {
        null => 0,
        long number when number is >= int.MinValue and <= uint.MaxValue => unchecked((uint)number),
        _ => throw new MiException(new CimFailure(FailureKind.Malformed, $"{method} returned '{value}', and a number was expected.")),
    };

    /// <summary>An out parameter; null if there is none such.</summary>
    public object? this[string name] => outValues.TryGetValue(name, out object? value) ? value : null;
}
