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

    /// <summary>What is written is on its way to the disk at once, and not kept back for a failure that nobody would expect any more when the file is closed.</summary>
    private const int NoBuffer = 1;

    /// <inheritdoc/>
    public IDisposable? TryLock(string computerName)
    {
        string folder = FolderOf(computerName);
        return Try("Journals cannot be kept in", folder, () =>
        {
            Directory.CreateDirectory(folder);
            try
            {
                return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeldByAnother(e))
            {
                return null;
            }
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string computerName)
    {
        string folder = FolderOf(computerName);
        return Try<IReadOnlyList<string>>("Journals cannot be listed in", folder, () => Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*" + Extension).Select(path => Path.GetFileNameWithoutExtension(path)).OrderBy(id => id, StringComparer.Ordinal).ToArray()
            : []);
    }

    /// <inheritdoc/>
    public byte[] Read(string computerName, string runId)
    {
        string file = FileOf(computerName, runId);
        return Try("The journal cannot be read:", file, () =>
        {
            // Who only looks must not stand in the way of a run that writes it at this moment, nor find it closed.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <inheritdoc/>
    public void Begin(string computerName, string runId, byte[] line)
    {
        string file = FileOf(computerName, runId);
        Try("The journal cannot be written:", file, () =>
        {
            Directory.CreateDirectory(FolderOf(computerName));
            return Write(file, FileMode.CreateNew, line);
        });
    }

    /// <inheritdoc/>
    /// <remarks>A journal that is gone is not begun anew: one without its first lines would be worth nothing.</remarks>
    public void Append(string computerName, string runId, byte[] line)
    {
        string file = FileOf(computerName, runId);
        Try("The journal cannot be written:", file, () => Write(file, FileMode.Open, line));
    }

    /// <inheritdoc/>
    public void Truncate(string computerName, string runId, int length)
    {
        string file = FileOf(computerName, runId);
        Try("The journal cannot be written:", file, () =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.Read);
            stream.SetLength(length);
            stream.Flush(flushToDisk: true);
            return true;
        });
    }

    /// <inheritdoc/>
    public string PathOf(string computerName, string runId) => FileOf(computerName, runId);

    private static bool Write(string file, FileMode mode, byte[] line)
    {
        byte[] whole = [.. line, (byte)'\n'];
        using var stream = new FileStream(file, mode, FileAccess.Write, FileShare.Read, NoBuffer);
        stream.Seek(0, SeekOrigin.End);
        stream.Write(whole, 0, whole.Length);
        stream.Flush(flushToDisk: true);
        return true;
    }

    /// <summary>True if another process has the file open: ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows, EAGAIN of Linux, EWOULDBLOCK of macOS.</summary>
    private static bool IsHeldByAnother(IOException e) => (e.HResult & 0xFFFF) is 32 or 33 || e.HResult is 11 or 35;

    private static T Try<T>(string problem, string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new JournalStoreException($"{problem} {path} is gone. Find out what removes it; what its runs have changed is to be looked for on the server.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalStoreException($"{problem} {path}: {e.Message.TrimEnd('.')}. Make sure that there is room on the disk, and that you may write there.", e);
        }
    }

    private static string SafeName(string name) =>
        name.Length > 0 && name.Trim('.').Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            ? name
            : throw new JournalStoreException($"'{name}' cannot be the name of a journal: letters, digits, '-', '_' and '.' can.");

    /// <summary>Anything that is one name of one file: a foreign file in the folder is told with its path, and is in nobody's way.</summary>
    private static string FileName(string name) =>
        name.Trim('.', ' ').Length > 0 && !name.Any(c => char.IsControl(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
            ? name
            : throw new JournalStoreException($"'{name}' cannot be the name of a journal.");

    private string FolderOf(string computerName) => Path.Combine(root, SafeName(computerName).ToUpperInvariant());

    private string FileOf(string computerName, string runId) => Path.Combine(FolderOf(computerName), FileName(runId) + Extension);
}
