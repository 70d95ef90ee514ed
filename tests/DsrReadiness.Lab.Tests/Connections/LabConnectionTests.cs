using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Connections;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Connections;

/// <summary>Flow, time and words of packets in a lab. That a packet agrees with the path proves nothing: the one is made of the other.</summary>
public sealed class LabConnectionTests
{
    private static readonly IPAddress[] s_vips = [IPAddress.Parse("192.0.2.10"), IPAddress.Parse("2001:db8::10")];

    [Theory]
    [InlineData(LabShape.Ready, ConnectionOutcome.Answered)]
    [InlineData(LabShape.Clean, ConnectionOutcome.NoAnswer)]
    [InlineData(LabShape.HalfDone, ConnectionOutcome.NoAnswer)]
    [InlineData(LabShape.VipOnTrafficInterface, ConnectionOutcome.Answered)]
    public async Task A_server_answers_as_it_was_prepared(LabShape shape, ConnectionOutcome outcome)
    {
        LabServer[] pool = Pool(shape);

        Assert.All(await AskAsync(pool, s_vips), result => Assert.Equal(outcome, result.Outcome));
    }

    [Fact]
    public async Task The_packet_goes_to_the_server_of_the_route_and_the_route_is_gone_afterwards()
    {
        LabServer[] pool = Pool(LabShape.Ready, LabShape.Clean, LabShape.Ready);

        ConnectionResult[] results = await AskAsync(pool, [s_vips[0]]);

        Assert.Equal(["LAB01 Answered", "LAB02 NoAnswer", "LAB03 Answered"], results.Select(each => $"{each.Server} {each.Outcome}"));
        Assert.DoesNotContain(
            pool[0].Segment!.Asker.Backdoor.Read(new CimQuery(NetRouteClass.Class, CimStore.Active)).Rows!, row => row.Get(NetRouteClass.DestinationPrefix).Is("192.0.2.10/32"));
        Assert.Contains("00-00-5E-00-53-05", results[0].Claims);
    }

    [Fact]
    public async Task Silence_takes_its_time_and_only_virtual_time()
    {
        LabServer[] pool = Pool(LabShape.Clean);
        TimeSpan before = pool[0].Segment!.Asker.Clock.Elapsed;

        await AskAsync(pool, [s_vips[0]], new ConnectionTalk(), timeout: TimeSpan.FromMinutes(10));

        Assert.InRange(pool[0].Segment!.Asker.Clock.Elapsed - before, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(21)); // the control too
    }

    [Fact]
    public async Task A_server_that_ignores_packets_shows_what_no_reading_tells()
    {
        LabServer[] pool = Pool(LabShape.Ready);
        pool[0].Behaviour.IgnoresPackets = true;

        ConnectionResult result = Assert.Single(await AskAsync(pool, [s_vips[0]]));

        Assert.Equal(ConnectionOutcome.NoAnswer, result.Outcome);
        Assert.DoesNotContain("answers a ping", result.Reason);
    }

    [Fact]
    public async Task Tls_and_a_request_are_answered_with_the_status_of_the_server()
    {
        LabServer[] pool = Pool(LabShape.Ready, LabShape.Ready);
        pool[1].Behaviour.HttpStatus = 503;

        ConnectionResult[] results = await AskAsync(pool, [s_vips[0]], new ConnectionTalk { Tls = true, HostName = "www.example.com", Path = "/health" });

        Assert.Equal([ConnectionOutcome.Answered, ConnectionOutcome.WrongStatus], results.Select(each => each.Outcome));
        Assert.Contains("CN=www.example.com", results[0].Reason);
    }

    private static LabServer[] Pool(params LabShape[] shapes)
    {
        var service = new DsrService(s_vips, [ServicePort.Parse("tcp/443")]);
        LabSegment segment = LabShapes.NewSegment(service);
        return [.. shapes.Select((shape, i) => LabShapes.Describe($"LAB{i + 1:00}", i + 1, shape, service).Segment(segment).Build())];
    }

    private static async Task<ConnectionResult[]> AskAsync(LabServer[] pool, IPAddress[] vips, ConnectionTalk? talk = null, TimeSpan? timeout = null)
    {
        LabServer asker = pool[0].Segment!.Asker;
        var request = new ConnectionRequest(vips, [ConnectionPort.Parse("443")], [.. pool.Select(each => new ConnectionServer(each.ComputerName, [.. each.Addresses().Select(own => own.Address).Except(vips)]))])
        {
            Talk = talk ?? new ConnectionTalk(),
            Timeout = timeout ?? TimeSpan.FromSeconds(3),
        };
        using var routes = new CimRoutes(asker, asker, new MemoryJournals(), () => true, _ => 0, request.LongestTurn);
        await routes.CleanAsync(CancellationToken.None);
        var results = new ConcurrentQueue<ConnectionResult>();
        await new ConnectionRunner(routes, asker, new LabSockets(asker), asker.Clock).RunAsync(request, results.Enqueue, CancellationToken.None);
        return [.. results.OrderBy(each => each.Server, StringComparer.Ordinal)];
    }
}
