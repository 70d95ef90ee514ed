using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using DsrReadiness.Text;

namespace DsrReadiness.Reports.Documents;

/// <summary>
/// Writes HTML and XML. It takes interpolated strings alone: what the source code spells is markup, and what stands in the holes is text and
/// is escaped. So no text can become markup by oversight, wherever it comes from.
/// </summary>
internal sealed class MarkupWriter(TextWriter writer)
{
    public static MarkupWriter To(Stream stream) => To(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    public static MarkupWriter To(Stream stream, Encoding encoding) =>
        new(new StreamWriter(stream, encoding, bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" });

    /// <summary>Writes markup. The handler has written it by the time this is called.</summary>
#pragma warning disable CA1822, IDE0060 // Belongs to the writer, which the handler is given.
    public void Write([InterpolatedStringHandlerArgument("")] MarkupHandler markup)
    {
    }
#pragma warning restore CA1822, IDE0060

    public void Flush() => writer.Flush();

    internal void Literal(string markup) => writer.Write(markup);

    /// <summary>Makes text safe to show, and then safe to stand between tags and in quoted attributes.</summary>
    internal void Text(string text)
    {
        string safe = SafeText.Of(text);
        int from = 0;
        for (int i = 0; i < safe.Length; i++)
        {
            if (Entity(safe[i]) is not { } entity)
                continue;
            writer.Write(safe.Substring(from, i - from));
            writer.Write(entity);
            from = i + 1;
        }

        writer.Write(from == 0 ? safe : safe.Substring(from));
    }

    private static string? Entity(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => null,
    };
}
