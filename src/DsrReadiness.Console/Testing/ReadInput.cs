using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Testing;

/// <summary>An input that was read before it is judged, because others are compared with it.</summary>
/// <param name="Input">The input, to be judged; null if it could not be read.</param>
/// <param name="Failure">Why it could not be read.</param>
/// <param name="Snapshot">What was read.</param>
internal sealed record ReadInput(SnapshotInput? Input, Judgement? Failure, Snapshot? Snapshot = null)
{
    public static ReadInput Of(SnapshotInput input) => SnapshotQuestion.Ask(
        input,
        snapshot => new ReadInput(SnapshotInput.Of(input.Name, snapshot), null, snapshot),
        problem => new ReadInput(null, Judgement.Failed(input.Name, problem)),
        bug => new ReadInput(null, Judgement.Broken(input.Name, bug)));
}
