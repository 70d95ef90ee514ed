using System;

namespace DsrReadiness.Snapshots.Netsh;

/// <summary>A text that is not, for certain, what <c>netsh</c> shows. The message names the file and the line, what was found and what was meant.</summary>
internal sealed class NetshTextException(string name, string problem, int? line = null)
    : Exception($"{name}: {(line is null ? string.Empty : $"line {line}: ")}{problem}.")
{
    /// <summary>The text, as the caller named it.</summary>
    public string FileName { get; } = name;

    /// <summary>The line, counted from 1; null if the text as a whole is meant.</summary>
    public int? Line { get; } = line;
}
