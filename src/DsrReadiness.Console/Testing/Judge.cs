using System;
using System.IO;
using System.Threading;
using DsrReadiness.Checks;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Testing;

/// <summary>Reads an input and judges it. Whatever is wrong with one input is said of that input, and never ends the others.</summary>
internal sealed class Judge(DsrService service, bool strict)
{
    private readonly CheckRunner _runner = new(Catalogue.All, strict);

    public Judgement Ask(SnapshotInput input, CancellationToken cancellationToken)
    {
        if (input.Open is null)
            return Judgement.Failed(input.Name, input.Name + ": " + input.Problem);
        try
        {
            Snapshot snapshot;
            using (Stream stream = input.Open())
                snapshot = SnapshotFile.Read(stream, input.Name);
            return Judgement.Of(input.Name, _runner.Run(snapshot, service, cancellationToken), snapshot.CollectedAt);
        }
        catch (SnapshotFormatException e)
        {
            return Judgement.Failed(input.Name, e.Message);
        }
        catch (FileNotFoundException)
        {
            return Judgement.Failed(input.Name, input.Name + ": there is no such file.");
        }
        catch (DirectoryNotFoundException)
        {
            return Judgement.Failed(input.Name, input.Name + ": there is no such folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Judgement.Failed(input.Name, input.Name + ": it cannot be read: " + e.Message);
        }
#pragma warning disable CA1031 // A fault of ours on one input must not take the verdicts of the others with it.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Judgement.Broken(input.Name, e);
        }
    }
}
