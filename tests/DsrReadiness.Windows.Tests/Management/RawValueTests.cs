using System;
using DsrReadiness.Cim;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Windows.Tests.Management;

public sealed class RawValueTests
{
    public static TheoryData<object?, object?> Values() => new()
    {
        { null, null },
        { true, true },
        { "text", "text" },
        { byte.MaxValue, 255L },
        { sbyte.MinValue, -128L },
        { ushort.MaxValue, 65535L },
        { short.MinValue, -32768L },
        { uint.MaxValue, 4294967295L },
        { int.MinValue, -2147483648L },
        { long.MinValue, long.MinValue },
        { (ulong)long.MaxValue, long.MaxValue },
        { ulong.MaxValue, ulong.MaxValue },
        { 'A', 65L },
        { 0.5f, 0.5 },
        { 0.25, 0.25 },
        { new DateTime(2026, 11, 25, 1, 2, 3, DateTimeKind.Utc), "2026-11-25T01:02:03.0000000Z" },
        { TimeSpan.FromMinutes(90), "PT1H30M" },
        { new byte[] { 1, 2 }, new object?[] { 1L, 2L } },
        { new[] { "a", null }, new object?[] { "a", null } },
        { Array.Empty<uint>(), Array.Empty<object?>() },
        { new Version(1, 0), EmbeddedObject.Instance },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_of_Windows_becomes_what_rows_hold(object? value, object? expected)
    {
        object? raw = RawValue.Of(value);
        Assert.Equal(expected, raw);
        Assert.Equal(expected?.GetType(), raw?.GetType());
    }
}
