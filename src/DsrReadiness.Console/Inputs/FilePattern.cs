using System;
using System.Collections.Generic;
using System.IO;

namespace DsrReadiness.Console.Inputs;

/// <summary>
/// Finds the files of a pattern: <c>*</c> and <c>?</c> stand for part of a name, <c>**</c> for any folders. What is hidden is found only
/// by a pattern that begins with a dot, and <c>**</c> follows no link, which could lead round in a circle.
/// </summary>
internal static class FilePattern
{
    private static readonly char[] s_separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    public static bool IsPattern(string text) => HasWildcard(text[Path.GetPathRoot(text.AsSpan()).Length..]);

    /// <summary>The files, each once, in ordinal order of their names.</summary>
    public static IReadOnlyCollection<string> Find(string pattern)
    {
        string root = Path.GetPathRoot(pattern) ?? string.Empty;
        string[] segments = pattern[root.Length..].Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        if (segments[^1] == "**")
            segments = [.. segments, "*"];
        return new SortedSet<string>(Walk(root, segments, 0), StringComparer.Ordinal);
    }

    private static bool HasWildcard(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;

    private static IEnumerable<string> Walk(string folder, string[] segments, int at)
    {
        string segment = segments[at];
        if (segment == "**")
            return AnyDepth(folder, segments, at);
        if (at == segments.Length - 1)
            return Names(folder, segment, folders: false, followLinks: true);
        IEnumerable<string> folders = HasWildcard(segment)
            ? Names(folder, segment, folders: true, followLinks: true)
            : [Path.Join(folder, segment)];
        return Below(folders, segments, at + 1);
    }

    private static IEnumerable<string> AnyDepth(string folder, string[] segments, int at)
    {
        foreach (string file in Walk(folder, segments, at + 1))
            yield return file;
        foreach (string file in Below(Names(folder, "*", folders: true, followLinks: false), segments, at))
            yield return file;
    }

    private static IEnumerable<string> Below(IEnumerable<string> folders, string[] segments, int at)
    {
        foreach (string folder in folders)
        {
            foreach (string file in Walk(folder, segments, at))
                yield return file;
        }
    }

    private static IEnumerable<string> Names(string folder, string pattern, bool folders, bool followLinks)
    {
        string where = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(where))
            yield break;
        var options = new EnumerationOptions
        {
            AttributesToSkip = (pattern[0] == '.' ? 0 : FileAttributes.Hidden) | (followLinks ? 0 : FileAttributes.ReparsePoint),
            IgnoreInaccessible = false,
            MatchType = MatchType.Simple,
        };
        IEnumerable<string> found = folders
            ? Directory.EnumerateDirectories(where, pattern, options)
            : Directory.EnumerateFiles(where, pattern, options);
        foreach (string path in found)
            yield return Path.Join(folder, Path.GetFileName(path));
    }
}
