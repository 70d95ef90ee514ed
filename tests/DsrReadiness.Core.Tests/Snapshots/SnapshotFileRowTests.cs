using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Snapshots;

public class SnapshotFileRowTests
{
    [Fact]
    public void Missing_is_not_NULL()
    {
        CimRow row = SnapshotText.ReadRow("\"InterfaceIndex\":7,\"WeakHostSend\":null");

        Assert.Equal(FieldState.Value, row.Get(NetIPInterfaceClass.InterfaceIndex).State);
        Assert.Equal(FieldState.Null, row.Get(NetIPInterfaceClass.WeakHostSend).State);
        Assert.Equal(FieldState.Missing, row.Get(NetIPInterfaceClass.WeakHostReceive).State);
    }

    [Fact]
    public void Names_are_compared_ignoring_case_and_may_be_spelt_with_escapes()
    {
        CimRow row = SnapshotText.ReadRow("\"INTERFACEINDEX\":7,\"weakHost\\u0053end\":1,\"Weak\":2,\"WeakHostReceiver\":3");

        Assert.Equal(new Dictionary<string, object?> { ["InterfaceIndex"] = 7L, ["WeakHostSend"] = 1L }, SnapshotAssert.Values(row));
    }

    [Theory]
    [InlineData("\"InterfaceIndex\":7,\"InterfaceIndex\":7")]
    [InlineData("\"InterfaceIndex\":7,\"WeakHostSend\":1,\"interfaceindex\":8")]
    [InlineData("\"InterfaceIndex\":null,\"Interface\\u0049ndex\":8")]
    [InlineData("\"InterfaceIndex\":{\"value\":1,\"value\":2}")]
    public void A_member_that_stands_there_twice_is_refused(string members) =>
        Assert.Contains("a second time", SnapshotText.Refusal(() => SnapshotText.ReadRows("[{" + members + "}]")));

    /// <summary>What repeats the row before is not read again, and refused all the same.</summary>
    [Theory]
    [InlineData("[{\"InterfaceIndex\":7,\"WeakHostSend\":1},{\"InterfaceIndex\":7,\"WeakHostSend\":1,\"InterfaceIndex\":8}]")]
    [InlineData("[{\"InterfaceIndex\":7,\"WeakHostSend\":1},{\"WeakHostSend\":0,\"WeakHostSend\":1}]")]
    [InlineData("[{\"X\":7,\"WeakHostSend\":1,\"InterfaceIndex\":7},{\"InterfaceIndex\":9,\"WeakHostSend\":1,\"InterfaceIndex\":7}]")]
    public void A_member_twice_in_a_row_that_repeats_another_is_refused(string rows) =>
        Assert.Contains("a second time", SnapshotText.Refusal(() => SnapshotText.ReadRows(rows)));

    [Fact]
    public void A_member_that_is_not_known_may_stand_there_twice() =>
        Assert.Equal(7L, SnapshotAssert.Values(SnapshotText.ReadRow("\"X\":1,\"InterfaceIndex\":7,\"X\":2"))["InterfaceIndex"]);

    [Theory]
    [InlineData("null", null)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("0", 0L)]
    [InlineData("-1", -1L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    [InlineData("1.5", 1.5)]
    [InlineData("\"Enabled\"", "Enabled")]
    [InlineData("\"P10675199DT2H48M5.4775807S\"", "P10675199DT2H48M5.4775807S")]
    [InlineData("\"\\/Date(1795312800000)\\/\"", "/Date(1795312800000)/")]
    [InlineData("{\"value\":\"\\/Date(1795312800000)\\/\",\"DisplayHint\":2,\"DateTime\":\"x\"}", "/Date(1795312800000)/")]
    [InlineData("{\"value\":5,\"Value\":6}", 5L)]
    [InlineData("{\"value\":null}", null)]
    [InlineData("{\"value\":{\"value\":5}}", 5L)]
    public void A_raw_value_is_read(string text, object? expected) => Assert.Equal(expected, Raw(text));

    [Fact]
    public void Arrays_are_read()
    {
        Assert.Equal(System.Array.Empty<object?>(), Raw("[]"));
        Assert.Equal(new object?[] { "a" }, Raw("[\"a\"]"));
        Assert.Equal(new object?[] { "a", null, 1L, true }, Raw("[\"a\",null,1,true]"));
        Assert.Equal(new object?[] { 1L, 2L }, Raw("{\"value\":[1,2],\"Count\":2}"));
        Assert.Equal(new object?[] { new object?[] { 1L }, System.Array.Empty<object?>() }, Raw("[[1],[]]"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"Value\":7,\"CimClass\":{\"value2\":1}}")]
    [InlineData("[{}]")]
    [InlineData("[[]]")]
    [InlineData("{\"value\":{}}")]
    public void An_embedded_object_makes_its_property_unreadable_and_no_other(string value)
    {
        CimRow row = SnapshotText.ReadRow($"\"InterfaceIndex\":{value},\"InterfaceAlias\":{value},\"WeakHostSend\":1");

        Assert.Equal(FieldState.Malformed, row.Get(NetIPInterfaceClass.InterfaceIndex).State);
        Assert.Equal(FieldState.Malformed, row.Get(NetIPInterfaceClass.InterfaceAlias).State);
        Assert.Equal(Toggle.Enabled, row.Get(NetIPInterfaceClass.WeakHostSend).Value);
    }

    [Theory]
    [InlineData("{}", "unreadable ('an object')")]
    [InlineData("[7,8]", "unreadable ('an array of 2')")]
    [InlineData("1.5", "unreadable ('1.5')")]
    [InlineData("-1", "unreadable ('-1')")]
    [InlineData("\"x\"", "unreadable ('x')")]
    public void An_unreadable_value_says_what_it_is(string value, string expected) =>
        Assert.Equal(expected, SnapshotText.ReadRow("\"InterfaceIndex\":" + value).Get(NetIPInterfaceClass.InterfaceIndex).ToString());

    [Fact]
    public void Rows_of_different_members_and_orders_do_not_mix()
    {
        Snapshot snapshot = SnapshotText.ReadRows("""
            [ { "InterfaceIndex": 1, "AddressFamily": 2, "InterfaceAlias": "a" },
              { "InterfaceIndex": 1, "AddressFamily": 2, "InterfaceAlias": "a" },
              { "AddressFamily": 23, "InterfaceIndex": 2 },
              { "InterfaceAlias": "a", "InterfaceIndex": 12 },
              { },
              { "InterfaceIndex":3,"X":"a","AddressFamily":2,"InterfaceAlias":"a" },
              { "InterfaceIndex":3,"Y":"a","AddressFamily":23,"InterfaceAlias":["a"] },
              { "InterfaceIndex":4,"Z":"a","AddressFamily":2,"InterfaceAlias":"ab" } ]
            """);

        Assert.Equal(
            ["1 2 a", "1 2 a", "2 23 -", "12 - a", "- - -", "3 2 a", "3 23 System.Object[]", "4 2 ab"],
            Assert.Single(snapshot.Readings).Rows!.Select(SnapshotAssert.Values).Select(row =>
                $"{row.GetValueOrDefault("InterfaceIndex", "-")} {row.GetValueOrDefault("AddressFamily", "-")} {row.GetValueOrDefault("InterfaceAlias", "-")}"));
    }

    [Fact]
    public void What_one_class_does_not_know_another_may()
    {
        Snapshot snapshot = SnapshotText.ReadReadings(
            SnapshotText.Interfaces + ", \"rows\": [ { \"State\": 1, \"InterfaceIndex\": 2 } ]",
            "\"namespace\":\"root/StandardCimv2\",\"class\":\"MSFT_NetNeighbor\",\"store\":\"Active\",\"rows\": [ { \"State\": 5, \"InterfaceIndex\": 6 } ]");

        Assert.Equal(
            [["InterfaceIndex=2"], ["InterfaceIndex=6", "State=5"]],
            snapshot.Readings.Select(reading => SnapshotAssert.Values(Assert.Single(reading.Rows!)).Select(pair => pair.Key + "=" + pair.Value).Order().ToArray()));
    }

    [Fact]
    public void Rows_of_more_members_than_are_remembered_are_read()
    {
        string others = string.Concat(Enumerable.Range(0, 600).Select(number => $"\"x{number}\":\"{number}\","));
        Snapshot snapshot = SnapshotText.ReadRows($"[{{{others}\"InterfaceIndex\":7}},{{\"InterfaceIndex\":8,{others}\"WeakHostSend\":1}},{{{others}\"InterfaceIndex\":9}}]");

        Assert.Equal([7L, 8L, 9L], Assert.Single(snapshot.Readings).Rows!.Select(row => SnapshotAssert.Values(row)["InterfaceIndex"]));
    }

    [Fact]
    public void Values_that_begin_alike_are_told_apart()
    {
        Snapshot snapshot = SnapshotText.ReadRows("""
            [{"InterfaceIndex":1,"InterfaceAlias":"a"},{"InterfaceIndex":12,"InterfaceAlias":"ab"},{"InterfaceIndex":12,"InterfaceAlias":"ab"},
             {"InterfaceIndex":1,"InterfaceAlias":null},{"InterfaceIndex":1.0,"InterfaceAlias":"null"},{"InterfaceIndex":true,"InterfaceAlias":["a"]},
             {"InterfaceIndex":true,"InterfaceAlias":["a","b"]},{"InterfaceIndex":1e1,"InterfaceAlias":["a","b"]},{"InterfaceIndex":1e10,"InterfaceAlias":""}]
            """);

        object?[][] expected =
        [
            [1L, "a"], [12L, "ab"], [12L, "ab"], [1L, null], [1.0, "null"], [true, new object?[] { "a" }],
            [true, new object?[] { "a", "b" }], [1e1, new object?[] { "a", "b" }], [1e10, ""],
        ];
        Assert.Equal(expected, Assert.Single(snapshot.Readings).Rows!.Select(SnapshotAssert.Values).Select(row => new[] { row["InterfaceIndex"], row["InterfaceAlias"] }));
    }

    [Theory]
    [InlineData("{\"InterfaceIndex\":7}", new[] { 7L })]
    [InlineData("{\"value\":[{\"InterfaceIndex\":7},{\"InterfaceIndex\":8}],\"Count\":2}", new[] { 7L, 8L })]
    [InlineData("{\"Count\":0,\"value\":[]}", new long[] { })]
    [InlineData("{\"value\":[{\"InterfaceIndex\":1}],\"InterfaceIndex\":7}", new[] { 7L })]
    [InlineData("{\"value\":[{\"InterfaceIndex\":1}],\"Count\":1,\"InterfaceIndex\":7}", new[] { 7L })]
    [InlineData("[{\"InterfaceIndex\":7}]", new[] { 7L })]
    [InlineData("[]", new long[] { })]
    public void Rows_are_an_array_or_what_PowerShell_makes_of_one(string rows, long[] indexes)
    {
        Assert.Equal(indexes, Assert.Single(SnapshotText.ReadRows(rows).Readings).Rows!.Select(row => SnapshotAssert.Values(row)["InterfaceIndex"]).Cast<long>());
    }

    [Theory]
    [InlineData("[{\"InterfaceIndex\":1e999}]", "line 2, byte 20: found a number beyond what a double holds.")]
    [InlineData("[{\"InterfaceIndex\":01}]", "line 2, byte 21: found '1', expected ',' or '}'.")]
    [InlineData("[{\"Unknown\":\"\\uD800\"}]", "line 2, byte 14: found half of a surrogate pair, expected a character.")]
    [InlineData("[{\"InterfaceAlias\":\"a\"},{\"InterfaceAlias\":\"a]", "line 2, byte 46: found the end of the file, expected '\"' at the end of the string.")]
    public void A_row_that_is_no_JSON_is_refused(string rows, string message)
    {
        string refusal = SnapshotText.Refusal(() => SnapshotText.Read(
            "{" + SnapshotText.Head + ", \"readings\": [ {" + SnapshotText.Interfaces + ", \"rows\":\n" + rows + (rows.EndsWith("}]", System.StringComparison.Ordinal) ? "} ] }" : string.Empty)));

        Assert.Equal(message, refusal);
    }

    [Fact]
    public void Repeated_strings_are_kept_once()
    {
        IReadOnlyList<CimRow> rows = Assert.Single(SnapshotText.ReadRows("[{\"InterfaceAlias\":\"Ethernet\"},{},{\"InterfaceAlias\" : \"Ethernet\"}]").Readings).Rows!;

        Assert.Same(rows[0].Get(NetIPInterfaceClass.InterfaceAlias).Value, rows[2].Get(NetIPInterfaceClass.InterfaceAlias).Value);
    }

    private static object? Raw(string value) => SnapshotAssert.Values(SnapshotText.ReadRow("\"InterfaceAlias\":" + value))["InterfaceAlias"];
}
