using System.Collections.Generic;
using DsrReadiness.Desired;
using DsrReadiness.Text;

namespace DsrReadiness.Verdicts;

/// <summary>The result of one check for one server and one service.</summary>
public sealed class CheckResult
{
    internal CheckResult(string id, string name, Finding worst, IReadOnlyList<string> details)
    {
        Id = id;
        Name = name;
        Severity = worst.Severity;
        Outcome = worst.Outcome;
        Subject = worst.Subject;
        Expected = worst.Expected;
        Actual = worst.Actual;
        Reason = worst.Reason;
        Recommendation = worst.Advice?.Words;
        Command = worst.Advice?.Command;
        AdviceKind = worst.Advice?.Kind;
        Details = details;
    }

    /// <summary>The check's id, such as <c>M01</c>.</summary>
    public string Id { get; }

    /// <summary>The check's name, such as <c>WeakHostReceiveOnTrafficInterface</c>.</summary>
    public string Name { get; }

    /// <summary>How much it matters.</summary>
    public Severity Severity { get; }

    /// <summary>What was found.</summary>
    public Outcome Outcome { get; }

    /// <summary>The interface, address or port that it is about, or null for the server as a whole.</summary>
    public string? Subject { get; }

    /// <summary>What should be there, or null where that is no single value.</summary>
    public string? Expected { get; }

    /// <summary>What is there, or null where that is no single value.</summary>
    public string? Actual { get; }

    /// <summary>What is so now, as a plain sentence.</summary>
    public string Reason { get; }

    /// <summary>What to do, as a plain sentence; null if nothing.</summary>
    public string? Recommendation { get; }

    /// <summary>The commands that do it, one a line, ready to be pasted; null if none do.</summary>
    public string? Command { get; }

    /// <summary>What is to be done with the recommendation and its commands; null if nothing is recommended.</summary>
    public AdviceKind? AdviceKind { get; }

    /// <summary>Where the check looked at several families, VIPs or adapters: what it found of each, worst first.</summary>
    public IReadOnlyList<string> Details { get; }

    /// <summary>The same, left to the administrator by a plan.</summary>
    internal Refusal ToRefusal() => new(Id, Reason, Recommendation, Command);
}
