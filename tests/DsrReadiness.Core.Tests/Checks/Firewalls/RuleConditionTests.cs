using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>The conditions on everything but the traffic, each by itself, and how conditions go together.</summary>
public sealed class RuleConditionTests : RuleMatchTest
{
    [Theory]
    [InlineData(1, nameof(Match.Yes))]
    [InlineData("True", nameof(Match.Yes))]
    [InlineData(2, nameof(Match.No))]
    [InlineData(0, nameof(Match.Unknown))]
    [InlineData(null, nameof(Match.Unknown))]
    public void State(object? value, string match) => Assert.Equal(match, Ask(NetFirewallRuleClass.Enabled, value));

    [Theory]
    [InlineData(1, nameof(Match.Yes))]
    [InlineData(2, nameof(Match.No))]
    [InlineData(3, nameof(Match.Unknown))]
    [InlineData(null, nameof(Match.Unknown))]
    public void Direction(object? value, string match) => Assert.Equal(match, Ask(NetFirewallRuleClass.Direction, value));

    [Theory]
    [InlineData(2, nameof(Match.Yes), nameof(Match.No))]
    [InlineData(3, nameof(Match.Part), nameof(Match.No))]
    [InlineData(4, nameof(Match.No), nameof(Match.Yes))]
    [InlineData(0, nameof(Match.Unknown), nameof(Match.Unknown))]
    [InlineData("banana", nameof(Match.Unknown), nameof(Match.Unknown))]
    public void Action(object? value, string allows, string blocks) => Assert.Equal(
        (allows, blocks), (Ask(NetFirewallRuleClass.Action, value), Ask(NetFirewallRuleClass.Action, value, role: FirewallAction.Block)));

    [Theory]
    [InlineData(0, nameof(Match.Yes))]
    [InlineData(1, nameof(Match.Yes))]
    [InlineData(7, nameof(Match.Yes))]
    [InlineData(2, nameof(Match.No))]
    [InlineData(6, nameof(Match.No))]
    [InlineData(null, nameof(Match.Unknown))]
    public void Profile_mask(object? value, string match) => Assert.Equal(match, Ask(NetFirewallRuleClass.Profiles, value));

    [Theory]
    [InlineData("Any", nameof(Match.Yes))]
    [InlineData("Ethernet", nameof(Match.Yes))]
    [InlineData("ETHERNET|Loopback", nameof(Match.Yes))]
    [InlineData("Loopback", nameof(Match.Part))]
    [InlineData("Ethernet 2", nameof(Match.Part))]
    [InlineData("1689399632855040", nameof(Match.Unknown))]
    [InlineData("{6B5CCC07-72EB-4DA6-B543-0341FC0B613F}", nameof(Match.Unknown))]
    [InlineData("0x6008000000000", nameof(Match.Unknown))]
    [InlineData("Eth*", nameof(Match.Unknown))]
    [InlineData("*", nameof(Match.Unknown))]
    [InlineData("", nameof(Match.Unknown))]
    public void Interface_alias(string value, string match) => Assert.Equal(match, Ask(NetInterfaceFilterClass.InterfaceAlias, value.Split('|')));

    [Fact]
    public void An_alias_that_is_not_known_is_no_other_alias() => Assert.Equal(
        nameof(Match.Unknown), Ask(NetInterfaceFilterClass.InterfaceAlias, "Loopback", on: HostInterface.NameWithoutAlias(Server.Ethernet)));

    [Theory]
    [InlineData(0, nameof(Match.Yes))]
    [InlineData(null, nameof(Match.Yes))]
    [InlineData(1, nameof(Match.Yes))]
    [InlineData("Wired", nameof(Match.Yes))]
    [InlineData(7, nameof(Match.Yes))]
    [InlineData(2, nameof(Match.Beside))]
    [InlineData(12, nameof(Match.Beside))]
    [InlineData(16, nameof(Match.Unknown))]
    [InlineData("banana", nameof(Match.Unknown))]
    public void Interface_type(object? value, string match) => Assert.Equal(match, Ask(NetInterfaceTypeFilterClass.InterfaceType, value));

    [Theory]
    [InlineData(null, nameof(Match.Yes))]
    [InlineData("", nameof(Match.Yes))]
    [InlineData("any", nameof(Match.Yes))]
    [InlineData(true, nameof(Match.Unknown))]
    public void Program_and_service(object? value, string match)
    {
        foreach (CimProperty property in new[] { NetApplicationFilterClass.AppPath, NetServiceFilterClass.ServiceName })
            Assert.Equal((match, match), (Ask(property, value), AskBlock(property, value)));
    }

    [Theory]
    [InlineData(null, nameof(Match.Yes))]
    [InlineData("", nameof(Match.Yes))]
    [InlineData("Any", nameof(Match.Yes))]
    [InlineData("S-1-5-32-544", nameof(Match.Part))]
    [InlineData(true, nameof(Match.Unknown))]
    public void App_containers_and_people(object? value, string match)
    {
        CimProperty[] properties =
        [
            NetApplicationFilterClass.Package,
            NetFirewallRuleClass.Owner,
            NetSecurityFilterClass.LocalUsers,
            NetSecurityFilterClass.RemoteUsers,
            NetSecurityFilterClass.RemoteMachines,
        ];
        Assert.All(properties, property => Assert.Equal((match, match), (Ask(property, value), AskBlock(property, value))));
    }

    [Theory]
    [InlineData(0, nameof(Match.Yes))]
    [InlineData(null, nameof(Match.Yes))]
    [InlineData(1, nameof(Match.Part))]
    [InlineData(2, nameof(Match.Part))]
    [InlineData(3, nameof(Match.Unknown))]
    public void Authentication_and_encryption(object? value, string match) => Assert.Equal(
        (match, match), (Ask(NetSecurityFilterClass.Authentication, value), Ask(NetSecurityFilterClass.Encryption, value)));

    [Theory]
    [InlineData(false, nameof(Match.Yes))]
    [InlineData(null, nameof(Match.Yes))]
    [InlineData(true, nameof(Match.Part))]
    [InlineData("banana", nameof(Match.Unknown))]
    public void Overriding_block_rules(object? value, string match) => Assert.Equal(match, Ask(NetSecurityFilterClass.OverrideBlockRules, value));

    [Fact]
    public void A_condition_that_cannot_hold_decides_before_one_that_cannot_be_read() => Assert.Equal(
        nameof(Match.No),
        Ask(Server.Ready().NoRules().Rule(
            "r", (NetProtocolPortFilterClass.Protocol, "UDP"), (NetAddressFilterClass.LocalAddress, "banana"))));

    [Fact]
    public void A_rule_that_counts_for_nothing_anyway_is_not_in_doubt() => Assert.Equal(
        nameof(Match.Part),
        Ask(Server.Ready().NoRules().Rule("r", (NetSecurityFilterClass.Authentication, 1), (NetAddressFilterClass.LocalAddress, "banana"))));

    [Fact]
    public void A_rule_without_any_of_its_filters_is_in_doubt() => Assert.All(FirewallRules.Classes.Skip(1), @class =>
    {
        Server server = Server.Ready().NoRules().Rule("r");
        server.Rows(@class, CimStore.Active).Clear();
        Assert.Equal(nameof(Match.Unknown), Ask(server));
    });
}
