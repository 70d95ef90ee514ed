using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Plans.Applying;

/// <summary>One change could not be made or undone. Ends the step, never the program.</summary>
internal sealed class ChangeFailedException(FailureKind kind, string message) : Exception(message)
{
    public ChangeFailedException(CimFailure failure, string what)
        : this(failure.Kind, what + " failed: " + failure)
    {
    }

    public FailureKind Kind { get; } = kind;

    /// <summary>True if a write was sent and not answered: it may still take effect, at any time.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>True if the other side may carry a write out although it failed so.</summary>
    public static bool LeavesOpen(CimFailure? failure) => failure?.Kind is FailureKind.Timeout or FailureKind.Unreachable;
}
