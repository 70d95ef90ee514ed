using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Paths;

namespace DsrReadiness.Tests.Paths;

public sealed class LiteralTextTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(true, "Any")]
    [InlineData(true, "80", "any")]
    [InlineData(true, "1-65535")]
    [InlineData(true, "0-65535")]
    [InlineData(true, "30000-65535", "1-29999", "80")]
    [InlineData(true, "1-65535", "nonsense")]
    [InlineData(false, "2-65535")]
    [InlineData(false, "1-65534")]
    [InlineData(false, "1-79", "81-65535")]
    [InlineData(false, "RPC")]
    [InlineData(false, "RPC", "1-79")]
    [InlineData(null, "nonsense")]
    [InlineData(null, "1-79", "1-70000")]
    [InlineData(null, "9-1", "80")]
    public void Every_port_is_held_by_all_texts_together(bool? expected, params string[] texts) => Assert.Equal(expected, LiteralText.HoldsEveryPort(Field(texts), from: 1));

    [Theory]
    [InlineData(true, true, "1024-65535")]
    [InlineData(true, true, "49152-65535", "1000-49151")]
    [InlineData(false, true, "49152-65535")]
    [InlineData(false, true, "80", "1024")]
    [InlineData(false, false, "1-1023")]
    [InlineData(false, null, "RPC")]
    [InlineData(null, null, "80", "nonsense")]
    [InlineData(null, true, "1024", "nonsense")]
    public void Ports_are_held_from_one_on(bool? every, bool? any, params string[] texts) =>
        Assert.Equal((every, any), (LiteralText.HoldsEveryPort(Field(texts), from: 1024), LiteralText.HoldsAPort(Field(texts), from: 1024)));

    [Fact]
    public void NULL_is_no_limit_and_what_is_missing_is_not_known()
    {
        Assert.True(LiteralText.HoldsEveryPort(Field<IReadOnlyList<string>>.Null, from: 1));
        Assert.Null(LiteralText.HoldsEveryPort(default, from: 1));
    }

    /// <summary>A file may hold as many as it likes: asking each of them for each of them would take days.</summary>
    [Fact]
    public void A_million_texts_are_counted_and_not_held_against_one_another()
    {
        string[] texts = [.. Enumerable.Range(0, 1_000_000).Select(i => (2 + (i % 65_000)).ToString(CultureInfo.InvariantCulture))];
        Assert.False(LiteralText.HoldsEveryPort(Field(texts), from: 1));
        Assert.True(LiteralText.HoldsEveryPort(Field([.. texts, "65002-65535", "1"]), from: 1));
    }

    private static Field<IReadOnlyList<string>> Field(IReadOnlyList<string> texts) => new Field<IReadOnlyList<string>>(texts);
}
