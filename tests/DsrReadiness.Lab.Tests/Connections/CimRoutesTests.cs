using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Connections;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Lab.Tests.Connections;

/// <summary>Routes of a Windows computer, as far as the lab knows them: what Windows makes of a lifetime is not among it.</summary>
public sealed class CimRoutesTests : IDisposable
{
    private static readonly IPAddress s_vip = IPAddress.Parse("203.0.113.10");
    private readonly LabServer _asker = new LabServerBuilder("ASKER").Build();
    private readonly MemoryJournals _journals = new();
    private readonly CimRoutes _routes;
    private readonly RouteLease _lease;
    private int _connections;

    public CimRoutesTests()
    {
        _routes = Routes();
        _lease = new RouteLease(s_vip, IPAddress.Parse("192.0.2.51"), "Ethernet", _asker.IndexOf("Ethernet"));
    }

    [Theory]
    [InlineData("203.0.113.10", "192.0.2.51", "203.0.113.10/32")]
    [InlineData("2001:db8:1::10", "2001:db8::51", "2001:db8:1::10/128")]
    public async Task A_route_is_made_in_the_active_store_alone_and_given_back(string vip, string server, string prefix)
    {
        var lease = new RouteLease(IPAddress.Parse(vip), IPAddress.Parse(server), "Ethernet", _asker.IndexOf("Ethernet"));
        await _routes.CleanAsync(CancellationToken.None);

        Assert.Null(await _routes.LeaseAsync(lease, CancellationToken.None));
        CimRow made = Assert.Single(Rows(CimStore.Active), row => row.Get(NetRouteClass.DestinationPrefix).Is(prefix));
        Assert.Equal(IPAddress.Parse(server), made.Get(NetRouteClass.NextHop).Value);
        Assert.DoesNotContain(Rows(CimStore.Persistent), row => row.Get(NetRouteClass.DestinationPrefix).Is(prefix));

        Assert.Null(await _routes.GiveBackAsync(lease));
        Assert.DoesNotContain(Rows(CimStore.Active), row => row.Get(NetRouteClass.DestinationPrefix).Is(prefix));
        _routes.Dispose();
        Assert.Empty(_journals.Read("_routes", "_routes"));
    }

    [Fact]
    public async Task A_route_that_nobody_gives_back_has_an_end()
    {
        await _routes.CleanAsync(CancellationToken.None);
        await _routes.LeaseAsync(_lease, CancellationToken.None);

        _asker.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(IsThere());
        _asker.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(IsThere());
    }

    [Fact]
    public async Task What_a_dead_run_left_is_found_and_removed_and_no_other_route()
    {
        await _routes.CleanAsync(CancellationToken.None);
        await _routes.LeaseAsync(_lease, CancellationToken.None);
        _journals.Append("_routes", "_routes", "{\"lease\":\"203.0.1"u8.ToArray());
        _journals.Truncate("_routes", "_routes", _journals.Read("_routes", "_routes").Length - 1); // cut off within a line
        _routes.Dispose();
        CimQuery other = new(NetRouteClass.Class);
        _asker.Backdoor.Execute(CimOperation.Invoke(other, "Create", [new CimAssignment("InterfaceIndex", CimType.UInt32, (long)_lease.InterfaceIndex), new CimAssignment(NetRouteClass.DestinationPrefix, "203.0.113.11/32"), new CimAssignment(NetRouteClass.NextHop, "192.0.2.51")]));

        using CimRoutes next = Routes();
        Assert.Equal(["a route to 203.0.113.10 by way of 192.0.2.51 that a run before had left"], await next.CleanAsync(CancellationToken.None));

        Assert.False(IsThere());
        Assert.Contains(Rows(CimStore.Active), row => row.Get(NetRouteClass.DestinationPrefix).Is("203.0.113.11/32"));
        Assert.Empty(await next.CleanAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_second_run_is_told_of_the_first()
    {
        await _routes.CleanAsync(CancellationToken.None);
        using (CimRoutes second = Routes())
        {
            Assert.Empty(await second.CleanAsync(CancellationToken.None));
            Assert.Equal("Another run on this computer", (await second.LookAsync(s_vip, CancellationToken.None)).Tenant);
        }

        Assert.Null((await _routes.LookAsync(s_vip, CancellationToken.None)).Tenant);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_seen()
    {
        await _routes.CleanAsync(CancellationToken.None);
        _connections = 3;
        _asker.Backdoor.Execute(CimOperation.Invoke(new CimQuery(NetRouteClass.Class), "Create", [new CimAssignment("InterfaceIndex", CimType.UInt32, (long)_lease.InterfaceIndex), new CimAssignment(NetRouteClass.DestinationPrefix, "203.0.113.10/32"), new CimAssignment(NetRouteClass.NextHop, "192.0.2.7")]));

        RouteView view = await _routes.LookAsync(s_vip, CancellationToken.None);
        RouteView own = await _routes.LookAsync(IPAddress.Parse("192.0.2.11"), CancellationToken.None);

        Assert.Equal(["by way of 192.0.2.7 on Ethernet"], view.Foreign);
        Assert.Equal((3, false, true), (view.Connections, view.IsOwned, own.IsOwned));
        Assert.Contains("do not take our route alone", await _routes.LeaseAsync(_lease, CancellationToken.None));
        Assert.Single(Rows(CimStore.Active), row => row.Get(NetRouteClass.DestinationPrefix).Is("203.0.113.10/32"));
    }

    [Fact]
    public async Task A_route_that_was_taken_away_is_told()
    {
        await _routes.CleanAsync(CancellationToken.None);
        await _routes.LeaseAsync(_lease, CancellationToken.None);
        _asker.Backdoor.Execute(CimOperation.Delete(new CimQuery(NetRouteClass.Class, CimStore.Active, new CimCondition(NetRouteClass.DestinationPrefix, "203.0.113.10/32"))));

        Assert.Contains("taken away by somebody else", await _routes.GiveBackAsync(_lease));
    }

    [Fact]
    public async Task A_refusal_of_Windows_leaves_nothing_and_a_route_that_stays_is_named_with_its_cure()
    {
        await _routes.CleanAsync(CancellationToken.None);
        _asker.IsElevated = false;
        Assert.StartsWith("Cannot make the route: AccessDenied", await _routes.LeaseAsync(_lease, CancellationToken.None), StringComparison.Ordinal);
        Assert.False(IsThere());
        _asker.IsElevated = true;
        Assert.Null(await _routes.LeaseAsync(_lease, CancellationToken.None));
        _asker.IsElevated = false;

        Assert.EndsWith("Remove it: Remove-NetRoute -DestinationPrefix 203.0.113.10/32 -NextHop 192.0.2.51 -Confirm:$false", await _routes.GiveBackAsync(_lease), StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_is_asked_for_first()
    {
        Assert.Null(_routes.Refusal());
        using var denied = new CimRoutes(_asker, _asker, _journals, () => false, _ => 0, TimeSpan.FromMinutes(1));
        Assert.True(denied.Refusal()!.IsRight);
    }

    public void Dispose() => _routes.Dispose();

    private CimRoutes Routes() => new(_asker, _asker, _journals, () => true, _ => _connections, TimeSpan.FromMinutes(1));

    private bool IsThere() => Rows(CimStore.Active).Any(row => row.Get(NetRouteClass.DestinationPrefix).Is("203.0.113.10/32"));

    private CimRow[] Rows(CimStore store) => [.. _asker.Backdoor.Read(new CimQuery(NetRouteClass.Class, store)).Rows!];
}
