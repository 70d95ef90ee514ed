using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using DsrReadiness.Json;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Json;

/// <summary>Holds our own doubles against those of System.Text.Json and of the runtime that the tests run on, which are exact since .NET Core 3.0.</summary>
public sealed class JsonRealTests
{
    [Theory]
    [InlineData(5E-324, "5E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(2.2250738585072014E-308, "2.2250738585072014E-308")]
    [InlineData(-0.0, "-0")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1E+16, "10000000000000000")]
    [InlineData(1E+17, "1E+17")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(-0.00001, "-1E-05")]
    [InlineData(1E+23, "1E+23")]
    [InlineData(1d / 33554432, "2.9802322387695312E-08")]
    public void Numbers_have_the_fewest_digits_that_read_the_same(double value, string expected) => Assert.Equal(expected, JsonReal.Write(value));

    [Fact]
    public void Every_power_of_two_and_its_neighbours_are_written_as_the_runtime_writes_them()
    {
        double[] edges = Edges().ToArray();

        Assert.True(edges.Length > 6000);
        Assert.All(edges, value => Assert.True(IsAsTheirs(value), JsonReal.Write(value)));
        Assert.All(edges, value => Assert.True(ReadsAs(JsonReal.Write(value), value)));
    }

    [Fact]
    public void Any_bits_are_written_as_the_runtime_writes_them_and_read_again() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(20_000),
        Prop.ForAll(Doubles(), value => IsAsTheirs(value) && ReadsAs(JsonReal.Write(value), value)));

    [Fact]
    public void Any_number_is_read_as_the_runtime_reads_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(20_000),
        Prop.ForAll(Texts(), text => Agrees(text)));

    /// <summary>Half-way between two doubles exactly, a little more and a little less, each with every digit that it has.</summary>
    [Fact]
    public void What_lies_half_way_goes_to_the_even_neighbour()
    {
        string half = ((9007199254740992m * 2) + 1).ToString(CultureInfo.InvariantCulture) + ".0"; // between two doubles 2 apart
        string[] texts =
        [
            "9007199254740993", "9007199254740993.0", "9007199254740992.9999", "9007199254740993.00000000000000000000000000000000000000000000000000001", "9007199254740995.0", half,
            "9007199254740993." + new string('0', 900) + "1", "-9007199254740993." + new string('0', 900) + "1", new string('9', 400), "0." + new string('0', 400) + "1e400",
            "2.4703282292062327208e-324", "2.4703282292062328e-324", "2.47e-324", "2.5e-324", "1.7976931348623158e308", "1.7976931348623159e308", "1e309", "-1e309", "1e99999999999999999999", "1e-99999999999999999999",
            "0e99999999999999999999", "-0.0e5", "-0e1", "2.2250738585072011e-308", "2.2250738585072012e-308", "1e23", "8.5e22", "1E+0022",
        ];

        Assert.All(texts, text => Assert.True(Agrees(text), text));
    }

    [Fact]
    public void A_million_digits_are_no_more_work_than_their_number()
    {
        string text = "0." + new string('0', 500_000) + new string('7', 500_000) + "e+500000";

        Assert.True(JsonReal.TryRead(text, out double value));
        Assert.Equal(7d / 9, value);
    }

    private static IEnumerable<double> Edges() =>
        from exponent in Enumerable.Range(0, 0x7FF)
        from fraction in (long[])[0, 1, (1L << 52) - 1]
        select BitConverter.Int64BitsToDouble(((long)exponent << 52) + fraction);

    private static Arbitrary<double> Doubles() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<ulong>().Select(BitConverter.UInt64BitsToDouble),
        from high in Gen.Choose(int.MinValue, int.MaxValue) from low in Gen.Choose(int.MinValue, int.MaxValue) select BitConverter.Int64BitsToDouble(((long)high << 32) ^ (uint)low),
        from digits in Gen.Choose(-1_000_000, 1_000_000) from power in Gen.Choose(0, 12) select digits / Math.Pow(10, power)).Where(double.IsFinite).ToArbitrary();

    private static Arbitrary<string> Texts() => (
        from sign in Gen.Elements(string.Empty, "-")
        from whole in Gen.Choose(0, 99)
        from digits in Gen.Choose('0', '9').Select(digit => (char)digit).NonEmptyListOf()
        from exponent in Gen.Choose(-345, 330)
        select string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{string.Concat(digits)}E{exponent}")).ToArbitrary();

    private static bool Agrees(string text)
    {
        double theirs = double.Parse(text, CultureInfo.InvariantCulture);
        return JsonReal.TryRead(text, out double ours) == double.IsFinite(theirs) && BitConverter.DoubleToInt64Bits(ours) == BitConverter.DoubleToInt64Bits(theirs);
    }

    private static bool ReadsAs(string text, double value) => JsonReal.TryRead(text, out double read) && BitConverter.DoubleToInt64Bits(read) == BitConverter.DoubleToInt64Bits(value);

    /// <summary>.NET 10 writes two powers of two, 2 to the -25th one of them, with a digit too few: what it writes there reads as the neighbour below.</summary>
    private static bool IsAsTheirs(double value)
    {
        string theirs = JsonSerializer.Serialize(value);
        return JsonReal.Write(value) == theirs || JsonSerializer.Deserialize<double>(theirs) < value;
    }
}
