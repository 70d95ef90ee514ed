using System.Collections.Generic;
using System.IO;
using System.Linq;
using System;
using DsrReadiness.Console.Output;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Inputs;

/// <summary>One thing to judge: where to read it, or why there is nothing to read.</summary>
/// <param name="Name">The file's name as the user would write it.</param>
/// <param name="Problem">Why there is nothing to read; null if there is.</param>
internal sealed record SnapshotInput(string Name, string? Problem)
{
    /// <summary>Opens the file; null where the input is no single file.</summary>
    public Func<Stream>? Open { get; private init; }

    /// <summary>When the file was written; of standard input, when it was read.</summary>
    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>Reads the input; null if there is nothing to read.</summary>
    public Func<Snapshot>? Read { get; private init; }

    /// <summary>An input that was read before.</summary>
    public static SnapshotInput Of(string name, Snapshot snapshot) => From(name, () => snapshot);

    public static SnapshotInput From(string name, Func<Snapshot> read) => new(name, null) { Read = read };

    /// <summary>A file, which is read as a snapshot unless somebody knows better.</summary>
    public static SnapshotInput From(string name, Func<Stream> open, DateTimeOffset writtenAt)
    {
        StreamBuffer? kept = null;
        return new SnapshotInput(name, null)
        {
            Open = Again,
            WrittenAt = writtenAt,
            Read = () =>
            {
                using Stream stream = Again();
                return SnapshotFile.Read(stream, name);
            },
        };

        // A pipe can be read once, and is looked at twice. Of one that is too long, so much is kept that its reader sees it.
        Stream Again()
        {
            if (kept is null)
            {
                Stream stream = open();
                if (stream.CanSeek)
                    return stream;
                var buffer = new StreamBuffer();
                using (stream)
                    buffer.TryFill(stream, SnapshotFile.DefaultMaximumBytes);
                kept = buffer;
            }

            return new MemoryStream(kept.Bytes, 0, kept.Count, writable: false);
        }
    }

    /// <summary>Reads the input and asks something of it. Whatever is wrong with one input is said of that input, and never ends the others.</summary>
    public List<Answer<T>> Ask<T>(Fault fault, Func<Snapshot, List<Answer<T>>> ask)
        where T : class
    {
        if (Read is not { } read)
            return Failed(Name + ": " + Problem);
        try
        {
            return ask(read());
        }
        catch (SnapshotFormatException e)
        {
            return Failed(e.Message);
        }
        catch (FileNotFoundException)
        {
            return Failed(Name + ": there is no such file.");
        }
        catch (DirectoryNotFoundException)
        {
            return Failed(Name + ": there is no such folder.");
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            return Failed(Name + ": it cannot be read: " + e.Message);
        }
#pragma warning disable CA1031 // A fault of ours on one input must not take the answers for the others with it.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Failed(fault.Of(Name, e), ExitStatus.Internal);
        }

        List<Answer<T>> Failed(string problem, int status = ExitStatus.BadInput) => [Answer<T>.Failed(Name, problem, status)];
    }

    /// <summary>What is wrong where nothing failed and nothing was asked: as an answer it would look as if all were in order.</summary>
    public static Answer<T> OnlyWitnesses<T>()
        where T : class => Answer<T>.Failed(string.Empty, "No server was asked anything: each file is of a witness. Give the snapshots of servers as well.");

    /// <summary>Asks one thing of the input.</summary>
    public Answer<T> Ask<T>(Fault fault, Func<Snapshot, T> ask)
        where T : class => Ask<T>(fault, snapshot => [Answer<T>.Of(Name, ask(snapshot), snapshot.CollectedAt)])[0];

    /// <summary>Asks something of the input for each service that is asked of its server.</summary>
    public List<Answer<T>> Ask<T>(Fault fault, ServiceChoice services, Func<Snapshot, AskedService, Answer<T>> ask)
        where T : class => Ask<T>(fault, snapshot => services.For(snapshot.ComputerName) is { Count: > 0 } asked
            ? [.. asked.Select(each => ask(snapshot, each))]
            : services.IsWitness(snapshot.ComputerName) ? []
            : [Answer<T>.Failed(Name, $"{Name}: {services.WhyNone(snapshot.ComputerName)}: name it there, or choose a service with --service-name.")]);
}
