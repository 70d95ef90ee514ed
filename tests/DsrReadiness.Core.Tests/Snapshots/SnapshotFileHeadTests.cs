using System;
using System.Globalization;
using System.Linq;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Snapshots;

public class SnapshotFileHeadTests
{
    private const string Name = "\"computerName\":\"WEB01\"";
    private const string Date = "\"collectedAt\":\"2026-11-22T02:00:00Z\"";
    private const string Format = "\"format\":\"dsr-snapshot/1\"";
    private const string Readings = "\"readings\":[]";

    [Fact]
    public void Members_come_in_any_order_and_unknown_ones_are_ignored()
    {
        Snapshot snapshot = SnapshotText.Read("""
            { "readings": { "rows": { "InterfaceIndex": 7 }, "store": "Active", "more": [{}], "class": "MSFT_NetIPInterface", "namespace": "root/StandardCimv2" },
              "site": { "format": "other" }, "collector": "tests", "collectedAt": "2026-11-22T02:00:00Z", "computerName": "WEB01", "format": "dsr-snapshot/1" }
            """);

        Assert.Equal("WEB01", snapshot.ComputerName);
        Assert.Equal("tests", snapshot.Collector);
        Assert.Equal(7L, SnapshotAssert.Values(Assert.Single(Assert.Single(snapshot.Readings).Rows!))["InterfaceIndex"]);
    }

    [Theory]
    [InlineData("\"dsr-snapshot/2\"", "line 1, byte 11: found \"dsr-snapshot/2\", expected format \"dsr-snapshot/1\".")]
    [InlineData("\"DSR-snapshot/1\"", "line 1, byte 11: found \"DSR-snapshot/1\", expected format \"dsr-snapshot/1\".")]
    [InlineData("null", "line 1, byte 11: found null, expected a format.")]
    [InlineData("1", "line 1, byte 11: found 1, expected a format.")]
    public void Another_format_is_refused_by_its_name(string format, string message) =>
        Assert.Equal(message, SnapshotText.Refusal(() => SnapshotText.Read($"{{\"format\":{format},{Name},{Date},{Readings}}}")));

    [Fact]
    public void Another_format_is_refused_before_readings_that_stand_in_front_of_it() => Assert.Equal(
        "line 1, byte 42: found \"dsr-snapshot/9\", expected format \"dsr-snapshot/1\".",
        SnapshotText.Refusal(() => SnapshotText.Read("{\"readings\":{\"not\":[\"as here\"]},\"format\":\"dsr-snapshot/9\"}")));

    [Theory]
    [InlineData(Name + "," + Date + "," + Readings, "line 2, byte 1: found no member 'format', expected \"dsr-snapshot/1\".")]
    [InlineData(Format + "," + Date + "," + Readings, "line 2, byte 1: found no member 'computerName' in this object.")]
    [InlineData(Format + "," + Name + "," + Readings, "line 2, byte 1: found no member 'collectedAt' in this object.")]
    [InlineData(Format + "," + Name + "," + Date, "line 2, byte 1: found no member 'readings' in this object.")]
    [InlineData("", "line 2, byte 1: found no member 'format', expected \"dsr-snapshot/1\".")]
    [InlineData("\"Format\":\"dsr-snapshot/1\"", "line 2, byte 1: found no member 'format', expected \"dsr-snapshot/1\".")]
    [InlineData(Format + "," + Format, "line 2, byte 28: found member 'format' a second time.")]
    [InlineData(Format + "," + Readings + "," + Readings, "line 2, byte 42: found member 'readings' a second time.")]
    [InlineData(Format + ",\"readings\":null", "line 2, byte 39: found null, expected a reading, which is an object, or an array of readings.")]
    [InlineData(Format + ",\"readings\":[1]", "line 2, byte 40: found 1, expected a reading, which is an object, or an array of readings.")]
    [InlineData(Format + ",\"readings\":[[]]", "line 2, byte 40: found an array, expected a reading, which is an object, or an array of readings.")]
    [InlineData(Format + ",\"computerName\":null," + Date + "," + Readings, "line 2, byte 43: found null, expected the name of the computer.")]
    [InlineData(Format + ",\"computerName\":\"\"," + Date + "," + Readings, "line 2, byte 43: found \"\", expected the name of the computer.")]
    [InlineData(Format + ",\"collector\":7," + Name + "," + Date + "," + Readings, "line 2, byte 40: found 7, expected the name of the collector.")]
    public void A_head_that_lacks_something_or_has_it_twice_is_refused(string members, string message) =>
        Assert.Equal(message, SnapshotText.Refusal(() => SnapshotText.Read("\n{" + members + "}")));

    [Theory]
    [InlineData("[]", "line 1, byte 1: found an array, expected a snapshot, which is an object.")]
    [InlineData("\"text\"", "line 1, byte 1: found \"text\", expected a snapshot, which is an object.")]
    [InlineData("<html>", "line 1, byte 1: found '<', expected a value.")]
    [InlineData("{\n \"a\": }", "line 2, byte 7: found '}', expected a value.")]
    [InlineData("{" + Format + "," + Name + "," + Date + "," + Readings + "} {", "line 1, byte 103: found '{', expected the end of the file.")]
    public void What_is_no_object_or_no_JSON_is_refused(string text, string message) => Assert.Equal(message, SnapshotText.Refusal(() => SnapshotText.Read(text)));

    [Theory]
    [InlineData("")]
    [InlineData(",\"collector\":null")]
    public void A_snapshot_may_be_without_its_collector(string collector) =>
        Assert.Equal(string.Empty, SnapshotText.Read($"{{{Format},{Name},{Date},{Readings}{collector}}}").Collector);

    [Theory]
    [InlineData("\"2026-11-22T02:00:00Z\"", "2026-11-22T02:00:00.0000000+00:00")]
    [InlineData("\"2026-11-22T02:00:00.1234567Z\"", "2026-11-22T02:00:00.1234567+00:00")]
    [InlineData("\"2026-11-22T02:00:00.5+05:30\"", "2026-11-22T02:00:00.5000000+05:30")]
    [InlineData("\"2026-11-22T02:00:00-08:00\"", "2026-11-22T02:00:00.0000000-08:00")]
    [InlineData("\"2026-11-22T02:00:00\"", "2026-11-22T02:00:00.0000000+00:00")]
    [InlineData("\"\\/Date(1795312800123)\\/\"", "2026-11-22T02:00:00.1230000+00:00")]
    [InlineData("\"/Date(-1000)/\"", "1969-12-31T23:59:59.0000000+00:00")]
    [InlineData("\"20261122020000.123456+060\"", "2026-11-22T02:00:00.1234560+01:00")]
    [InlineData("\"20261122020000.000000-480\"", "2026-11-22T02:00:00.0000000-08:00")]
    [InlineData("{\"value\":\"\\/Date(1795312800000)\\/\",\"DisplayHint\":2,\"DateTime\":\"Sonntag, 22. November\"}", "2026-11-22T02:00:00.0000000+00:00")]
    public void A_date_is_read_in_each_form_that_PowerShell_writes(string date, string expected) =>
        Assert.Equal(expected, SnapshotText.Read(WithDate(date)).CollectedAt.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("null")]
    [InlineData("1795312800")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"22.11.2026 02:00:00\"")]
    [InlineData("\"11/22/2026 02:00:00\"")]
    [InlineData("\"2026-11-22\"")]
    [InlineData("\"2026-13-22T02:00:00Z\"")]
    [InlineData("\"2026-11-22T25:00:00Z\"")]
    [InlineData("\"2026-11-22T02:00:00+15:00\"")]
    [InlineData("\"0001-01-01T00:00:00+10:00\"")]
    [InlineData("\"/Date()/\"")]
    [InlineData("\"/Date(1e3)/\"")]
    [InlineData("\"/Date(99999999999999999)/\"")]
    [InlineData("\"/Date(99999999999999999999)/\"")]
    [InlineData("\"/Date(1)\"")]
    [InlineData("\"20261122020000.000000\"")]
    [InlineData("\"20261122020000.******+000\"")]
    [InlineData("\"20261322020000.000000+000\"")]
    [InlineData("\"20261122020000.000000+900\"")]
    [InlineData("\"20261122020000.000000+ 60\"")]
    [InlineData("\"00010101000000.000000+060\"")]
    [InlineData("\"00000001000000.000000:000\"")]
    public void What_is_no_date_is_refused_where_it_stands(string date)
    {
        string message = SnapshotText.Refusal(() => SnapshotText.Read(WithDate(date)));

        Assert.StartsWith("line 2, byte 15: found ", message, StringComparison.Ordinal);
        Assert.EndsWith(", expected a date such as 2026-11-22T02:00:00Z.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"value\":5}", "line 2, byte 24: found 5, expected a date such as 2026-11-22T02:00:00Z.")]
    [InlineData("{\"DateTime\":\"x\"}", "line 2, byte 15: found no member 'value' in this object.")]
    public void An_object_that_holds_no_date_is_refused(string date, string message) =>
        Assert.Equal(message, SnapshotText.Refusal(() => SnapshotText.Read(WithDate(date))));

    [Fact]
    public void A_message_holds_no_control_characters_of_the_file()
    {
        string message = SnapshotText.Refusal(() => SnapshotText.Read("{\"format\":\"\\u001b]0;x\\u0007" + new string('y', 1000) + "\"}"));

        Assert.DoesNotContain(message, char.IsControl);
        Assert.True(message.Length < 200, message);
        Assert.Equal(1, message.Count(c => c == ']'));
    }

    private static string WithDate(string date) => $"{{{Format},{Name},{Readings},\n\"collectedAt\":{date}}}";
}
