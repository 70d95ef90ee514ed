using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DsrReadiness.Tests.Json;

/// <summary>Texts that are JSON and texts that are not, for readers to agree on.</summary>
internal static class JsonTexts
{
    private static readonly string[] s_valid =
    [
        // Single values, and white space around them.
        "0", "-0", "1", "-1", "9", "10", "42", "true", "false", "null", "\"\"", "\"a\"", "[]", "{}", " 1", "1 ", "\t1\n", "\r\n1\r\n", "  \n  {}  \n ",
        " [ ] ", " { } ", "[ ]\n\n", "\n\n\nnull",

        // Numbers.
        "123456789012345678", "999999999999999999", "1000000000000000000", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "18446744073709551615", "18446744073709551616", "123456789012345678901234567890", "-123456789012345678901234567890",
        "0.0", "-0.0", "0.5", "1.0", "1.5", "-1.25", "10.10", "1e0", "1E0", "1e1", "1e+1", "1E-1", "0e0", "0e+00", "-0e-0", "0.1e10", "1.25E-5", "123.456e78",
        "1e308", "1.7976931348623157e308", "5e-324", "4.9E-324", "1e-400", "2.2250738585072014e-308", "0.1", "0.30000000000000004", "100000000000000000000.5",
        "1e01", "1e00000000000000000001", "0.00000000000000000000000000000000000000000000000000000001", "65535", "4294967295", "4294967296", "1023", "1024",

        // Strings.
        "\" \"", "\"abc\"", "\"12345678\"", "\"1234567\"", "\"123456789\"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"/\"", "\"\\b\\f\\n\\r\\t\"",
        "\"\\u0041\"", "\"\\u00e4\"", "\"\\u00E4\"", "\"\\u0000\"", "\"\\u001f\"", "\"\\u2028\"", "\"\\uFFFF\"", "\"\\uD83D\\uDE00\"", "\"\\uDBFF\\uDFFF\"",
        "\"\\ud800\\udc00\"", "\"x\\uD83D\\uDE00y\\uD83D\\uDE00z\"", "\"ä\"", "\"日本語\"", "\"😀\"", "\"aä日😀\"", "\"\u007F\"", "\"\u0080\"", "\"\u07FF\"", "\"\u0800\"",
        "\"\uFFFD\"", "\"\uFFFE\"", "\"\uFFFF\"", "\"\uD7FF\uE000\"", "\"\U0010FFFF\"", "\"\u2028\u2029\"", "\"\uFEFF\"", "\"C:\\\\Program Files\\\\x.exe\"",
        "\"%SystemRoot%\\\\system32\\\\svchost.exe\"", "\"\\\\\\\\\"", "\"\\\\\\\"\"", "\"'\"", "\"<script>\"", "\"{\"", "\"[1,2\"", "\"//\"", "\"/* */\"",
        "\"abcdefg\\n\"", "\"abcdefgh\\n\"", "\"abcdefghi\\nabcdefghij\"", "\"abcdefgä\"", "\"abcdefghä\"", "\"\\/Date(1795312800000)\\/\"",

        // Arrays and objects.
        "[1]", "[1,2]", "[1 , 2]", "[[]]", "[[],[]]", "[{}]", "[null]", "[true,false,null]", "[\"\"]", "[1,\"a\",[2],{\"b\":3}]", "[[[[[[[[1]]]]]]]]",
        "{\"a\":1}", "{\"\":1}", "{\"a\":1,\"b\":2}", "{ \"a\" : 1 , \"b\" : 2 }", "{\"a\":{}}", "{\"a\":[]}", "{\"a\":{\"a\":{\"a\":null}}}",
        "{\"a\":1,\"a\":2}", "{\"a\":1,\"A\":2}", "{\"\\u0061\":1}", "{\"ä\":1}", "{\"a\\\"b\":1}", "{\"a\":\"a\"}", "{\"a\":[{\"a\":1},{\"a\":1}]}",
        "{\n\"a\"\n:\n1\n,\n\"b\"\n:\n2\n}", "[\n1\n,\n2\n]", "[0,0.0,-0,0e0]", "[true]", "[ true ]", "{\"a\":true}", "{\"a\":-1}", "{\"a\":null }",
    ];

    private static readonly string[] s_invalid =
    [
        // Nothing, or not even a value.
        "", " ", "\n", "\n\n  ", "\t", "\u000B", "\u000C1", "\u00A01", "a", "abc", "'a'", "undefined", "NaN", "Infinity", "-Infinity", "<a/>", "#", "$", "=", "?", "\0", "1\0", "\0{}",
        "]", "}", ",", ":", "\\", "\\n", "/", "//", "/**/", "// c\n1", "/* c */1", "1//", "1/**/", "[1//c\n]", "{/*c*/}", "\uFEFF1", "\uFEFF{}", "\uFEFF", "1\uFEFF",

        // More than one value.
        "1 1", "1,", "1,2", "{} {}", "[][]", "[] 1", "{}}", "[]]", "\"a\"\"b\"", "null null", "truefalse", "{}\n\n x", "[]\na", "1\n2", "{},", "\"a\" :1", "1 ]",

        // Literals.
        "t", "tr", "tru", "f", "fals", "n", "nul", "True", "TRUE", "nulL", "nulll", "truE", "falsey", "trux", "fAlse", "[tru]", "[tru", "{\"a\":nul}", "[nul,1]", "true1", "nul\n", "\nnul",

        // Numbers.
        "-", "+", "+1", "--1", "-a", "- 1", "01", "-01", "00", "-00", "007", "1.", "-1.", ".5", "-.5", "1.e1", "1..2", "1.2.3", "1e", "1E", "1e+", "1e-", "1e1.5", "1ee1", "1e++1",
        "0x1", "1a", "1_000", "1,000.0 ", "[01]", "[1.]", "[1e]", "[-]", "[1a]", "[.5]", "[+1]", "[1 2]", "{\"a\":01}", "1\"", "[1\"a\"]", "0e", "0.", "0a", "0-1", "1-", "1+1", "-\n1", "[-\n", "1.\n",
        "１", "1e400x", "123456789012345678901x", "[1.\n]", "1e\n5", "-0.", "-0e", "0.0.0", "1/2", "9.9.", "Inf",

        // Strings.
        "\"", "\"a", "\"abcdefgh", "\"abcdefghijklmnop", "\"\\", "\"a\\", "\"\\\"", "\"\\a\"", "\"\\x41\"", "\"\\'\"", "\"\\0\"", "\"\\ \"", "\"\\u\"", "\"\\u1\"", "\"\\u12\"",
        "\"\\u123\"", "\"\\u12G4\"", "\"\\uG000\"", "\"\\u 041\"", "\"\\u", "\"\\u0", "\"\\u00", "\"\\u004", "\"\\u0041", "\"\\U0041\"", "\"\\u-123\"", "\"\\u+041\"", "\"\\\n\"",
        "\"\n\"", "\"\t\"", "\"\r\"", "\"a\nb\"", "\"\0\"", "\"\u0001\"", "\"\u001F\"", "\"abcdefg\u001Fh\"", "\"abcdefgh\u0001\"", "\"a\\\u00e4\"", "[\"a]", "[\"a\\\"]", "{\"a}", "{\"a\":\"b}",
        "\"a\r\n", "\n\"a", "\n\"abc\\q\"", "[\"a\",\n\"b\n\"]", "\"abc\\",

        // Half pairs of surrogates.
        "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\uD800\"", "\"\\uDC00\\uD800\"", "\"\\uD800a\"", "\"\\uD800\\n\"", "\"\\uD83D\\u0041\"", "\"a\\uDFFFb\"", "\"\\uD800\\\\uDC00\"",
        "\"\\uD83D\\uDE00\\uD83D\"", "{\"\\uD800\":1}", "[\"\\uDBFF\"]",

        // Arrays.
        "[", "[[", "[1", "[1,", "[,", "[,]", "[,1]", "[1,]", "[1,,2]", "[1,2,]", "[1;2]", "[1:2]", "[1}", "[}", "[\"a\":1]", "[1]]", "[1],", "[[1]", "[{]", "[ ", "[\n", "[1\n", "[1,\n", "[\n1\n2]",
        "[ , ]", "[\"a\" \"b\"]", "[{}{}]", "[][", "[1 true]", "[null null]",

        // Objects.
        "{", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{,", "{,}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{\"a\"}", "{\"a\",1}", "{\"a\" 1}", "{\"a\"::1}", "{\"a\":}", "{\"a\":,}",
        "{\"a\":1,}", "{\"a\":1,,\"b\":2}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\":1]", "{]", "{\"a\":1}}", "{{}}", "{[]:1}", "{\"a\":1,2}", "{\"a\":1,\"b\"}", "{\"a\":1,\"b\":}", "{ ", "{\n", "{\"a\"\n",
        "{\"a\":\n", "{\"a\":1\n", "{\"a\":1,\n", "{\"a\":1,\n}", "{:1}", "{\"a\":\"b\" \"c\"}", "{\"a\"\n1}", "{\"a\":{}", "{\"a\":[}", "{\"a\":[1,}", "{,\"a\":1}", "{\"a\"=1}", "{\"a\":'b'}", "{true:1}", "{\"a\":1,\n b:2}",
    ];

    private static readonly byte[][] s_badUtf8 =
    [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xDF, 0xC0], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE1, 0x80], [0xE1, 0x80, 0x41],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80], [0xF0, 0x90, 0x80, 0x41],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xE4], [0xC3, 0x28],
    ];

    /// <summary>A text with every kind of token, to be cut and changed.</summary>
    public static byte[] Document { get; } = Bytes(
        "{\r\n \"format\": \"dsr-snapshot/1\", \"ä\\u00e4\\n\": [1, -2.5e+3, true, false, null, [], {}],\n  \"nested\": {\"a\": {\"b\": [\"日本\", \"😀\", \"\\uD83D\\uDE00\"]}},"
        + "\n\t\"path\": \"C:\\\\Windows\\\\x.exe\", \"zero\": 0, \"big\": 18446744073709551615\n}\n");

    public static IEnumerable<byte[]> Valid() => s_valid.Select(Bytes).Append(Document).Concat(
    [
        Nested(64, '[', ']'), Bytes(string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "{}" + new string('}', 63)),
        Bytes("[" + string.Join(",", Enumerable.Repeat("[[]]", 100)) + "]"), Bytes("\"" + new string('a', 5000) + "\""), Bytes("\"" + new string('ä', 5000) + "\""),
    ]);

    public static IEnumerable<byte[]> Invalid() => s_invalid.Select(Bytes).Concat(
    [
        Nested(65, '[', ']'), Nested(65, '{', '}'), Nested(100_000, '[', ']'), Bytes(new string('[', 64)), Bytes(new string('[', 65)),
        Bytes("\n " + string.Concat(Enumerable.Repeat("{\"a\":", 64)) + "{}" + new string('}', 64)),
        .. s_badUtf8.Select(bad => Inside("\"", bad, "\"")), .. s_badUtf8.Select(bad => Inside("[\"abcdefgh", bad, "ijk\"]")),
        .. s_badUtf8.Select(bad => Inside("{\"", bad, "\":1}")), .. s_badUtf8.Select(bad => Inside(string.Empty, bad, string.Empty)),
        .. s_badUtf8.Select(bad => Inside("[1", bad, "]")), .. s_badUtf8.Select(bad => Inside("\"a", bad, string.Empty)),
        Encoding.Unicode.GetBytes("{}"), Encoding.BigEndianUnicode.GetBytes("{}"), Encoding.UTF32.GetBytes("{}"),
    ]);

    /// <summary>Every beginning of the document.</summary>
    public static IEnumerable<byte[]> Truncated() => Enumerable.Range(0, Document.Length - 2).Select(length => Document[..length]);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Nested(int depth, char open, char close) => Bytes(new string(open, depth) + new string(close, depth));

    private static byte[] Inside(string before, byte[] bytes, string after) => [.. Bytes(before), .. bytes, .. Bytes(after)];
}
