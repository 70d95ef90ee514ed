using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Paths;

/// <summary>
/// A server as rows in memory, to be changed and made a snapshot a hundred thousand times: it shares every reading that nobody changed with the form that it was made from.
/// </summary>
internal sealed class Draft
{
    private static readonly DateTimeOffset s_collectedAt = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private static readonly CimFailure s_denied = new(FailureKind.AccessDenied, "as the test wants it");
    private readonly Form _form;
    private readonly Dictionary<(CimClass Class, CimStore Store), List<object?[]>?> _changed = [];

    public Draft(Form form) => _form = form;

    /// <summary>How many rows a reading has.</summary>
    public int Count(CimClass @class, CimStore store) => _changed.TryGetValue((@class, store), out List<object?[]>? rows) ? rows?.Count ?? 0 : _form.Count(@class, store);

    public void Set(CimClass @class, CimStore store, int row, CimProperty property, object? value)
    {
        if (Rows(@class, store) is { } rows && row < rows.Count)
            rows[row][property.Ordinal] = value;
    }

    public void SetAll(CimClass @class, CimStore store, CimProperty property, object? value) =>
        Rows(@class, store)?.ForEach(row => row[property.Ordinal] = value);

    public void Remove(CimClass @class, CimStore store, int row)
    {
        if (Rows(@class, store) is { } rows && row < rows.Count)
            rows.RemoveAt(row);
    }

    public void Add(CimClass @class, CimStore store, object?[] row) => Rows(@class, store)?.Add((object?[])row.Clone());

    public void Fail(CimClass @class, CimStore store) => _changed[(@class, store)] = null;

    public Snapshot Build() => new("SRV19A", s_collectedAt, "tests", _form.Readings
        .Where(reading => !_changed.ContainsKey((reading.Class, reading.Store)))
        .Concat(_changed.Select(each => each.Value is { } rows
            ? CimReading.Of(each.Key.Class, each.Key.Store, rows.ConvertAll(row => new CimRow(each.Key.Class, row)))
            : CimReading.Failed(each.Key.Class, each.Key.Store, s_denied))));

    /// <summary>The rows of a reading, as copies of the form's; null if it fails.</summary>
    private List<object?[]>? Rows(CimClass @class, CimStore store)
    {
        if (!_changed.TryGetValue((@class, store), out List<object?[]>? rows))
            _changed.Add((@class, store), rows = _form.Copy(@class, store));
        return rows;
    }

    /// <summary>What drafts are made from.</summary>
    internal sealed class Form
    {
        private static readonly CimClass[] s_named = [NetIPInterfaceClass.Class, NetIPAddressClass.Class, NetRouteClass.Class];
        private readonly Snapshot _snapshot;

        public Form(Server server)
        {
            // Names are the adapters' alone: a row that is moved to another interface must not bring the name of its old one along.
            foreach ((CimClass @class, CimStore store) in server.Readings().Where(each => s_named.Contains(each.Class)).ToArray())
                server.Rows(@class, store).ForEach(row => row.Remove(@class.Find("InterfaceAlias")!));
            _snapshot = server.Build();
            Readings = [.. _snapshot.Readings];
        }

        public IReadOnlyList<CimReading> Readings { get; }

        public int Count(CimClass @class, CimStore store) => _snapshot.Read(@class, store).Rows?.Count ?? 0;

        public List<object?[]> Copy(CimClass @class, CimStore store) => [.. (_snapshot.Read(@class, store).Rows ?? []).Select(SlotsOf)];

        private static object?[] SlotsOf(CimRow row)
        {
            object?[] slots = CimRow.NewSlots(row.Class);
            foreach (CimProperty property in row.Class.Properties)
            {
                if (row.TryGetRaw(property, out object? raw))
                    slots[property.Ordinal] = raw;
            }

            return slots;
        }
    }
}
