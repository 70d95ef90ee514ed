using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DsrReadiness.Text;

/// <summary>Writes text behind a first column, and its further lines behind an indent of the same width.</summary>
/// <param name="width">The columns there are.</param>
/// <param name="style">Whether to colour.</param>
internal sealed class TextBlock(int width, TextStyle style)
{
    private const int NarrowestBody = 24;

    /// <summary>The answer, what it is about, and where that comes from. Returns the indent of what else belongs there.</summary>
    public string WriteHeading(TextWriter writer, (string Text, Ink Ink) answer, string subject, params IReadOnlyList<string?> origins)
    {
        string indent = new(' ', answer.Text.Length + 2);
        Write(writer, style.Paint(answer.Ink, answer.Text) + "  ", indent, subject, Ink.Strong);
        foreach (string origin in origins.OfType<string>())
            Write(writer, indent, indent, SafeText.Of(origin), Ink.Faint);
        return indent;
    }

    /// <summary>What to do, and the commands that do it. A command is never wrapped: in two lines it could not be pasted.</summary>
    public void WriteAdvice(TextWriter writer, string indent, string? words, string? command)
    {
        if (!string.IsNullOrEmpty(words))
            Write(writer, indent + "> ", indent + "  ", SafeText.Of(words!));
        foreach (string line in command?.Split('\n') ?? [])
            writer.WriteLine(indent + "  " + style.Paint(Ink.Strong, SafeText.Of(line)));
    }

    public void Write(TextWriter writer, string first, string indent, string text, Ink? ink = null)
    {
        string before = first;
        foreach (string line in TextWrap.Lines(text, Math.Max(NarrowestBody, width - indent.Length)))
        {
            writer.Write(before);
            writer.WriteLine(ink is { } painted ? style.Paint(painted, line) : line);
            before = indent;
        }
    }
}
