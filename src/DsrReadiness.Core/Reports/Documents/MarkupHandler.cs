using System.Globalization;
using System.Runtime.CompilerServices;

namespace DsrReadiness.Reports.Documents;

/// <summary>What the compiler makes of an interpolated string that a <see cref="MarkupWriter"/> is given.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupHandler
{
    private readonly MarkupWriter _writer;

    /// <param name="literalLength">Given by the compiler.</param>
    /// <param name="holes">Given by the compiler.</param>
    /// <param name="writer">The writer that the string is given to.</param>
#pragma warning disable IDE0060 // The compiler's signature.
    public MarkupHandler(int literalLength, int holes, MarkupWriter writer) => _writer = writer;
#pragma warning restore IDE0060

    public void AppendLiteral(string markup) => _writer.Literal(markup);

    public void AppendFormatted(string? text) => _writer.Text(text ?? string.Empty);

    public void AppendFormatted(int number) => _writer.Literal(number.ToString(CultureInfo.InvariantCulture));
}
