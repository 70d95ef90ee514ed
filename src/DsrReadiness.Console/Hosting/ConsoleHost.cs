using System;
using System.IO;
using System.Threading;

namespace DsrReadiness.Console.Hosting;

/// <summary>All that the program sees of the process that it runs in, as values, so that a test can be one.</summary>
internal sealed class ConsoleHost
{
    /// <summary>Opened only if it is read: a terminal is set up for that.</summary>
    public required Func<Stream> OpenInput { get; init; }

    public required Stream Output { get; init; }

    public required Stream Error { get; init; }

    /// <summary>True if the output is read by a person at a terminal that understands colour.</summary>
    public bool OutputShowsColour { get; init; }

    /// <summary>The terminal's columns; null where the output is no terminal.</summary>
    public int? Width { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>True if results should be coloured: not where the user said otherwise (NO_COLOR, a terminal that calls itself dumb).</summary>
    public bool WantsColour => OutputShowsColour && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    /// <summary>The exit status once it is cancelled.</summary>
    public Func<int> CancelledStatus { get; init; } = () => ExitStatus.Interrupted;
}
