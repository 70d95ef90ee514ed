using System;
using System.Collections.Generic;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Testing;

/// <summary>What became of one input: a verdict, or the problem that stood in its way. It holds nothing of the snapshot.</summary>
internal sealed class Judgement
{
    private Judgement(string name, ServerVerdict? verdict, DateTimeOffset collectedAt, string? problem, bool isOurs)
    {
        Name = name;
        Verdict = verdict;
        CollectedAt = collectedAt;
        Problem = problem;
        IsOurs = isOurs;
    }

    /// <summary>The input's name.</summary>
    public string Name { get; }

    public ServerVerdict? Verdict { get; }

    public DateTimeOffset CollectedAt { get; }

    /// <summary>What would make the server ready; null if that was not asked for.</summary>
    public Plan? Plan { get; private init; }

    /// <summary>The ways of the server's packets; none if they were not asked for.</summary>
    public IReadOnlyList<PathTrace> Paths { get; private init; } = [];

    /// <summary>What the input lacks for a verdict, with the command that brings it; null where that was not asked.</summary>
    public string? StillMissing { get; private init; }

    /// <summary>The problem, with the input's name; null if there is a verdict.</summary>
    public string? Problem { get; }

    /// <summary>True if the problem is a fault of this program, not of the input.</summary>
    public bool IsOurs { get; }

    public static Judgement Of(string name, ServerVerdict verdict, DateTimeOffset collectedAt, Plan? plan = null, IReadOnlyList<PathTrace>? paths = null, string? stillMissing = null) =>
        new(name, verdict, collectedAt, null, false) { Plan = plan, Paths = paths ?? [], StillMissing = stillMissing };

    public static Judgement Failed(string name, string problem) => new(name, null, default, problem, false);

    public static Judgement Broken(string name, Exception bug)
    {
        string what = $"{bug.GetType().Name}: {bug.Message}";
        return new(name, null, default, $"{name}: it could not be judged for a fault of dsr ({what}). Please report it with the snapshot.", true);
    }
}
