using System;
using DsrReadiness.Text;

namespace DsrReadiness.Plans.Journals;

/// <summary>A journal is damaged, or is not one of this server. Nothing is done on its word.</summary>
/// <param name="runId">The journal.</param>
/// <param name="path">Where it is.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="reason">What is wrong with it.</param>
public sealed class JournalFormatException(string runId, string path, int line, string reason)
    : Exception(SafeText.Of(
        $"The journal {path} cannot be used: in line {line}, {Short(reason)}. Its run cannot be undone from it. Move it out of this folder: Move-Item -LiteralPath '{path.Replace("'", "''")}' -Destination ~"))
{
    /// <summary>A damaged line may be of any length, and the reason quotes it.</summary>
    private const int Longest = 300;

    /// <summary>The journal.</summary>
    public string RunId { get; } = runId;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    private static string Short(string reason) => reason.Length > Longest ? reason.Substring(0, Longest) + "..." : reason;
}
