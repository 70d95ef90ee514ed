using DsrReadiness.Connections;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>What a check found, as one mark on a map; worse ones are greater.</summary>
internal enum Mark : byte
{
    None,
    NotApplicable,
    Passed,
    Unknown,
    Warning,
    Undecided,
    Failed,
}

internal static class MarkExtensions
{
    /// <summary>An error that could not be ruled out is worse than a warning that is certain.</summary>
    public static Mark ToMark(this CheckResult result) => (result.Outcome, result.Severity) switch
    {
        (Outcome.Failed, Severity.Error) => Mark.Failed,
        (Outcome.Unknown, Severity.Error) => Mark.Undecided,
        (Outcome.Failed, _) => Mark.Warning,
        (Outcome.Unknown, _) => Mark.Unknown,
        (Outcome.Passed, _) => Mark.Passed,
        _ => Mark.NotApplicable,
    };

    /// <summary>What could not be asked is not known, and may matter.</summary>
    public static Mark ToMark(this ConnectionResult result) => result.Outcome switch
    {
        ConnectionOutcome.Answered => result.Warnings.Count > 0 || result.Disagreement is not null ? Mark.Warning : Mark.Passed,
        ConnectionOutcome.NotAsked => Mark.Undecided,
        _ => Mark.Failed,
    };

    public static bool NeedsAttention(this Mark mark) => mark >= Mark.Unknown;

    public static string ToWord(this Mark mark) => mark switch
    {
        Mark.Failed => "failed",
        Mark.Warning => "warning",
        Mark.Unknown or Mark.Undecided => "unknown",
        Mark.Passed => "passed",
        Mark.NotApplicable => "does not apply",
        _ => "not asked",
    };
}
