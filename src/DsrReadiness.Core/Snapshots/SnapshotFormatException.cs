using System;

namespace DsrReadiness.Snapshots;

/// <summary>A file that cannot be read as a snapshot. The message names the file and the place, what was found and what was expected.</summary>
public sealed class SnapshotFormatException : Exception
{
    internal SnapshotFormatException(string name, string problem, int? line = null, int? position = null)
        : base($"{name}: {(line is null ? string.Empty : position is null ? $"line {line}: " : $"line {line}, byte {position}: ")}{problem}.")
    {
        FileName = name;
        Line = line;
        Position = position;
    }

    /// <summary>The file, as the caller named it.</summary>
    public string FileName { get; }

    /// <summary>The line, counted from 1; null if the file as a whole is meant.</summary>
    public int? Line { get; }

    /// <summary>The byte in the line, counted from 1; null if the file as a whole is meant.</summary>
    public int? Position { get; }
}
