using System;

namespace DsrReadiness.Help.Markdown;

/// <summary>A page is not as it has to be. The message reads as an error of a compiler, so that a build shows it as one.</summary>
internal sealed class PageException(string file, int line, string problem) : Exception($"{file}({line}): error DSRHELP: {problem}")
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public string Problem { get; } = problem;
}
