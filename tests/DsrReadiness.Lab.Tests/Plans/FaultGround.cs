using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>
/// What all cases of one starting state and one meaning of a change without a store have in common, and is therefore made once: the plan, who answers for the VIP, what is to be restored,
/// and the ends of faulty runs from which it is known how it goes on.
/// </summary>
internal sealed class FaultGround
{
    private readonly Plan _plan;
    private readonly ConcurrentDictionary<string, bool> _ends = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _restored = [];

    private FaultGround(StartingState state, LabOmittedStore omitted, Plan plan, IReadOnlyList<string> answering)
    {
        State = state;
        Omitted = omitted;
        Answering = answering;
        _plan = plan;
    }

    public StartingState State { get; }

    public LabOmittedStore Omitted { get; }

    /// <summary>Where the VIP was answered for before anything was done.</summary>
    public IReadOnlyList<string> Answering { get; }

    /// <summary>How many ends of faulty runs differ.</summary>
    public int Ends => _ends.Count;

    public static async Task<FaultGround> OfAsync(StartingState state, LabOmittedStore omitted)
    {
        LabServer server = state.Build(omitted);
        IReadOnlyList<string> answering = ServerState.AnsweringHolders(server, state.Service.VirtualIPAddresses);
        return new FaultGround(state, omitted, await new Admin(server).PlanAsync(state.Service), answering);
    }

    public LabServer Build() => State.Build(Omitted);

    /// <summary>The plan as it is before it is carried out.</summary>
    public Plan NewPlan() => new(_plan.ComputerName, _plan.Service, _plan.Changes, _plan.Refusals);

    /// <summary>The calls of a run, or of undoing it, in which nothing goes wrong.</summary>
    public async Task<IEnumerable<FaultyCall>> CallsAsync(FaultyPart part)
    {
        LabServer server = Build();
        var admin = new Admin(server);
        ApplyReport report = await admin.ApplyAsync(NewPlan());
        Assert.Equal(ApplyResult.Applied, report.Result);
        if (part == FaultyPart.Undo)
        {
            server.ForgetCalls();
            await admin.UndoAsync(report.Run!.Id);
        }

        return FaultyCall.Of(server.Calls);
    }

    /// <summary>True for the first case whose run ends so: all that goes on from one end is the same.</summary>
    public bool IsNew(string end) => _ends.TryAdd(end, true);

    /// <summary>The state that undoing has to restore, where the world has changed in one way or not at all.</summary>
    public IReadOnlyList<string> Restored(WorldChange? change) => _restored.GetOrAdd($"{change}", _ =>
    {
        LabServer twin = Build();
        change?.Happen(twin);
        twin.Clock.Advance(FaultCase.Rest);
        return PlanAndApplyTests.WithoutVipOnNic(ServerState.Of(twin), State);
    });
}
