using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Windows.Tests.Simulation;

/// <summary>
/// A lab server behind MI: reads the WQL, takes the options, hands out what MI hands out, and refuses what has not exactly the declared type. Written from the contract of the classes, apart
/// from the adapter, so that both have to be right to fit.
/// </summary>
internal sealed class LabSession(LabServer lab) : IMiSession
{
    private static readonly string[] s_stores = ["PersistentStore", "ActiveStore"];

    /// <summary>Every call: what and with which options.</summary>
    public List<string> Calls { get; } = [];

    public List<LabInstance> HandedOut { get; } = [];

    public async Task<IReadOnlyList<IMiInstance>> QueryAsync(string @namespace, string wql, IReadOnlyList<MiValue> options, CancellationToken cancellationToken)
    {
        lock (Calls)
            Calls.Add($"query {wql} [{string.Join(", ", options)}]");
        if (@namespace == "root/WebAdministration")
            return await SitesAsync(cancellationToken);
        WqlStatement statement = WqlStatement.Parse(wql);
        CimClass @class = CimClasses.Find(statement.ClassName) ?? throw new MiException(5, null, "no such class");
        if (@class.Namespace != @namespace)
            throw new MiException(3, null, "no such namespace");
        CimStore store = StoreOf(@class, options);
        CimCondition[] conditions = [.. statement.Conditions.Where(each => each.Name != "ClassGuid")
            .Select(each => new CimCondition(@class.Find(each.Name) ?? throw new MiException(15, null, "no such column"), each.Value))];
        CimReading reading = await lab.ReadAsync(new CimQuery(@class, store, conditions), cancellationToken);
        if (!reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure))
            throw Refusal(failure);
        LabInstance[] found = [.. rows.Select(row => new LabInstance(new CimQuery(@class, store, conditions), Values(row, store, statement.Columns)))];
        lock (HandedOut)
            HandedOut.AddRange(found);
        return found;
    }

    public Task ModifyAsync(
        string @namespace, IMiInstance instance, IReadOnlyList<MiValue> properties, IReadOnlyList<MiValue> options, CancellationToken cancellationToken) =>
        ExecuteAsync(CimOperation.Modify(Target(instance, options), [.. properties.Select(each => Assignment(Target(instance, options).Class, each))]), cancellationToken);

    public Task CreateAsync(
        string @namespace, string className, IReadOnlyList<MiValue> properties, IReadOnlyList<MiValue> options, CancellationToken cancellationToken)
    {
        CimClass @class = CimClasses.Find(className)!;
        CimAssignment[] given = [.. options.Where(each => each.Name != "PolicyStore").Select(each => new CimAssignment(each.Name, each.Type, RawValue.Of(each.Value)))];
        return ExecuteAsync(
            CimOperation.Create(new CimQuery(@class, StoreOf(@class, options)), [.. properties.Select(each => Assignment(@class, each))], given), cancellationToken);
    }

    public Task DeleteAsync(string @namespace, IMiInstance instance, IReadOnlyList<MiValue> options, CancellationToken cancellationToken) =>
        ExecuteAsync(CimOperation.Delete(Target(instance, options)), cancellationToken);

    public async Task<MiAnswer> InvokeAsync(
        string @namespace, string className, IMiInstance? instance, string method, IReadOnlyList<MiValue> parameters, CancellationToken cancellationToken)
    {
        if (method == "GetConfiguration")
        {
            using IMiInstance row = (await QueryAsync(@namespace, "SELECT * FROM " + className, [], cancellationToken)).Single();
            string[] names = ["EnableMultiChannel", "EnableStrictNameChecking"];
            return Answer(0, ("Output", names.ToDictionary(name => name, name => row.TryGet(name, out object? value) ? value : null)));
        }

        if (className == "StdRegProv")
            return await RegistryAsync(method, parameters.ToDictionary(each => each.Name, each => each.Value), cancellationToken);
        CimQuery target = instance is LabInstance found ? found.Found : new CimQuery(CimClasses.Find(className)!);
        CimOutcome outcome = await ExecuteAsync(
            CimOperation.Invoke(target, method, [.. parameters.Select(each => Assignment(target.Class, each))]), cancellationToken);
        return new MiAnswer(outcome.ReturnValue, new Dictionary<string, object?>());
    }

    public void Dispose()
    {
    }

    /// <summary>Without the option the network classes mean the running state, and the firewall's what persists.</summary>
    private static CimStore StoreOf(CimClass @class, IReadOnlyList<MiValue> options)
    {
        if (!@class.HasStores)
            return options.Count == 0 ? CimStore.None : throw new MiException(4, null, "a class without stores was given one");
        MiValue? option = options.SingleOrDefault(each => each.Name == "PolicyStore");
        if (option is null)
            return @class.Name.Contains("Firewall", StringComparison.Ordinal) ? CimStore.Persistent : CimStore.None;
        return Array.IndexOf(s_stores, option.Value) switch
        {
            0 => CimStore.Persistent,
            1 => CimStore.Active,
            _ => throw new MiException(4, "Windows System Error 87", "no such store"),
        };
    }

    /// <summary>An instance remembers nothing of the store that it was read from: the options of the call say it again.</summary>
    private static CimQuery Target(IMiInstance instance, IReadOnlyList<MiValue> options)
    {
        CimQuery found = ((LabInstance)instance).Found;
        return new CimQuery(found.Class, StoreOf(found.Class, options), found.Conditions);
    }

    private static CimAssignment Assignment(CimClass @class, MiValue value)
    {
        if (@class.Find(value.Name) is { } property && (property.Type != value.Type || property.IsArray != value.IsArray || !HasType(value)))
            throw new MiException(13, null, $"{property} is {property.Type} and was given {value.Value?.GetType()}");
        return new CimAssignment(value.Name, value.Type, RawValue.Of(value.Value));
    }

    private static bool HasType(MiValue value) => value.Value switch
    {
        null => true,
        bool => value.Type == CimType.Boolean,
        byte => value.Type == CimType.UInt8,
        ushort => value.Type == CimType.UInt16,
        uint => value.Type == CimType.UInt32,
        string or string[] => value.Type == CimType.String,
        _ => false,
    };

    private static Dictionary<string, object?> Values(CimRow row, CimStore store, List<string> columns)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["Caption"] = null, ["Store"] = (byte)(store == CimStore.Persistent ? 0 : 1) };
        if (store == CimStore.None)
            values.Remove("Store");
        foreach (CimProperty property in row.Class.Properties.Where(each => columns.Count == 0 || columns.Contains(each.Name)))
        {
            if (row.TryGetRaw(property, out object? raw))
                values[property.Name] = ToNet(property, raw);
        }

        if (columns.Contains("CreationClassName"))
            values["CreationClassName"] = "MSFT|FW|FirewallRule|" + values["InstanceID"];
        return values;
    }

    private static object? ToNet(CimProperty property, object? raw) => raw switch
    {
        object?[] items when property.Type == CimType.UInt16 => items.Select(item => (ushort)(long)item!).ToArray(),
        object?[] items => items.Select(item => (string?)item).ToArray(),
        long number => property.Type switch
        {
            CimType.UInt8 => (object)(byte)number,
            CimType.UInt16 => (ushort)number,
            CimType.UInt32 => (uint)number,
            _ => throw new InvalidOperationException(property + " holds a number"),
        },
        _ => raw,
    };

    private static MiException Refusal(CimFailure failure) => failure.Kind switch
    {
        FailureKind.AccessDenied => new MiException(2, null, failure.Message),
        FailureKind.InvalidNamespace => new MiException(3, null, failure.Message),
        FailureKind.InvalidParameter => new MiException(1, "Windows System Error 87", failure.Message),
        FailureKind.InvalidClass => new MiException(5, null, failure.Message),
        FailureKind.NotFound => new MiException(1, "Windows System Error 1168", failure.Message),
        FailureKind.AlreadyExists => new MiException(1, "Windows System Error 5010", failure.Message),
        FailureKind.NotSupported => new MiException(7, null, failure.Message),
        FailureKind.InvalidQuery => new MiException(15, null, failure.Message),
        FailureKind.Transient => new MiException(1, "Windows System Error 6714", failure.Message),
        _ => new MiException(1, null, failure.Message),
    };

    private async Task<CimOutcome> ExecuteAsync(CimOperation operation, CancellationToken cancellationToken)
    {
        lock (Calls)
            Calls.Add(operation.ToString());
        CimOutcome outcome = await lab.ExecuteAsync(operation, cancellationToken);
        return outcome.Failure is { } failure ? throw Refusal(failure) : outcome;
    }

    private static string Bracketed(string address) => address.Contains(':', StringComparison.Ordinal) ? "[" + address + "]" : address;

    /// <summary>IIS' provider: a row for each site, whose bindings are objects within it.</summary>
    private async Task<IReadOnlyList<IMiInstance>> SitesAsync(CancellationToken cancellationToken)
    {
        CimReading reading = await lab.ReadAsync(new CimQuery(SiteBindingClass.Class), cancellationToken);
        return [.. reading.Rows!.GroupBy(row => row.Get(SiteBindingClass.Site).Value).Select(site => new ScriptedInstance(new()
        {
            ["Name"] = site.Key,
            ["Bindings"] = site.Select(row => new Dictionary<string, object?>
            {
                ["Protocol"] = row.Get(SiteBindingClass.Protocol).Value,
                ["BindingInformation"] = string.Create(CultureInfo.InvariantCulture, $"{Bracketed(row.Get(SiteBindingClass.Address).Value)}:{row.Get(SiteBindingClass.Port).Value}:"),
            }).ToArray(),
        }))];
    }

    /// <summary>StdRegProv, from the values that the lab has.</summary>
    private async Task<MiAnswer> RegistryAsync(string method, Dictionary<string, object?> given, CancellationToken cancellationToken)
    {
        Assert.Equal(0x80000002u, given["hDefKey"]);
        CimReading reading = await lab.ReadAsync(new CimQuery(RegistryValueClass.Class), cancellationToken);
        CimRow[] values = [.. reading.Rows!.Where(row => row.Get(RegistryValueClass.Key).Is((string)given["sSubKeyName"]!) && row.Get(RegistryValueClass.Type).HasValue)];
        if (method == "EnumKey")
            return values.Length == 0 ? Answer(2) : Answer(0, ("sNames", values.Single().Get(RegistryValueClass.Data).Value.ToArray()));
        if (method == "EnumValues")
        {
            return Answer(
                values.Length == 0 ? 2u : 0,
                ("sNames", values.Select(row => row.Get(RegistryValueClass.Name).Value).ToArray()),
                ("Types", values.Select(row => (int)row.Get(RegistryValueClass.Type).Value).ToArray()));
        }

        if (values.SingleOrDefault(row => row.Get(RegistryValueClass.Name).Is((string)given["sValueName"]!)) is not { } value)
            return Answer(2);
        string[] data = [.. value.Get(RegistryValueClass.Data).Or([])];
        return method switch
        {
            "GetDWORDValue" => Answer(0, ("uValue", uint.Parse(data[0], CultureInfo.InvariantCulture))),
            "GetMultiStringValue" => Answer(0, ("sValue", data)),
            "GetStringValue" => Answer(0, ("sValue", data[0])),
            _ => throw new MiException(17, null, "no such method"),
        };
    }

    private static MiAnswer Answer(uint returnValue, params (string Name, object? Value)[] outValues) =>
        new(returnValue, outValues.ToDictionary(each => each.Name, each => each.Value));
}
