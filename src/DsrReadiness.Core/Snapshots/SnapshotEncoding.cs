using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>The encoding of snapshot files.</summary>
internal static class SnapshotEncoding
{
    /// <summary>Refuses empty files and other encodings; returns the length of the byte order mark.</summary>
    /// <exception cref="SnapshotFormatException">The file is empty, or not UTF-8.</exception>
    public static int Check(byte[] buffer, int offset, int count, string name) =>
        JsonEncoding.FindProblem(buffer, offset, count, "a snapshot", out int mark) is { } problem
            ? throw new SnapshotFormatException(name, problem)
            : mark;
}
