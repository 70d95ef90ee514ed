using System.Collections.Generic;
using System.Globalization;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A registry value, or that there is none.</summary>
internal sealed class RegistryValue(CimRow row)
{
    public string Hive { get; } = row.Require(RegistryValueClass.Hive);

    public string Key { get; } = row.Require(RegistryValueClass.Key);

    public string Name { get; } = row.Require(RegistryValueClass.Name);

    /// <summary>NULL if there is no such value.</summary>
    public Field<RegistryType> Type => row.Get(RegistryValueClass.Type);

    public Field<IReadOnlyList<string>> Data => row.Get(RegistryValueClass.Data);

    public bool IsAbsent => Type.IsNull;

    /// <summary>The texts; none if there is no such value.</summary>
    public IReadOnlyList<string> Texts => Data.Or([]);

    /// <summary>The number; null if there is no such value, or if it is no number.</summary>
    public long? Number =>
        Texts.Count == 1 && long.TryParse(Texts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
