using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Completion;
using DsrReadiness.Output;
using DsrReadiness.Servers;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Commands;

/// <summary>Judges whether servers are ready to answer for a virtual IP address behind a Direct Server Return balancer, and says what is missing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DsrReadiness", HelpUri = OnlineHelp.Folder + "Test-DsrReadiness.md", DefaultParameterSetName = ByAlias)]
[OutputType(typeof(DsrVerdict), typeof(bool))]
public sealed class TestDsrReadinessCommand : ServiceCmdlet
{
    private readonly ConcurrentQueue<Verdict> _verdicts = new();
    private Catalogue _catalogue = Catalogue.All;
    private IReadOnlyCollection<ReadingId> _readings = [];
    private ComparedServers _compared = new(null, null);

    /// <summary>The only checks to ask, by id, name or pattern.</summary>
    [Parameter(HelpMessage = "The only checks to ask, by id, name or pattern.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CheckCompleter))]
    public string[]? Check { get; set; }

    /// <summary>Checks to leave out, by id, name or pattern.</summary>
    [Parameter(HelpMessage = "Checks to leave out, by id, name or pattern.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CheckCompleter))]
    public string[]? ExcludeCheck { get; set; }

    /// <summary>Earlier snapshots of the servers, from when they were ready: check R01 tells what has changed since.</summary>
    [Parameter(HelpMessage = "Snapshots of the servers from when they were ready, from Import-DsrSnapshot.")]
    [ValidateNotNullOrEmpty]
    [DsrServerTransformation]
    public DsrServer[]? Earlier { get; set; }

    /// <summary>The servers that answer for the same VIPs, mostly as snapshots: check R02 finds the odd one, and N01 and N02 who has answered for the VIP.</summary>
    [Parameter(HelpMessage = "The servers of the pool, mostly as snapshots from Import-DsrSnapshot.")]
    [ValidateNotNullOrEmpty]
    [DsrServerTransformation]
    public DsrServer[]? Pool { get; set; }

    /// <summary>Treats warnings as errors.</summary>
    [Parameter(HelpMessage = "Treats warnings as errors.")]
    public SwitchParameter Strict { get; set; }

    /// <summary>Writes one value instead of verdicts: True if all that was asked is ready, False if anything is not or could not be judged.</summary>
    [Parameter(HelpMessage = "Writes True or False instead of verdicts.")]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _compared = new ComparedServers(Earlier, Pool);
        Begin(() =>
        {
            if (Check is not null || ExcludeCheck is not null)
                _catalogue = CheckSelection.Select(Catalogue.All, Check, ExcludeCheck);
            _readings = CheckSelection.ReadingsOf(_catalogue);
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (Quiet)
            WriteObject(!HasFailed && !_verdicts.IsEmpty && _verdicts.All(verdict => verdict == Verdict.Ready));
    }

    private protected override bool TurnsToServersOfFile => true;

    private protected override Func<ServerJob, Task> Prepare()
    {
        ServiceChoice services = ReadServices();
        bool isWhole = Check is null && ExcludeCheck is null;
        return async job =>
        {
            Snapshot snapshot = await job.ReadAsync(_readings).ConfigureAwait(false);
            foreach (AskedService asked in AskedOf(services, job.Server, snapshot))
            {
                InterfaceGuard.Check(job.Server, snapshot, asked.Service);
                CheckInputs inputs = await _compared.ForAsync(job, snapshot, asked).ConfigureAwait(false);
                ServerVerdict verdict = new CheckRunner(_catalogue, Strict).Run(snapshot, asked.Service, inputs, job.Stopping);
                _verdicts.Enqueue(verdict.Verdict);
                if (!Quiet)
                    job.Write(new DsrVerdict(job.Server, verdict, snapshot.CollectedAt, isWhole ? DetailsOf(job.Server, snapshot, verdict) : null));
            }
        };
    }

    /// <summary>A verdict holds no snapshot but one that its server is, of which the details are made when somebody asks for them; of others they are made at once.</summary>
    private static Func<VerdictDetails> DetailsOf(DsrServer server, Snapshot snapshot, ServerVerdict verdict)
    {
        if (server.Kind == DsrServerKind.Snapshot)
            return () => VerdictDetails.Of(snapshot, verdict.Service, verdict.Verdict);
        var details = VerdictDetails.Of(snapshot, verdict.Service, verdict.Verdict);
        return () => details;
    }
}
