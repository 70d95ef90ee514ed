using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Connections;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Reports;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Text;

namespace DsrReadiness.Console.Commands;

/// <summary>Where results of packets go: for people and as JSON one at a time, else at the end.</summary>
/// <param name="output">Where to.</param>
/// <param name="format">What as.</param>
/// <param name="host">The terminal that shows it; null for a file.</param>
internal sealed class ConnectionSink(OutputStream output, OutputFormat format, ConsoleHost? host)
{
    private readonly ConnectionJson? _json = format == OutputFormat.Json ? new ConnectionJson(output) : null;
    private readonly ConnectionText _text = host is null ? new ConnectionText(ConsoleHost.PlainWidth, TextStyle.Plain) : new ConnectionText(host.Columns, host.Style);
    private readonly TextWriter _writer = output.ToWriter();
    private readonly List<ConnectionOutcome> _outcomes = [];
    private readonly List<ConnectionResult> _kept = []; // only of formats that need all

    public void Write(ConnectionResult result)
    {
        _outcomes.Add(result.Outcome);
        if (_json is not null)
        {
            _json.Write(result);
        }
        else if (format == OutputFormat.Table)
        {
            _text.Write(_writer, result);
            _writer.Flush();
        }
        else
        {
            _kept.Add(result);
        }
    }

    /// <summary>Ends what was written; the exit status.</summary>
    public int End()
    {
        int status = _outcomes.Any(each => each is not (ConnectionOutcome.Answered or ConnectionOutcome.NotAsked)) ? ExitStatus.NotReady
            : _outcomes.Contains(ConnectionOutcome.NotAsked) ? ExitStatus.Inconclusive
            : ExitStatus.Ready;
        switch (format)
        {
            case OutputFormat.Json:
                _json!.End();
                break;
            case OutputFormat.JUnit:
                ConnectionJUnit.Write(output, _kept);
                break;
            case OutputFormat.Nagios:
                (status, string line) = ConnectionNagios.Of(_kept);
                _writer.WriteLine(line);
                break;
            default:
                if (_outcomes.Count > 1)
                {
                    _writer.WriteLine();
                    _writer.WriteLine(ConnectionText.Sum(_outcomes));
                }

                break;
        }

        _writer.Flush();
        return status;
    }
}
