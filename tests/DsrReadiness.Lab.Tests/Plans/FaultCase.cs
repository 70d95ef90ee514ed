using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans.Applying;
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
}

/// <summary>One run in which one call goes wrong in one way, and what has to hold afterwards.</summary>
internal sealed class FaultCase(StartingState state, LabOmittedStore omitted, FaultType type, int call)
{
    private readonly LabServer _server = state.Build(omitted);

    /// <summary>How the faulty run ended: its result, or that it was killed.</summary>
    public string Ended { get; private set; } = "not run";

    public override string ToString() => $"{state.Name}, {omitted}, {type} at call {call}";

    /// <summary>How many calls a run makes in which nothing goes wrong.</summary>
    public static async Task<int> CallsOfAsync(StartingState state, LabOmittedStore omitted)
    {
        LabServer server = state.Build(omitted);
        var admin = new Admin(server);
        DsrReadiness.Plans.Plan plan = await admin.PlanAsync(state.Service);
        server.ForgetCalls();
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(plan)).Result);
        return server.Calls.Count;
    }

    /// <summary>Afterwards undo restores the start.</summary>
    public async Task UndoRestoresAsync()
    {
        IReadOnlyList<string> before = ServerState.Of(_server);
        Admin admin = await RunAsync();
        await admin.UndoAllAsync();
        if (type == FaultType.Interference)
            return;
        PlanAndApplyTests.AssertSame(PlanAndApplyTests.WithoutVipOnNic(before, state), PlanAndApplyTests.WithoutVipOnNic(ServerState.Of(_server), state));
    }

    /// <summary>Afterwards a second run completes what the first left, and undoing restores the start all the same.</summary>
    public async Task SecondRunCompletesAsync()
    {
        IReadOnlyList<string> before = ServerState.Of(_server);
        Admin admin = await RunAsync();
        ApplyReport report = await admin.ApplyAsync(state.Service);
        Assert.True(report.Result is ApplyResult.Applied or ApplyResult.NothingToDo, $"{report.Result}: {report.Reason}");
        ServerVerdict verdict = await admin.JudgeAsync(state.Service);
        Assert.True(verdict.Verdict == Verdict.Ready, string.Join("\n", PlanAndApplyTests.Bad(verdict)));
        await admin.UndoAllAsync();
        if (type == FaultType.Interference)
            return;
        PlanAndApplyTests.AssertSame(PlanAndApplyTests.WithoutVipOnNic(before, state), PlanAndApplyTests.WithoutVipOnNic(ServerState.Of(_server), state));
    }

    private async Task<Admin> RunAsync()
    {
        IReadOnlyList<string> answering = ServerState.AnsweringHolders(_server, state.Service.VirtualIPAddresses);
        var admin = new Admin(_server);
        DsrReadiness.Plans.Plan plan = await admin.PlanAsync(state.Service);
        SetFault();
        try
        {
            Ended = (await admin.ApplyAsync(plan)).Result.ToString();
        }
        catch (LabKilledException)
        {
            Ended = "Killed";
            Assert.True(type is FaultType.KillBefore or FaultType.KillAfter);
        }

        _server.Faults.Clear();
        if (_server.IsKilled)
            _server.StartNewProcess();
        Assert.Empty(ServerState.AnsweringHolders(_server, state.Service.VirtualIPAddresses).Except(answering));
        // The killed process does not hold its lock any longer.
        var next = new Admin(_server, admin.Journals);
        _server.Clock.Advance(TimeSpan.FromSeconds(30));
        return next;
    }

    private void SetFault()
    {
        LabFaultPoint point = _server.Faults.At(call);
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
