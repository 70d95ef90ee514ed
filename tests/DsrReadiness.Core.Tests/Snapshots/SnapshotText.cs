using System.IO;
using System.Text;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Snapshots;

/// <summary>Snapshot files as text, around what a test is about.</summary>
internal static class SnapshotText
{
    public const string Head = """ "format": "dsr-snapshot/1", "computerName": "WEB01", "collectedAt": "2026-11-22T02:00:00Z", "collector": "tests" """;

    public const string Interfaces = """ "namespace": "root/StandardCimv2", "class": "MSFT_NetIPInterface", "store": "Active" """;

    public static Snapshot Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static Snapshot Read(byte[] text)
    {
        using var stream = new MemoryStream(text);
        return SnapshotFile.Read(stream, "web01.json");
    }

    /// <summary>Reads a snapshot of these readings, each without its braces.</summary>
    public static Snapshot ReadReadings(params string[] readings) =>
        Read("{" + Head + ", \"readings\": [ {" + string.Join("}, {", readings) + "} ] }");

    /// <summary>Reads rows of MSFT_NetIPInterface; they stand on line 2 from its first byte on.</summary>
    public static Snapshot ReadRows(string rows) => ReadReadings(Interfaces + ", \"rows\":\n" + rows);

    /// <summary>Reads the only row of MSFT_NetIPInterface.</summary>
    public static CimRow ReadRow(string members) =>
        Assert.Single(Assert.Single(ReadRows("[{" + members + "}]").Readings).Rows!);

    /// <summary>The message of a refusal, without the file's name.</summary>
    public static string Refusal(System.Func<Snapshot> read)
    {
        SnapshotFormatException e = Assert.Throws<SnapshotFormatException>(() => { read(); });
        Assert.Equal("web01.json", e.FileName);
        const string Start = "web01.json: ";
        Assert.StartsWith(Start, e.Message, System.StringComparison.Ordinal);
        Assert.EndsWith(".", e.Message, System.StringComparison.Ordinal);
        Assert.Equal(e.Line is not null, e.Message.StartsWith($"{Start}line {e.Line}, byte {e.Position}: ", System.StringComparison.Ordinal));
        return e.Message[Start.Length..];
    }
}
