using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Servers;

/// <summary>
/// Builds snapshots by differences: starts from the rows of a real server and changes what a test is about, so that a test reads as one
/// sentence. <see cref="Bare"/> is the real Windows Server 2019; <see cref="Ready"/> is the same, made ready for <see cref="Service"/>.
/// </summary>
internal sealed class Server
{
    public const uint Ethernet = 7;
    public const uint Loopback = 12;
    public const uint BuiltIn = 1;
    public const string Vip = "192.168.11.50";
    public const string Vip6 = "2001:db8:11::50";
    public const string Dip = "192.168.11.11";
    public const string Dip6 = "2001:db8:11::11";
    public const string Gateway = "192.168.11.1";
    public const string Gateway6 = "fe80::1";
    public const string Balancer = "192.168.11.5";

    private readonly Dictionary<(CimClass Class, CimStore Store), List<Dictionary<CimProperty, object?>>> _rows = [];
    private readonly Dictionary<(CimClass Class, CimStore Store), CimFailure> _failures = [];

    private Server()
    {
    }

    /// <summary>A server of which nothing was read.</summary>
    public static Server Empty() => new();

    /// <summary>The real server as it was captured: one NIC, no loopback, nothing collected of the firewall and persistent store.</summary>
    public static Server Bare(string sample = "server2019-one-nic.json")
    {
        var server = new Server();
        foreach ((CimClass @class, CimStore store, Dictionary<CimProperty, object?> row) in Sample.Rows(sample))
            server.Rows(@class, store).Add(row);
        return server;
    }

    /// <summary>The same server, ready for a dual-stack service on tcp/443 behind one balancer.</summary>
    public static Server Ready() => ReadyServer.From(Bare());

    /// <summary>A service of the ready server's IPv4 VIP.</summary>
    public static ServiceBuilder Service() => new();

    /// <summary>Adds a row.</summary>
    public Server Add(CimClass @class, CimStore store, params (CimProperty Property, object? Value)[] values)
    {
        Rows(@class, store).Add(values.ToDictionary(each => each.Property, each => Raw(each.Value)));
        return this;
    }

    /// <summary>Sets a property in every row of its class that meets the conditions, in every store collected. At least one row must.</summary>
    public Server Set(CimProperty property, object? value, params (CimProperty Property, object Value)[] where) =>
        Change(property, null, row => row[property] = Raw(value), where);

    /// <summary>Sets a property in one store only.</summary>
    public Server SetIn(CimStore store, CimProperty property, object? value, params (CimProperty Property, object Value)[] where) =>
        Change(property, store, row => row[property] = Raw(value), where);

    /// <summary>Takes a property out of every row of its class, as if it had not been collected.</summary>
    public Server Without(CimProperty property, params (CimProperty Property, object Value)[] where) =>
        Change(property, null, row => row.Remove(property), where);

    /// <summary>Removes the rows that meet the conditions, in every store. At least one row must.</summary>
    public Server Remove(CimClass @class, params (CimProperty Property, object Value)[] where) => RemoveFrom(null, @class, where);

    /// <summary>Removes the rows that meet the conditions, in one store only (null: in each).</summary>
    public Server RemoveFrom(CimStore? store, CimClass @class, params (CimProperty Property, object Value)[] where)
    {
        int removed = 0;
        foreach (((CimClass Class, CimStore Store) key, List<Dictionary<CimProperty, object?>> rows) in _rows)
        {
            if (key.Class == @class && (store is null || key.Store == store))
                removed += rows.RemoveAll(row => Meets(row, where));
        }

        Assert.True(removed > 0, "No row of " + @class.Name + " was there to be removed.");
        return this;
    }

    /// <summary>Makes a reading fail.</summary>
    public Server Fail(CimClass @class, CimStore store, FailureKind kind)
    {
        _failures[(@class, store)] = new CimFailure(kind, "as the test wants it");
        return this;
    }

    /// <summary>Takes back that a reading fails: it succeeds, with no row yet.</summary>
    public Server Succeed(CimClass @class, CimStore store = CimStore.None)
    {
        Assert.True(_failures.Remove((@class, store)), @class.Name + " did not fail anyway.");
        return Collected(@class, store);
    }

    /// <summary>Makes a reading, as if nobody had asked for it.</summary>
    public Server NotCollected(CimClass @class, CimStore store = CimStore.None)
    {
        Assert.True(_rows.Remove((@class, store)), @class.Name + " was not collected anyway.");
        return this;
    }

    /// <summary>Makes an empty reading, if there is none yet.</summary>
    public Server Collected(CimClass @class, CimStore store = CimStore.None)
    {
        Rows(@class, store);
        return this;
    }

    /// <summary>The rows of a reading, to look at or change in ways that the methods do not know.</summary>
    public List<Dictionary<CimProperty, object?>> Rows(CimClass @class, CimStore store = CimStore.None)
    {
        if (!_rows.TryGetValue((@class, store), out List<Dictionary<CimProperty, object?>>? rows))
            _rows.Add((@class, store), rows = []);
        return rows;
    }

    /// <summary>Every reading that the server has.</summary>
    public IEnumerable<(CimClass Class, CimStore Store)> Readings() => _rows.Keys;

    /// <summary>The snapshot, perhaps as of another computer.</summary>
    public Snapshot Build(string computerName = "SRV19A") => new(
        computerName,
        new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero),
        "tests",
        _rows.Where(pair => !_failures.ContainsKey(pair.Key)).Select(pair => CimReading.Of(
                pair.Key.Class,
                pair.Key.Store,
                pair.Value.Select(row => CimRow.From(
                    pair.Key.Class, row.Select(each => KeyValuePair.Create(each.Key.Name, each.Value)))).ToArray()))
            .Concat(_failures.Select(pair => CimReading.Failed(pair.Key.Class, pair.Key.Store, pair.Value))));

    /// <summary>A condition on the interface index, whatever the class.</summary>
    public static (CimProperty Property, object Value) On(CimClass @class, uint index) => (@class.Find("InterfaceIndex")!, index);

    /// <summary>A condition on the family.</summary>
    public static (CimProperty Property, object Value) In(CimClass @class, IPFamily family) => (@class.Find("AddressFamily")!, family);

    private static bool Meets(Dictionary<CimProperty, object?> row, (CimProperty Property, object Value)[] where) =>
        where.All(each => row.TryGetValue(each.Property, out object? value) && Equals(value, Raw(each.Value)));

    private static object? Raw(object? value) => value switch
    {
        Enum or int or uint => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        string[] texts => texts.Cast<object?>().ToArray(),
        _ => value,
    };

    private Server Change(
        CimProperty property, CimStore? store, Action<Dictionary<CimProperty, object?>> change, (CimProperty Property, object Value)[] where)
    {
        Dictionary<CimProperty, object?>[] rows = _rows
            .Where(pair => pair.Key.Class.Name == property.ClassName && (store is null || pair.Key.Store == store))
            .SelectMany(pair => pair.Value)
            .Where(row => Meets(row, where))
            .ToArray();
        Assert.True(rows.Length > 0, "No row of " + property.ClassName + " was there to be changed.");
        foreach (Dictionary<CimProperty, object?> row in rows)
            change(row);
        return this;
    }
}
