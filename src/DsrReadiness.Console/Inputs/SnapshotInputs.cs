using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Output;
using OperatingSystem = System.OperatingSystem;

namespace DsrReadiness.Console.Inputs;

/// <summary>
/// What the file arguments stand for, in their order. A pattern is looked up when its turn comes. Files of what cmdlets gave are one server, which comes last.
/// </summary>
internal static class SnapshotInputs
{
    /// <param name="arguments">Files, patterns, and <c>-</c>.</param>
    /// <param name="standardInput">Opens what <c>-</c> stands for.</param>
    /// <param name="cancellation">Ends the wait for an input that does not come.</param>
    /// <param name="others">Files that are written, or read as something else; a pattern never means them.</param>
    public static IEnumerable<SnapshotInput> Find(IReadOnlyList<string> arguments, Func<Stream> standardInput, CancellationToken cancellation, params IReadOnlyList<string?> others)
    {
        var saved = new SavedInputs();
        foreach (SnapshotInput file in Files(arguments, standardInput, others))
        {
            if (!saved.Take(file, cancellation))
                yield return file;
        }

        if (saved.Server is { } server)
            yield return server;
    }

    /// <summary>True if two names mean one file, as far as names tell.</summary>
    public static bool IsSameFile(string one, string other) => string.Equals(
        Path.GetFullPath(one),
        Path.GetFullPath(other),
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static IEnumerable<SnapshotInput> Files(IReadOnlyList<string> arguments, Func<Stream> standardInput, IReadOnlyList<string?> others)
    {
        foreach (string argument in arguments)
        {
            if (argument == DsrCommand.StandardInput)
            {
                yield return SnapshotInput.From("standard input", standardInput, DateTimeOffset.UtcNow);
            }
            else if (!FilePattern.IsPattern(argument) || File.Exists(argument))
            {
                yield return OfFile(argument);
            }
            else
            {
                foreach (SnapshotInput found in OfPattern(argument, others))
                    yield return found;
            }
        }
    }

    private static SnapshotInput OfFile(string path) => Directory.Exists(path)
        ? new SnapshotInput(path, "it is a folder: give its files, such as \"" + Path.Join(path, "*.json") + "\".")
        : SnapshotInput.From(
            path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan), File.GetLastWriteTimeUtc(path));

    private static SnapshotInput[] OfPattern(string pattern, IReadOnlyList<string?> others)
    {
        try
        {
            SnapshotInput[] found = FilePattern.Find(pattern)
                .Where(path => !others.Any(other => other is not null && IsSameFile(path, other))).Select(OfFile).ToArray();
            return found.Length > 0 ? found : [new SnapshotInput(pattern, "it matches no file.")];
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            return [new SnapshotInput(pattern, "it cannot be looked up: " + e.Message)];
        }
    }
}
