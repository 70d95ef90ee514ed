using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Verdicts;

/// <summary>What a check found of one subject. A check may find several things; they are folded into one result.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Severity">How much that matters.</param>
/// <param name="Subject">The interface, address or port that it is about.</param>
/// <param name="Reason">What is so now, as a plain sentence.</param>
/// <param name="Advice">What to do; null if nothing.</param>
/// <param name="Expected">What should be.</param>
/// <param name="Actual">What is.</param>
internal sealed record Finding(
    Outcome Outcome, Severity Severity, string? Subject, string Reason, Advice? Advice = null, string? Expected = null, string? Actual = null)
{
    /// <summary>The same, if it concludes anything, with what that rests on.</summary>
    public Finding RestingOn(string guess) => Outcome is Outcome.Passed or Outcome.Failed
        ? this with { Reason = Reason + " " + guess }
        : this;

    /// <summary>The same, with the commands of others, if both are to be run as they are printed.</summary>
    public Finding With(IEnumerable<Finding> others)
    {
        if (Advice is not { Kind: AdviceKind.Command })
            return this;
        Advice[] also = [.. others.Where(each => each.Outcome is Outcome.Failed or Outcome.Unknown).Select(each => each.Advice).OfType<Advice>().Where(each => each.Kind == AdviceKind.Command)];
        return this with { Advice = Advice.With(also) };
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
