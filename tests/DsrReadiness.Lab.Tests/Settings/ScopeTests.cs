using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Firewall;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Settings;

/// <summary>A part of what is prepared is that part and no other, and what a script cannot carry is refused.</summary>
public sealed class ScopeTests
{
    private const string Quiet = "LoopbackDevice Binding Binding Binding Binding Binding NetBios DnsRegistration Dhcp InterfaceMetric InterfaceMetric Advertising";
    private const string Loopbacks = "WeakHost WeakHost WeakHost WeakHost";
    private static readonly Place s_loopback = Place.Given(Role.Loopback, "DSR Loopback");
    private static readonly Place s_traffic = Place.Given(Role.Traffic, "Ethernet");

    [Theory]
    [InlineData("Loopback", Quiet)]
    [InlineData("Addresses", "Address Address")]
    [InlineData("WeakHost", Loopbacks + " WeakHost WeakHost")]
    [InlineData("Rules", "FirewallRule FirewallRule")]
    [InlineData("Strays", "")]
    [InlineData("Loopback, Addresses", Quiet + " Address Address")]
    public void Each_scope_is_a_part(string scope, string settings) =>
        Assert.Equal(settings, Names(StartingState.ServiceOf(["192.0.2.10", "2001:db8::10"]), s_loopback, s_traffic, System.Enum.Parse<Scope>(scope)));

    [Fact]
    public void Without_a_traffic_interface_the_loopbacks_are_weak_hosts_alone() =>
        Assert.Equal(Loopbacks, Names(StartingState.ServiceOf(["192.0.2.10", "2001:db8::10"]), s_loopback, null, Scope.WeakHost));

    [Fact]
    public void The_loopback_that_Windows_has_is_left_as_it_is()
    {
        var builtIn = new Place(Role.Loopback, InterfaceRef.BuiltInLoopback("Loopback Pseudo-Interface 1"), 1, "Loopback Pseudo-Interface 1");
        Assert.Equal("WeakHost WeakHost", Names(StartingState.ServiceOf(["192.0.2.10"]), builtIn, null, Scope.Loopback | Scope.WeakHost));
    }

    /// <summary>Windows binds it to a new adapter by itself, and one that is there may have lost it.</summary>
    [Theory]
    [InlineData(true, null)]
    [InlineData(false, true)]
    public void File_services_need_the_binding_of_the_file_server(bool isNew, bool? isBound)
    {
        var service = new DsrService([IPAddress.Parse("192.0.2.10")], [ServicePort.Parse("tcp/445")]);
        Binding[] bindings = [.. Of(service, s_loopback with { IsNew = isNew }, s_traffic, Scope.Loopback).OfType<Binding>()];
        Assert.Equal(isBound, bindings.SingleOrDefault(each => each.Component == Binding.FileServer)?.IsBound);
        Assert.All(bindings.Where(each => each.Component != Binding.FileServer), each => Assert.False(each.IsBound));
        Assert.DoesNotContain(Of(service, s_loopback, s_traffic, Scope.Loopback), each => each is NetBios);
    }

    /// <summary>One rule lets in several ranges of clients, and a rule for all of them needs none.</summary>
    [Fact]
    public void Clients_of_one_port_share_a_rule_that_names_them_unless_one_may_come_from_anywhere()
    {
        var vip = IPAddress.Parse("192.0.2.10");
        var clients = new Flow(vip, TransportProtocol.Tcp, new PortRange(443, 443), new IPPrefix(IPAddress.Parse("198.51.100.0"), 24));
        Flow[] flows = [clients, clients with { From = IPPrefix.OfHost(IPAddress.Parse("203.0.113.9")) }];
        Assert.Equal(["198.51.100.0/24", "203.0.113.9"], Assert.Single(Desired.Settings.FirewallRule.For(flows)).Conditions!.Sources);
        Assert.Empty(Assert.Single(Desired.Settings.FirewallRule.For([.. flows, clients with { From = null }])).Conditions!.Sources);
    }

    public static TheoryData<string, string, string, string> Conditions => new()
    {
        { "192.0.2.10", "tcp/443", "-Protocol TCP -LocalPort 443 -LocalAddress '192.0.2.10'", "protocol=TCP localport=443 localip=192.0.2.10" },
        { "2001:db8::10", "udp/5000-5100", "-Protocol UDP -LocalPort 5000-5100 -LocalAddress '2001:db8::10'", "protocol=UDP localport=5000-5100 localip=2001:db8::10" },
        { "192.0.2.10", "icmp", "-Protocol ICMPv4 -IcmpType 8 -LocalAddress '192.0.2.10'", "protocol=icmpv4:8,any localip=192.0.2.10" },
        { "2001:db8::10", "icmp", "-Protocol ICMPv6 -IcmpType 128 -LocalAddress '2001:db8::10'", "protocol=icmpv6:128,any localip=2001:db8::10" },
    };

    /// <summary>A rule that is removed is made again by what was read of it, and every tool is told the same.</summary>
    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_rule_is_the_same_in_every_tool_and_read_back(string address, string port, string powerShell, string netsh)
    {
        RuleConditions made = port == "icmp" ? new RuleConditions(TransportProtocol.Icmp, null, IPAddress.Parse(address), []) : RuleConditions.Of([.. Flow.OfAll(StartingState.ServiceOf([address], port), null)]);
        foreach (IPPrefix[] from in new IPPrefix[][] { [], [new IPPrefix(IPAddress.Parse("198.51.100.0"), 24), IPPrefix.OfHost(IPAddress.Parse("203.0.113.9"))] })
        {
            RuleConditions conditions = made with { From = from };
            RuleConditions? read = RuleConditions.Of([.. conditions.Options()]);
            Assert.Equal((conditions.Protocol, conditions.Ports, conditions.To), (read!.Protocol, read.Ports, read.To));
            Assert.Equal(conditions.Sources, read.Sources);
            var rule = new Desired.Settings.FirewallRule("x", conditions, true);
            ReleaseFacts facts = ReleaseFacts.Of(ScriptRelease.Server2012);
            Assert.EndsWith("-Profile Any " + powerShell + (from.Length == 0 ? string.Empty : " -RemoteAddress '198.51.100.0/24', '203.0.113.9'"), rule.Command, System.StringComparison.Ordinal);
            Assert.EndsWith(" profile=any " + netsh + (from.Length == 0 ? string.Empty : " remoteip=198.51.100.0/24,203.0.113.9"), rule.Netsh(Shell.Script(facts, null)).Commands[0], System.StringComparison.Ordinal);
        }
    }

    /// <summary>Conditions that a rule of ours never has are somebody else's: they are not made again.</summary>
    [Fact]
    public void Conditions_of_others_are_not_read()
    {
        CimAssignment[] ours = [.. RuleConditions.Of([.. Flow.OfAll(StartingState.ServiceOf(["192.0.2.10"]), null)]).Options()];
        CimAssignment[] With(CimProperty property, object? value) => [.. ours.Where(each => each.Name != property.Name), new CimAssignment(property, value)];
        Assert.NotNull(RuleConditions.Of(ours));
        Assert.Null(RuleConditions.Of(With(NetProtocolPortFilterClass.Protocol, "GRE")));
        Assert.Null(RuleConditions.Of(With(NetProtocolPortFilterClass.LocalPort, new object?[] { "RPC" })));
        Assert.Null(RuleConditions.Of(With(NetAddressFilterClass.LocalAddress, new object?[] { "192.0.2.10", "192.0.2.11" })));
        Assert.Null(RuleConditions.Of(With(NetAddressFilterClass.LocalAddress, new object?[] { "LocalSubnet" })));
        Assert.Null(RuleConditions.Of(With(NetAddressFilterClass.RemoteAddress, new object?[] { "LocalSubnet" })));
    }

    [Theory]
    [InlineData("7", 7u)]
    [InlineData("0", null)]
    [InlineData("Ethernet 7", null)]
    public void Digits_are_an_index_but_for_zero(string given, uint? index) => Assert.Equal((index, index is null ? given : null), (Place.Given(Role.Traffic, given).Index, Place.Given(Role.Traffic, given).Name));

    [Theory]
    [InlineData("2147483647", 2147483647)]
    [InlineData("2147483648", null)]
    [InlineData("-1", null)]
    [InlineData("0", 0)]
    public void A_number_is_put_back_where_a_script_can(string was, int? number)
    {
        object value = long.Parse(was, CultureInfo.InvariantCulture);
        if (number is null)
            Assert.Throws<ScriptRefusedException>(() => RawValue.Number(value, NetIPInterfaceClass.InterfaceMetric));
        else
            Assert.Equal(number, RawValue.Number(value, NetIPInterfaceClass.InterfaceMetric));
    }

    [Theory]
    [InlineData("DsrReadiness-2001:db8::10-tcp-443", true)]
    [InlineData("DsrReadiness-x~ y", true)]
    [InlineData("a\"b", false)]
    [InlineData("a%b", false)]
    [InlineData("a|b", false)]
    [InlineData("a\u007Fb", false)]
    [InlineData("a\tb", false)]
    [InlineData("\u00FCb", false)]
    public void A_rule_s_name_that_a_batch_file_cannot_carry_is_refused(string name, bool isCarried)
    {
        if (isCarried)
            Assert.Equal('"' + name + '"', CmdText.QuoteRule(name));
        else
            Assert.Throws<ScriptRefusedException>(() => CmdText.QuoteRule(name));
    }

    [Theory]
    [InlineData("Ethernet 2", true)]
    [InlineData("Local Area Connection* 11 (1)", false)]
    [InlineData("a~b", true)]
    [InlineData("-", false)]
    [InlineData("-a", false)]
    [InlineData("+5", false)]
    [InlineData("0x1F", false)]
    [InlineData("00007", false)]
    [InlineData("9g", true)]
    [InlineData("abc", true)]
    [InlineData(" a", false)]
    [InlineData("a ", false)]
    [InlineData("", false)]
    [InlineData("a\"b", false)]
    [InlineData("a%b", false)]
    [InlineData("a|b", false)]
    [InlineData("a:b", false)]
    [InlineData("a\u007Fb", false)]
    [InlineData("a\tb", false)]
    [InlineData("\u00FCb", false)]
    public void An_interface_s_name_that_a_batch_file_cannot_carry_is_refused(string name, bool isCarried) => AssertCarried(isCarried, name);

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Windows_has_no_longer_names(int length, bool isCarried) => AssertCarried(isCarried, new string('a', length));

    private static void AssertCarried(bool isCarried, string name)
    {
        var place = new Place(Role.Loopback, null, 9, name);
        if (isCarried)
            Assert.Equal('"' + name + '"', CmdText.Quote(place));
        else
            Assert.Contains("index", Assert.Throws<ScriptRefusedException>(() => CmdText.Quote(place)).Message, System.StringComparison.Ordinal);
    }

    private static IEnumerable<Setting> Of(DsrService service, Place loopback, Place? traffic, Scope scope) =>
        Prepared.For(service, service.VirtualIPAddresses.ToDictionary(vip => vip, _ => loopback), traffic, scope, null);

    private static string Names(DsrService service, Place loopback, Place? traffic, Scope scope) => string.Join(" ", Of(service, loopback, traffic, scope).Select(each => each.Name));
}
