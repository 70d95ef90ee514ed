using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Windows.Management;

/// <summary>
/// Reads registry values by the methods of <c>StdRegProv</c>, which every Windows has (Microsoft's reference of the provider). All keys are asked at once for the names and types of their
/// values or of the keys below them, then all values that are there for their data; what the services are that have a socket open is asked with the first.
/// </summary>
/// <param name="session">The way to the registry.</param>
/// <param name="server">Tells services and sockets.</param>
internal sealed class RegistryReader(IMiSession session, ICimReader server)
{
    private const string Namespace = "root/cimv2";
    private const string Provider = "StdRegProv";
    private const uint LocalMachine = 0x80000002;
    private const uint Done = 0;
    private const uint NotFound = 2;

    /// <summary>Which method reads a value of a type, and in which out parameter its data comes.</summary>
    private static readonly Dictionary<RegistryType, (string Method, string Data)> s_readers = new()
    {
        [RegistryType.Text] = ("GetStringValue", "sValue"),
        [RegistryType.ExpandableText] = ("GetExpandedStringValue", "sValue"),
        [RegistryType.Number] = ("GetDWORDValue", "uValue"),
        [RegistryType.Texts] = ("GetMultiStringValue", "sValue"),
        [RegistryType.LongNumber] = ("GetQWORDValue", "uValue"),
    };

    /// <summary>Reads the values that are contracted, each whether it is there or not; or those of one key, if the query asks for no more.</summary>
    public async Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken)
    {
        bool isAll = query.Conditions.Count == 0;
        RegistryName[] asked = [.. RegistryNames.All.Where(each => query.Conditions.All(condition => Equals(condition.Value, condition.Property == RegistryValueClass.Key ? each.Key : each.Value)))];
        Dictionary<string, Task<Dictionary<string, uint>>> keys = asked.Where(each => each.Value != RegistryName.Subkeys).Select(each => each.Key).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToDictionary(key => key, key => ReadTypesAsync(key, cancellationToken), StringComparer.OrdinalIgnoreCase);
        Task<CimRow[]> ofServices = isAll ? ReadServicesAsync(cancellationToken) : Task.FromResult<CimRow[]>([]);
        CimRow[] rows = await Task.WhenAll(asked.Select(async name =>
            name.Value == RegistryName.Subkeys ? await ReadSubkeysAsync(name, cancellationToken).ConfigureAwait(false)
            : (await keys[name.Key].ConfigureAwait(false)).TryGetValue(name.Value, out uint type) ? await ReadValueAsync(name, type, cancellationToken).ConfigureAwait(false)
            : Row(name, null, null))).ConfigureAwait(false);
        return CimReading.Of(query.Class, query.Store, [.. rows, .. await ofServices.ConfigureAwait(false)]);
    }

    /// <summary>Firewall rules know a service by its id, if its process carries it. What cannot be read here is seen at the readings themselves.</summary>
    private async Task<CimRow[]> ReadServicesAsync(CancellationToken cancellationToken)
    {
        CimReading[] readings = await Task.WhenAll(
            server.ReadAsync(new CimQuery(ServiceClass.Class), cancellationToken),
            server.ReadAsync(new CimQuery(NetTcpConnectionClass.Class), cancellationToken),
            server.ReadAsync(new CimQuery(NetUdpEndpointClass.Class), cancellationToken)).ConfigureAwait(false);
        return await Task.WhenAll(SocketServices.Of(readings).Select(async service =>
        {
            RegistryName name = RegistryNames.ServiceSidType(service);
            return await ReadValueAsync(name, (uint)RegistryType.Number, cancellationToken).ConfigureAwait(false);
        })).ConfigureAwait(false);
    }

    /// <summary>The keys below a key. The keys of host names are not named after these on every release: there a value holds the name.</summary>
    private async Task<CimRow> ReadSubkeysAsync(RegistryName name, CancellationToken cancellationToken)
    {
        MiAnswer answer = await CallAsync("EnumKey", name.Key, null, cancellationToken).ConfigureAwait(false);
        if (answer.ReturnValue == NotFound)
            return Row(name, null, null);
        string[] keys = answer["sNames"] is IList names ? [.. names.Cast<string>()] : [];
        if (name == RegistryNames.TlsNames)
            keys = await Task.WhenAll(keys.Select(key => HostNameAsync(name.Key, key, cancellationToken))).ConfigureAwait(false);
        return Row(name, (uint)RegistryType.Texts, keys);
    }

    private async Task<string> HostNameAsync(string parent, string key, CancellationToken cancellationToken)
    {
        MiAnswer answer = await CallAsync("GetStringValue", parent + @"\" + key, "HostnamePort", cancellationToken).ConfigureAwait(false);
        return answer.ReturnValue == Done && answer["sValue"] is string { Length: > 0 } text ? text : key;
    }

    /// <summary>The types of a key's values by name; none if there is no such key.</summary>
    private async Task<Dictionary<string, uint>> ReadTypesAsync(string key, CancellationToken cancellationToken)
    {
        MiAnswer answer = await CallAsync("EnumValues", key, null, cancellationToken).ConfigureAwait(false);
        var types = new Dictionary<string, uint>(StringComparer.OrdinalIgnoreCase);
        if (answer.ReturnValue == Done && answer["sNames"] is IList values && answer["Types"] is IList numbers && values.Count == numbers.Count)
        {
            for (int i = 0; i < values.Count; i++)
                types[(string)values[i]!] = Convert.ToUInt32(numbers[i], CultureInfo.InvariantCulture);
        }

        return types;
    }

    private async Task<CimRow> ReadValueAsync(RegistryName name, uint type, CancellationToken cancellationToken)
    {
        if (!s_readers.TryGetValue((RegistryType)type, out (string Method, string Data) reader))
            return Row(name, type, null);
        MiAnswer answer = await CallAsync(reader.Method, name.Key, name.Value, cancellationToken).ConfigureAwait(false);
        if (answer.ReturnValue == NotFound)
            return Row(name, null, null); // it was removed meanwhile
        return Row(name, type, answer[reader.Data] switch
        {
            null => [],
            string text => [text],
            Array items => items.Cast<object?>().Select(AsText).ToArray(),
            { } number => [AsText(number)],
        });
    }

    private static object? AsText(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);

    private static CimRow Row(RegistryName name, uint? type, object?[]? data) => CimRow.From(
        RegistryValueClass.Class,
        new Dictionary<string, object?>
        {
            [RegistryValueClass.Hive.Name] = RegistryName.Hive,
            [RegistryValueClass.Key.Name] = name.Key,
            [RegistryValueClass.Name.Name] = name.Value,
            [RegistryValueClass.Type.Name] = type is { } number ? (long)number : null,
            [RegistryValueClass.Data.Name] = data,
        });

    private Task<MiAnswer> CallAsync(string method, string key, string? value, CancellationToken cancellationToken) => CallAsync(session, method, key, value, cancellationToken);

    /// <summary>Calls a method of the provider for a key below HKEY_LOCAL_MACHINE, or a value of it, either of which may be absent.</summary>
    internal static async Task<MiAnswer> CallAsync(IMiSession session, string method, string key, string? value, CancellationToken cancellationToken)
    {
        List<MiValue> parameters = [MiValue.Number("hDefKey", LocalMachine), MiValue.Text("sSubKeyName", key)];
        if (value is not null)
            parameters.Add(MiValue.Text("sValueName", value));
        MiAnswer answer = await session.InvokeAsync(Namespace, Provider, null, method, parameters, cancellationToken).ConfigureAwait(false);
        return answer.ReturnValue is Done or NotFound
            ? answer
            : throw new MiException(
                result: 1,
                "Windows System Error " + answer.ReturnValue.ToString(CultureInfo.InvariantCulture),
                $@"{method} of HKLM\{key} returned {answer.ReturnValue}.");
    }
}
