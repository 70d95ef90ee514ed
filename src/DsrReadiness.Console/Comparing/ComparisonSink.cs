using System.IO;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Reports;
using DsrReadiness.Reports.Documents;

namespace DsrReadiness.Console.Comparing;

/// <summary>Where comparisons go, one at a time: for people or for programs.</summary>
internal sealed class ComparisonSink(OutputStream output, OutputFormat format, ConsoleHost host)
{
    private readonly ComparisonJson? _json = format == OutputFormat.Json ? new ComparisonJson(output) : null;
    private readonly TextWriter _writer = output.ToWriter();
    private readonly ComparisonText _text = new(host.Columns, host.Style);
    private ComparisonMarkdown? _markdown;
    private bool _isFirst = true;

    public void Write(ComparisonAnswer answer)
    {
        if (_json is not null)
        {
            _json.Write(answer.Comparison!);
            return;
        }

        string earlier = Origin.Of(answer.Earlier, answer.Comparison!.Earlier.CollectedAt);
        string later = Origin.Of(answer.Later, answer.Comparison.Later.CollectedAt);
        if (format == OutputFormat.Markdown)
        {
            (_markdown ??= new ComparisonMarkdown(_writer)).Write(answer.Comparison, earlier, later);
            return;
        }

        if (!_isFirst)
            _writer.WriteLine();
        _isFirst = false;
        _text.Write(_writer, answer.Comparison, earlier, later);
        _writer.Flush();
    }

    public void End() => _json?.End();
}
