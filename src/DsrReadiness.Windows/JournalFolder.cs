using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Windows;

/// <summary>Keeps journals as files: a folder for each server, a file for each run, and a lock file that one run at a time holds open.</summary>
/// <param name="root">The folder of all servers' folders; it is made when the first run begins.</param>
public sealed class JournalFolder(string root) : IJournalStore
{
    private const string Extension = ".jsonl";
    private const string LockName = "run.lock";

    /// <inheritdoc/>
    public IDisposable? TryLock(string computerName)
    {
        string folder = Directory.CreateDirectory(FolderOf(computerName)).FullName;
        try
        {
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string computerName)
    {
        string folder = FolderOf(computerName);
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*" + Extension).Select(path => Path.GetFileNameWithoutExtension(path)).OrderBy(id => id, StringComparer.Ordinal).ToArray()
            : [];
    }

    /// <inheritdoc/>
    public byte[] Read(string computerName, string runId) => File.ReadAllBytes(FileOf(computerName, runId));

    /// <inheritdoc/>
    public void Append(string computerName, string runId, byte[] line)
    {
        Directory.CreateDirectory(FolderOf(computerName));
        using var stream = new FileStream(FileOf(computerName, runId), FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(line, 0, line.Length);
        stream.WriteByte((byte)'\n');
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Truncate(string computerName, string runId, int length)
    {
        using var stream = new FileStream(FileOf(computerName, runId), FileMode.Open, FileAccess.Write, FileShare.None);
        stream.SetLength(length);
        stream.Flush(flushToDisk: true);
    }

    private static string SafeName(string name) =>
        name.Length > 0 && name.Trim('.').Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            ? name
            : throw new ArgumentException($"'{name}' cannot be the name of a journal: letters, digits, '-', '_' and '.' can.", nameof(name));

    private string FolderOf(string computerName) => Path.Combine(root, SafeName(computerName).ToUpperInvariant());

    private string FileOf(string computerName, string runId) => Path.Combine(FolderOf(computerName), SafeName(runId) + Extension);
}
