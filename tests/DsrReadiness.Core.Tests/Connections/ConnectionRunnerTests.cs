using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;
using DsrReadiness.Services;

namespace DsrReadiness.Tests.Connections;

/// <summary>Order and care: routes are leased one at a time for a VIP and given back whatever happens.</summary>
public sealed class ConnectionRunnerTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Servers_of_a_vip_are_asked_one_after_the_other_by_a_route_each()
    {
        ConnectionResult[] results = await Run(["192.0.2.10"], ["192.0.2.11", "192.0.2.12"]);

        Assert.Equal(["lease 192.0.2.10 192.0.2.11", "ask 192.0.2.10", "back 192.0.2.10", "lease 192.0.2.10 192.0.2.12", "ask 192.0.2.10", "back 192.0.2.10"], _world.Log.Where(each => !each.StartsWith("control")));
        Assert.Equal(["192.0.2.11 Answered", "192.0.2.12 Answered"], results.Select(each => $"{each.Server} {each.Outcome}"));
    }

    [Fact]
    public async Task The_control_is_asked_before_the_route_is_there()
    {
        await Run(["192.0.2.10"], ["192.0.2.11"]);

        Assert.Equal(["control 192.0.2.11", "lease 192.0.2.10 192.0.2.11", "ask 192.0.2.10", "back 192.0.2.10"], _world.Log);
    }

    [Fact]
    public async Task Vips_are_asked_side_by_side_and_never_two_servers_of_one()
    {
        await Run(["192.0.2.10", "192.0.2.20", "192.0.2.30"], ["192.0.2.11", "192.0.2.12", "192.0.2.13"]);

        Assert.Equal(9, _world.Log.Count(each => each.StartsWith("lease")));
        Assert.False(_world.Overlapped);
    }

    [Fact]
    public async Task A_cancelled_run_gives_its_route_back()
    {
        using var cancelled = new CancellationTokenSource();
        _world.OnAsk = cancelled.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(["192.0.2.10"], ["192.0.2.11", "192.0.2.12"], cancellation: cancelled.Token));

        Assert.Equal(["control 192.0.2.11", "lease 192.0.2.10 192.0.2.11", "ask 192.0.2.10", "back 192.0.2.10"], _world.Log);
    }

    [Fact]
    public async Task A_fault_gives_the_route_back()
    {
        _world.OnAsk = () => throw new InvalidOperationException("a fault");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(["192.0.2.10"], ["192.0.2.11"]));

        Assert.Equal("back 192.0.2.10", _world.Log.Last());
    }

    [Fact]
    public async Task What_was_asked_while_somebody_took_the_route_away_counts_for_nothing()
    {
        _world.Lost = "gone";

        ConnectionResult result = Assert.Single(await Run(["192.0.2.10"], ["192.0.2.11"]));

        Assert.Equal((ConnectionOutcome.NotAsked, "gone"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_refused_lease_is_the_reason_and_the_next_server_is_asked()
    {
        _world.Refuse = lease => lease.Server.ToString() == "192.0.2.11" ? "no" : null;

        Assert.Equal(["192.0.2.11 NotAsked", "192.0.2.12 Answered"], (await Run(["192.0.2.10"], ["192.0.2.11", "192.0.2.12"])).Select(each => $"{each.Server} {each.Outcome}"));
        Assert.Equal(1, _world.Log.Count(each => each.StartsWith("ask")));
    }

    [Theory]
    [InlineData("foreign", "There already is a route to 192.0.2.10 alone that is not ours: via 192.0.2.1.")]
    [InlineData("tenant", "Process 7 asks 192.0.2.10 now.")]
    [InlineData("connections", "This computer has 3 connections to 192.0.2.10")]
    [InlineData("failure", "Cannot see the routes to 192.0.2.10: broken")]
    public async Task What_stands_in_the_way_is_told_and_nothing_is_leased(string what, string reason)
    {
        _world.View = what switch
        {
            "foreign" => new RouteView(["via 192.0.2.1"]),
            "tenant" => new RouteView([], "Process 7"),
            "connections" => new RouteView([], Connections: 3),
            _ => new RouteView([], Failure: "broken"),
        };

        ConnectionResult result = Assert.Single(await Run(["192.0.2.10"], ["192.0.2.11"]));

        Assert.Equal(ConnectionOutcome.NotAsked, result.Outcome);
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
        Assert.Empty(_world.Log);
    }

    [Theory]
    [InlineData("224.0.0.1", "a multicast address")]
    [InlineData("127.0.0.1", "a loopback address")]
    [InlineData("0.0.0.0", "the unspecified address")]
    [InlineData("255.255.255.255", "the broadcast address")]
    [InlineData("ff02::1", "a multicast address")]
    public async Task An_address_that_no_server_can_have_is_asked_of_nobody(string vip, string kind)
    {
        ConnectionResult result = Assert.Single(await Run([vip], [vip.Contains(':') ? "2001:db8::11" : "192.0.2.11"]));

        Assert.Equal(ConnectionOutcome.NotAsked, result.Outcome);
        Assert.StartsWith($"{vip} is {kind}: no server can have it.", result.Reason, StringComparison.Ordinal);
        Assert.Empty(_world.Log);
    }

    [Fact]
    public async Task A_vip_of_this_computer_without_a_wire_is_refused()
    {
        _world.View = new RouteView(["on DSR Loopback"], IsOwned: true);

        Assert.StartsWith("This computer owns 192.0.2.10 itself", Assert.Single(await Run(["192.0.2.10"], ["192.0.2.11"])).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_asked_once_a_vip_and_shown_its_routes()
    {
        _world.Approve = leases => leases[0].VirtualIPAddress.ToString() == "192.0.2.20";

        ConnectionResult[] results = await Run(["192.0.2.10", "192.0.2.20"], ["192.0.2.11", "192.0.2.12", "192.0.2.99"]);

        Assert.Equal(
            ["192.0.2.10: 192.0.2.11 192.0.2.12", "192.0.2.20: 192.0.2.11 192.0.2.12"],
            _world.Approvals.Select(each => $"{each[0].VirtualIPAddress}: {string.Join(' ', each.Select(lease => lease.Server))}").Order());
        Assert.DoesNotContain("lease 192.0.2.10 192.0.2.11", _world.Log);
        Assert.Equal(
            ["192.0.2.10 192.0.2.99 Unresolved", "192.0.2.20 192.0.2.11 Answered", "192.0.2.20 192.0.2.12 Answered", "192.0.2.20 192.0.2.99 Unresolved"],
            results.Select(each => $"{each.VirtualIPAddress} {each.Server} {each.Outcome}").Order());
    }

    [Fact]
    public async Task Nobody_is_asked_where_no_route_is_needed()
    {
        await Run(["192.0.2.10"], ["192.0.2.99"]);

        Assert.Empty(_world.Approvals);
    }

    [Fact]
    public async Task Force_goes_on_beside_connections()
    {
        _world.View = new RouteView([], Connections: 3);

        Assert.Equal(ConnectionOutcome.Answered, Assert.Single(await Run(["192.0.2.10"], ["192.0.2.11"], force: true)).Outcome);
    }

    [Theory]
    [InlineData(DsrEnvironment.Azure)]
    [InlineData(DsrEnvironment.GcpAgent)]
    public async Task A_cloud_is_refused(DsrEnvironment environment)
    {
        Assert.Equal(ConnectionOutcome.NotAsked, Assert.Single(await Run(["192.0.2.10"], ["192.0.2.11"], environment: environment)).Outcome);
        Assert.Empty(_world.Log);
    }

    [Fact]
    public async Task A_fabric_that_answers_for_all_is_refused()
    {
        _world.Macs["192.0.2.10"] = "12-34-56-78-9A-BC";

        Assert.Contains("cloud", Assert.Single(await Run(["192.0.2.10"], ["192.0.2.11"])).Reason);
    }

    [Fact]
    public async Task A_server_that_answers_for_the_vip_is_warned_of_and_the_others_are_not()
    {
        _world.Macs["192.0.2.10"] = _world.Macs["192.0.2.11"];

        ConnectionResult[] results = await Run(["192.0.2.10"], ["192.0.2.11", "192.0.2.12"]);

        Assert.Contains("V03", Assert.Single(results[0].Warnings));
        Assert.Empty(results[1].Warnings);
        Assert.Contains("(192.0.2.11)", results[1].Claims);
    }

    /// <summary>This computer says "unreachable" as well, of a server that has gone away since it was found.</summary>
    [Theory]
    [InlineData(false, ConnectionOutcome.Forwarded)]
    [InlineData(true, ConnectionOutcome.Unresolved)]
    public async Task Unreachable_is_forwarded_only_by_a_server_that_is_still_there(bool isGone, ConnectionOutcome outcome)
    {
        _world.Answer = Reply.Unreachable;
        if (isGone)
            _world.OnAsk = () => _world.Macs.Remove("192.0.2.11");

        Assert.Equal(outcome, Assert.Single(await Run(["192.0.2.10"], ["192.0.2.11"])).Outcome);
    }

    [Fact]
    public async Task A_routed_vip_is_not_asked_for_by_arp_and_is_asked_all_the_same()
    {
        ConnectionResult result = Assert.Single(await Run(["203.0.113.10"], ["192.0.2.11"]));

        Assert.Equal(ConnectionOutcome.Answered, result.Outcome);
        Assert.StartsWith("not asked:", result.Claims, StringComparison.Ordinal);
        Assert.Empty(result.Warnings);
    }

    private async Task<ConnectionResult[]> Run(string[] vips, string[] servers, bool force = false, DsrEnvironment? environment = null, CancellationToken cancellation = default)
    {
        var request = new ConnectionRequest(
            [.. vips.Select(IPAddress.Parse)], [ConnectionPort.Parse("tcp/443")], [.. servers.Select(each => new ConnectionServer(each, [IPAddress.Parse(each)]))])
        {
            Force = force,
            Environment = environment,
        };
        var results = new ConcurrentQueue<ConnectionResult>();
        await new ConnectionRunner(_world, _world, _world, _world, _world.Ask).RunAsync(request, results.Enqueue, cancellation);
        return [.. results];
    }
}
