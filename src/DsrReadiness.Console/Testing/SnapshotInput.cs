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
    /// <param name="name">Its name.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="writtenAt">When it was written.</param>
    /// <param name="isReadOnce">True if it can be read once, as any pipe can.</param>
    public static SnapshotInput From(string name, Func<Stream> open, DateTimeOffset writtenAt, bool isReadOnce = false)
    {
        MemoryStream? kept = null;
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

        // It is looked at twice.
        Stream Again()
        {
            if (kept is null)
            {
                Stream stream = open();
                if (stream.CanSeek && !isReadOnce)
                    return stream;
                using (stream)
                    kept = Kept(stream);
            }

            return new MemoryStream(kept.GetBuffer(), 0, (int)kept.Length, writable: false);
        }
    }

    public static SnapshotInput Missing(string name, string problem) => new(name, problem);

    /// <summary>As much as a snapshot may have, and a little more, by which its reader sees that it is too much.</summary>
    private static MemoryStream Kept(Stream stream)
    {
        var kept = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        for (int read; kept.Length <= SnapshotFile.DefaultMaximumBytes && (read = stream.Read(buffer)) > 0;)
            kept.Write(buffer, 0, read);
        return kept;
    }
}
