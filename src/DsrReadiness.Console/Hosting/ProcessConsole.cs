using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.Win32.SafeHandles;

namespace DsrReadiness.Console.Hosting;

/// <summary>The process's own console, set up for UTF-8 and put back as it was at the end.</summary>
internal sealed class ProcessConsole : IDisposable
{
    private const int StandardOutput = 1;

    private readonly CancellationTokenSource _cancellation = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly WindowsTerminal? _terminal;
    private int _cancelledStatus = ExitStatus.Interrupted;

    public ProcessConsole()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(context, ExitStatus.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Cancel(context, ExitStatus.Terminated));
        bool isTerminal = !System.Console.IsOutputRedirected;
        _terminal = OperatingSystem.IsWindows() ? WindowsTerminal.Open() : null;
        Host = new ConsoleHost
        {
            OpenInput = System.Console.OpenStandardInput,
            Output = isTerminal ? System.Console.OpenStandardOutput() : OpenRedirectedOutput(),
            Error = System.Console.OpenStandardError(),
            OutputShowsColour = isTerminal && (_terminal is null || _terminal.ShowsColour),
            Width = isTerminal && System.Console.WindowWidth is > 0 and var width ? width : null,
            Variable = Environment.GetEnvironmentVariable,
            Cancellation = _cancellation.Token,
            CancelledStatus = () => _cancelledStatus,
        };
    }

    public ConsoleHost Host { get; }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _terminal?.Dispose();
        _cancellation.Dispose();
    }

    /// <summary>
    /// The framework's own stream swallows the error of a pipe that nobody reads any more; a file stream raises it, so that work stops. On
    /// a file that stream would keep a position of its own, and whoever shares the file would write over it.
    /// </summary>
    private static Stream OpenRedirectedOutput()
    {
        if (OperatingSystem.IsWindows())
            return System.Console.OpenStandardOutput();
        var stream = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? System.Console.OpenStandardOutput() : stream;
    }

    /// <summary>The first signal ends the program in order; a second one is left to the system, which ends it at once.</summary>
    private void Cancel(PosixSignalContext context, int status)
    {
        if (_cancellation.IsCancellationRequested)
            return;
        context.Cancel = true;
        _cancelledStatus = status;
        _cancellation.Cancel();
    }
}
