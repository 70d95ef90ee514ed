using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Documentation;
using DsrReadiness.Tests.Paths;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Snapshots.Redaction;

/// <summary>A redacted snapshot holds no secret, and says the same to every check, path and plan.</summary>
public sealed class SnapshotRedactorTests
{
    private const int Block = 125;
    private static readonly DsrService s_service = Server.Service().DualStack();

    public static TheoryData<string> Samples => new("server2016-one-nic.json", "server2019-one-nic.json");

    public static TheoryData<int> Texts => new(Enumerable.Range(0, Secrets.Texts.Count));

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_text_of_any_property_of_any_class_is_left(int number)
    {
        string text = Secrets.Texts[number];
        IEnumerable<CimReading> readings = CimClasses.All.Select(each => CimReading.Of(each, CimStore.None, [Secrets.Row(each, text, false), Secrets.Row(each, text, true)]));
        var snapshot = new Snapshot(text, DateTimeOffset.UnixEpoch, text, readings);
        Assert.Contains("zqxj", Redacted.Text(snapshot), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("zqxj", Redacted.Text(Redacted.Of(snapshot)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Random_servers_with_secrets_everywhere_keep_their_outcomes_and_lose_the_secrets()
    {
        var changed = new ConcurrentBag<string>();
        int blocks = Math.Max(2, AgreementRun.Servers / 40 / Block);
        Parallel.For(0, blocks, AgreementRun.OnAllCores, block =>
        {
            var dice = new Dice(AgreementRun.SeedOf(block));
            for (int i = 0; i < Block; i++)
            {
                RandomServer server = RandomServer.Draw(dice);
                Snapshot snapshot = Secrets.Plant(server.Build(), dice, dice.Below(12));
                Snapshot redacted = Redacted.Of(snapshot);
                string before = Redacted.Outcomes(snapshot, server.Asked.Service);
                string after = Redacted.Outcomes(redacted, server.Asked.Service);
                if (before != after)
                    changed.Add(string.Create(CultureInfo.InvariantCulture, $"{block}.{i} {server}: {Difference(before, after)}"));
                if (Redacted.Text(redacted).Contains("zqxj", StringComparison.OrdinalIgnoreCase))
                    changed.Add("A secret is left: " + server);
            }
        });
        Assert.True(changed.IsEmpty, string.Join("\n", changed.Take(10)));
    }

    [Fact]
    public void Every_classic_mistake_is_found_in_the_redacted_snapshot_too() => Assert.All(Mistakes.All, mistake =>
    {
        Server server = Server.Ready();
        mistake.Make(server);
        Snapshot snapshot = server.Build();
        Assert.Equal(Redacted.Outcomes(snapshot, mistake.Service), Redacted.Outcomes(Redacted.Of(snapshot), mistake.Service));
    });

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_sample_of_a_real_server_keeps_its_outcomes_and_loses_its_names(string name)
    {
        Snapshot snapshot = SnapshotFile.Read(Sample.Open(name), name);
        Snapshot redacted = Redacted.Of(snapshot);
        string text = Redacted.Text(redacted);
        Assert.Equal(Redacted.Outcomes(snapshot, s_service), Redacted.Outcomes(redacted, s_service));
        Assert.All(
            snapshot.Read(NetIPAddressClass.Class, CimStore.Active).Rows!,
            row => Assert.Contains('"' + row.Get(NetIPAddressClass.IPAddress).Value.ToString() + '"', text.Replace("%", "\"%", StringComparison.Ordinal), StringComparison.Ordinal));
        string[] names =
        [
            snapshot.ComputerName,
            .. snapshot.Read(NetAdapterClass.Class, CimStore.None).Rows!.SelectMany(row => new[]
            {
                row.Get(NetAdapterClass.InterfaceGuid).Or(string.Empty), row.Get(NetAdapterClass.PermanentAddress).Or(string.Empty),
                row.Get(NetAdapterClass.InterfaceDescription).Or(string.Empty), row.Get(NetAdapterClass.PnPDeviceID).Or(string.Empty),
            }).Where(each => each.Length > 0 && each != "02004C4F4F50"),
        ];
        Assert.True(names.Length > 3);
        Assert.All(names, each => Assert.DoesNotContain(each, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_redacted_snapshot_says_so_and_when_in_universal_time()
    {
        var snapshot = new Snapshot("WEB01", new DateTimeOffset(2026, 11, 22, 14, 45, 0, TimeSpan.FromMinutes(765)), "Save-DsrSnapshot 0.1.0", []);
        Snapshot redacted = Redacted.Of(snapshot);
        Assert.Equal("Save-DsrSnapshot 0.1.0 redacted", redacted.Collector);
        Assert.Equal((snapshot.CollectedAt, TimeSpan.Zero), (redacted.CollectedAt, redacted.CollectedAt.Offset));
    }

    [Fact]
    public void A_reading_that_failed_keeps_its_kind_alone()
    {
        var failed = CimReading.Failed(ServiceClass.Class, CimStore.None, new CimFailure(FailureKind.AccessDenied, "Access to WEB01 is denied."));
        CimFailure? failure = Redacted.Of(new Snapshot("WEB01", default, string.Empty, [failed])).Read(ServiceClass.Class, CimStore.None).Failure;
        Assert.Equal((FailureKind.AccessDenied, string.Empty), (failure!.Kind, failure.Message));
    }

    [Fact]
    public void A_text_where_a_number_is_meant_stays_unreadable()
    {
        CimRow row = Redacted.Of(new Snapshot("A", default, string.Empty, [CimReading.Of(NetIPInterfaceClass.Class, CimStore.Active,
        [
            CimRow.From(NetIPInterfaceClass.Class, [new("InterfaceIndex", "7"), new("WeakHostSend", "Enabled"), new("Forwarding", "192.0.2.1"), new("NlMtu", "Private")]),
        ])])).Read(NetIPInterfaceClass.Class, CimStore.Active).Rows![0];
        Assert.Equal(7u, row.Get(NetIPInterfaceClass.InterfaceIndex).Value);
        Assert.True(row.Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Enabled));
        Assert.Equal(FieldState.Malformed, row.Get(NetIPInterfaceClass.Forwarding).State);
        Assert.Equal(FieldState.Malformed, row.Get(NetIPInterfaceClass.NlMtu).State);
    }

    private static string Difference(string before, string after)
    {
        string[] one = before.Split('\n');
        string[] other = after.Split('\n');
        int at = Enumerable.Range(0, Math.Min(one.Length, other.Length)).FirstOrDefault(i => one[i] != other[i], Math.Min(one.Length, other.Length) - 1);
        return one[at].Trim() + " | " + other[at].Trim();
    }
}
