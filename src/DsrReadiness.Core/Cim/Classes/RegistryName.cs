using System;

namespace DsrReadiness.Cim.Classes;

/// <summary>Where a registry value is. All that are read are below HKEY_LOCAL_MACHINE.</summary>
/// <param name="key">The path of the key below the hive.</param>
/// <param name="value">The name of the value.</param>
public sealed class RegistryName(string key, string value)
{
    /// <summary>The hive of every value that is read.</summary>
    public const string Hive = "HKLM";

    /// <summary>The name under which the keys below a key are listed, as a value of many texts: there is none of the key, so that it stands for what is no value.</summary>
    public const string Subkeys = "*";

    /// <summary>The path of the key below the hive, with backslashes.</summary>
    public string Key { get; } = key;

    /// <summary>The name of the value.</summary>
    public string Value { get; } = value;

    /// <summary>True if a row speaks of this value; the registry does not tell cases apart.</summary>
    public bool Is(string hive, string key, string value) =>
        string.Equals(hive, Hive, StringComparison.OrdinalIgnoreCase) && string.Equals(key, Key, StringComparison.OrdinalIgnoreCase)
        && string.Equals(value, Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value as PowerShell's registry drive has it.</summary>
    public override string ToString() => Hive + @":\" + Key + @"\" + Value;
}
