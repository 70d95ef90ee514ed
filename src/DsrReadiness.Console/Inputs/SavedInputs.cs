using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Snapshots.Saved;

namespace DsrReadiness.Console.Inputs;

/// <summary>Those of the inputs that are files of what cmdlets gave: together they are one server.</summary>
internal sealed class SavedInputs
{
    private readonly List<SnapshotInput> _files = [];

    /// <summary>The server, where there are such files.</summary>
    public SnapshotInput? Server => _files.Count == 0 ? null : SnapshotInput.From(
        _files[0].Name + (_files.Count == 1 ? string.Empty : $" and {_files.Count - 1} more"),
        () => SavedSnapshot.Of([.. _files.Select(Read)]));

    /// <summary>Keeps an input that is such a file; false for any other, and for one that cannot be opened, which is said where it is read.</summary>
    /// <exception cref="OperationCanceledException">It was not there before somebody cancelled: a pipe may wait for ever.</exception>
    public bool Take(SnapshotInput input, CancellationToken cancellation)
    {
        if (input.Open is not { } open)
            return false;
        try
        {
            if (!Task.Run(() => IsOne(open), cancellation).WaitAsync(cancellation).GetAwaiter().GetResult())
                return false;
        }
#pragma warning disable CA1031 // It goes wrong again where the input is read, and is said there.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return false;
        }

        _files.Add(input);
        return true;
    }

    private static bool IsOne(Func<Stream> open)
    {
        using Stream stream = open();
        return SavedKind.IsOne(stream);
    }

    private static SavedFile Read(SnapshotInput input)
    {
        using Stream stream = input.Open!();
        return SavedFile.Read(stream, input.Name, input.WrittenAt);
    }
}
