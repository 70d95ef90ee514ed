using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Services;

namespace DsrReadiness.Verdicts;

/// <summary>The verdict on one server for one service, with the results that it rests on.</summary>
public sealed class ServerVerdict
{
    internal ServerVerdict(string computerName, DsrService service, IReadOnlyList<CheckResult> results, bool strict)
    {
        ComputerName = computerName;
        Service = service;
        Results = results;
        IsStrict = strict;
        Verdict = Judge(results, Threshold);
    }

    /// <summary>The server's name.</summary>
    public string ComputerName { get; }

    /// <summary>What was asked of it.</summary>
    public DsrService Service { get; }

    /// <summary>The answer.</summary>
    public Verdict Verdict { get; }

    /// <summary>One result a check, in the order of the catalogue.</summary>
    public IReadOnlyList<CheckResult> Results { get; }

    /// <summary>True if warnings count as errors.</summary>
    internal bool IsStrict { get; }

    /// <summary>The severity from which on results decide the verdict.</summary>
    internal Severity Threshold => IsStrict ? Severity.Warning : Severity.Error;

    private static Verdict Judge(IReadOnlyList<CheckResult> results, Severity threshold)
    {
        if (results.Any(result => result.Outcome == Outcome.Failed && result.Severity >= threshold))
            return Verdict.NotReady;
        bool evaluated = results.Any(result => result.Outcome is Outcome.Passed or Outcome.Failed);
        return !evaluated || results.Any(result => result.Outcome == Outcome.Unknown && result.Severity >= threshold)
            ? Verdict.Inconclusive
            : Verdict.Ready;
    }
}
