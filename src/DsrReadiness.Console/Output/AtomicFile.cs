using System;
using System.IO;

namespace DsrReadiness.Console.Output;

/// <summary>
/// A file that appears all at once: written beside its place and moved there at the end. Until then, and if there is no such end, what was
/// there before stays as it was.
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
        _temporary = _path + "." + Path.GetRandomFileName() + ".tmp";
        _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    public Stream Stream => _stream;

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        try
        {
            _stream.Flush(flushToDisk: true);
            _stream.Dispose();
            if (!OperatingSystem.IsWindows() && File.Exists(_path))
                File.SetUnixFileMode(_temporary, File.GetUnixFileMode(_path));
            File.Move(_temporary, _path, overwrite: true);
            _isDone = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(e);
        }
    }

    public void Dispose()
    {
        if (_isDone)
            return;
        _stream.Dispose();
        File.Delete(_temporary);
    }
}
