using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab;

/// <summary>A fault of a call.</summary>
internal enum FaultKind
{
    Fail,
    Hang,
    KillBefore,
    KillAfter,
    Interfere,
    Throw,
    Late,
}

/// <summary>One fault that waits for its call.</summary>
internal sealed class Fault(FaultKind kind, int number, Func<LabCall, bool> condition, CimFailure? failure = null, Action? action = null)
{
    private int _left = number;

    public FaultKind Kind { get; } = kind;

    public CimFailure? Failure { get; } = failure;

    public Action? Action { get; } = action;

    public Exception? Exception { get; init; }

    public TimeSpan Delay { get; init; }

    public bool IsDue(LabCall call) => condition(call) && --_left == 0;
}
