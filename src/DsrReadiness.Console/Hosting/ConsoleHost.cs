using System;
using System.IO;
using System.Threading;
using DsrReadiness.Text;

namespace DsrReadiness.Console.Hosting;

/// <summary>All that the program sees of the process that it runs in, as values, so that a test can be one.</summary>
internal sealed class ConsoleHost
{
    /// <summary>The columns to write for where nothing says how many there are.</summary>
    public const int PlainWidth = 80;

    /// <summary>Opened only if it is read: a terminal is set up for that.</summary>
    public required Func<Stream> OpenInput { get; init; }

    public required Stream Output { get; init; }

    public required Stream Error { get; init; }

    /// <summary>True if the output is read by a person at a terminal that understands colour.</summary>
    public bool OutputShowsColour { get; init; }

    /// <summary>The terminal's columns; null where the output is no terminal.</summary>
    public int? Width { get; init; }

    public required Func<string, string?> Variable { get; init; }

    /// <summary>What the clock says.</summary>
    public Func<DateTimeOffset> Now { get; init; } = () => DateTimeOffset.UtcNow;

    public CancellationToken Cancellation { get; init; }

    /// <summary>The columns to write for.</summary>
    public int Columns => Width ?? PlainWidth;

    /// <summary>Coloured, unless the user says no (NO_COLOR) or has a terminal that is dumb.</summary>
    public TextStyle Style => OutputShowsColour && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb"
        ? TextStyle.Ansi
        : TextStyle.Plain;

    /// <summary>The exit status once it is cancelled.</summary>
    public Func<int> CancelledStatus { get; init; } = () => ExitStatus.Interrupted;
}
