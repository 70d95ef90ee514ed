using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Verdicts;

/// <summary>What a check found of one subject. A check may find several things; they are folded into one result.</summary>
internal sealed class Finding
{
    public Finding(
        Outcome outcome, Severity severity, string? subject, string reason, Advice? advice = null, string? expected = null, string? actual = null)
    {
        Outcome = outcome;
        Severity = severity;
        Subject = subject;
        Reason = reason;
        Advice = advice;
        Expected = expected;
        Actual = actual;
    }

    public Outcome Outcome { get; }

    public Severity Severity { get; }

    /// <summary>The interface, address or port that it is about.</summary>
    public string? Subject { get; }

    /// <summary>What is so now, as a plain sentence.</summary>
    public string Reason { get; }

    /// <summary>What to do; null if nothing.</summary>
    public Advice? Advice { get; }

    public string? Expected { get; }

    public string? Actual { get; }

    /// <summary>The same, if it concludes anything, with what that rests on.</summary>
    public Finding RestingOn(string guess) => Outcome is Outcome.Passed or Outcome.Failed
        ? new Finding(Outcome, Severity, Subject, Reason + " " + guess, Advice, Expected, Actual)
        : this;

    /// <summary>The same, with the commands of others, if both are to be run as they are printed.</summary>
    public Finding With(IEnumerable<Finding> others)
    {
        if (Advice is not { Kind: AdviceKind.Command })
            return this;
        Advice[] also = [.. others.Where(each => each.Outcome is Outcome.Failed or Outcome.Unknown).Select(each => each.Advice).OfType<Advice>().Where(each => each.Kind == AdviceKind.Command)];
        return new Finding(Outcome, Severity, Subject, Reason, Advice.With(also), Expected, Actual);
    }

    /// <summary>
    /// Worse findings have higher ranks. What decides the verdict comes first: an error that could not be ruled out is worse than a
    /// warning that is certain. The threshold is the severity from which on findings decide.
    /// </summary>
    public int RankUnder(Severity threshold) => Outcome switch
    {
        Outcome.Failed => Severity >= threshold ? 6 : 4,
        Outcome.Unknown => Severity >= threshold ? 5 : 3,
        Outcome.Passed => 2,
        _ => 1,
    };
}
