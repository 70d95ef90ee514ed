using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>What goes wrong at one call of a run.</summary>
public enum FaultType
{
    Refused,
    NotFound,
    AlreadyExists,
    Transient,
    Timeout,
    KillBefore,
    KillAfter,
    Interference,
    Escape,
    Late,
    Restart,
    Shuffle,
    Replug,
}

/// <summary>What goes wrong.</summary>
public enum FaultyPart
{
    /// <summary>Applying the plan.</summary>
    Apply,

    /// <summary>Undoing the run.</summary>
    Undo,
}

/// <summary>One run in which one call goes wrong in one way, and what has to hold afterwards.</summary>
internal sealed class FaultCase(StartingState state, LabOmittedStore omitted, FaultyPart part, FaultType type, int call)
{
    /// <summary>How long after its call a late write takes effect: when the rollback is over, and somebody has looked once more.</summary>
    private static readonly TimeSpan s_late = TimeSpan.FromMinutes(5);

    private readonly LabServer _server = state.Build(omitted);
    private bool _isChange;

    /// <summary>How the faulty run ended: its result, or that it was killed.</summary>
    public string Ended { get; private set; } = "not run";

    public override string ToString() => $"{state.Name}, {omitted}, {type} at call {call} of {part}";

    /// <summary>The calls of a run, or of undoing it, in which nothing goes wrong.</summary>
    public static async Task<IEnumerable<FaultyCall>> CallsOfAsync(StartingState state, LabOmittedStore omitted, FaultyPart part)
    {
        LabServer server = state.Build(omitted);
        var admin = new Admin(server);
        DsrReadiness.Plans.Plan plan = await admin.PlanAsync(state.Service);
        server.ForgetCalls();
        ApplyReport report = await admin.ApplyAsync(plan);
        Assert.Equal(ApplyResult.Applied, report.Result);
        if (part == FaultyPart.Undo)
        {
            server.ForgetCalls();
            await admin.UndoAsync(report.Run!.Id);
        }

        return FaultyCall.Of(server.Calls);
    }

    /// <summary>Afterwards undo restores the start.</summary>
    public async Task UndoRestoresAsync()
    {
        IReadOnlyList<string> answering = ServerState.AnsweringHolders(_server, state.Service.VirtualIPAddresses);
        Admin admin = await RunAsync(answering);
        await UndoAllAsync(admin, answering);
        AssertRestored();
    }

    /// <summary>Afterwards a second run completes what the first left, and undoing restores the start all the same.</summary>
    public async Task SecondRunCompletesAsync()
    {
        IReadOnlyList<string> answering = ServerState.AnsweringHolders(_server, state.Service.VirtualIPAddresses);
        Admin admin = await RunAsync(answering);
        ApplyReport report = await admin.ApplyAsync(state.Service);
        Assert.True(report.Result is ApplyResult.Applied or ApplyResult.NothingToDo, $"{report.Result}: {report.Reason}");
        ServerVerdict verdict = await admin.JudgeAsync(state.Service);
        Assert.True(verdict.Verdict == Verdict.Ready, string.Join("\n", PlanAndApplyTests.Bad(verdict)));
        await UndoAllAsync(admin, answering);
        AssertRestored();
    }

    /// <summary>What was not answered may be made later: so it is undone once more when that time is over.</summary>
    private async Task UndoAllAsync(Admin admin, IReadOnlyList<string> answering)
    {
        await admin.UndoAllAsync();
        AssertQuiet(answering);
        _server.Clock.Advance(s_late + s_late + TimeSpan.FromMinutes(1));
        AssertQuiet(answering);
        await admin.UndoAllAsync();
        AssertQuiet(answering);
        Assert.DoesNotContain(admin.Runs(), run => run.Steps.Any(step => step.Status == StepStatus.Unknown));
    }

    private void AssertQuiet(IReadOnlyList<string> answering) =>
        Assert.Empty(ServerState.AnsweringHolders(_server, state.Service.VirtualIPAddresses).Except(answering));

    /// <summary>Not where somebody else has changed what the run was about, nor what only the running state had when the server restarted, nor where a write hit an index that changed hands.</summary>
    private void AssertRestored()
    {
        if (type == FaultType.Interference || (type == FaultType.Shuffle && _isChange))
            return;
        LabServer twin = state.Build(omitted);
        if (World is { } change)
        {
            if (change != WorldChange.Shuffle && state.IsRunningStateOnly)
                return;
            change.Happen(twin);
        }

        twin.Clock.Advance(TimeSpan.FromHours(1));
        _server.Clock.Advance(TimeSpan.FromHours(1));
        PlanAndApplyTests.AssertSame(PlanAndApplyTests.WithoutVipOnNic(ServerState.Of(twin), state), PlanAndApplyTests.WithoutVipOnNic(ServerState.Of(_server), state));
    }

    private WorldChange? World => type switch
    {
        FaultType.Restart => WorldChange.Restart,
        FaultType.Shuffle => WorldChange.Shuffle,
        FaultType.Replug => WorldChange.Replug,
        _ => null,
    };

    private async Task<Admin> RunAsync(IReadOnlyList<string> answering)
    {
        var admin = new Admin(_server);
        DsrReadiness.Plans.Plan plan = await admin.PlanAsync(state.Service);
        ApplyReport? clean = part == FaultyPart.Undo ? await admin.ApplyAsync(plan) : null;
        _server.ForgetCalls();
        SetFault();
        try
        {
            ApplyReport report = clean is null ? await admin.ApplyAsync(plan) : await admin.UndoAsync(clean.Run!.Id);
            Ended = report.Result.ToString();
            if (type == FaultType.Late && _isChange && report.Result != ApplyResult.Applied)
                Assert.Equal(ApplyResult.OutcomeUnknown, report.Result);
        }
        catch (Admin.ProcessKilledException)
        {
            Ended = "Killed";
            Assert.True(type is FaultType.KillBefore or FaultType.KillAfter);
        }

        _server.Faults.Clear();
        AssertQuiet(answering);
        _server.Clock.Advance(TimeSpan.FromSeconds(30));
        return new Admin(_server, admin.Journals);
    }

    private void SetFault()
    {
        LabFaultPoint point = _server.Faults.At(call);
        LabFaultPoint change = _server.Faults.When(each => each.Number == call && each.IsChange && (_isChange = true));
        switch (type)
        {
            case FaultType.Refused:
                point.Fail(FailureKind.AccessDenied);
                break;
            case FaultType.NotFound:
                point.Fail(FailureKind.NotFound);
                break;
            case FaultType.AlreadyExists:
                point.Fail(FailureKind.AlreadyExists);
                break;
            case FaultType.Transient:
                point.Fail(FailureKind.Transient);
                break;
            case FaultType.Timeout:
                point.Fail(FailureKind.Timeout);
                break;
            case FaultType.KillBefore:
                point.KillBefore();
                break;
            case FaultType.KillAfter:
                point.KillAfter();
                break;
            case FaultType.Escape:
                point.Throw(new NullReferenceException());
                break;
            case FaultType.Late:
                point.TakeEffectLater(s_late);
                change.Interfere(() => { });
                break;
            case FaultType.Restart:
                point.Interfere(() => WorldChange.Restart.Happen(_server));
                change.Fail(FailureKind.Unreachable);
                break;
            case FaultType.Shuffle or FaultType.Replug:
                point.Interfere(() => World!.Value.Happen(_server));
                change.Interfere(() => { });
                break;
            default:
                point.Interfere(SomebodyElseChanges);
                break;
        }
    }

    /// <summary>Another administrator switches weak host receive on and off where the plan is about to work.</summary>
    private void SomebodyElseChanges()
    {
        IEnumerable<CimRow> adapters = _server.Backdoor.Read(On.All(NetAdapterClass.Class)).Rows ?? [];
        foreach (uint index in adapters.Select(row => row.Get(NetAdapterClass.InterfaceIndex).Value))
        {
            CimQuery target = On.Interface(index, IPFamily.IPv4, CimStore.Active);
            if (_server.Backdoor.Read(target).Rows is [var row])
            {
                long opposite = row.Get(NetIPInterfaceClass.WeakHostReceive).Is(Toggle.Enabled) ? 0L : 1L;
                _server.Backdoor.Execute(Do.Set(target, NetIPInterfaceClass.WeakHostReceive, opposite));
            }
        }
    }
}
