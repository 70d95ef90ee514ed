using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Saved;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Snapshots.Saved;

public class SavedSnapshotTests
{
    private static readonly DateTimeOffset s_written = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public static IEnumerable<object[]> Layouts =>
        from layout in Enum.GetValues<SavedLayout>()
        from encoding in new[] { "UTF-8", "UTF-8 with a mark", "UTF-16", "UTF-16 big endian" }
        select new object[] { layout, encoding };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Files_of_all_classes_give_the_same_verdict_as_the_snapshot(SavedLayout layout, string encoding)
    {
        CimReading[] readings = OfWindows(Server.Ready().Build());
        Assert.True(readings.Length > 20);
        SavedFile[] files = [.. readings.Where(reading => reading.Rows!.Count > 0 || layout is SavedLayout.JsonTable or SavedLayout.ClixmlTable)
            .Select((reading, i) => Read(SavedTexts.Write(layout, encoding, reading), $"{i}.txt", s_written.AddMinutes(i)))];
        Snapshot snapshot = SavedSnapshot.Of(files);
        Assert.Equal(SavedTexts.ServerName, snapshot.ComputerName, ignoreCase: true);
        Assert.Equal(s_written, snapshot.CollectedAt);
        Assert.Equal("cmdlets", snapshot.Collector);
        var expected = new Snapshot(snapshot.ComputerName, s_written, "tests", readings.Where(reading => snapshot.Read(reading.Class, reading.Store).Failure is null));
        Assert.Equal(Findings(expected), Findings(snapshot));
        Assert.Contains(Findings(snapshot), finding => finding.StartsWith("M01 Passed", StringComparison.Ordinal));
        Assert.Contains(Findings(snapshot), finding => finding.StartsWith("W01 Passed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_model_that_is_off_fails_in_each_layout()
    {
        CimReading[] readings = OfWindows(Server.Ready().Set(NetIPInterfaceClass.WeakHostReceive, 0u).Build());
        foreach (SavedLayout layout in Enum.GetValues<SavedLayout>())
        {
            Snapshot snapshot = SavedSnapshot.Of([.. readings.Where(reading => reading.Rows!.Count > 0).Select((reading, i) => Read(SavedTexts.Write(layout, "UTF-8", reading), i + ".txt", s_written))]);
            Assert.Contains(Findings(snapshot), finding => finding.StartsWith("M01 Failed", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Of_two_files_of_one_reading_none_is_preferred()
    {
        CimReading interfaces = Interfaces();
        SavedFile one = Read(SavedTexts.Write(SavedLayout.Json, "UTF-8", interfaces), "old.json", s_written);
        SavedFile two = Read(SavedTexts.Write(SavedLayout.Clixml, "UTF-16", interfaces), "new.xml", s_written);
        Assert.Equal("new.xml: MSFT_NetIPInterface (active store) is in old.json as well; give the newer file alone.", Refusal(() => SavedSnapshot.Of([one, two])));
    }

    [Fact]
    public void Files_of_two_servers_are_not_one()
    {
        string text = SavedTexts.Text(SavedLayout.Json, Interfaces());
        SavedFile one = Read(Encoding.UTF8.GetBytes(text), "one.json", s_written);
        SavedFile two = Read(SavedTexts.Encode("UTF-8", SavedTexts.Text(SavedLayout.Json, OfWindows(Server.Ready().Build()).First(each => each.Class == NetAdapterClass.Class)).Replace(SavedTexts.ServerName, "WEB02", StringComparison.Ordinal)), "two.json", s_written);
        Assert.Equal("two.json: found objects of 'WEB02', and of 'SRV19A' in one.json; give the files of one server at a time.", Refusal(() => SavedSnapshot.Of([one, two])));
    }

    [Fact]
    public void Files_of_two_starts_are_not_one()
    {
        string text = SavedTexts.Text(SavedLayout.Json, OfWindows(Server.Ready().Build()).First(each => each.Class == NetAdapterClass.Class)).Replace("\"Name\": \"Ethernet\"", "\"Name\": \"Backup\"", StringComparison.Ordinal);
        SavedFile one = Read(SavedTexts.Write(SavedLayout.Clixml, "UTF-8", Interfaces()), "one.xml", s_written);
        SavedFile two = Read(SavedTexts.Encode("UTF-8", text), "two.json", s_written);
        Assert.Equal("two.json: interface 7 is 'Backup', and 'Ethernet' in one.xml: they are not of one server and one start; save both again.", Refusal(() => SavedSnapshot.Of([one, two])));
    }

    [Fact]
    public void Some_of_the_interfaces_are_not_all_of_them()
    {
        CimReading all = Interfaces();
        CimReading some = CimReading.Of(all.Class, all.Store, [.. all.Rows!.Where(row => !row.Get(NetIPInterfaceClass.InterfaceIndex).Is(1))]);
        Assert.Equal(
            "some.json: found 4 object(s) of MSFT_NetIPInterface without the built-in loopback of IPv4, which every server has; save them without a filter: Get-NetIPInterface | Export-Clixml NetIPInterface.xml.",
            Refusal(() => SavedSnapshot.Of([Read(SavedTexts.Write(SavedLayout.Json, "UTF-8", some), "some.json", s_written)])));
    }

    [Fact]
    public void A_server_without_a_name_is_asked_for_it()
    {
        string text = SavedTexts.Text(SavedLayout.Json, Interfaces()).Replace("\"ServerName\": \"SRV19A\"", "\"ServerName\": null", StringComparison.Ordinal);
        Assert.Equal(
            "a.json: found no name of the server; give a file that has it as well: Get-CimInstance -Namespace root/cimv2 -ClassName Win32_ComputerSystem | Export-Clixml ComputerSystem.xml.",
            Refusal(() => SavedSnapshot.Of([Read(Encoding.UTF8.GetBytes(text), "a.json", s_written)])));
    }

    internal static CimReading[] OfWindows(Snapshot snapshot) => [.. snapshot.Readings.Where(reading => reading.Class.Evidence != CimEvidence.Own && reading.Failure is null)];

    internal static SavedFile Read(byte[] bytes, string name, DateTimeOffset writtenAt)
    {
        using var stream = new MemoryStream(bytes);
        Assert.True(SavedKind.IsOne(stream));
        stream.Position = 0;
        return SavedFile.Read(stream, name, writtenAt);
    }

    internal static string Refusal(Func<object> read) => Assert.Throws<SnapshotFormatException>(() => { read(); }).Message;

    private static CimReading Interfaces() => Server.Ready().Build().Read(NetIPInterfaceClass.Class, CimStore.Active);

    private static List<string> Findings(Snapshot snapshot) => [.. new CheckRunner(Catalogue.All).Run(snapshot, Server.Service().DualStack()).Results
        .Select(result => $"{result.Id} {result.Outcome} {result.Subject}: {result.Reason} {result.Recommendation} {result.Command}")];
}
