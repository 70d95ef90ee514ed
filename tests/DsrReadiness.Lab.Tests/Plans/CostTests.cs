using System;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>
/// What a full plan costs a server: calls, and turns of waiting one after another. Every change is looked up, checked, asked for, looked up and checked again, made and proved by itself, on purpose; a number here that grows is to be
/// explained.
/// </summary>
public sealed class CostTests
{
    private static readonly DsrService s_service = new([IPAddress.Parse("192.0.2.10")], [ServicePort.Parse("tcp/443")]);
    private static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task A_full_plan_of_changes_costs_as_many_calls_and_turns_as_it_did()
    {
        (int changes, int calls, TimeSpan without) = await ApplyAsync(TimeSpan.Zero);
        (_, int again, TimeSpan with) = await ApplyAsync(s_latency);
        Assert.Equal((15, 283, 283), (changes, calls, again));
        Assert.Equal(258.0, (with - without) / s_latency);
    }

    private static async Task<(int Changes, int Calls, TimeSpan Time)> ApplyAsync(TimeSpan latency)
    {
        LabServer server = LabShapes.Describe("WEB01", 1, LabShape.Clean, s_service).Build();
        var admin = new Admin(server);
        var plan = await admin.PlanAsync(s_service);
        server.ForgetCalls();
        server.Behaviour.Latency = latency;
        DateTimeOffset before = server.Clock.UtcNow;
        ApplyReport? report = null;
        await server.Clock.RunAsync(async () => report = await admin.ApplyAsync(plan));
        Assert.Equal(ApplyResult.Applied, report!.Result);
        return (plan.Changes.Count, server.Calls.Count, server.Clock.UtcNow - before);
    }
}
