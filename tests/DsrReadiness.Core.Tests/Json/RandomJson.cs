using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Json;

/// <summary>Random JSON: values of every kind, each spelt in one of the ways in which it may be, and texts that were JSON before they were changed.</summary>
internal static class RandomJson
{
    private static readonly Gen<string> s_space = Gen.Frequency(
        (5, Gen.Constant(string.Empty)), (2, Gen.Constant(" ")), (1, Gen.Elements("\n", "\r\n", "\t", "\n        ", "   \n\t ")));

    private static readonly Gen<string> s_number = Gen.OneOf(
        Gen.Choose(-2000, 2000).Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ArbMap.Default.GeneratorFor<long>().Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ArbMap.Default.GeneratorFor<ulong>().Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => number.Get.ToString("R", CultureInfo.InvariantCulture)),
        from whole in Digits()
        from fraction in Gen.Choose(0, 999)
        from exponent in Gen.Choose(-330, 270)
        from form in Gen.Elements("-{0}.{1:000}E{2}", "{0}e{2}", "{0}.{1}", "{0}.{1}e{2:+000;-000}", "-{0}")
        select string.Format(CultureInfo.InvariantCulture, form, whole, fraction, exponent));

    private static readonly Gen<int> s_codePoint = Gen.Frequency(
        (20, Gen.Choose(' ', '~')), (2, Gen.Choose(0, 0x1F)), (2, Gen.Elements('"', '\\', '/', '<', '&').Select(c => (int)c)), (2, Gen.Choose(0x7F, 0x7FF)),
        (2, Gen.Choose(0x800, 0xD7FF)), (1, Gen.Choose(0xE000, 0xFFFF)), (2, Gen.Choose(0x10000, 0x10FFFF)));

    private static readonly Gen<string> s_string = s_codePoint.SelectMany(Spellings).ListOf().Select(parts => "\"" + string.Concat(parts) + "\"");

    public static Arbitrary<string> Texts() => Gen.Sized(size => Value(Math.Min(size / 8, 6))).ToArbitrary();

    /// <summary>A random text, or one that is known to be valid, with one to three bytes changed, taken out, put in or said twice.</summary>
    public static Arbitrary<byte[]> ChangedTexts()
    {
        Gen<byte[]> texts = Gen.OneOf(
            Gen.Sized(size => Value(Math.Min(size / 8, 5))).Select(JsonTexts.Bytes),
            Gen.Elements(JsonTexts.Valid().ToArray()),
            Gen.Constant(JsonTexts.Document));
        Gen<byte> bytes = Gen.OneOf(Gen.Elements("\"\\{}[],:0123456789eE+-.tfnu \n\0\t"u8.ToArray()), Gen.Choose(0, 255).Select(value => (byte)value));
        Gen<(int At, int How, byte Byte)[]> changes =
            from count in Gen.Choose(1, 3)
            from each in (from at in Gen.Choose(0, 100_000) from how in Gen.Choose(0, 3) from change in bytes select (at, how, change)).ArrayOf(count)
            select each;
        return (from text in texts from each in changes select each.Aggregate(text, Change)).ToArbitrary();
    }

    private static Gen<string> Digits() => Gen.Frequency(
        (3, Gen.Choose(0, 99).Select(number => number.ToString(CultureInfo.InvariantCulture))),
        (1, Gen.Choose('0', '9').Select(digit => (char)digit).ListOf(25).Select(digits => "7" + string.Concat(digits))));

    private static Gen<string> Value(int depth)
    {
        Gen<string> scalar = Gen.Frequency((2, s_string), (2, s_number), (1, Gen.Elements("true", "false", "null")));
        if (depth == 0)
            return Spaced(scalar);
        Gen<string> inner = Value(depth - 1);
        Gen<string> member = from name in Spaced(s_string) from value in inner select name + ":" + value;
        Gen<string> array = Few(inner).Select(items => "[" + string.Join(",", items) + "]");
        Gen<string> @object = Few(member).Select(members => "{" + string.Join(",", members) + "}");
        return Spaced(Gen.Frequency((2, scalar), (1, array), (1, @object), (1, s_space.Select(space => "[" + space + "]")), (1, s_space.Select(space => "{" + space + "}"))));
    }

    private static Gen<string[]> Few(Gen<string> items) => from count in Gen.Choose(1, 4) from few in items.ArrayOf(count) select few;

    private static Gen<string> Spaced(Gen<string> text) => from before in s_space from inner in text from after in s_space select before + inner + after;

    private static Gen<string> Spellings(int codePoint)
    {
        string text = char.ConvertFromUtf32(codePoint);
        var spellings = new List<string>
        {
            string.Concat(text.Select(c => $"\\u{(int)c:x4}")),
            string.Concat(text.Select(c => $"\\u{(int)c:X4}")),
        };
        int letter = "\b\f\n\r\t\"\\/".IndexOf(text, StringComparison.Ordinal);
        if (letter >= 0)
            spellings.Add("\\" + "bfnrt\"\\/"[letter]);
        bool mayBeBare = codePoint >= ' ' && codePoint is not ('"' or '\\');
        return mayBeBare ? Gen.Frequency((8, Gen.Constant(text)), (1, Gen.Elements<string>([.. spellings]))) : Gen.Elements<string>([.. spellings]);
    }

    private static byte[] Change(byte[] text, (int At, int How, byte Byte) change)
    {
        if (text.Length == 0)
            return [change.Byte];
        int at = change.At % text.Length;
        return change.How switch
        {
            0 => [.. text[..at], change.Byte, .. text[(at + 1)..]],
            1 => [.. text[..at], .. text[(at + 1)..]],
            2 => [.. text[..at], change.Byte, .. text[at..]],
            _ => [.. text[..at], text[at], .. text[at..]],
        };
    }
}
