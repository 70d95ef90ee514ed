using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The registry values that are asked for, there or not: those of a fixed place, and of each service whose process has a socket open its kind of id.</summary>
internal sealed class RegistryValues : LabClass<RegistryValues.Value>
{
    public RegistryValues(Machine machine)
        : base(RegistryValueClass.Class, machine)
    {
        Column(RegistryValueClass.Hive, _ => RegistryName.Hive);
        Column(RegistryValueClass.Key, value => value.Name.Key);
        Column(RegistryValueClass.Name, value => value.Name.Value);
        Column(RegistryValueClass.Type, value => TypeOf(value.Data));
        Column(RegistryValueClass.Data, value => DataOf(value.Data));
    }

    protected override IEnumerable<Value> Items(CimStore store) => RegistryNames.All.Select(name => new Value(name, Machine.Registry.Find(name)))
        .Concat(Machine.Services.Where(service => service.IsRunning && Machine.Listeners.Exists(each => each.Process == service.Process.Id))
            .Select(service => new Value(RegistryNames.ServiceSidType(service.Name), service.SidType)));

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

    internal sealed record Value(RegistryName Name, object? Data);
}
