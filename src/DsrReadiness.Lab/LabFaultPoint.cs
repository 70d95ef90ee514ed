using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab;

/// <summary>The call at which something goes wrong; says what.</summary>
public sealed class LabFaultPoint
{
    private readonly LabFaults _faults;
    private readonly int _number;
    private readonly Func<LabCall, bool> _condition;

    internal LabFaultPoint(LabFaults faults, int number, Func<LabCall, bool> condition)
    {
        _faults = faults;
        _number = number;
        _condition = condition;
    }

    /// <summary>The call fails and has no effect.</summary>
    public void Fail(FailureKind kind, string message = "as the lab was told") => Set(FaultKind.Fail, new CimFailure(kind, message));

    /// <summary>
    /// The call does not come back until it is cancelled, and has no effect. A reading then throws; a change, which had begun, fails with
    /// <see cref="FailureKind.Timeout"/>.
    /// </summary>
    public void Hang() => Set(FaultKind.Hang);

    /// <summary>The call throws, as a port never should, and has no effect.</summary>
    public void Throw(Exception exception) => _faults.Set(new Fault(FaultKind.Throw, _number, _condition) { Exception = exception });

    /// <summary>The call fails with <see cref="FailureKind.Timeout"/> and takes effect later all the same, unless the server restarts before that.</summary>
    public void TakeEffectLater(TimeSpan delay) => _faults.Set(new Fault(FaultKind.Late, _number, _condition) { Delay = delay });

    /// <summary>The calling process is killed before the call takes effect: this call and all its others do not come back.</summary>
    public void KillBefore() => Set(FaultKind.KillBefore);

    /// <summary>The calling process is killed after the call took effect, and never learns that it did: this call and all its others do not come back.</summary>
    public void KillAfter() => Set(FaultKind.KillAfter);

    /// <summary>Something else happens just before the call, such as a change through <see cref="LabServer.Backdoor"/>.</summary>
    public void Interfere(Action action) => Set(FaultKind.Interfere, null, action);

    private void Set(FaultKind kind, CimFailure? failure = null, Action? action = null) =>
        _faults.Set(new Fault(kind, _number, _condition, failure, action));
}
