namespace DsrReadiness.Verdicts;

/// <summary>What a check found.</summary>
public enum Outcome
{
    /// <summary>What the check is about does not exist here, or was not asked about.</summary>
    NotApplicable,

    /// <summary>It is as it should be.</summary>
    Passed,

    /// <summary>It could not be observed; this is never a pass.</summary>
    Unknown,

    /// <summary>It is not as it should be.</summary>
    Failed,
}
