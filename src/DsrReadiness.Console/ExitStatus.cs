using System;

namespace DsrReadiness.Console;

/// <summary>What the program tells its caller. Part of its contract.</summary>
internal static class ExitStatus
{
    /// <summary>What may become of one input, from the best to the worst: a fault of ours beats an unreadable file, and that what is wrong with a server.</summary>
    private static readonly int[] s_fromBestToWorst = [Ready, Inconclusive, NotReady, BadInput, Internal];

    public const int Ready = 0;
    public const int NotReady = 1;
    public const int Inconclusive = 2;

    /// <summary>The arguments make no sense.</summary>
    public const int Usage = 64;

    /// <summary>A file cannot be read as a snapshot.</summary>
    public const int BadInput = 65;

    /// <summary>An error of the program, or the results could not be written.</summary>
    public const int Internal = 70;

    /// <summary>No right to do what was asked.</summary>
    public const int NoRight = 77;

    /// <summary>Ended by Ctrl+C, as shells report it.</summary>
    public const int Interrupted = 130;

    /// <summary>Who read the output stopped reading, as shells report it.</summary>
    public const int OutputClosed = 141;

    /// <summary>Ended by a request to terminate, as shells report it.</summary>
    public const int Terminated = 143;

    /// <summary>What has become of two inputs, if this became of each.</summary>
    public static int Worse(int one, int other) => Array.IndexOf(s_fromBestToWorst, one) > Array.IndexOf(s_fromBestToWorst, other) ? one : other;
}
