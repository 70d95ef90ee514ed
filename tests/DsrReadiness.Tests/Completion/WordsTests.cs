using System;
using System.Linq;
using DsrReadiness.Commands.Tests.Servers;
using DsrReadiness.Completion;

namespace DsrReadiness.Commands.Tests.Completion;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Ethernet", "Ethernet")]
    [InlineData("192.168.11.50", "192.168.11.50")]
    [InlineData("2001:db8::50", "2001:db8::50")]
    [InlineData("Ethernet 2", "'Ethernet 2'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("it\u2019s", "'it\u2019\u2019s'")]
    [InlineData("$(Restart-Computer)", "'$(Restart-Computer)'")]
    [InlineData("-Force", "'-Force'")]
    [InlineData("::1", "'::1'")]
    [InlineData("", "''")]
    public void A_completion_is_one_literal_argument(string text, string quoted) => Assert.Equal(quoted, Words.Quote(text));

    [Theory]
    [InlineData("", "M01 M02")]
    [InlineData("m0", "M01 M02")]
    [InlineData("'M02", "M02")]
    [InlineData("Weak", "WeakHost")]
    [InlineData("x", "")]
    public void What_is_typed_chooses(string typed, string expected)
    {
        Word[] words = [new("M01", "M01", "one"), new("M02", "M02", "two"), new("WeakHost", "WeakHost", "one", IsShownUnasked: false)];

        Assert.Equal(expected, string.Join(' ', Words.Begin(typed, words).Select(word => word.Text)));
    }

    [Fact]
    public void Interfaces_that_can_be_the_traffic_interface_are_offered_and_loopbacks_are_not() =>
        Assert.Equal(["Ethernet"], new InterfaceAliasCompleter().Of(Some.Snapshot()).Select(word => word.Text));

    [Fact]
    public void Addresses_on_loopbacks_are_offered_and_automatic_ones_are_not() =>
        Assert.Equal(["192.168.11.50", "2001:db8:11::50"], new VirtualIPAddressCompleter().Of(Some.Snapshot()).Select(word => word.Text).Order(StringComparer.Ordinal));

    [Fact]
    public void A_snapshot_without_addresses_offers_nothing()
    {
        var empty = new Snapshots.Snapshot("WEB01", DateTimeOffset.UnixEpoch, "tests", []);

        Assert.Empty(new VirtualIPAddressCompleter().Of(empty));
        Assert.Empty(new InterfaceAliasCompleter().Of(empty));
    }
}
