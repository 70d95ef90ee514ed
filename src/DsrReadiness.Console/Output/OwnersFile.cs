using System;
using System.IO;

namespace DsrReadiness.Console.Output;

/// <summary>Makes files that are their owner's alone, from their first moment: they tell of servers. On Windows a file has the rights of its folder, which is how rights are given there.</summary>
internal static class OwnersFile
{
    /// <summary>Makes a file that is not there yet.</summary>
    /// <exception cref="IOException">It cannot be made there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made there.</exception>
    public static FileStream Create(string path, FileAccess access = FileAccess.Write, int bufferSize = 0, FileOptions options = FileOptions.None)
    {
        var wish = new FileStreamOptions { Mode = FileMode.CreateNew, Access = access, Share = FileShare.None, BufferSize = bufferSize, Options = options };
        if (!OperatingSystem.IsWindows())
            wish.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, wish);
    }
}
