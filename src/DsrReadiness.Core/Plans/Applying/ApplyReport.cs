using System.Collections.Generic;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>How applying a plan ended.</summary>
public enum ApplyResult
{
    /// <summary>Every change is made and proved.</summary>
    Applied,

    /// <summary>There was nothing to do.</summary>
    NothingToDo,

    /// <summary>A change failed; what was done is undone, but for what the report lists as left.</summary>
    Failed,

    /// <summary>A change was declined; the rest was not begun.</summary>
    Declined,

    /// <summary>It was cancelled between two changes.</summary>
    Cancelled,

    /// <summary>
    /// Windows did not answer a change, so that nobody knows whether it is made or will yet be. All else that was done is undone, and the change as far as it can be seen; what the
    /// report lists as left is to be looked at once more.
    /// </summary>
    OutcomeUnknown,

    /// <summary>Nothing was begun: the plan does not fit this server now.</summary>
    Refused,
}

/// <summary>What became of a plan or of undoing one.</summary>
public sealed class ApplyReport
{
    internal ApplyReport(ApplyResult result, JournalRun? run, IReadOnlyList<JournalStep> left, string? reason = null)
    {
        Result = result;
        Run = run;
        Left = left;
        Reason = reason;
    }

    /// <summary>How it ended.</summary>
    public ApplyResult Result { get; }

    /// <summary>The run, or null if none was begun.</summary>
    public JournalRun? Run { get; }

    /// <summary>The steps whose changes are in place, wholly or in part, although the plan is not: what is left of it.</summary>
    public IReadOnlyList<JournalStep> Left { get; }

    /// <summary>Why it failed or was refused, in words.</summary>
    public string? Reason { get; }

    /// <summary>True if Windows wants to be restarted before all of it takes effect.</summary>
    public bool RestartNeeded { get; internal set; }

    /// <summary>Journals of the server that could not be used. None of them stood in the way.</summary>
    public IReadOnlyList<JournalFormatException> JournalProblems { get; internal set; } = [];
}
