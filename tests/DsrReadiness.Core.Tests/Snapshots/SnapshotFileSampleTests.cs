using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Snapshots;

public class SnapshotFileSampleTests
{
    public static TheoryData<string> Samples => new("server2016-one-nic.json", "server2019-one-nic.json");

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_reads_as_System_Text_Json_reads_it(string name)
    {
        Snapshot snapshot = SnapshotFile.Read(Sample.Open(name), name);

        var expected = Sample.Rows(name)
            .GroupBy(each => (each.Class, each.Store))
            .ToDictionary(group => group.Key, group => group.Select(each => each.Row.ToDictionary(pair => pair.Key.Name, pair => pair.Value)).ToArray());
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Count, snapshot.Readings.Count(reading => reading.Rows!.Count > 0));
        foreach (((CimClass @class, CimStore store), Dictionary<string, object?>[] rows) in expected)
            Assert.Equal(rows, snapshot.Read(@class, store).Rows!.Select(SnapshotAssert.Values));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_written_and_read_as_it_was(string name)
    {
        Snapshot snapshot = SnapshotFile.Read(Sample.Open(name), name);

        SnapshotAssert.Same(snapshot, WriteAndRead(snapshot));
    }

    [Fact]
    public void A_ready_server_is_written_and_read_as_it_was()
    {
        Snapshot snapshot = Server.Ready().Build();

        SnapshotAssert.Same(snapshot, WriteAndRead(snapshot));
    }

    [Fact]
    public void The_head_of_a_sample_is_read()
    {
        Snapshot snapshot = SnapshotFile.Read(Sample.Open("server2019-one-nic.json"), "a.json");

        Assert.Equal("SRV19A", snapshot.ComputerName);
        Assert.Equal(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), snapshot.CollectedAt);
        Assert.Equal("retyped from a published capture", snapshot.Collector);
    }

    private static Snapshot WriteAndRead(Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        SnapshotFile.Write(snapshot, stream);
        stream.Position = 0;
        return SnapshotFile.Read(stream, "written.json");
    }
}
