using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using DsrReadiness.Json;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Json;

public class JsonWriterTests
{
    [Fact]
    public void Objects_and_arrays_are_indented_or_on_one_line()
    {
        string text = Write(writer =>
        {
            writer.StartObject();
            writer.Member("a", "b");
            writer.Name("rows");
            writer.StartArray();
            writer.StartObject(onOneLine: true);
            writer.Name("n");
            writer.Number(1);
            writer.Name("list");
            writer.StartArray();
            writer.Null();
            writer.Boolean(true);
            writer.EndArray();
            writer.EndObject();
            writer.StartObject();
            writer.EndObject();
            writer.EndArray();
            writer.Member("none", null);
            writer.Name("empty");
            writer.StartArray(onOneLine: true);
            writer.EndArray();
            writer.EndObject();
        });

        Assert.Equal(
            """
            {
              "a": "b",
              "rows": [
                { "n": 1, "list": [ null, true ] },
                {}
              ],
              "none": null,
              "empty": []
            }

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Theory]
    [InlineData("\b\f\n\r\t\"\\", "\"\\b\\f\\n\\r\\t\\\"\\\\\"")]
    [InlineData("\0\u001F\u007F", "\"\\u0000\\u001F\\u007F\"")]
    [InlineData("</script><!--&", "\"\\u003C/script\\u003E\\u003C!--\\u0026\"")]
    [InlineData("\u2028\u2029", "\"\\u2028\\u2029\"")]
    [InlineData("\u0085\u009B2J\u202E\u200B\uFEFF\u00E4", "\"\\u0085\\u009B2J\\u202E\\u200B\\uFEFF\u00E4\"")]
    [InlineData("äß日\uFFFF😀", "\"äß日\uFFFF😀\"")]
    [InlineData("'/", "\"'/\"")]
    public void Text_is_escaped_for_JSON_and_HTML(string text, string expected) =>
        Assert.Equal(expected + "\n", Write(writer => writer.String(text)));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("\"a\uFFFDb\uFFFD\"\n", Write(writer => writer.String("a\uD83Db\uDE00")));

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1, "1.0")]
    [InlineData(5E-324, "5E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(1e300, "1E+300")]
    [InlineData(0.1, "0.1")]
    public void A_double_is_written_as_one(double value, string expected) => Assert.Equal(expected + "\n", Write(writer => writer.Number(value)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_double_that_JSON_has_no_word_for_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(writer => writer.Number(value)));

    [Fact]
    public void Integers_are_written_to_their_limits()
    {
        Assert.Equal("-9223372036854775808\n", Write(writer => writer.Number(long.MinValue)));
        Assert.Equal("18446744073709551615\n", Write(writer => writer.Number(ulong.MaxValue)));
    }

    [Fact]
    public void The_culture_makes_no_difference()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "," } };
            Assert.Equal("-1.5\n", Write(writer => writer.Number(-1.5)));
            Assert.Equal("-7\n", Write(writer => writer.Number(-7L)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Long_texts_go_to_the_stream_whole()
    {
        string[] texts = Enumerable.Range(0, 500).Select(length => new string('é', length)).Append(new string('x', 100_000)).ToArray();

        string written = Write(writer =>
        {
            writer.StartArray();
            foreach (string text in texts)
                writer.String(text);
            writer.EndArray();
        });

        Assert.Equal(texts, JsonSerializer.Deserialize<string[]>(written));
    }

    [Fact]
    public void Any_text_without_half_pairs_is_read_as_it_was() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null && IsWhole(text)), text =>
        {
            byte[] written = Encoding.UTF8.GetBytes(Write(writer => writer.String(text)));
            return Reader(written).ReadString("text") == text && JsonSerializer.Deserialize<string>(written) == text;
        }));

    [Fact]
    public void Any_double_is_read_as_it_was() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<double>().Filter(double.IsFinite), value =>
        {
            DsrReadiness.Json.JsonReader reader = Reader(Encoding.UTF8.GetBytes(Write(writer => writer.Number(value))));
            reader.ReadValue();
            return reader.GetNumber() is double read && read.Equals(value);
        }));

    private static DsrReadiness.Json.JsonReader Reader(byte[] text) => new(text, 0, text.Length);

    private static bool IsWhole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static string Write(Action<JsonWriter> write)
    {
        using var stream = new MemoryStream();
        var writer = new JsonWriter(stream);
        write(writer);
        writer.End();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
