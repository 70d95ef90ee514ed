using System;

namespace DsrReadiness.Errors;

/// <summary>Carries a failure from where it is found to where it is written.</summary>
internal sealed class FailureException(Failure failure) : Exception(failure.Message, failure.Inner)
{
    public Failure Failure { get; } = failure;
}
