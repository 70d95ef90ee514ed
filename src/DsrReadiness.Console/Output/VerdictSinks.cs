using System;
using System.Globalization;
using System.IO;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Commands;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Reports;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Output;

/// <summary>Where verdicts go, one at a time.</summary>
internal interface IVerdictSink
{
    /// <summary>Writes the verdict of a judgement that has one.</summary>
    void Write(Answer<Judgement> judgement);

    /// <summary>Takes what could not be judged, where the text itself says that.</summary>
    void WriteUnread(string name, string problem)
    {
    }

    /// <summary>Ends what was written, once nothing more comes; the exit status.</summary>
    int End(ExitCode tally);
}

/// <summary>Verdicts for people, or as JSON for programs.</summary>
internal sealed class EachSink(OutputStream output, VerdictJson? json, VerdictText text) : IVerdictSink
{
    private readonly Sink<ServerVerdict> _sink = new(output, json);

    public void Write(Answer<Judgement> judgement) => _sink.Write(
        judgement.Value!.Verdict, writer => text.Write(writer, judgement.Value.Verdict, Origin.Of(judgement.Name, judgement.CollectedAt)));

    /// <summary>Sums up, where there is more than one thing to sum up.</summary>
    public int End(ExitCode tally)
    {
        string unreadable = tally.Unreadable == 0 ? string.Empty : $", {tally.Unreadable} without a verdict";
        _sink.End(tally.Total <= 1 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Total} in all: {tally.Ready} ready, {tally.NotReady} not ready, {tally.Inconclusive} inconclusive{unreadable}."));
        return tally.ExitStatus;
    }
}

/// <summary>Verdicts for a monitoring system that runs plug-ins: one line, and its status.</summary>
internal sealed class NagiosSink(TextWriter writer, ConsoleHost host, Messages messages) : IVerdictSink
{
    private readonly VerdictNagios _verdicts = new();

    public void Write(Answer<Judgement> judgement) => _verdicts.Add(judgement.Value!.Verdict, judgement.CollectedAt);

    public int End(ExitCode tally)
    {
        (int status, string line) = _verdicts.End(tally.Unreadable, messages.First, host.Now());
        writer.WriteLine(line);
        writer.Flush();
        return status;
    }
}

/// <summary>Verdicts as figures for Prometheus.</summary>
internal sealed class PrometheusSink(TextWriter writer) : IVerdictSink
{
    private readonly VerdictPrometheus _verdicts = new();

    public void Write(Answer<Judgement> judgement) => _verdicts.Add(judgement.Value!.Verdict, judgement.CollectedAt);

    public int End(ExitCode tally)
    {
        _verdicts.Write(writer, tally.Unreadable);
        writer.Flush();
        return tally.ExitStatus;
    }
}

/// <summary>Verdicts as a report. What has to wait for the end waits in a file, and not in memory.</summary>
internal sealed class ReportSink : IVerdictSink, IDisposable
{
    private readonly FileStream _spool;
    private readonly IReport _report;

    public ReportSink(OutputStream output, OutputFormat format)
    {
        _spool = Guarded(() => OwnersFile.Create(
            Path.Join(Path.GetTempPath(), "dsr-" + Path.GetRandomFileName()), // everybody may look into that folder
            FileAccess.ReadWrite,
            bufferSize: 64 * 1024,
            FileOptions.DeleteOnClose));
        _report = format switch
        {
            OutputFormat.JUnit => new JUnitReport(output),
            OutputFormat.Html => new HtmlReport(output, _spool),
            OutputFormat.Markdown => new MarkdownReport(output, _spool),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This is not a report."),
        };
    }

    public void Write(Answer<Judgement> judgement) => Guarded(() =>
    {
        _report.Write(new ReportEntry(judgement.Value!.Verdict, judgement.CollectedAt, judgement.Name, judgement.Value.Plan, judgement.Value.Paths));
        return true;
    });

    public void WriteUnread(string name, string problem) => Guarded(() =>
    {
        _report.WriteUnread(name, problem);
        return true;
    });

    public int End(ExitCode tally) => Guarded(() =>
    {
        _report.End();
        return tally.ExitStatus;
    });

    public void Dispose() => _spool.Dispose();

    private static T Guarded<T>(Func<T> write) => FileFault.Guard(write, e => new OutputException(e));
}
