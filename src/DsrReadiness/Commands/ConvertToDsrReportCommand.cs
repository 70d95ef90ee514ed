using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using DsrReadiness.Connections;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Reports;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Servers;

namespace DsrReadiness.Commands;

/// <summary>Makes one report of verdicts on any number of servers, of real packets to them, or of both.</summary>
[Cmdlet(VerbsData.ConvertTo, "DsrReport", HelpUri = OnlineHelp.Folder + "ConvertTo-DsrReport.md")]
[OutputType(typeof(string))]
public sealed class ConvertToDsrReportCommand : PSCmdlet, IDisposable
{
    private readonly List<DsrConnection> _alone = [];
    private readonly MemoryStream _output = new();
    private readonly MemoryStream _spool = new();
    private readonly HashSet<DsrConnection> _shown = [];
    private ILookup<string, DsrConnection>? _beside;
    private ILookup<string, DsrPlan>? _planned;
    private IReport? _report;
    private bool _isEmpty = true;

    /// <summary>The verdicts, from Test-DsrReadiness.</summary>
    [Parameter(ValueFromPipeline = true, HelpMessage = "Verdicts from Test-DsrReadiness.")]
    [ValidateNotNullOrEmpty]
    [ResultCopy]
    public DsrVerdict[] Verdict { get; set; } = [];

    /// <summary>What came of real packets, from Test-DsrConnection: shown with the servers that it is about, or alone as JUnit or JSON.</summary>
    [Parameter(ValueFromPipeline = true, HelpMessage = "Results of Test-DsrConnection, to be shown with their servers.")]
    [ValidateNotNullOrEmpty]
    [ResultCopy]
    public DsrConnection[] Connection { get; set; } = [];

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
    protected override void BeginProcessing()
    {
        LoadedVersion.Check(this);
        _beside = Connection.ToLookup(each => each.ComputerName, StringComparer.OrdinalIgnoreCase);
        _planned = Plan.ToLookup(each => each.Plan.ComputerName, StringComparer.OrdinalIgnoreCase);
        _report = Format switch
        {
            DsrReportFormat.JUnit => new JUnitReport(_output),
            DsrReportFormat.Markdown => new MarkdownReport(_output, _spool),
            DsrReportFormat.Json => new JsonReport(_output),
            _ => new HtmlReport(_output, _spool),
        };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DsrVerdict verdict in Verdict)
            Write(verdict);
        _isEmpty &= Verdict.Length == 0;
        if (_beside!.Count == 0)
            _alone.AddRange(Connection);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        int left = _alone.Count + _beside!.SelectMany(each => each).Count(each => !_shown.Contains(each));
        if (_isEmpty && left == 0)
            ThrowTerminatingError(Failures.NothingToReport().ToRecord());
        if (!_isEmpty)
            _report!.End();
        else
            WriteConnections([.. _alone, .. _beside!.SelectMany(each => each)]);
        if (!_isEmpty && left > 0)
            WriteWarning($"{left} of the results of packets are not in the report: they belong to none of the verdicts, or came down the pipeline beside verdicts. Specify them with -Connection.");
        WriteObject(Encoding.UTF8.GetString(_output.GetBuffer(), 0, (int)_output.Length).TrimEnd('\n'));
    }

    /// <summary>Only a page shows plans and ways.</summary>
    private void Write(DsrVerdict verdict)
    {
        VerdictDetails? details = Format == DsrReportFormat.Html ? verdict.Details : null;
        _report!.Write(new ReportEntry(verdict.Judged, verdict.CollectedAt, origin: null, PlanFor(verdict)?.Plan ?? details?.Plan, details?.Paths) { Connections = ConnectionsOf(verdict) });
    }

    private ConnectionResult[] ConnectionsOf(DsrVerdict verdict)
    {
        DsrConnection[] of = [.. new[] { verdict.ComputerName, verdict.Server.Name }.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(name => _beside![name])
            .Where(each => verdict.VirtualIPAddress.Contains(each.VirtualIPAddress[0], StringComparer.Ordinal))];
        _shown.UnionWith(of);
        return [.. of.Select(each => each.Result)];
    }

    /// <summary>Without verdicts there is no page to show them on.</summary>
    private void WriteConnections(IReadOnlyList<DsrConnection> connections)
    {
        _output.SetLength(0);
        if (Format == DsrReportFormat.JUnit)
        {
            ConnectionJUnit.Write(_output, connections.Select(each => each.Result));
            return;
        }

        if (Format != DsrReportFormat.Json)
            ThrowTerminatingError(Failures.ConnectionsNeedVerdicts(Format).ToRecord());
        var json = new ConnectionJson(_output);
        foreach (DsrConnection connection in connections)
            json.Write(connection.Result);
        json.End();
    }

    private DsrPlan? PlanFor(DsrVerdict verdict) => _planned![verdict.Judged.ComputerName].FirstOrDefault(plan =>
        plan.VirtualIPAddress.SequenceEqual(verdict.VirtualIPAddress, StringComparer.Ordinal)
        && plan.Port.SequenceEqual(verdict.Port, StringComparer.Ordinal));
}
