using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Servers;

namespace DsrReadiness.Commands;

/// <summary>Makes one report of verdicts on any number of servers.</summary>
[Cmdlet(VerbsData.ConvertTo, "DsrReport")]
[OutputType(typeof(string))]
public sealed class ConvertToDsrReportCommand : PSCmdlet, IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly MemoryStream _spool = new();
    private IReport? _report;
    private bool _isEmpty = true;

    /// <summary>The verdicts, from Test-DsrReadiness.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Verdicts from Test-DsrReadiness.")]
    [ValidateNotNullOrEmpty]
    [VerdictCopy]
    public DsrVerdict[] Verdict { get; set; } = [];

    /// <summary>What the report is written as.</summary>
    [Parameter(Position = 0, HelpMessage = "Html, JUnit, Markdown or Json.")]
    public DsrReportFormat Format { get; set; }

    /// <summary>Plans from Get-DsrPlan, which an HTML report shows with the servers that they are for, in place of its own.</summary>
    [Parameter(HelpMessage = "Plans from Get-DsrPlan, to be shown with their servers.")]
    [ValidateNotNull]
    [LivingPlan]
    public DsrPlan[] Plan { get; set; } = [];

    /// <summary>Frees what the command holds.</summary>
    public void Dispose()
    {
        _output.Dispose();
        _spool.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _report = Format switch
    {
        DsrReportFormat.JUnit => new JUnitReport(_output),
        DsrReportFormat.Markdown => new MarkdownReport(_output, _spool),
        DsrReportFormat.Json => new JsonReport(_output),
        _ => new HtmlReport(_output, _spool),
    };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DsrVerdict verdict in Verdict)
            Write(verdict);
        _isEmpty = false;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_isEmpty)
            ThrowTerminatingError(Failures.NothingToReport().ToRecord());
        _report!.End();
        WriteObject(Encoding.UTF8.GetString(_output.GetBuffer(), 0, (int)_output.Length).TrimEnd('\n'));
    }

    /// <summary>Only a page shows plans and ways.</summary>
    private void Write(DsrVerdict verdict)
    {
        VerdictDetails? details = Format == DsrReportFormat.Html ? verdict.Details : null;
        _report!.Write(new ReportEntry(verdict.Judged, verdict.CollectedAt, origin: null, PlanFor(verdict)?.Plan ?? details?.Plan, details?.Paths));
    }

    private DsrPlan? PlanFor(DsrVerdict verdict) => Plan.FirstOrDefault(plan =>
        string.Equals(plan.Plan.ComputerName, verdict.Judged.ComputerName, StringComparison.OrdinalIgnoreCase)
        && plan.VirtualIPAddress.SequenceEqual(verdict.VirtualIPAddress, StringComparer.Ordinal)
        && plan.Port.SequenceEqual(verdict.Port, StringComparer.Ordinal));
}
