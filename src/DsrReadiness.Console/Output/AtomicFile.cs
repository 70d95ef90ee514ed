using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Inputs;

namespace DsrReadiness.Console.Output;

/// <summary>
/// A file that appears all at once: written beside its place and moved there at the end. Until then, and if there is no such end, what was
/// there before stays as it was. It tells of servers, so where files have permissions it is its owner's alone; one that was there keeps its own.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _isDone;

    /// <summary>Begins the file.</summary>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path))
            throw new IOException("it is a folder.");
        if (!OperatingSystem.IsWindows() && _path.StartsWith("/dev/", StringComparison.Ordinal))
            throw new IOException("it is a device, not a file. For standard output leave --output out.");
        if (Path.GetDirectoryName(_path) is { } folder && !Directory.Exists(folder))
            throw new IOException($"there is no folder '{folder}'.");
        _temporary = _path + "." + Path.GetRandomFileName() + ".tmp";
        _stream = FileFault.Guard(() => OwnersFile.Create(_temporary), e => new IOException(Named(e), e));
    }

    public Stream Stream => _stream;

    /// <summary>Begins the file that <c>--output</c> names; null if it names none.</summary>
    /// <param name="command">The command as it is typed.</param>
    /// <param name="path">The name; null for standard output.</param>
    /// <param name="inputs">The files that are read.</param>
    /// <param name="what">What such a file is.</param>
    /// <exception cref="UsageException">It cannot be written there.</exception>
    public static AtomicFile? Begin(string command, string? path, IEnumerable<string?> inputs, string what = "one of the snapshots")
    {
        if (path is null)
            return null;
        if (inputs.Any(input => input is not null && input != DsrCommand.StandardInput && SnapshotInputs.IsSameFile(input, path)))
            throw new UsageException(command, $"--output: '{path}' is {what}, and would be lost: give another name.");
        return FileFault.Guard(() => new AtomicFile(path), e => new UsageException(command, $"--output: '{path}' cannot be written: {e.Message}"));
    }

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        try
        {
            _stream.Flush(flushToDisk: true);
            _stream.Dispose();
            if (!OperatingSystem.IsWindows() && File.Exists(_path) && new FileInfo(_path).LinkTarget is null) // a link's permissions are another file's
                File.SetUnixFileMode(_temporary, File.GetUnixFileMode(_path));
            File.Move(_temporary, _path, overwrite: true);
            _isDone = true;
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw new OutputException(new IOException(Named(e), e.HResult));
        }
    }

    public void Dispose()
    {
        if (_isDone)
            return;
        _stream.Dispose();
        File.Delete(_temporary);
    }

    /// <summary>The message with the name that the user gave: of the other one nobody knows.</summary>
    private string Named(Exception e) => e.Message.Replace(_temporary, _path, StringComparison.Ordinal);
}
