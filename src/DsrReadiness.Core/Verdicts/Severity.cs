namespace DsrReadiness.Verdicts;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Reports, and never fails.</summary>
    Information,

    /// <summary>Works now, will hurt.</summary>
    Warning,

    /// <summary>Traffic fails or the VIP is hijacked, now or after the next restart.</summary>
    Error,
}
