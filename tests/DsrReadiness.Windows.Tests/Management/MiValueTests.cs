using System;
using DsrReadiness.Cim;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Windows.Tests.Management;

public sealed class MiValueTests
{
    public static TheoryData<CimType, object, object> Values() => new()
    {
        { CimType.Boolean, true, true },
        { CimType.UInt8, 255L, (byte)255 },
        { CimType.UInt16, 65535L, (ushort)65535 },
        { CimType.UInt32, 4294967295L, 4294967295u },
        { CimType.UInt64, 7L, 7UL },
        { CimType.UInt64, ulong.MaxValue, ulong.MaxValue },
        { CimType.String, "Ethernet", "Ethernet" },
        { CimType.String, new object[] { "443", "8443" }, new[] { "443", "8443" } },
        { CimType.String, Array.Empty<object>(), Array.Empty<string>() },
        { CimType.DateTime, "PT45S", TimeSpan.FromSeconds(45) },
        { CimType.UInt16, new object[] { 1L, 2L }, new ushort[] { 1, 2 } },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_travels_as_exactly_the_type_of_its_CIM_type(CimType type, object raw, object expected)
    {
        MiValue value = MiValue.Of(new CimAssignment("Some", type, raw));
        Assert.Equal(("Some", type, expected is Array), (value.Name, value.Type, value.IsArray));
        Assert.Equal(expected, value.Value);
        Assert.Equal(expected.GetType(), value.Value!.GetType());
    }

    [Fact]
    public void NULL_travels_with_its_type()
    {
        MiValue value = MiValue.Of(new CimAssignment("Some", CimType.UInt8, null));
        Assert.Equal((CimType.UInt8, null), (value.Type, value.Value));
    }

    [Theory]
    [InlineData(CimType.UInt8, 256L)]
    [InlineData(CimType.UInt8, -1L)]
    [InlineData(CimType.UInt16, 65536L)]
    [InlineData(CimType.UInt32, 4294967296L)]
    [InlineData(CimType.UInt64, -1L)]
    [InlineData(CimType.UInt8, "Enabled")]
    [InlineData(CimType.Boolean, 1L)]
    [InlineData(CimType.String, 1L)]
    [InlineData(CimType.UInt8, true)]
    [InlineData(CimType.DateTime, "2026-01-01")]
    [InlineData(CimType.DateTime, 45L)]
    public void A_value_that_is_not_of_the_type_goes_nowhere(CimType type, object raw) =>
        Assert.Contains("Some", Assert.Throws<ArgumentException>(() => MiValue.Of(new CimAssignment("Some", type, raw))).Message, StringComparison.Ordinal);

    [Fact]
    public void NULL_is_no_element_of_an_array() =>
        Assert.Throws<ArgumentException>(() => MiValue.Of(new CimAssignment("Some", CimType.String, new object?[] { "a", null })));

    [Theory]
    [InlineData(CimType.Boolean, false, "Boolean")]
    [InlineData(CimType.UInt8, false, "UInt8")]
    [InlineData(CimType.UInt16, false, "UInt16")]
    [InlineData(CimType.UInt32, false, "UInt32")]
    [InlineData(CimType.UInt64, false, "UInt64")]
    [InlineData(CimType.String, false, "String")]
    [InlineData(CimType.DateTime, false, "DateTime")]
    [InlineData(CimType.String, true, "StringArray")]
    [InlineData(CimType.UInt16, true, "UInt16Array")]
    public void MI_has_a_type_for_each(CimType type, bool isArray, string expected)
    {
        object raw = type == CimType.String ? "a" : type == CimType.Boolean ? true : type == CimType.DateTime ? "PT1S" : 1L;
        Assert.Equal(expected, MiSession.TypeOf(MiValue.Of(new CimAssignment("Some", type, isArray ? new object?[] { raw } : raw))).ToString());
    }
}
