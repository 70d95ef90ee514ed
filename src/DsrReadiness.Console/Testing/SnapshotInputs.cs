using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Console.CommandLine;

namespace DsrReadiness.Console.Testing;

/// <summary>What the file arguments stand for, in their order. A pattern is looked up when its turn comes.</summary>
internal static class SnapshotInputs
{
    /// <param name="arguments">Files, patterns, and <c>-</c>.</param>
    /// <param name="standardInput">Opens what <c>-</c> stands for.</param>
    /// <param name="output">The file that is written; a pattern never means it.</param>
    public static IEnumerable<SnapshotInput> Find(IReadOnlyList<string> arguments, Func<Stream> standardInput, string? output)
    {
        foreach (string argument in arguments)
        {
            if (argument == FileArgument.StandardInput)
            {
                yield return SnapshotInput.From("standard input", standardInput);
            }
            else if (!FilePattern.IsPattern(argument) || File.Exists(argument))
            {
                yield return OfFile(argument);
            }
            else
            {
                foreach (SnapshotInput found in OfPattern(argument, output))
                    yield return found;
            }
        }
    }

    private static SnapshotInput OfFile(string path) => Directory.Exists(path)
        ? SnapshotInput.Missing(path, "it is a folder: give its files, such as \"" + Path.Join(path, "*.json") + "\".")
        : SnapshotInput.From(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan));

    private static SnapshotInput[] OfPattern(string pattern, string? output)
    {
        string? written = output is null ? null : Path.GetFullPath(output);
        try
        {
            SnapshotInput[] found = FilePattern.Find(pattern).Where(path => written is null || Path.GetFullPath(path) != written).Select(OfFile).ToArray();
            return found.Length > 0 ? found : [SnapshotInput.Missing(pattern, "it matches no file.")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [SnapshotInput.Missing(pattern, "it cannot be looked up: " + e.Message)];
        }
    }
}
