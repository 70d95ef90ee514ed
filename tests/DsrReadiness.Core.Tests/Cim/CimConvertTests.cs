using System.Collections.Generic;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Cim;

public sealed class CimConvertTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    public void Reads_a_boolean(object raw, bool expected) => Assert.Equal(expected, CimConvert.ToBoolean(raw).Value);

    [Theory]
    [InlineData(1L)]
    [InlineData("1")]
    [InlineData("yes")]
    [InlineData("")]
    public void Takes_no_number_and_no_other_word_for_a_boolean(object raw) =>
        Assert.Equal(FieldState.Malformed, CimConvert.ToBoolean(raw).State);

    [Theory]
    [InlineData(0L, 0)]
    [InlineData(24L, 24)]
    [InlineData(255L, 255)]
    [InlineData("24", 24)]
    public void Reads_a_number_in_range(object raw, uint expected) => Assert.Equal(expected, NetIPAddressClass.PrefixLength.Read(raw).Value);

    [Theory]
    [InlineData(256L)]
    [InlineData("256")]
    [InlineData(-1L)]
    [InlineData("-1")]
    [InlineData(24.0)]
    [InlineData(24.5)]
    [InlineData("24.0")]
    [InlineData(" 24")]
    [InlineData("0x18")]
    [InlineData("1e1")]
    [InlineData("1,000")]
    [InlineData("")]
    [InlineData(true)]
    [InlineData(ulong.MaxValue)]
    [InlineData("99999999999999999999")]
    public void Refuses_a_number_out_of_range_or_of_another_type(object raw) =>
        Assert.Equal(FieldState.Malformed, NetIPAddressClass.PrefixLength.Read(raw).State);

    [Theory]
    [InlineData(65535L, true)]
    [InlineData(65536L, false)]
    public void Knows_the_range_of_uint16(long raw, bool fits) => Assert.Equal(fits, NetTcpConnectionClass.LocalPort.Read(raw).HasValue);

    [Theory]
    [InlineData(4294967295L, true)]
    [InlineData(4294967296L, false)]
    public void Knows_the_range_of_uint32(long raw, bool fits) => Assert.Equal(fits, NetIPInterfaceClass.InterfaceMetric.Read(raw).HasValue);

    [Theory]
    [InlineData("Ethernet", "Ethernet")]
    [InlineData("", "")]
    [InlineData(5L, "5")]
    public void Reads_a_text(object raw, string expected) => Assert.Equal(expected, CimConvert.ToText(raw).Value);

    [Theory]
    [InlineData(true)]
    [InlineData(1.5)]
    public void Takes_nothing_else_for_a_text(object raw) => Assert.Equal(FieldState.Malformed, CimConvert.ToText(raw).State);

    [Fact]
    public void Reads_an_array_of_texts() => Assert.Equal(["a", "5"], CimConvert.ToTexts(new object?[] { "a", 5L }).Value);

    [Fact]
    public void Reads_an_empty_array() => Assert.Empty(CimConvert.ToTexts(System.Array.Empty<object?>()).Value);

    [Fact]
    public void Takes_a_single_text_for_an_array_of_one() => Assert.Equal(["192.0.2.53"], CimConvert.ToTexts("192.0.2.53").Value);

    [Fact]
    public void Refuses_an_array_with_something_else_in_it()
    {
        Assert.Equal("unreadable ('NULL')", CimConvert.ToTexts(new object?[] { "a", null }).ToString());
        Assert.Equal("unreadable ('True')", CimConvert.ToTexts(new object?[] { "a", true }).ToString());
        Assert.Equal(FieldState.Malformed, CimConvert.ToTexts(true).State);
    }

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("2001:DB8::1", "2001:db8::1")]
    [InlineData("::", "::")]
    [InlineData("fe80::4c4f:4f50%12", "fe80::4c4f:4f50")]
    [InlineData("::ffff:192.0.2.10", "::ffff:192.0.2.10")]
    public void Reads_an_address_without_its_scope(string raw, string expected)
    {
        IPAddress address = CimConvert.ToAddress(raw).Value;
        Assert.Equal(IPAddress.Parse(expected), address);
        Assert.Equal(expected, address.ToString());
    }

    public static IEnumerable<object[]> NoAddresses =>
    [
        [""], ["1"], ["1.2.3"], ["0x7f.1"], ["127.1"], ["010.0.0.1"], ["192.0.2.010"], ["192.0.2.256"], ["192.0.2.1.1"], ["192.0.2.1 "], ["192.0.2.1%3"],
        ["[::1]"], ["[::1]:80"], ["2001:db8::1/64"], ["192.0.2.0/24"], ["%12"], ["localhost"], [3232235786L], [true],
    ];

    [Theory]
    [MemberData(nameof(NoAddresses))]
    public void Takes_nothing_else_for_an_address(object raw) => Assert.Equal(FieldState.Malformed, CimConvert.ToAddress(raw).State);
}
