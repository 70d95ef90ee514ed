using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Checks;

public sealed class RouteContestTests
{
    private static readonly RouteTable s_table = new(new Snapshot("X", DateTimeOffset.UnixEpoch, "tests", []));

    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.7/32", true)]
    [InlineData("10.0.0.0/24", "10.0.0.0/16", true)]
    [InlineData("10.0.0.0/24", "10.0.1.0/24", false)]
    [InlineData("10.0.0.0/24", "2001:db8::/32", false)]
    public void Without_rivals_a_route_wins_where_it_overlaps(string route, string destination, bool expected) =>
        Assert.Equal(expected, Wins(route, destination));

    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.7/32", "10.0.0.7/32", false)]
    [InlineData("10.0.0.0/24", "10.0.0.7/32", "10.0.0.6/32", true)]
    [InlineData("10.0.0.0/24", "10.0.0.0/16", "10.0.0.0/25", true)]
    [InlineData("10.0.0.0/24", "10.0.0.0/26", "10.0.0.0/25", false)]
    [InlineData("10.0.0.0/24", "10.0.0.0/24", "10.0.0.0/23", true)]
    [InlineData("2001:db8::/32", "2001:db8::/32", "2001:db8::/33", true)]
    [InlineData("2001:db8::/32", "2001:db8::/128", "2001:db8::/33", false)]
    public void A_longer_rival_takes_back_what_it_covers(string route, string destination, string rival, bool expected) =>
        Assert.Equal(expected, Wins(route, destination, Of(rival)));

    [Fact]
    public void Longer_rivals_take_everything_back_together() =>
        Assert.False(Wins("10.0.0.0/24", "10.0.0.0/16", Of("10.0.0.128/25"), Of("10.0.0.0/26"), Of("10.0.0.64/26")));

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    public void Of_equal_length_the_lower_metric_wins_and_a_tie_might(int rival, bool expected) =>
        Assert.Equal(expected, Wins("10.0.0.0/24", "10.0.0.7/32", Of("10.0.0.0/24", rival)));

    [Fact]
    public void Is_not_known_when_a_metric_that_decides_is_not()
    {
        Assert.False(TryWins(Of("10.0.0.0/24", null), [Of("10.0.0.0/24")], out _));
        Assert.False(TryWins(Of("10.0.0.0/24"), [Of("10.0.0.0/24", null)], out _));
    }

    [Fact]
    public void Is_known_when_the_metric_does_not_decide()
    {
        Assert.True(TryWins(Of("10.0.0.0/24", null), [Of("10.0.0.0/23", null)], out bool wins) && wins);
        Assert.True(TryWins(Of("10.0.0.0/24"), [Of("10.0.0.0/24", null), Of("10.0.0.0/24", 1)], out wins) && !wins);
    }

    [Fact]
    public void Agrees_with_asking_address_by_address() => Prop
        .ForAll(Contests(), contest =>
        {
            bool expected = Enumerable.Range(0, 16).Select(last => IPAddress.Parse("10.0.0." + last)).Any(address =>
                contest.Route.Destination.Contains(address)
                && contest.To.Contains(address)
                && !contest.Rivals.Any(rival => rival.Destination.Contains(address) && IsBetter(rival, contest.Route)));
            return RouteContest.Wins(s_table, contest.Route, contest.To, contest.Rivals).TryGet(out bool wins, out _) && wins == expected;
        })
        .QuickCheckThrowOnFailure();

    private static bool IsBetter(Route one, Route other) => one.Destination.Length != other.Destination.Length
        ? one.Destination.Length > other.Destination.Length
        : one.RouteMetric.Value < other.RouteMetric.Value;

    private static Arbitrary<(Route Route, IPPrefix To, Route[] Rivals)> Contests()
    {
        Gen<IPPrefix> prefixes =
            from last in Gen.Choose(0, 15)
            from length in Gen.Choose(28, 32)
            select new IPPrefix(IPAddress.Parse("10.0.0." + last), length);
        Gen<Route> routes =
            from prefix in prefixes
            from metric in Gen.Choose(1, 3)
            select Of(prefix.ToString(), metric);
        return (from route in routes from to in prefixes from rivals in routes.ArrayOf() select (route, to, rivals)).ToArbitrary();
    }

    private static bool Wins(string route, string destination, params Route[] rivals)
    {
        Assert.True(IPPrefix.TryParse(destination, out IPPrefix? to));
        Assert.True(RouteContest.Wins(s_table, Of(route), to, rivals).TryGet(out bool wins, out _));
        return wins;
    }

    private static bool TryWins(Route route, Route[] rivals, out bool wins) =>
        RouteContest.Wins(s_table, route, route.Destination, rivals).TryGet(out wins, out _);

    private static Route Of(string destination, long? metric = 10) => new(CimRow.From(NetRouteClass.Class, new Dictionary<string, object?>
    {
        ["InterfaceIndex"] = 7L,
        ["DestinationPrefix"] = destination,
        ["RouteMetric"] = metric,
        ["InterfaceMetric"] = 5L,
    }));
}
