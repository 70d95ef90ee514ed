using System.Collections.Generic;
using System.Globalization;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The registry values that are asked for, there or not.</summary>
internal sealed class RegistryValues : LabClass<RegistryName>
{
    public RegistryValues(Machine machine)
        : base(RegistryValueClass.Class, machine)
    {
        Column(RegistryValueClass.Hive, _ => RegistryName.Hive);
        Column(RegistryValueClass.Key, name => name.Key);
        Column(RegistryValueClass.Name, name => name.Value);
        Column(RegistryValueClass.Type, name => TypeOf(Machine.Registry.Find(name)));
        Column(RegistryValueClass.Data, name => DataOf(Machine.Registry.Find(name)));
    }

    protected override IEnumerable<RegistryName> Items(CimStore store) => RegistryNames.All;

    private static object? TypeOf(object? data) => data switch
    {
        null => null,
        int => RegistryType.Number,
        string => RegistryType.Text,
        _ => RegistryType.Texts,
    };

    private static object? DataOf(object? data) => data switch
    {
        int number => new[] { number.ToString(CultureInfo.InvariantCulture) },
        string text => new[] { text },
        _ => data,
    };
}
