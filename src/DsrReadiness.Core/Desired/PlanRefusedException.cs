using System;

namespace DsrReadiness.Desired;

/// <summary>There can be no plan at all. Becomes the plan's refusal.</summary>
internal sealed class PlanRefusedException(Refusal refusal) : Exception(refusal.Reason)
{
    public Refusal Refusal { get; } = refusal;
}
