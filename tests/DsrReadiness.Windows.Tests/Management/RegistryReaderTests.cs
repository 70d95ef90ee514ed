using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab;
using DsrReadiness.Windows.Management;
using DsrReadiness.Windows.Tests.Simulation;

namespace DsrReadiness.Windows.Tests.Management;

public sealed class RegistryReaderTests : IDisposable
{
    private readonly ScriptedSession _session = new() { Method = (_, _) => Answer(2) };

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_key_that_is_not_there_has_no_values_and_every_name_is_answered()
    {
        CimReading reading = await ReadAsync();
        Assert.Equal(RegistryNames.All.Select(each => (each.Key, each.Value)), reading.Rows!.Select(row => (row.Get(RegistryValueClass.Key).Value, row.Get(RegistryValueClass.Name).Value)));
        Assert.All(reading.Rows!, row => Assert.True(row.Get(RegistryValueClass.Type).IsNull && row.Get(RegistryValueClass.Data).IsNull));
        Assert.Equal(RegistryNames.All.Select(each => each.Key).Distinct().Count(), _session.Calls.Count(call => call.StartsWith("invoke", StringComparison.Ordinal)));
        Assert.Contains(@"invoke root/cimv2:StdRegProv::EnumValues(hDefKey = 2147483650, sSubKeyName = SYSTEM\CurrentControlSet\Services\DNS\Parameters)", _session.Calls);
    }

    [Theory]
    [InlineData(1, "GetStringValue", "sValue", "text", new[] { "text" })]
    [InlineData(2, "GetExpandedStringValue", "sValue", "text", new[] { "text" })]
    [InlineData(4, "GetDWORDValue", "uValue", 1u, new[] { "1" })]
    [InlineData(7, "GetMultiStringValue", "sValue", new[] { "a", "b" }, new[] { "a", "b" })]
    [InlineData(7, "GetMultiStringValue", "sValue", null, new string[0])]
    [InlineData(11, "GetQWORDValue", "uValue", 18446744073709551615UL, new[] { "18446744073709551615" })]
    public async Task A_value_is_read_by_the_method_of_its_type(int type, string method, string parameter, object? data, string[] expected)
    {
        _session.Method = (called, given) => called == "EnumValues"
            ? Answer(0, ("sNames", new[] { "OTHER", "publishaddresses" }), ("Types", new[] { 3, type }))
            : called == "EnumKey" ? Answer(2)
            : called == method && given["sValueName"] is "PublishAddresses" ? Answer(0, (parameter, data)) : Answer(5);
        CimRow row = (await ReadAsync()).Rows!.Single(each => each.Get(RegistryValueClass.Name).Is("PublishAddresses"));
        Assert.Equal(type, (int)row.Get(RegistryValueClass.Type).Value);
        Assert.Equal(expected, row.Get(RegistryValueClass.Data).Value);
    }

    /// <summary>The certificates of HTTP.sys; on some releases a key of a host name is not named after it.</summary>
    [Fact]
    public async Task The_keys_below_a_key_are_listed_by_name_and_host_names_by_what_they_hold()
    {
        _session.Method = (called, given) => (called, (string)given["sSubKeyName"]!) switch
        {
            ("EnumKey", { } key) when key == RegistryNames.TlsAddresses.Key => Answer(0, ("sNames", new[] { "0.0.0.0:443", "[::]:443" })),
            ("EnumKey", { } key) when key == RegistryNames.TlsNames.Key => Answer(0, ("sNames", new[] { "0A", "www.example.com:443" })),
            ("EnumKey", { } key) when key == RegistryNames.TlsStores.Key => Answer(0, ("sNames", null)),
            ("GetStringValue", { } key) when key == RegistryNames.TlsNames.Key + @"\0A" && given["sValueName"] is "HostnamePort" => Answer(0, ("sValue", "shop.example.com:443")),
            _ => Answer(2),
        };
        CimRow[] rows = [.. (await ReadAsync()).Rows!.Where(each => each.Get(RegistryValueClass.Name).Is("*"))];
        Assert.All(rows, row => Assert.Equal(RegistryType.Texts, row.Get(RegistryValueClass.Type).Value));
        Assert.Equal(["0.0.0.0:443 [::]:443", "shop.example.com:443 www.example.com:443", ""], rows.Select(row => string.Join(' ', row.Get(RegistryValueClass.Data).Value)));
    }

    [Fact]
    public async Task Of_one_key_nothing_but_its_values_is_asked_for()
    {
        var condition = new CimCondition(RegistryValueClass.Key, RegistryNames.PrimaryDnsSuffix.Key);
        CimReading reading = await new ManagedServer(_session, "WEB01", null!, TimeSpan.FromMinutes(1)).ReadAsync(new CimQuery(RegistryValueClass.Class, CimStore.None, condition), CancellationToken.None);
        Assert.Equal(["Domain", "NV Domain"], reading.Rows!.Select(row => row.Get(RegistryValueClass.Name).Value));
        Assert.Single(_session.Calls);
    }

    [Fact]
    public async Task A_type_that_cannot_be_read_is_still_a_value()
    {
        _session.Method = (_, _) => Answer(0, ("sNames", new[] { "PublishAddresses" }), ("Types", new[] { 3 }));
        CimRow row = (await ReadAsync()).Rows!.Single(each => each.Get(RegistryValueClass.Name).Is("PublishAddresses"));
        Assert.Equal(RegistryType.Binary, row.Get(RegistryValueClass.Type).Value);
        Assert.True(row.Get(RegistryValueClass.Data).IsNull);
    }

    [Fact]
    public async Task A_value_that_vanished_meanwhile_is_none()
    {
        _session.Method = (called, _) => called == "EnumValues" ? Answer(0, ("sNames", new[] { "PublishAddresses" }), ("Types", new[] { 1 })) : Answer(2);
        Assert.All((await ReadAsync()).Rows!, row => Assert.True(row.Get(RegistryValueClass.Type).IsNull));
    }

    [Theory]
    [InlineData(5, FailureKind.AccessDenied)]
    [InlineData(4711, FailureKind.Failed)]
    public async Task A_key_that_may_not_be_read_fails_the_reading(uint returned, FailureKind kind)
    {
        _session.Method = (_, _) => Answer(returned);
        var server = new ManagedServer(_session, "WEB01", null!, TimeSpan.FromMinutes(1));
        Assert.Equal(kind, (await server.ReadAsync(new CimQuery(RegistryValueClass.Class), CancellationToken.None)).Failure!.Kind);
    }

    [Fact]
    public async Task Of_services_with_an_open_socket_the_kind_of_their_id_is_read()
    {
        LabServer lab = new LabServerBuilder("WEB01")
            .Process(900, @"C:\Program Files\app\app.exe").Process(901, null)
            .Service("App", process: 900, sidType: 1).Service("Beside", process: 900).Service("Quiet", process: 901, sidType: 1)
            .Listens("tcp/443", process: 900).Build();
        using var session = new LabSession(lab);
        var server = new ManagedServer(session, "WEB01", null!, TimeSpan.FromMinutes(1));
        CimRow[] rows = [.. (await server.ReadAsync(new CimQuery(RegistryValueClass.Class), CancellationToken.None)).Rows!];
        Assert.Equal(
            [(@"SYSTEM\CurrentControlSet\Services\App", "1"), (@"SYSTEM\CurrentControlSet\Services\Beside", null)],
            rows.Skip(RegistryNames.All.Count).Select(row => (row.Get(RegistryValueClass.Key).Value, row.Get(RegistryValueClass.Data).Or([]).SingleOrDefault())));
    }

    [Fact]
    public async Task All_of_it_takes_two_turns_of_waiting()
    {
        _session.Rows.Add(new ScriptedInstance(new Dictionary<string, object?> { ["Name"] = "App", ["ProcessId"] = 900u, ["OwningProcess"] = 900u }));
        _session.Method = (called, _) => called == "EnumValues" ? Answer(0, ("sNames", new[] { "PublishAddresses" }), ("Types", new[] { 1 })) : Answer(0, ("uValue", 1u));
        int first = RegistryNames.All.Select(each => each.Key).Distinct().Count() + 3;
        int called = 0;
        var firstTurn = new TaskCompletionSource();
        var secondTurn = new TaskCompletionSource();
        _session.Instead = _ =>
        {
            int count = Interlocked.Increment(ref called);
            if (count == first)
                firstTurn.SetResult();
            if (count == first + 2)
                secondTurn.SetResult();
            return (count <= first ? firstTurn : secondTurn).Task;
        };
        CimReading reading = await ReadAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(first + 2, called);
        Assert.Equal("1", Assert.Single(reading.Rows![^1].Get(RegistryValueClass.Data).Value));
    }

    private static MiAnswer Answer(uint returned, params (string Name, object? Value)[] outValues)
    {
        var values = new Dictionary<string, object?>();
        foreach ((string name, object? value) in outValues)
            values[name] = value;
        return new MiAnswer(returned, values);
    }

    private Task<CimReading> ReadAsync() =>
        new ManagedServer(_session, "WEB01", null!, TimeSpan.FromMinutes(1)).ReadAsync(new CimQuery(RegistryValueClass.Class), CancellationToken.None);
}
