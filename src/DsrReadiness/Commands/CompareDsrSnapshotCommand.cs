using System;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Servers;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Commands;

/// <summary>Compares two snapshots of a server: what each check found before and after, where that differs, and which known cause it looks like.</summary>
[Cmdlet(VerbsData.Compare, "DsrSnapshot", HelpUri = OnlineHelp.Folder + "Compare-DsrSnapshot.md", DefaultParameterSetName = ByAlias)]
[OutputType(typeof(DsrSnapshotDifference))]
public sealed class CompareDsrSnapshotCommand : ServiceCmdlet
{
    /// <summary>The earlier state: an imported snapshot, mostly.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "The snapshot to compare with, from Import-DsrSnapshot.")]
    [DsrServerTransformation]
    [Alias("Reference")]
    public DsrServer ReferenceSnapshot { get; set; } = null!;

    /// <summary>Also writes what did not change.</summary>
    [Parameter(HelpMessage = "Also writes what did not change.")]
    public SwitchParameter IncludeEqual { get; set; }

    private protected override Func<ServerJob, Task> Prepare()
    {
        ServiceChoice services = ReadServices();
        return job => CompareAsync(job, services);
    }

    private async Task CompareAsync(ServerJob job, ServiceChoice services)
    {
        Snapshot before = await ReferenceSnapshot.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
        Snapshot after = await job.Server.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
        if (!string.Equals(before.ComputerName, after.ComputerName, StringComparison.OrdinalIgnoreCase))
            throw new FailureException(Failures.DifferentComputers(ReferenceSnapshot.Name, job.Server));
        foreach (AskedService asked in AskedOf(services, job.Server, after))
        {
            InterfaceGuard.Check(job.Server, after, asked.Service);
            ServerComparison comparison = ServerComparison.Of(before, after, asked.Service, Catalogue.Observing, job.Stopping);
            foreach (ResultChange change in IncludeEqual ? comparison.All : comparison.Changes)
                job.Write(new DsrSnapshotDifference(job.Server, comparison, change));
        }
    }
}
