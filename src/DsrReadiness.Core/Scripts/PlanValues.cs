using System;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Desired;

namespace DsrReadiness.Scripts;

/// <summary>The values of a plan's changes, as a script needs them.</summary>
internal static class PlanValues
{
    public static object? Condition(Change change, CimProperty property) =>
        change.Row.Where.FirstOrDefault(each => each.Property == property)?.Value ?? throw Cannot(change);

    /// <summary>A number, switch or name of a value: snapshots may have any of them, or what is none.</summary>
    public static int Number(object? value, CimProperty property) => value switch
    {
        bool flag => flag ? 1 : 0,
        not null when CimConvert.TryToInt64(value, out long number) && number is >= 0 and <= int.MaxValue => (int)number,
        string text when bool.TryParse(text, out bool flag) => flag ? 1 : 0,
        string text when property.Values is { } names && Array.Find(Enum.GetNames(names), name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name
            => Convert.ToInt32(Enum.Parse(names, name), CultureInfo.InvariantCulture),
        _ => throw new ScriptRefusedException($"{property.Name} of the server is no value that a script could put back.", "Let Invoke-DsrPlan make the plan."),
    };

    public static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    public static IPAddress Parse(object? value, Change change) => AddressText.TryParse(Text(value), out IPAddress? address) ? address : throw Cannot(change);

    public static ScriptRefusedException Cannot(Change change) =>
        new($"A change of {change.Row.Class.Name} cannot be written as a script.", "Let Invoke-DsrPlan make it.");
}
