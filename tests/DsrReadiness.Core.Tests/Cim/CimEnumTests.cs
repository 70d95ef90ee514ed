using System.Globalization;
using DsrReadiness.Cim;

namespace DsrReadiness.Tests.Cim;

public sealed class CimEnumTests
{
    [Theory]
    [InlineData(1L)]
    [InlineData("1")]
    [InlineData("Enabled")]
    [InlineData("enabled")]
    [InlineData("ENABLED")]
    public void Reads_number_and_text_alike(object raw) => Assert.Equal(Toggle.Enabled, CimEnum<Toggle>.Read(raw).Value);

    [Theory]
    [InlineData(true, RuleEnabled.True)]
    [InlineData(false, RuleEnabled.False)]
    [InlineData("True", RuleEnabled.True)]
    [InlineData("false", RuleEnabled.False)]
    [InlineData(2L, RuleEnabled.False)]
    [InlineData("2", RuleEnabled.False)]
    public void Reads_a_boolean_by_its_name_and_not_by_its_number(object raw, RuleEnabled expected) =>
        Assert.Equal(expected, CimEnum<RuleEnabled>.Read(raw).Value);

    [Theory]
    [InlineData("Domain Authenticated", NetworkCategory.DomainAuthenticated)]
    [InlineData("DomainAuthenticated", NetworkCategory.DomainAuthenticated)]
    public void Reads_a_text_with_or_without_spaces(string raw, NetworkCategory expected) =>
        Assert.Equal(expected, CimEnum<NetworkCategory>.Read(raw).Value);

    [Theory]
    [InlineData(13L)]
    [InlineData(63L)]
    [InlineData(64L)]
    [InlineData(100L)]
    [InlineData(2147483647L)]
    [InlineData("100")]
    public void Keeps_a_number_that_has_no_name(object raw)
    {
        Field<TcpState> field = CimEnum<TcpState>.Read(raw);
        Assert.True(field.HasValue);
        Assert.Equal(raw.ToString(), ((int)field.Value).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(raw.ToString(), field.ToString());
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData("-1")]
    [InlineData(2147483648L)]
    [InlineData(4294967295L)]
    [InlineData(ulong.MaxValue)]
    [InlineData(1.0)]
    [InlineData("1.0")]
    [InlineData("banana")]
    [InlineData("")]
    [InlineData(true)]
    public void Refuses_what_is_neither_number_nor_name(object raw)
    {
        Field<Toggle> field = CimEnum<Toggle>.Read(raw);
        Assert.Equal(FieldState.Malformed, field.State);
        Assert.Contains(System.Convert.ToString(raw, CultureInfo.InvariantCulture)!, field.ToString());
    }

    [Fact]
    public void Refuses_an_array() => Assert.Equal(FieldState.Malformed, CimEnum<Toggle>.Read(new object?[] { 1L }).State);
}
