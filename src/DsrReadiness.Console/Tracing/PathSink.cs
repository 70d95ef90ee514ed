using System.Collections.Generic;
using System.IO;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Paths;
using DsrReadiness.Reports;

namespace DsrReadiness.Console.Tracing;

/// <summary>Where paths go, one at a time: for people or for programs.</summary>
internal sealed class PathSink(OutputStream output, OutputFormat format, ConsoleHost host)
{
    private readonly PathJson? _json = format == OutputFormat.Json ? new PathJson(output) : null;
    private readonly TextWriter _writer = output.ToWriter();
    private readonly PathText _text = new(host.Columns, host.Style);
    private bool _isFirst = true;

    public void Write(IReadOnlyList<PathTrace> traces, string origin)
    {
        foreach (PathTrace trace in traces)
        {
            if (_json is not null)
            {
                _json.Write(trace);
                continue;
            }

            if (!_isFirst)
                _writer.WriteLine();
            _isFirst = false;
            _text.Write(_writer, trace, origin);
        }

        if (_json is null)
            _writer.Flush();
    }

    public void End() => _json?.End();
}
