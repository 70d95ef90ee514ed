using System.Collections.Generic;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks;

/// <summary>One question about a server. Same snapshot and service, same findings.</summary>
internal abstract class Check
{
    protected Check(CheckInfo info) => Info = info.Name.Length > 0 ? info : info with { Name = NameOf(GetType().Name) };

    public CheckInfo Info { get; }

    /// <summary>Finds what is to be found: one finding for each family, VIP or adapter that the question is asked of.</summary>
    public abstract IEnumerable<Finding> Evaluate(CheckContext context);

    protected Finding NotApplicable(string reason) => new(Outcome.NotApplicable, Info.Severity, null, reason);

    protected Finding Passed(string? subject, string reason, string? expected = null, string? actual = null) =>
        new(Outcome.Passed, Info.Severity, subject, reason, Expected: expected, Actual: actual);

    protected Finding Failed(Severity severity, string? subject, string reason, Advice advice, string expected, string actual) =>
        new(Outcome.Failed, severity, subject, reason, advice, expected, actual);

    protected Finding Failed(string? subject, string reason, Advice advice, string expected, string actual) =>
        Failed(Info.Severity, subject, reason, advice, expected, actual);

    protected Finding Unknown(string? subject, string reason, Advice advice, string? expected = null, string? actual = null) =>
        new(Outcome.Unknown, Info.Severity, subject, reason, advice, expected, actual);

    /// <summary>The finding in place of a fact that could not be established.</summary>
    protected Finding Unknown(Missing missing, string? subject = null) => missing.IsAbsent
        ? NotApplicable(missing.Reason)
        : Unknown(subject, missing.Reason, missing.Recommendation);

    private static string NameOf(string type) => type.Substring(0, type.Length - nameof(Check).Length);
}
