using System;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>What keywords of rules stand for, in the safe direction: an allow rule counts where it is certain, a block rule wherever it may be meant.</summary>
public sealed class KeywordAddressesTests : RuleMatchTest
{
    private const string Yes = nameof(Match.Yes);
    private const string Beside = nameof(Match.Beside);
    private const string Unknown = nameof(Match.Unknown);

    [Theory]
    [InlineData("LocalSubnet", "192.168.11.0/25", Yes, Yes)]
    [InlineData("localsubnet4", "192.168.11.77/32", Yes, Yes)]
    [InlineData("LocalSubnet6", "192.168.11.77/32", Beside, Beside)]
    [InlineData("LocalSubnet", "192.168.12.77/32", Unknown, Yes)] // of another interface
    [InlineData("LocalSubnet", "203.0.113.77/32", Beside, Beside)]
    [InlineData("LocalSubnet", "192.168.10.0/23", nameof(Match.Part), nameof(Match.Part))]
    [InlineData("DefaultGateway", "192.168.11.1/32", Yes, Yes)]
    [InlineData("DefaultGateway", "192.168.11.2/32", Beside, Beside)]
    [InlineData("DNS", "192.168.11.10/32", Yes, Yes)]
    [InlineData("DHCP", "192.168.11.3/32", Yes, Yes)]
    [InlineData("WINS", "192.168.11.4/32", Yes, Yes)]
    [InlineData("WINS4", "192.168.11.6/32", Yes, Yes)]
    [InlineData("DHCP6", "192.168.11.3/32", Beside, Beside)]
    [InlineData("Internet", "203.0.113.77/32", Unknown, Unknown)]
    [InlineData("Intranet", "192.168.11.77/32", Unknown, Unknown)]
    [InlineData("PlayToDevice", "203.0.113.77/32", Unknown, Unknown)]
    public void A_keyword_in_an_allow_and_in_a_block_rule(string keyword, string from, string allows, string blocks) =>
        Assert.Equal((allows, blocks), (Allow(keyword, from, s => s), Block(keyword, from, s => s)));

    [Fact]
    public void A_host_prefix_adds_nobody_and_a_link_local_one_is_not_known()
    {
        Assert.Equal(Beside, Allow("LocalSubnet", "192.168.11.50/32", server => server.Set(NetIPAddressClass.PrefixLength, 32, (NetIPAddressClass.IPAddress, Server.Dip))));
        Flow linkLocal = FlowTo(Server.Vip6, TransportProtocol.Tcp, 443) with { From = Prefix("fe80::77/128") };
        Assert.Equal(Unknown, Ask(NetAddressFilterClass.RemoteAddress, new[] { "LocalSubnet" }, linkLocal));
        Assert.Equal(Unknown, Ask(NetAddressFilterClass.RemoteAddress, new[] { "LocalSubnet6" }, linkLocal));
        Assert.Equal(Beside, Ask(NetAddressFilterClass.RemoteAddress, new[] { "LocalSubnet4" }, linkLocal));
    }

    [Fact]
    public void A_gateway_is_where_a_default_route_leads()
    {
        Assert.Equal(Beside, Allow("DefaultGateway", "192.168.11.2/32", server => server.AddRoute(Server.Ethernet, "Ethernet", "10.0.0.0/8", "192.168.11.2")));
        Assert.Equal(Yes, Allow("DefaultGateway", "192.168.11.2/32", server => server.AddRoute(Server.Ethernet, "Ethernet", "0.0.0.0/0", "192.168.11.2")));
        Assert.Equal(Beside, Allow("DefaultGateway", "192.168.11.1/32", server => server.Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"))));
    }

    [Theory]
    [InlineData("LocalSubnet", "MSFT_NetIPAddress")]
    [InlineData("DefaultGateway", "MSFT_NetRoute")]
    [InlineData("DNS", "MSFT_DNSClientServerAddress")]
    [InlineData("DHCP", "Win32_NetworkAdapterConfiguration")]
    [InlineData("WINS", "Win32_NetworkAdapterConfiguration")]
    public void What_cannot_be_read_is_not_known_either_way(string keyword, string @class)
    {
        CimClass failing = CimClasses.Find(@class)!;
        Server Fail(Server server) => server.Fail(failing, failing.HasStores ? CimStore.Active : CimStore.None, FailureKind.AccessDenied);
        Assert.Equal((Unknown, Unknown), (Allow(keyword, "192.168.11.77/32", Fail), Block(keyword, "192.168.11.77/32", Fail)));
    }

    [Fact]
    public void Servers_that_an_older_collector_left_out_are_not_known() =>
        Assert.Equal(Unknown, Allow("DHCP", "192.168.11.3/32", server => server.Without(NetworkAdapterConfigurationClass.DHCPServer)));

    [Fact]
    public void An_address_beside_a_keyword_counts_by_itself() =>
        Assert.Equal(Yes, Ask(Surroundings(Server.Ready()).NoRules().Rule("r", (NetAddressFilterClass.RemoteAddress, new[] { "Internet", "203.0.113.0/24" })), Https with { From = Prefix("203.0.113.77/32") }));

    [Fact]
    public void Each_of_several_keywords_counts() =>
        Assert.Equal(Yes, Ask(Surroundings(Server.Ready()).NoRules().Rule("r", (NetAddressFilterClass.RemoteAddress, new[] { "LocalSubnet", "DNS6" })), Https with { From = Prefix("192.168.11.77/32") }));

    /// <summary>A rule that names others is no rule about other traffic: it is nearly right.</summary>
    [Fact]
    public void A_rule_for_other_clients_of_the_family_stands_beside()
    {
        Assert.Equal(Beside, Remote("203.0.113.0/24", "2001:db8::/64"));
        Assert.Equal(Beside, Remote("203.0.113.0/24"));
        Assert.Equal(nameof(Match.No), Remote("2001:db8::/64"));

        static string Remote(params string[] addresses) => Ask(NetAddressFilterClass.RemoteAddress, addresses, Https with { From = Prefix("192.168.11.77/32") });
    }

    private static Server Surroundings(Server server) => server.AddNic(9, "Other", "192.168.12.9", 24)
        .Set(NetworkAdapterConfigurationClass.DHCPServer, null).Set(NetworkAdapterConfigurationClass.WINSPrimaryServer, null).Set(NetworkAdapterConfigurationClass.WINSSecondaryServer, null)
        .Set(NetworkAdapterConfigurationClass.DHCPServer, "192.168.11.3", Server.On(NetworkAdapterConfigurationClass.Class, Server.Ethernet))
        .Set(NetworkAdapterConfigurationClass.WINSPrimaryServer, "192.168.11.4", Server.On(NetworkAdapterConfigurationClass.Class, Server.Ethernet))
        .Set(NetworkAdapterConfigurationClass.WINSSecondaryServer, "192.168.11.6", Server.On(NetworkAdapterConfigurationClass.Class, Server.Ethernet));

    private static string Allow(string keyword, string from, Func<Server, Server> change) =>
        Ask(change(Surroundings(Server.Ready())).NoRules().Rule("r", (NetAddressFilterClass.RemoteAddress, new[] { keyword })), Https with { From = Prefix(from) });

    private static string Block(string keyword, string from, Func<Server, Server> change) => Ask(
        change(Surroundings(Server.Ready())).NoRules().Block("r", (NetAddressFilterClass.RemoteAddress, new[] { keyword })), Https with { From = Prefix(from) }, FirewallAction.Block);
}
