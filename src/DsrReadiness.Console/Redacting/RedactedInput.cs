using System;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Redacting;

/// <summary>What became of one input: a snapshot that can be given away, or the problem that stood in its way.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="ComputerName">What the server is called in truth.</param>
/// <param name="Snapshot">The redacted snapshot; null if there is none.</param>
/// <param name="Problem">The problem, with the input's name; null if there is a snapshot.</param>
/// <param name="IsOurs">True if the problem is a fault of this program, not of the input.</param>
internal sealed record RedactedInput(string Name, string ComputerName, Snapshot? Snapshot, string? Problem, bool IsOurs)
{
    public static RedactedInput Of(string name, string computerName, Snapshot redacted) => new(name, computerName, redacted, null, false);

    public static RedactedInput Failed(string name, string problem) => new(name, string.Empty, null, problem, false);

    public static RedactedInput Broken(string name, Exception bug)
    {
        string what = $"{bug.GetType().Name}: {bug.Message}";
        return new(name, string.Empty, null, $"{name}: it was not redacted for a fault of dsr ({what}). Please report it.", true);
    }
}
