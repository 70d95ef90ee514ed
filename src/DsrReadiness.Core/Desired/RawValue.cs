using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Desired;

/// <summary>A value of a row, as a script puts it back.</summary>
internal static class RawValue
{
    /// <summary>A number, switch or name of a value: snapshots may have any of them, or what is none.</summary>
    /// <exception cref="ScriptRefusedException">It is none.</exception>
    public static int Number(object? value, CimProperty property) => value switch
    {
        bool flag => flag ? 1 : 0,
        not null when CimConvert.TryToInt64(value, out long number) && number is >= 0 and <= int.MaxValue => (int)number,
        string text when bool.TryParse(text, out bool flag) => flag ? 1 : 0,
        string text when property.Values is { } names && Array.Find(Enum.GetNames(names), name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name
            => Convert.ToInt32(Enum.Parse(names, name), System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new ScriptRefusedException($"{property.Name} of the server is not a value that a script could put back.", "Let Invoke-DsrPlan make the plan."),
    };
}
