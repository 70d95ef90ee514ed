using System;
using System.IO;

namespace DsrReadiness.Text;

/// <summary>Writes text behind a first column, and its further lines behind an indent of the same width.</summary>
/// <param name="width">The columns there are.</param>
/// <param name="style">Whether to colour.</param>
internal sealed class TextBlock(int width, TextStyle style)
{
    private const int NarrowestBody = 24;

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
