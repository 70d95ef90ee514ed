using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Addresses;

public sealed class AddressTextTests
{
    private const string Alphabet = "0123456789afAFgx:.%/[]- \t\0٢";

    /// <summary>Addresses as people write them, with a few characters put in, taken out or changed.</summary>
    private static readonly Gen<string> s_nearlyAddresses =
        from text in Gen.OneOf(
            Any.Address.Select(address => address.ToString()),
            Any.IPv6.Select(InFull),
            from high in Any.IPv6
            from low in Any.IPv4
            select string.Join(':', InFull(high).Split(':').Take(6)) + ":" + low,
            Any.IPv4.Select(address => "::ffff:" + address))
        from edits in Gen.Choose(0, 3)
        from changes in Edit().ArrayOf(edits)
        select changes.Aggregate(text, Apply);

    [Fact]
    public void Reads_every_address_as_the_framework_writes_it() => Any.Holds(Any.Address, address => ReadsAs(address.ToString(), address));

    [Fact]
    public void Reads_capitals_and_leading_zeros_of_ipv6() => Any.Holds(
        Any.IPv6, address => ReadsAs(InFull(address), address) && ReadsAs(InFull(address).ToUpperInvariant(), address));

    [Fact]
    public void Reads_over_the_scope_of_ipv6() => Any.Holds(
        from address in Any.IPv6
        from scope in Gen.Elements("%1", "%4294967295", "%Ethernet 2", "%")
        select (address, Text: address + scope),
        each => ReadsAs(each.Text, each.address));

    [Fact]
    public void Agrees_with_the_grammar() => Any.Holds(
        s_nearlyAddresses,
        text => AddressText.TryParse(text, out IPAddress? address) ? address.Equals(AddressGrammar.Read(text)) : AddressGrammar.Read(text) is null);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("192.0.2.010")]
    [InlineData("192.0.2.256")]
    [InlineData("192.0.2.10.")]
    [InlineData(".192.0.2.10")]
    [InlineData("192..2.10")]
    [InlineData(" 192.0.2.10")]
    [InlineData("192.0.2.10 ")]
    [InlineData("192.0.2.10\n")]
    [InlineData("+192.0.2.10")]
    [InlineData("192.0.2.-1")]
    [InlineData("192.0.2.10%3")]
    [InlineData("192.0.2.10:80")]
    [InlineData("192.0.2.0/24")]
    [InlineData("١٩٢.٠.٢.١٠")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[2001:db8::1]:80")]
    [InlineData("2001:db8::1/64")]
    [InlineData(" ::1")]
    [InlineData("::1 ")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("::10000")]
    [InlineData("::0x1")]
    [InlineData("::g")]
    [InlineData("::192.0.2")]
    [InlineData("::192.0.2.010")]
    [InlineData("::192.0.2.10:1")]
    [InlineData("%3")]
    [InlineData("localhost")]
    public void Reads_nothing_else(string text)
    {
        Assert.False(AddressText.TryParse(text, out _));
        Assert.Null(AddressGrammar.Read(text));
    }

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10")]
    [InlineData("::ffff:192.0.2.10", "192.0.2.10")]
    [InlineData("::ffff:192.0.2.10%3", "192.0.2.10")]
    [InlineData("::192.0.2.10", "::192.0.2.10")]
    [InlineData("64:ff9b::192.0.2.10", "64:ff9b::c000:20a")]
    [InlineData("fe80::1%3", "fe80::1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    public void Canonical_is_what_an_address_is_on_every_computer(string text, string expected) =>
        Assert.Equal(expected, AddressText.Canonical(IPAddress.Parse(text)).ToString());

    private static bool ReadsAs(string text, IPAddress expected) =>
        AddressText.TryParse(text, out IPAddress? address) && address.Equals(expected) && expected.Equals(AddressGrammar.Read(text));

    private static string InFull(IPAddress address) => string.Join(
        ':', address.GetAddressBytes().Chunk(2).Select(pair => ((pair[0] << 8) | pair[1]).ToString("x4", CultureInfo.InvariantCulture)));

    private static Gen<(int Kind, int Place, char Character)> Edit() =>
        from kind in Gen.Choose(0, 2)
        from place in Gen.Choose(0, 50)
        from character in Gen.Elements(Alphabet.ToCharArray())
        select (kind, place, character);

    private static string Apply(string text, (int Kind, int Place, char Character) edit)
    {
        int place = text.Length == 0 ? 0 : edit.Place % text.Length;
        string inserted = text.Insert(place, edit.Character.ToString());
        return edit.Kind == 0 || text.Length == 0 ? inserted : edit.Kind == 1 ? text.Remove(place, 1) : inserted.Remove(place + 1, 1);
    }
}
