using System.Linq;
using DsrReadiness.Json;

namespace DsrReadiness.Tests.Json;

public class JsonStringPoolTests
{
    [Fact]
    public void Equal_strings_become_one()
    {
        string[] strings = Pool("[\"Any\",\"x\",\"Any\",\"C:\\\\a\",\"C:\\\\a\"]");

        Assert.Equal(["Any", "x", "Any", "C:\\a", "C:\\a"], strings);
        Assert.Same(strings[0], strings[2]);
        Assert.Same(strings[3], strings[4]);
    }

    [Fact]
    public void Strings_that_are_alike_stay_apart_however_many_there_are()
    {
        string[] expected = Enumerable.Range(0, 20_000).Select(number => "rule-" + number).Concat(["", " ", "  "]).ToArray();

        Assert.Equal(expected, Pool("[" + string.Join(",", expected.Select(each => "\"" + each + "\"")) + "]"));
    }

    [Fact]
    public void The_empty_string_is_no_unused_entry() => Assert.Equal(["", ""], Pool("[\"\",\"\"]"));

    [Fact]
    public void Long_strings_are_read_and_not_kept()
    {
        string text = new('a', 300);

        string[] strings = Pool($"[\"{text}\",\"{text}\"]");

        Assert.Equal([text, text], strings);
        Assert.NotSame(strings[0], strings[1]);
    }

    /// <summary>The same text in other escapes, and what differs by one character, an escape or its end.</summary>
    [Fact]
    public void Strings_of_one_text_are_taken_from_another_text_of_the_thread()
    {
        string[] strings = Pool("[\"C:\\\\a \\\"b\\\"\",\"Any\",\"Grün\",\"\\n\"]");
        string[] again = Pool("[\"Any\",\"C:\\\\a \\\"b\\\"\",\"C:\\u005ca \\\"b\\\"\",\"Grün\",\"Gr\\u00fcn\",\"\\n\",\"n\",\"any\",\"An\",\"Any \"]");

        Assert.Equal(["Any", "C:\\a \"b\"", "C:\\a \"b\"", "Grün", "Grün", "\n", "n", "any", "An", "Any "], again);
        Assert.Same(strings[0], again[1]);
        Assert.Same(strings[1], again[0]);
    }

    private static string[] Pool(string text)
    {
        byte[] bytes = JsonTexts.Bytes(text);
        var reader = new JsonReader(bytes, 0, bytes.Length);
        var pool = new JsonStringPool(bytes);
        var strings = new System.Collections.Generic.List<string>();
        reader.ReadValue();
        while (reader.ReadItem())
        {
            reader.ReadValue();
            strings.Add(pool.Get(reader));
        }

        return strings.ToArray();
    }
}
