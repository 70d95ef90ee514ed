using System;

namespace DsrReadiness.Console.Output;

/// <summary>The results could not be written.</summary>
internal sealed class OutputException(Exception inner) : Exception(inner.Message, inner)
{
    private const int BrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeClosing = unchecked((int)0x800700E8);

    /// <summary>True if nobody reads the output any more, which is no error: whoever read it has seen enough.</summary>
    public bool IsClosedPipe { get; } = inner.HResult is BrokenPipe or WindowsBrokenPipe or WindowsPipeClosing;
}
