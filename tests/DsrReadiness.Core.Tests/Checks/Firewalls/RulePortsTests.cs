using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Firewall;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class RulePortsTests
{
    [Theory]
    [InlineData("443", 443, 443)]
    [InlineData("5000-5100", 5000, 5100)]
    [InlineData("0-65535", 0, 65535)]
    [InlineData("00443", 443, 443)]
    public void Reads_ports_and_ranges(string text, int first, int last) => Assert.Equal([new PortRange(first, last)], Read(text).Values);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-443")]
    [InlineData("443-")]
    [InlineData("65536")]
    [InlineData("99999999999")]
    [InlineData("5100-5000")]
    [InlineData("443 ")]
    [InlineData("443,444")]
    [InlineData("https")]
    [InlineData("+443")]
    public void Guesses_nothing(string text)
    {
        ValueList<PortRange> list = Read("80", text);
        Assert.Equal((1, "unreadable ('" + text + "')"), (list.Values.Count, list.Unreadable));
    }

    [Theory]
    [InlineData("RPC")]
    [InlineData("rpcepmap")]
    [InlineData("RPC-EPMap")]
    [InlineData("IPHTTPSIn")]
    [InlineData("Teredo")]
    [InlineData("PlayToDiscovery")]
    [InlineData("mDNS")]
    public void Knows_keywords(string text) => Assert.Equal([text], Read(text).Keywords);

    [Fact]
    public void Any_empty_and_null_are_no_limit() =>
        Assert.All([Read("any"), Read("80", "Any"), Read(), RulePorts.Read(Field<IReadOnlyList<string>>.Null)], list => Assert.True(list.IsAny));

    [Fact]
    public void A_property_that_was_not_collected_is_unreadable() => Assert.Equal("not collected", RulePorts.Read(default).Unreadable);

    [Fact]
    public void Every_port_is_read_as_itself() => Assert.All(
        Enumerable.Range(0, 65536),
        port => Assert.True(PortRange.TryParse(port.ToString(), out PortRange range) && range == new PortRange(port, port)));

    private static ValueList<PortRange> Read(params string[] texts) => RulePorts.Read(new Field<IReadOnlyList<string>>(texts));
}
