using System;

namespace DsrReadiness.Console.Testing;

/// <summary>What became of one input: what was asked for, or the problem that stood in its way.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Value">What was asked for; null if there is a problem.</param>
/// <param name="CollectedAt">When the snapshot was collected.</param>
/// <param name="Problem">The problem, with the input's name; null if there is none.</param>
/// <param name="IsOurs">True if the problem is a fault of this program, not of the input.</param>
internal sealed record Answer<T>(string Name, T? Value, DateTimeOffset CollectedAt, string? Problem, bool IsOurs)
    where T : class
{
    public static Answer<T> Of(string name, T value, DateTimeOffset collectedAt) => new(name, value, collectedAt, null, false);

    public static Answer<T> Failed(string name, string problem) => new(name, null, default, problem, false);

    /// <param name="name">The input's name.</param>
    /// <param name="lost">What there is not because of the fault, such as "there is no plan".</param>
    /// <param name="bug">The fault.</param>
    public static Answer<T> Broken(string name, string lost, Exception bug) =>
        new(name, null, default, $"{name}: {lost} for a fault of dsr ({bug.GetType().Name}: {bug.Message}). Please report it with the snapshot.", true);
}
