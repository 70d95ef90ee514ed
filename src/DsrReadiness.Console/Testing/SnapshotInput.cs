using System;
using System.IO;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Testing;

/// <summary>One thing to judge: where to read it, or why there is nothing to read.</summary>
internal sealed class SnapshotInput
{
    private SnapshotInput(string name, string? problem)
    {
        Name = name;
        Problem = problem;
    }

    /// <summary>The file's name as the user would write it.</summary>
    public string Name { get; }

    /// <summary>Opens the file; null where the input is no single file.</summary>
    public Func<Stream>? Open { get; private init; }

    /// <summary>When the file was written; of standard input, when it was read.</summary>
    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>Reads the input; null if there is nothing to read.</summary>
    public Func<Snapshot>? Read { get; private init; }

    /// <summary>Why there is nothing to read; null if there is.</summary>
    public string? Problem { get; }

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

    public static SnapshotInput Missing(string name, string problem) => new(name, problem);
}
