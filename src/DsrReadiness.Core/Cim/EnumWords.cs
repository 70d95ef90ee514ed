using System;
using System.Collections.Generic;
using System.Globalization;

namespace DsrReadiness.Cim;

/// <summary>
/// The values of an enumeration by their numbers and texts. The texts are those that PowerShell shows for the number: the member's name, compared ignoring case and spaces, and of flags a
/// list of names with commas. (Of values as objects, and not generic: .NET would make all of this once for each enumeration.)
/// </summary>
internal sealed class EnumWords(Type type)
{
    private readonly object?[] _small = new object?[64];
    private Dictionary<string, object>? _byName;

    /// <summary>Words of the in-box cmdlets for values that Microsoft's reference of the class names otherwise.</summary>
    private static (string Word, Enum Value)[] CmdletWords { get; } =
    [
        ("NotApplicable", RuleEnforcement.Invalid),
        ("Enforced", RuleEnforcement.Full),
        ("DisabledInProfile", RuleEnforcement.FirewallOffInProfile),
        ("ProfileInactive", RuleEnforcement.InactiveProfile),
        ("None", SecurityPolicy.Never),
    ];

    /// <summary>The value; null where there is none. A number without a name is kept as it is; a text without a number is malformed.</summary>
    public object? Read(object raw)
    {
        if (CimConvert.TryToInt64(raw, out long number))
            return number is >= 0 and <= int.MaxValue ? ValueOf(number) : null;
        string? text = raw as string ?? (raw is bool flag ? flag.ToString() : null);
        if (text is null)
            return null;
        _byName ??= ByName();
        if (_byName.TryGetValue(WithoutSpaces(text), out object? value))
            return value;
        return text.IndexOf(',') >= 0 && type.IsDefined(typeof(FlagsAttribute), inherit: false) ? ReadFlags(text, _byName) : null;
    }

    private object ValueOf(long number) => number < _small.Length ? _small[number] ??= Enum.ToObject(type, number) : Enum.ToObject(type, number);

    /// <summary>Zero stands for all of them, or for none, and so for nothing among others.</summary>
    private object? ReadFlags(string text, Dictionary<string, object> byName)
    {
        long flags = 0;
        foreach (string name in text.Split(','))
        {
            long flag = byName.TryGetValue(WithoutSpaces(name), out object? value) ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
            if (flag == 0)
                return null;
            flags |= flag;
        }

        return Enum.ToObject(type, flags);
    }

    private static string WithoutSpaces(string text) => text.IndexOf(' ') < 0 ? text : text.Replace(" ", string.Empty);

    private Dictionary<string, object> ByName()
    {
        var byName = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in Enum.GetNames(type)) // Not GetValues, which native code has not for every enumeration.
            byName[name] = Enum.Parse(type, name);
        foreach ((string word, Enum value) in CmdletWords)
        {
            if (value.GetType() == type)
                byName.Add(word, value);
        }

        return byName;
    }
}
