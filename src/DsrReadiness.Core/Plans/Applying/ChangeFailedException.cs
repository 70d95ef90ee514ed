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
}
