using System.Threading;
using DsrReadiness.Checks;
using DsrReadiness.Services;

namespace DsrReadiness.Console.Testing;

/// <summary>Reads an input and judges it.</summary>
internal sealed class Judge(DsrService service, bool strict, CheckInputs? inputs = null)
{
    private readonly CheckRunner _runner = new(Catalogue.All, strict);

    public Judgement Ask(SnapshotInput input, CancellationToken cancellationToken) => SnapshotQuestion.Ask(
        input,
        snapshot => Judgement.Of(input.Name, _runner.Run(snapshot, service, inputs ?? CheckInputs.None, cancellationToken), snapshot.CollectedAt),
        problem => Judgement.Failed(input.Name, problem),
        bug => Judgement.Broken(input.Name, bug));
}
