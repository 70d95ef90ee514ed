using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Snapshots;

public class SnapshotFileWriteTests
{
    private static readonly DateTimeOffset s_date = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_snapshot_is_written_a_row_a_line()
    {
        var snapshot = new Snapshot("WEB01", s_date, "tests",
        [
            CimReading.Of(NetIPInterfaceClass.Class, CimStore.Active,
            [
                Row(NetIPInterfaceClass.Class, ("WeakHostSend", 1L), ("InterfaceIndex", 7L), ("InterfaceAlias", "</script>")),
                Row(NetIPInterfaceClass.Class, ("WeakHostSend", null)),
            ]),
            CimReading.Of(PnPEntityClass.Class, CimStore.None, [Row(PnPEntityClass.Class, ("HardwareID", new object?[] { "*msloop" }))]),
            CimReading.Of(NetAdapterClass.Class, CimStore.None, []),
            CimReading.Failed(NetFirewallRuleClass.Class, CimStore.Active, new CimFailure(FailureKind.AccessDenied, "Access is denied.")),
        ]);

        Assert.Equal(
            """
            {
              "format": "dsr-snapshot/1",
              "computerName": "WEB01",
              "collectedAt": "2026-11-22T02:00:00Z",
              "collector": "tests",
              "readings": [
                {
                  "namespace": "root/StandardCimv2",
                  "class": "MSFT_NetIPInterface",
                  "store": "Active",
                  "rows": [
                    { "InterfaceIndex": 7, "InterfaceAlias": "\u003C/script\u003E", "WeakHostSend": 1 },
                    { "WeakHostSend": null }
                  ]
                },
                {
                  "namespace": "root/cimv2",
                  "class": "Win32_PnPEntity",
                  "store": null,
                  "rows": [
                    { "HardwareID": [ "*msloop" ] }
                  ]
                },
                {
                  "namespace": "root/StandardCimv2",
                  "class": "MSFT_NetAdapter",
                  "store": null,
                  "rows": []
                },
                {
                  "namespace": "root/StandardCimv2",
                  "class": "MSFT_NetFirewallRule",
                  "store": "Active",
                  "error": { "kind": "AccessDenied", "message": "Access is denied." }
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(Write(snapshot)));
        SnapshotAssert.Same(snapshot, SnapshotText.Read(Write(snapshot)));
    }

    [Fact]
    public void Every_kind_of_failure_is_read_as_it_was()
    {
        FailureKind[] kinds = Enum.GetValues<FailureKind>();
        CimClass[] classes = CimClasses.All.Take(kinds.Length).ToArray();
        Assert.Equal(kinds.Length, classes.Length);
        var snapshot = new Snapshot("WEB01", s_date, string.Empty, kinds.Zip(classes, (kind, @class) => CimReading.Failed(
            @class, @class.HasStores ? CimStore.Persistent : CimStore.None, new CimFailure(kind, kind == FailureKind.Failed ? string.Empty : "why \"" + kind))));

        Snapshot read = SnapshotText.Read(Write(snapshot));

        Assert.Equal(kinds, read.Readings.Select(reading => reading.Failure!.Kind));
        SnapshotAssert.Same(snapshot, read);
    }

    [Fact]
    public void An_embedded_object_is_read_as_one_again()
    {
        Snapshot snapshot = SnapshotText.ReadRows("[{\"InterfaceAlias\":{\"a\":1},\"InterfaceIndex\":[{\"b\":2}]}]");

        Assert.Equal(snapshot.Readings.Single().Rows!.Select(SnapshotAssert.Values), SnapshotText.Read(Write(snapshot)).Readings.Single().Rows!.Select(SnapshotAssert.Values));
    }

    [Fact]
    public void A_value_that_no_row_may_hold_is_refused()
    {
        var snapshot = new Snapshot("WEB01", s_date, string.Empty,
            [CimReading.Of(NetAdapterClass.Class, CimStore.None, [Row(NetAdapterClass.Class, ("Name", new Version(1, 2)))])]);

        ArgumentException e = Assert.Throws<ArgumentException>(() => { Write(snapshot); });
        Assert.Contains("System.Version", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_snapshot_is_read_as_it_was() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(Snapshots().ToArbitrary(), snapshot =>
        {
            byte[] written = Write(snapshot);
            Snapshot read = SnapshotText.Read(written);
            SnapshotAssert.Same(snapshot, read);
            Assert.Equal(written, Write(read));
        }));

    private static Gen<Snapshot> Snapshots() =>
        from name in Texts().Where(text => text.Length > 0)
        from collector in Texts()
        from ticks in Gen.Choose(0, int.MaxValue)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        from count in Gen.Choose(0, 5)
        from classes in Gen.Shuffle(CimClasses.All.ToArray()).Select(all => all.Take(count))
        from readings in Gen.CollectToList(classes.ToArray(), Reading)
        select new Snapshot(name, s_date.AddTicks(ticks * 10_000_019L).ToOffset(TimeSpan.FromMinutes(minutes)), collector, readings);

    private static Gen<CimReading> Reading(CimClass @class)
    {
        Gen<CimStore> stores = @class.HasStores ? Gen.Elements(CimStore.Active, CimStore.Persistent) : Gen.Constant(CimStore.None);
        Gen<CimReading> rows = from store in stores from count in Gen.Choose(0, 6) from some in Rows(@class).ArrayOf(count) select CimReading.Of(@class, store, some);
        Gen<CimReading> failures = from store in stores
                                   from kind in Gen.Elements(Enum.GetValues<FailureKind>())
                                   from message in Texts()
                                   select CimReading.Failed(@class, store, new CimFailure(kind, message));
        return Gen.Frequency((4, rows), (1, failures));
    }

    private static Gen<CimRow> Rows(CimClass @class) =>
        from properties in Gen.SubListOf<CimProperty>(@class.Properties)
        from values in Values(2).ArrayOf(properties.Count)
        select CimRow.From(@class, properties.Zip(values, (property, value) => new KeyValuePair<string, object?>(property.Name, value)));

    private static Gen<object?> Values(int depth)
    {
        Gen<object?> scalar = Gen.OneOf(
            Gen.Constant<object?>(null),
            ArbMap.Default.GeneratorFor<bool>().Select(value => (object?)value),
            Gen.Choose(-5, 2000).Select(value => (object?)(long)value),
            ArbMap.Default.GeneratorFor<long>().Select(value => (object?)value),
            Gen.Choose(0, int.MaxValue).Select(value => (object?)(ulong.MaxValue - (ulong)value)),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(value => (object?)value.Get),
            Gen.Elements<object?>("Any", "Enabled", "TCP", "::1"),
            Texts().Select(value => (object?)value));
        return depth == 0 ? scalar : Gen.Frequency((6, scalar), (1, (from count in Gen.Choose(0, 4) from items in Values(depth - 1).ArrayOf(count) select items).Select(items => (object?)items)));
    }

    /// <summary>Texts of whole characters: half a surrogate pair cannot be written.</summary>
    private static Gen<string> Texts() => Gen.Frequency((3, Gen.Choose(' ', '~')), (1, Gen.Choose(0, 0xD7FF)), (1, Gen.Choose(0xE000, 0x10FFFF)))
        .ArrayOf().Select(points => string.Concat(points.Select(char.ConvertFromUtf32)));

    private static CimRow Row(CimClass @class, params (string Name, object? Value)[] values) =>
        CimRow.From(@class, values.Select(each => new KeyValuePair<string, object?>(each.Name, each.Value)));

    private static byte[] Write(Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        SnapshotFile.Write(snapshot, stream);
        return stream.ToArray();
    }
}
