using System;
using System.IO;
using System.Text;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Snapshots;

public class SnapshotFileEncodingTests
{
    private const string Text = "{" + SnapshotText.Head + ", \"readings\": [] }";
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public void A_byte_order_mark_is_read_over_and_not_counted()
    {
        Assert.Equal("WEB01", SnapshotText.Read([.. s_mark, .. Encoding.UTF8.GetBytes(Text)]).ComputerName);
        Assert.Equal("line 1, byte 2: found 'x', expected a member name in double quotes.", SnapshotText.Refusal(() => SnapshotText.Read([.. s_mark, .. "{x"u8])));
    }

    [Fact]
    public void A_second_byte_order_mark_is_refused() =>
        Assert.StartsWith("line 1, byte 1: found byte 0xEF", SnapshotText.Refusal(() => SnapshotText.Read([.. s_mark, .. s_mark, .. "{}"u8])), StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UTF_16_is_refused_by_name_and_with_the_way_out(bool hasMark)
    {
        byte[] little = Encoding.Unicode.GetBytes((hasMark ? "\uFEFF" : string.Empty) + Text);
        byte[] big = Encoding.BigEndianUnicode.GetBytes((hasMark ? "\uFEFF" : string.Empty) + Text);

        Assert.Equal(
            "the file is UTF-16, expected UTF-8; convert it in PowerShell: Get-Content -Encoding Unicode old.json | Set-Content -Encoding UTF8 new.json.",
            SnapshotText.Refusal(() => SnapshotText.Read(little)));
        Assert.Equal(
            "the file is UTF-16 (big endian), expected UTF-8; convert it in PowerShell: "
            + "Get-Content -Encoding BigEndianUnicode old.json | Set-Content -Encoding UTF8 new.json.",
            SnapshotText.Refusal(() => SnapshotText.Read(big)));
    }

    [Fact]
    public void UTF_32_is_refused()
    {
        Assert.NotNull(SnapshotText.Refusal(() => SnapshotText.Read(Encoding.UTF32.GetBytes(Text))));
        Assert.NotNull(SnapshotText.Refusal(() => SnapshotText.Read(new UTF32Encoding(bigEndian: true, byteOrderMark: true).GetBytes(Text))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\r\n\r\n\t ")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\r\n")]
    public void An_empty_file_is_refused(string text) =>
        Assert.Equal("the file is empty, expected a snapshot.", SnapshotText.Refusal(() => SnapshotText.Read(text)));

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0xEF })]
    [InlineData(new byte[] { 0xEF, 0xBB })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xFE })]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0, 0 })]
    [InlineData(new byte[] { (byte)'{', 0 })]
    [InlineData(new byte[] { (byte)'{' })]
    public void A_file_of_a_byte_or_two_is_refused(byte[] file) => Assert.NotNull(SnapshotText.Refusal(() => SnapshotText.Read(file)));

    [Fact]
    public void A_file_may_be_as_large_as_allowed_and_no_larger()
    {
        byte[] file = Encoding.UTF8.GetBytes(Text);

        Assert.Equal("WEB01", SnapshotFile.Read(new MemoryStream(file), "web01.json", file.Length).ComputerName);
        Assert.Equal("WEB01", SnapshotFile.Read(file, 0, file.Length, "web01.json", file.Length).ComputerName);
        string expected = $"the file is larger than {file.Length - 1} bytes, which no snapshot needs.";
        Assert.Equal(expected, SnapshotText.Refusal(() => SnapshotFile.Read(new MemoryStream(file), "web01.json", file.Length - 1)));
        Assert.Equal(expected, SnapshotText.Refusal(() => SnapshotFile.Read(file, 0, file.Length, "web01.json", file.Length - 1)));
    }

    [Fact]
    public void A_stream_without_end_is_given_up_at_the_limit()
    {
        using var stream = new EndlessStream();

        Assert.Equal("the file is larger than 67108864 bytes, which no snapshot needs.", SnapshotText.Refusal(() => SnapshotFile.Read(stream, "web01.json")));
        Assert.InRange(stream.Given, 64 << 20, 256 << 20);
    }

    [Fact]
    public void A_stream_that_gives_a_byte_at_a_time_is_read_whole()
    {
        string text = "{" + SnapshotText.Head + ", \"x\": \"" + new string('x', 200_000) + "\", \"readings\": [] }";

        Assert.Equal("WEB01", SnapshotFile.Read(new SlowStream(Encoding.UTF8.GetBytes(text)), "web01.json").ComputerName);
    }

    [Fact]
    public void Nothing_of_a_file_stays_in_the_buffer_for_the_next()
    {
        SnapshotText.Read(Text + new string(' ', 5000));

        Assert.Equal("the file is empty, expected a snapshot.", SnapshotText.Refusal(() => SnapshotText.Read(string.Empty)));
    }

    [Fact]
    public void A_part_of_a_buffer_is_read_as_if_it_were_alone()
    {
        byte[] file = Encoding.UTF8.GetBytes(Text);
        byte[] buffer = [.. "\n{{"u8, .. file, .. "}}"u8];

        Assert.Equal("WEB01", SnapshotFile.Read(buffer, 3, file.Length, "web01.json").ComputerName);
        Assert.Equal(
            "line 1, byte 2: found '{', expected a member name in double quotes.",
            SnapshotText.Refusal(() => SnapshotFile.Read(buffer, 1, file.Length, "web01.json")));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(0, 5)]
    [InlineData(4, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_part_outside_of_the_buffer_is_the_callers_mistake(int offset, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => { SnapshotFile.Read(new byte[4], offset, count, "web01.json"); });

    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)' ', offset, count);
            Given += count;
            return count;
        }
    }
}
