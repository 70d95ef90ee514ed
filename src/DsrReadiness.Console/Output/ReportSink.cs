using System;
using System.IO;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Testing;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Reports.Documents.Html;

namespace DsrReadiness.Console.Output;

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

    public void Write(Judgement judgement) => Guarded(() =>
    {
        _report.Write(new ReportEntry(judgement.Verdict!, judgement.CollectedAt, judgement.Name, judgement.Plan, judgement.Paths));
        return true;
    });

    public int End(ExitCode tally) => Guarded(() =>
    {
        _report.End();
        return tally.ExitStatus;
    });

    public void Dispose() => _spool.Dispose();

    /// <summary>A full disk is no fault of ours.</summary>
    private static T Guarded<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(e);
        }
    }
}
