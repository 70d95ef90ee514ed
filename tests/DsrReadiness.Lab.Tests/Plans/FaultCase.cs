using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
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
internal sealed partial class FaultCase(FaultGround ground, FaultyPart part, FaultType type, int call)
{
    /// <summary>How long after its call a late write takes effect: when the rollback is over, and somebody has looked once more.</summary>
    private static readonly TimeSpan s_late = TimeSpan.FromMinutes(5);

    private readonly LabServer _server = ground.Build();
    private bool _isChange;

    /// <summary>How long a server is left alone before it is looked at: what happens by itself has happened then.</summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromHours(1);

    /// <summary>How the faulty run ended: its result, or that it was killed.</summary>
    public string Ended { get; private set; } = "not run";

    public override string ToString() => $"{ground.State.Name}, {ground.Omitted}, {type} at call {call} of {part}";

    /// <summary>Does the faulty run, and lets the first of all cases that ended the same be undone, and another such one be completed and undone.</summary>
    public async Task TryAsync()
    {
        Admin admin = await RunAsync();
        if (!ground.IsNew(End(admin)))
            return;
        await UndoRestoresAsync(admin);
        var again = new FaultCase(ground, part, type, call);
        await again.SecondRunCompletesAsync(await again.RunAsync());
    }

    /// <summary>Does the faulty run and undoes it: how the one ended, and then the other.</summary>
    public async Task<(string Run, string Undone)> EndsAsync()
    {
        Admin admin = await RunAsync();
        string end = End(admin);
        await UndoRestoresAsync(admin);
        return (end, End(admin));
    }

    /// <summary>Afterwards undo restores the start.</summary>
    private async Task UndoRestoresAsync(Admin admin)
    {
        await UndoAllAsync(admin);
        AssertRestored();
    }

    /// <summary>Afterwards a second run completes what the first left, and undoing restores the start all the same.</summary>
    private async Task SecondRunCompletesAsync(Admin admin)
    {
        ApplyReport report = await admin.ApplyAsync(ground.State.Service);
        Assert.True(report.Result is ApplyResult.Applied or ApplyResult.NothingToDo, $"second run: {report.Result}: {report.Reason}");
        ServerVerdict verdict = await admin.JudgeAsync(ground.State.Service);
        Assert.True(verdict.Verdict == Verdict.Ready, "second run: " + string.Join("\n", PlanAndApplyTests.Bad(verdict)));
        await UndoAllAsync(admin);
        AssertRestored();
    }

    /// <summary>What was not answered may be made later: so it is undone once more when that time is over.</summary>
    private async Task UndoAllAsync(Admin admin)
    {
        await admin.UndoAllAsync();
        AssertQuiet();
        _server.Clock.Advance(s_late + s_late + TimeSpan.FromMinutes(1));
        AssertQuiet();
        await admin.UndoAllAsync();
        AssertQuiet();
        Assert.DoesNotContain(admin.Runs(), run => run.Steps.Any(step => step.Status == StepStatus.Unknown));
    }

    private void AssertQuiet() =>
        Assert.Empty(ServerState.AnsweringHolders(_server, ground.State.Service.VirtualIPAddresses).Except(ground.Answering));

    private void AssertRestored()
    {
        if (!IsRestored)
            return;
        _server.Clock.Advance(Rest);
        PlanAndApplyTests.AssertSame(ground.Restored(World), PlanAndApplyTests.WithoutVipOnNic(ServerState.Of(_server), ground.State));
    }

    /// <summary>Not where somebody else has changed what the run was about, nor what only the running state had when the server restarted, nor where a write hit an index that changed hands.</summary>
    private bool IsRestored => type switch
    {
        FaultType.Interference => false,
        FaultType.Shuffle => !_isChange,
        FaultType.Restart or FaultType.Replug => !ground.State.IsRunningStateOnly,
        _ => true,
    };

    private WorldChange? World => type switch
    {
        FaultType.Restart => WorldChange.Restart,
        FaultType.Shuffle => WorldChange.Shuffle,
        FaultType.Replug => WorldChange.Replug,
        _ => null,
    };

    private async Task<Admin> RunAsync()
    {
        var admin = new Admin(_server);
        ApplyReport? clean = part == FaultyPart.Undo ? await admin.ApplyAsync(ground.NewPlan()) : null;
        _server.ForgetCalls();
        SetFault();
        try
        {
            ApplyReport report = clean is null ? await admin.ApplyAsync(ground.NewPlan()) : await admin.UndoAsync(clean.Run!.Id);
            Ended = report.Result.ToString();
            if (type == FaultType.Late && _isChange && report.Result != ApplyResult.Applied)
                Assert.True(report.Result == ApplyResult.OutcomeUnknown, $"{report.Result}: {report.Reason}");
        }
        catch (Admin.ProcessKilledException)
        {
            Ended = "Killed";
            Assert.True(type is FaultType.KillBefore or FaultType.KillAfter);
        }

        _server.Faults.Clear();
        AssertQuiet();
        _server.Clock.Advance(TimeSpan.FromSeconds(30));
        return new Admin(_server, admin.Journals);
    }

    /// <summary>
    /// All that can matter later: a server becomes what it is by what changed it, and when, and from a journal nobody reads the reasons. What has to hold depends on whether the world changed.
    /// </summary>
    private string End(Admin admin)
    {
        var end = new StringBuilder();
        end.AppendLine(CultureInfo.InvariantCulture, $"{part} {World} {IsRestored} {_server.Clock.Elapsed}");
        foreach (LabCall each in _server.Calls.Where(each => each.IsChange || (each.Number == call && Effect is not null)))
            end.AppendLine(CultureInfo.InvariantCulture, $"{each.At:O} {(each.Number == call ? Effect ?? "not made" : "made")} {(each.IsChange ? each.Text : "read")}");
        foreach (string run in admin.Journals.List(_server.ComputerName))
            end.Append(Reason().Replace(Encoding.UTF8.GetString(admin.Journals.Read(_server.ComputerName, run)), string.Empty));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(end.ToString())));
    }

    /// <summary>What the fault did to the server; null for one that did nothing to it, but that the call was not made.</summary>
    private string? Effect => type is FaultType.KillAfter or FaultType.Late or FaultType.Interference or FaultType.Restart or FaultType.Shuffle or FaultType.Replug ? type.ToString() : null;

    [GeneratedRegex("""(?<="note": )(null|"([^"\\]|\\.)*")""")]
    private static partial Regex Reason();

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
