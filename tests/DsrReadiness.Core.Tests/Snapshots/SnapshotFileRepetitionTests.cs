using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Json;

namespace DsrReadiness.Tests.Snapshots;

/// <summary>
/// What repeats the row before is compared and not read, so each way in which a row may nearly repeat another is held against
/// System.Text.Json: what it refuses is refused, and what is read is read the same.
/// </summary>
[Trait("Tier", "Slow")]
public class SnapshotFileRepetitionTests
{
    private const string Rows = """
        [{"InterfaceIndex":1,"X":"x", "InterfaceAlias" : "Ethernet","WeakHostSend":null,"AddressFamily":[2,3],"WeakHostReceive":["Any"],"Y":[{"z":1}],"Forwarding":true},
         {"InterfaceIndex":1,"X":"x", "InterfaceAlias" : "Ethernet","WeakHostSend":null,"AddressFamily":[2,3],"WeakHostReceive":["Any"],"Y":[{"z":1}],"Forwarding":true},
         {"InterfaceIndex":12,"X":"xx", "InterfaceAlias" : "Ethernet 2","WeakHostSend":0,"AddressFamily":[2],"WeakHostReceive":["Any"],"Forwarding":true}]
        """;

    private const string Before = "{" + SnapshotText.Head + ", \"readings\": [ {" + SnapshotText.Interfaces + ", \"rows\":";
    private const string After = "} ] }";

    public static TheoryData<string> Changes => new(
        " ", "\n", "\"", "\\", "{", "}", "[", "]", ":", ",", "0", "1", "a", "X", "-", ".", "\0", "\u001F", "é", string.Empty, ",,", "::", "{}", "[]", "\"\"", "\\u0041", "\\uD800");

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_row_that_nearly_repeats_another_is_read_or_refused_as_by_System_Text_Json(string change)
    {
        Assert.Equal(1, ReadsAlike(Rows));
        int read = 0;
        for (int at = 0; at < Rows.Length; at++)
        {
            read += ReadsAlike(Rows[..at] + change + Rows[(at + 1)..]);
            read += ReadsAlike(Rows[..at] + change + Rows[at..]);
        }

        Assert.True(read < 2 * Rows.Length, "Each change spoils the text somewhere.");
    }

    [Theory]
    [InlineData("[{\"InterfaceIndex\":1,\"X\":2},{\"InterfaceIndex\":1 \"X\":2}]")]
    [InlineData("[{\"InterfaceIndex\":1,\"X\":2},{,\"InterfaceIndex\":1,\"X\":2}]")]
    [InlineData("[{\"InterfaceIndex\":1,\"X\":2},{\"InterfaceIndex\":1,\"X\":2,}]")]
    [InlineData("[{\"InterfaceIndex\":\"a\"},{\"InterfaceIndex\":\"a\"\"a\"}]")]
    [InlineData("[{\"InterfaceIndex\":null},{\"InterfaceIndex\":nullnull}]")]
    [InlineData("[{\"InterfaceIndex\":1},{\"InterfaceIndex\":1]]")]
    public void A_row_that_repeats_another_and_goes_wrong_is_refused(string rows) => Assert.NotNull(SnapshotText.Refusal(() => SnapshotText.ReadRows(rows)));

    [Fact]
    public void A_name_repeats_another_by_all_of_its_bytes() => Assert.Equal(1, ReadsAlike("""
        [{"X":0,"InterfaceIndex": 1},{"X":0,"InterfaceIndex": 2},{"X":0,"InterfaceIndexs": 3},{"X":0,"InterfaceInde\u0078": 4},{"X":0,"interfaceindex": 5},{"X":0, "InterfaceIndex": 6},
         {"X":0,"InterfaceIndex":7},{"X":0,"InterfaceIndex": 8},{"X":0,"InterfaceIndex": 8}]
        """));

    [Fact]
    public void The_commas_between_more_members_than_are_remembered_must_be_there()
    {
        string[] members = Enumerable.Range(0, 600).Select(_ => "\"Alias\":\"a\"").ToArray();
        string row = "{" + string.Join(",", members) + "}";
        Assert.Equal(2, Assert.Single(SnapshotText.ReadRows($"[{row},{row}]").Readings).Rows!.Count);

        foreach (int missing in new[] { 1, 254, 255, 256, 257, 511, 512, 513, 599 })
        {
            string bad = "{" + string.Join(",", members[..missing]) + string.Join(",", members[missing..]) + "}";
            Assert.NotNull(SnapshotText.Refusal(() => SnapshotText.ReadRows($"[{row},{bad}]")));
        }
    }

    /// <summary>1 if the rows are read, which must be as System.Text.Json reads them; 0 if they are refused.</summary>
    private static int ReadsAlike(string rows)
    {
        byte[] text = Encoding.UTF8.GetBytes(Before + rows + After);
        Judgement theirs = Judgement.SystemTextJson(text);
        Snapshot snapshot;
        try
        {
            snapshot = SnapshotText.Read(text);
        }
        catch (SnapshotFormatException e)
        {
            Assert.True(!theirs.IsAccepted || e.Message.Contains("a row", StringComparison.Ordinal) || e.Message.Contains("a second time", StringComparison.Ordinal), e.Message + " " + rows);
            return 0;
        }

        Assert.True(theirs.IsAccepted, rows);
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement expected = document.RootElement.GetProperty("readings")[0].GetProperty("rows");
        Assert.Equal(
            (expected.ValueKind == JsonValueKind.Array ? expected.EnumerateArray() : Enumerable.Repeat(expected, 1)).Select(Expected),
            Assert.Single(snapshot.Readings).Rows!.Select(SnapshotAssert.Values));
        return 1;
    }

    private static Dictionary<string, object?> Expected(JsonElement row) => SnapshotAssert.Values(CimRow.From(
        NetIPInterfaceClass.Class, row.EnumerateObject().Select(member => new KeyValuePair<string, object?>(member.Name, Value(member.Value)))));

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out long number) ? number : (object)value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToArray(),
        _ => EmbeddedObject.Instance,
    };
}
