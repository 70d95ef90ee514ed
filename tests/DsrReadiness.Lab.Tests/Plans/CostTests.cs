using System;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>
/// What a full plan costs a server: calls, and turns of waiting, in each of which any number of calls run side by side. Every change is looked at, done and proved by itself, on purpose, and looked at once more where somebody was asked;
/// a number here that grows is to be explained.
/// </summary>
public sealed class CostTests
{
    private static readonly DsrService s_service = new([IPAddress.Parse("192.0.2.10")], [ServicePort.Parse("tcp/443")]);
    private static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(1);

    /// <summary>Something that is done with a server.</summary>
    public enum Work
    {
        SetUp,
        Removal,
        Undo,
    }

    /// <summary>Nothing has to be waited for but answers: what Windows does of its own takes no time.</summary>
    [Theory]
    [InlineData(Work.SetUp, false, 15, 99, 60)]
    [InlineData(Work.SetUp, true, 15, 146, 88)]
    [InlineData(Work.Removal, false, 3, 33, 12)]
    [InlineData(Work.Removal, true, 3, 56, 18)]
    [InlineData(Work.Undo, false, 15, 207, 60)]
    [InlineData(Work.Undo, true, 15, 365, 90)]
    public async Task Work_on_a_server_that_is_quick_costs_as_many_calls_and_turns_as_it_did(Work work, bool isAsked, int changes, int calls, int turns) =>
        Assert.Equal((changes, calls, turns), await CostOfAsync(work, isAsked, isQuick: true));

    /// <summary>A new device, its adapter and an address are looked at twice a second until they are there.</summary>
    [Fact]
    public async Task A_full_plan_waits_for_what_Windows_does_of_its_own_besides() =>
        Assert.Equal((15, 137, 81), await CostOfAsync(Work.SetUp, isAsked: false, isQuick: false));

    private static async Task<(int Changes, int Calls, double Turns)> CostOfAsync(Work work, bool isAsked, bool isQuick)
    {
        (int changes, int calls, TimeSpan without) = await MeasureAsync(work, isAsked, isQuick, TimeSpan.Zero);
        (_, int again, TimeSpan with) = await MeasureAsync(work, isAsked, isQuick, s_latency);
        Assert.Equal(calls, again);
        return (changes, calls, (with - without) / s_latency);
    }

    private static async Task<(int Changes, int Calls, TimeSpan Time)> MeasureAsync(Work work, bool isAsked, bool isQuick, TimeSpan latency)
    {
        LabServer server = LabShapes.Describe("WEB01", 1, LabShape.Clean, s_service).Build();
        if (isQuick)
            server.Behaviour.AdapterAppearsAfter = server.Behaviour.IPAppearsAfter = server.Behaviour.AddressSettlesAfter = TimeSpan.Zero;
        var admin = new Admin(server);
        admin.Observer.IsAsked = isAsked;
        Plan plan = await admin.PlanAsync(s_service);
        if (work == Work.SetUp)
            return await RunAsync(() => admin.ApplyAsync(plan));
        string run = (await admin.ApplyAsync(plan)).Run!.Id;
        plan = work == Work.Removal ? await admin.PlanRemovalAsync(s_service) : plan;
        return await RunAsync(() => work == Work.Removal ? admin.ApplyAsync(plan) : admin.UndoAsync(run));

        async Task<(int Changes, int Calls, TimeSpan Time)> RunAsync(Func<Task<ApplyReport>> act)
        {
            server.ForgetCalls();
            server.Behaviour.Latency = latency;
            DateTimeOffset before = server.Clock.UtcNow;
            ApplyReport? report = null;
            await server.Clock.RunAsync(async () => report = await act());
            Assert.Equal((ApplyResult.Applied, 0), (report!.Result, work == Work.Undo ? report.Left.Count : 0));
            return (plan.Changes.Count, server.Calls.Count, server.Clock.UtcNow - before);
        }
    }
}
