using System.Linq;
using DsrReadiness.Json;

namespace DsrReadiness.Tests.Json;

public class JsonReaderTests
{
    [Theory]
    [InlineData("\"\\uD83D\"", 2, "found half of a surrogate pair, expected a character")]
    [InlineData("\"abc\\uDE00\"", 5, "found half of a surrogate pair, expected a character")]
    [InlineData("[1,", 4, "found the end of the file, expected a value")]
    [InlineData("[1 2]", 4, "found '2', expected ',' or ']'")]
    [InlineData("{\"a\":1 2}", 8, "found '2', expected ',' or '}'")]
    [InlineData("{a:1}", 2, "found 'a', expected a member name in double quotes")]
    [InlineData("{\"a\" 1}", 6, "found '1', expected ':'")]
    [InlineData("tru3", 4, "found '3', expected 'true'")]
    [InlineData("\"\u0001\"", 2, "found byte 0x01, expected no control character in a string")]
    [InlineData("\"\\q\"", 3, "found 'q', expected an escape (one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX)")]
    [InlineData("\"\\u00g0\"", 6, "found 'g', expected a hexadecimal digit")]
    [InlineData("\"abc", 5, "found the end of the file, expected '\"' at the end of the string")]
    [InlineData("1 x", 3, "found 'x', expected the end of the file")]
    [InlineData("-x", 2, "found 'x', expected a digit")]
    [InlineData("ä", 1, "found byte 0xC3, expected a value")]
    public void A_refusal_says_what_was_found_and_expected(string text, int position, string message)
    {
        Judgement judgement = Judgement.Ours(JsonTexts.Bytes(text));

        Assert.Equal(message, judgement.Reason);
        Assert.Equal((0, position - 1), judgement.Place);
    }

    [Fact]
    public void A_refusal_names_line_and_byte_counted_from_1()
    {
        byte[] text = JsonTexts.Bytes("{\r\n  \"a\": 1,\n  \"ä\": x }");

        JsonFormatException e = Assert.Throws<JsonFormatException>(() => new JsonReader(text, 0, text.Length).SkipValue());

        Assert.Equal((3, 9), (e.Line, e.Position));
    }

    [Fact]
    public void Bad_utf8_is_refused_at_the_byte_that_begins_it()
    {
        Judgement judgement = Judgement.Ours([(byte)'"', (byte)'a', 0xE2, 0x82, (byte)'b', (byte)'"']);

        Assert.Equal("found byte 0xE2, expected UTF-8", judgement.Reason);
        Assert.Equal((0, 2), judgement.Place);
    }

    [Fact]
    public void Nesting_is_followed_to_64_and_no_deeper()
    {
        Assert.True(Judgement.OursSkipped(JsonTexts.Bytes(new string('[', 64) + new string(']', 64))).IsAccepted);

        Judgement deeper = Judgement.OursSkipped(JsonTexts.Bytes(new string('[', 65) + new string(']', 65)));

        Assert.Equal("found objects and arrays nested deeper than 64", deeper.Reason);
        Assert.Equal((0, 64), deeper.Place);
    }

    [Fact]
    public void Ends_of_objects_and_arrays_give_their_depth_back() =>
        Assert.True(Judgement.OursSkipped(JsonTexts.Bytes("[" + string.Join(",", Enumerable.Repeat("[{\"a\":[]}]", 200)) + "]")).IsAccepted);

    [Theory]
    [InlineData("0", typeof(long))]
    [InlineData("-0", typeof(long))]
    [InlineData("9223372036854775807", typeof(long))]
    [InlineData("-9223372036854775808", typeof(long))]
    [InlineData("9223372036854775808", typeof(ulong))]
    [InlineData("18446744073709551615", typeof(ulong))]
    [InlineData("18446744073709551616", typeof(double))]
    [InlineData("-9223372036854775809", typeof(double))]
    [InlineData("1.0", typeof(double))]
    [InlineData("1e2", typeof(double))]
    public void A_number_is_the_first_type_that_holds_it(string text, System.Type type) => Assert.IsType(type, Number(text));

    [Theory]
    [InlineData("1e309")]
    [InlineData("-1e400")]
    public void A_number_that_no_double_holds_is_refused_when_asked_for(string text)
    {
        Assert.True(Judgement.OursSkipped(JsonTexts.Bytes(text)).IsAccepted);
        Assert.Equal("found a number beyond what a double holds", Judgement.Ours(JsonTexts.Bytes(text)).Reason);
    }

    [Fact]
    public void Small_integers_are_boxed_once()
    {
        Assert.Same(Number("1023"), Number("1023"));
        Assert.NotSame(Number("1024"), Number("1024"));
    }

    [Fact]
    public void A_bookmark_reads_again_from_where_it_was_set()
    {
        byte[] text = JsonTexts.Bytes("{\"a\":[1,2],\"b\":3}");
        var reader = new JsonReader(text, 0, text.Length);
        reader.ReadValue();
        Assert.True(reader.ReadName());

        JsonReader bookmark = reader.Bookmark();
        reader.SkipValue();
        Assert.True(reader.ReadName());
        Assert.Equal("b", reader.GetString());

        bookmark.ReadValue();
        Assert.True(bookmark.ReadItem());
        bookmark.ReadValue();
        Assert.Equal(1L, bookmark.GetNumber());
    }

    [Theory]
    [InlineData("[\"a\",\"a\"]", 3)]
    [InlineData("[\"a\",\"ab\"]", 2)]
    [InlineData("[\"ab\",\"a\"]", 2)]
    [InlineData("[\"abcdefgh\",\"abcdefgi\"]", 8)]
    [InlineData("[\"\",\"\"]", 2)]
    [InlineData("[[\"Any\"],[\"Any\"]]", 7)]
    [InlineData("[[\"Any\"],[\"Any\",1]]", 6)]
    [InlineData("[null,null]", 4)]
    [InlineData("[[1,2],[1,2", 4)]
    [InlineData("[12,1", 1)]
    public void Bytes_repeat_as_far_as_they_are_the_same(string text, int same)
    {
        byte[] bytes = JsonTexts.Bytes(text);
        var reader = new JsonReader(bytes, 0, bytes.Length);
        reader.ReadValue();
        reader.ReadItem();
        int first = reader.Position;
        reader.SkipValue();
        int length = reader.Position - first;
        reader.ReadItem();

        Assert.Equal(same, reader.CountRepeated(first, length));
    }

    [Theory]
    [InlineData("\"InstanceID\"", true)]
    [InlineData("\"instanceid\"", true)]
    [InlineData("\"InstanceId \"", false)]
    [InlineData("\"InstanceI\"", false)]
    [InlineData("\"Instance\\u0049D\"", false)]
    [InlineData("\"\"", false)]
    public void A_text_is_compared_ignoring_case(string text, bool isSpelt) => Assert.Equal(isSpelt, At(text).IsSpelt("InstanceID"));

    [Theory]
    [InlineData("\"[@A\"", "{@A")]
    [InlineData("\"`\"", "@")]
    [InlineData("\"\\\\\"", "||")]
    public void Only_letters_have_a_case(string text, string other) => Assert.False(At(text).IsSpelt(other));

    [Theory]
    [InlineData("\"a\"", "\"a\"")]
    [InlineData("12.5", "12.5")]
    [InlineData("[1]", "an array")]
    [InlineData("{}", "an object")]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("\"a\\u001b[31m\\n\\u202Eb\"", "\"a?[31m??b\"")]
    public void A_value_in_words_holds_nothing_that_a_terminal_obeys(string text, string expected) => Assert.Equal(expected, At(text).Describe());

    [Fact]
    public void A_long_value_in_words_is_cut() => Assert.Equal("\"" + new string('x', 60) + "...\"", At("\"" + new string('x', 61) + "\"").Describe());

    private static object Number(string text) => At(text).GetNumber();

    private static JsonReader At(string text)
    {
        byte[] bytes = JsonTexts.Bytes(text);
        var reader = new JsonReader(bytes, 0, bytes.Length);
        reader.ReadValue();
        return reader;
    }
}
