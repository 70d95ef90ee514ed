using System.Collections.Generic;
using System.Globalization;

namespace DsrReadiness.Cim.Classes;

/// <summary>
/// Registry values as rows: one for each of <see cref="RegistryNames.All"/>, whether it is there or not, so that a value that is absent is an answer and a row that
/// is missing is a question that nobody asked. No CIM class; on a server the rows come from methods of StdRegProv. A key that does not exist has no values. A key
/// that may not be read fails the reading as a whole.
/// </summary>
public static class RegistryValueClass
{
    private static readonly CimClassBuilder s_class = new("dsr", "RegistryValue", CimEvidence.Own, since: WindowsRelease.Server2008);

    /// <summary>The hive, which is always HKLM.</summary>
    public static readonly CimProperty<string> Hive = s_class.String("Hive", RedactionKind.Registry, key: true);

    /// <summary>The path of the key below the hive, with backslashes.</summary>
    public static readonly CimProperty<string> Key = s_class.String("Key", RedactionKind.Registry, key: true);

    /// <summary>The name of the value; <c>*</c> for the names of the keys below the key.</summary>
    public static readonly CimProperty<string> Name = s_class.String("Name", RedactionKind.Registry, key: true);

    /// <summary>The type of the value; NULL if there is no such value.</summary>
    public static readonly CimProperty<RegistryType> Type = s_class.Enum<RegistryType>("Type", CimType.UInt32);

    /// <summary>The texts of the value, or its number as text; NULL if there is no such value, or if it is of another type.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> Data = s_class.Strings("Data", RedactionKind.Words);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

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
