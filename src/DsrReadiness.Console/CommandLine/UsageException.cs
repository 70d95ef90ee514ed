using System;
using System.Collections.Generic;

namespace DsrReadiness.Console.CommandLine;

/// <summary>The arguments make no sense. Each message names the value and says what would do.</summary>
internal sealed class UsageException(string command, params IReadOnlyList<string> messages) : Exception(string.Join(" ", messages))
{
    /// <summary>The command whose help says more, such as <c>dsr test</c>.</summary>
    public string Command { get; } = command;

    public IReadOnlyList<string> Messages { get; } = messages;
}
