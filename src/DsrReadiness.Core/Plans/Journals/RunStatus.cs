namespace DsrReadiness.Plans.Journals;

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    /// <summary>It did not end: it is under way, or was cut off.</summary>
    Open,

    /// <summary>All steps were done.</summary>
    Applied,

    /// <summary>It ended early, and what was done was left as it is.</summary>
    Partial,

    /// <summary>It was undone, but for the steps that are marked as kept.</summary>
    Undone,
}
