using System;

namespace DsrReadiness.Console.Inputs;

/// <summary>What became of one input: what was asked for, or the problem that stood in its way.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Value">What was asked for; null if there is a problem.</param>
/// <param name="CollectedAt">When the snapshot was collected.</param>
/// <param name="Problem">The problem, with the input's name; null if there is none.</param>
/// <param name="Status">The exit status that the problem makes.</param>
internal sealed record Answer<T>(string Name, T? Value, DateTimeOffset CollectedAt, string? Problem, int Status)
    where T : class
{
    public static Answer<T> Of(string name, T value, DateTimeOffset collectedAt) => new(name, value, collectedAt, null, ExitStatus.Ready);

    public static Answer<T> Failed(string name, string problem, int status = ExitStatus.BadInput) => new(name, null, default, problem, status);

    /// <summary>The same problem, in the way of something else.</summary>
    public Answer<TOther> As<TOther>()
        where TOther : class => new(Name, null, CollectedAt, Problem, Status);
}

/// <summary>What is said of a fault of ours.</summary>
/// <param name="Lost">What there is not for it.</param>
/// <param name="With">What to report it with.</param>
internal sealed record Fault(string Lost, string With = " with the snapshot")
{
    public static Fault Judging { get; } = new("it could not be judged for ");

    public string Of(string name, Exception bug) => $"{name}: {Lost}a fault of dsr ({bug.GetType().Name}: {bug.Message}). Please report it{With}.";
}
