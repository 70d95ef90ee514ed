using System;
using System.IO;

namespace DsrReadiness.Console.Output;

/// <summary>What the file system refuses, such as a full disk: no fault of ours.</summary>
internal static class FileFault
{
    public static bool Is(Exception e) => e is IOException or UnauthorizedAccessException;

    /// <summary>Does something with files, and raises what the caller makes of a refusal.</summary>
    public static T Guard<T>(Func<T> work, Func<Exception, Exception> told)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (Is(e))
        {
            throw told(e);
        }
    }
}
