using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

public sealed class RouteTests
{
    private readonly LabServer _server = Some.WithLoopback();
    private readonly Ports _ports;
    private readonly uint _loopback;

    public RouteTests()
    {
        _ports = Ports.Of(_server);
        _loopback = _server.IndexOf("Loopback");
    }

    [Fact]
    public async Task A_host_address_brings_no_route_to_its_neighbours()
    {
        await CreateAsync(Some.Vip, 32);
        Assert.Equal(["192.0.2.10/32", "224.0.0.0/4", "255.255.255.255/32"], await PrefixesAsync(IPFamily.IPv4));
    }

    [Fact]
    public async Task A_wider_prefix_brings_an_on_link_route_and_a_broadcast()
    {
        await CreateAsync("198.51.100.10", 24);
        Assert.Equal(
            ["198.51.100.0/24", "198.51.100.10/32", "198.51.100.255/32", "224.0.0.0/4", "255.255.255.255/32"], await PrefixesAsync(IPFamily.IPv4));
    }

    [Fact]
    public async Task A_prefix_of_two_addresses_has_no_broadcast()
    {
        await CreateAsync("198.51.100.10", 31);
        Assert.Equal(["198.51.100.10/31", "198.51.100.10/32", "224.0.0.0/4", "255.255.255.255/32"], await PrefixesAsync(IPFamily.IPv4));
    }

    [Fact]
    public async Task An_ipv6_loopback_has_link_local_and_multicast_routes_from_the_beginning()
    {
        IReadOnlyList<string> prefixes = await PrefixesAsync(IPFamily.IPv6);
        Assert.Contains("fe80::/64", prefixes);
        Assert.Contains("ff00::/8", prefixes);
    }

    [Fact]
    public async Task A_tentative_address_brings_no_route_yet()
    {
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 32));
        Assert.Empty(await PrefixesAsync(IPFamily.IPv4));
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(await PrefixesAsync(IPFamily.IPv4));
    }

    [Fact]
    public async Task Routes_go_with_the_address()
    {
        await CreateAsync("198.51.100.10", 24);
        await _ports.DoAsync(CimOperation.Delete(On.Address("198.51.100.10", CimStore.None)));
        Assert.Empty(await PrefixesAsync(IPFamily.IPv4));
    }

    [Fact]
    public async Task A_route_that_follows_an_address_cannot_be_deleted()
    {
        await CreateAsync(Some.Vip, 32);
        CimQuery route = On.Where(NetRouteClass.Class, CimStore.Active, (NetRouteClass.DestinationPrefix, "192.0.2.10/32"));
        await _ports.RefusesAsync(FailureKind.NotSupported, CimOperation.Delete(route));
    }

    [Theory]
    [InlineData(LabOmittedStore.BothStores)]
    [InlineData(LabOmittedStore.ActiveStoreOnly)]
    public async Task A_created_route_survives_a_restart_whatever_other_changes_do(LabOmittedStore omitted)
    {
        _server.Behaviour.OmittedStore = omitted;
        await _ports.DoAsync(CreateRoute("203.0.113.0/24", "192.0.2.1"));
        CimQuery route = On.Where(NetRouteClass.Class, CimStore.Active, (NetRouteClass.DestinationPrefix, "203.0.113.0/24"));
        CimRow row = await _ports.RowAsync(route);
        Assert.True(row.Get(NetRouteClass.RouteMetric).Is(256));
        _server.Restart();
        Assert.Single(await _ports.RowsAsync(route));
    }

    [Fact]
    public async Task A_route_is_deleted_from_both_stores_when_none_is_named()
    {
        await _ports.DoAsync(CreateRoute("203.0.113.0/24", "192.0.2.1"));
        await _ports.DoAsync(CimOperation.Delete(On.Where(NetRouteClass.Class, CimStore.None, (NetRouteClass.DestinationPrefix, "203.0.113.0/24"))));
        Assert.DoesNotContain(await _ports.RowsAsync(On.All(NetRouteClass.Class, CimStore.Persistent)), row => row.Get(NetRouteClass.DestinationPrefix).Is("203.0.113.0/24"));
    }

    [Fact]
    public async Task A_route_cannot_be_created_twice_nor_in_the_persistent_store_alone()
    {
        await _ports.DoAsync(CreateRoute("203.0.113.0/24", "192.0.2.1"));
        await _ports.RefusesAsync(FailureKind.AlreadyExists, CreateRoute("203.0.113.0/24", "192.0.2.1"));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, CreateRoute("203.0.114.0/24", "192.0.2.1", "PersistentStore"));
    }

    [Theory]
    [InlineData("203.0.113.7/24", "192.0.2.1")]
    [InlineData("203.0.113.0", "192.0.2.1")]
    [InlineData("everywhere", "192.0.2.1")]
    [InlineData("203.0.113.0/24", "2001:db8::1")]
    public async Task What_is_no_route_is_refused(string destination, string nextHop) =>
        await _ports.RefusesAsync(FailureKind.InvalidParameter, CreateRoute(destination, nextHop));

    [Fact]
    public async Task The_metric_of_the_interface_is_told_by_2019_and_later()
    {
        Assert.True((await DefaultRouteAsync(LabWindows.Server2019)).Get(NetRouteClass.InterfaceMetric).Is(25));
        Assert.Equal(FieldState.Missing, (await DefaultRouteAsync(LabWindows.Server2016)).Get(NetRouteClass.InterfaceMetric).State);
        CimQuery query = On.Where(NetRouteClass.Class, CimStore.Active, (NetRouteClass.InterfaceMetric, 25L));
        Assert.NotEmpty(await _ports.RowsAsync(query));
        LabServer old = new LabServerBuilder("OLD01").Windows(LabWindows.Server2016).Build();
        Assert.Equal(FailureKind.InvalidQuery, (await old.ReadAsync(query, default)).Failure?.Kind);
    }

    private static async Task<CimRow> DefaultRouteAsync(LabWindows windows)
    {
        Ports ports = Ports.Of(new LabServerBuilder("WEB01").Windows(windows).Build());
        return await ports.RowAsync(On.Where(NetRouteClass.Class, CimStore.Active, (NetRouteClass.DestinationPrefix, "0.0.0.0/0")));
    }

    private CimOperation CreateRoute(string destination, string nextHop, string? policyStore = null)
    {
        List<CimAssignment> parameters =
        [
            new("InterfaceAlias", CimType.String, "Ethernet"),
            new("DestinationPrefix", CimType.String, destination),
            new("NextHop", CimType.String, nextHop),
        ];
        if (policyStore is not null)
            parameters.Add(new CimAssignment("PolicyStore", CimType.String, policyStore));
        return CimOperation.Invoke(On.All(NetRouteClass.Class), "Create", parameters);
    }

    private async Task CreateAsync(string address, int prefixLength)
    {
        await _ports.DoAsync(Do.CreateAddress(_loopback, address, prefixLength));
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task<string[]> PrefixesAsync(IPFamily family) => (await _ports.RowsAsync(On.Routes(_loopback, CimStore.Active)))
        .Where(row => row.Get(NetRouteClass.AddressFamily).Is(family))
        .Select(row => row.Get(NetRouteClass.DestinationPrefix).Value)
        .OrderBy(each => each, StringComparer.Ordinal)
        .ToArray();
}
