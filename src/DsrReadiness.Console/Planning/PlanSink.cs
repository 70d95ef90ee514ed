using System.IO;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Plans;
using DsrReadiness.Reports;

namespace DsrReadiness.Console.Planning;

/// <summary>Where plans go, one at a time: for people or for programs.</summary>
internal sealed class PlanSink(OutputStream output, OutputFormat format, ConsoleHost host)
{
    private readonly PlanJson? _json = format == OutputFormat.Json ? new PlanJson(output) : null;
    private readonly TextWriter _writer = output.ToWriter();
    private readonly PlanText _text = new(host.Columns, host.Style);
    private bool _isFirst = true;

    public void Write(Plan plan, string origin)
    {
        if (_json is not null)
        {
            _json.Write(plan);
            return;
        }

        if (!_isFirst)
            _writer.WriteLine();
        _isFirst = false;
        _text.Write(_writer, plan, origin);
        _writer.Flush();
    }

    public void End() => _json?.End();
}
