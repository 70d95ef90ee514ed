using System;
using System.IO;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Testing;

/// <summary>Reads an input and asks something of it. Whatever is wrong with one input is said of that input, and never ends the others.</summary>
internal static class SnapshotQuestion
{
    /// <param name="input">The input.</param>
    /// <param name="answer">Answers from the snapshot.</param>
    /// <param name="failed">Makes an answer of what is wrong with the input, in words.</param>
    /// <param name="broken">Makes an answer of a fault of ours.</param>
    public static T Ask<T>(SnapshotInput input, Func<Snapshot, T> answer, Func<string, T> failed, Func<Exception, T> broken)
    {
        if (input.Read is not { } read)
            return failed(input.Name + ": " + input.Problem);
        try
        {
            return answer(read());
        }
        catch (SnapshotFormatException e)
        {
            return failed(e.Message);
        }
        catch (FileNotFoundException)
        {
            return failed(input.Name + ": there is no such file.");
        }
        catch (DirectoryNotFoundException)
        {
            return failed(input.Name + ": there is no such folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return failed(input.Name + ": it cannot be read: " + e.Message);
        }
#pragma warning disable CA1031 // A fault of ours on one input must not take the answers for the others with it.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return broken(e);
        }
    }
}
