namespace DsrReadiness.Plans.Journals;

/// <summary>How far a step of a run came.</summary>
public enum StepStatus
{
    /// <summary>Written before anything was done; if it stays so, the run was cut off in the middle of the step.</summary>
    Begun,

    /// <summary>Done and proved.</summary>
    Done,

    /// <summary>It failed, and whatever part of it was done is still to be undone.</summary>
    Failed,

    /// <summary>What was there before is there again.</summary>
    Undone,

    /// <summary>Not undone: another VIP needs it, or somebody changed the value in between.</summary>
    Kept,

    /// <summary>A write was sent and not answered: it may have taken effect, or still take it. Not undone before that is known.</summary>
    Unknown,
}
