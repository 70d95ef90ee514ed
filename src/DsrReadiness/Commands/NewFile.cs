using System;
using System.IO;

namespace DsrReadiness.Commands;

/// <summary>
/// Writes a file all at once: beside its place, and moved there when it is whole. Until then, what was there stays as it was. Where files have permissions, it is its owner's alone.
/// </summary>
internal static class NewFile
{
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public static void Write(string path, bool mayOverwrite, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = path + "." + Path.GetRandomFileName() + ".tmp";
        try
        {
            using (FileStream stream = OwnersFile.Create(temporary))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (mayOverwrite && File.Exists(path))
                File.Replace(temporary, path, null);
            else
                File.Move(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
