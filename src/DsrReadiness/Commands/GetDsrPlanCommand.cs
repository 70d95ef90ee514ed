using System;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Desired;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Plans what makes servers ready for a service: the smallest list of changes, in a safe order. Nothing is changed.</summary>
[Cmdlet(VerbsCommon.Get, "DsrPlan", HelpUri = OnlineHelp.Folder + "Get-DsrPlan.md", DefaultParameterSetName = ByAlias)]
[OutputType(typeof(DsrPlan))]
public sealed class GetDsrPlanCommand : ServiceCmdlet
{
    /// <summary>The loopback adapter to use. Without it, the one that holds the VIP or is known to be for VIPs, else a new one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The name of the loopback adapter to use.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LoopbackAliasCompleter))]
    public string? LoopbackAlias { get; set; }

    /// <summary>Plans to take the VIPs out of service again, whoever set them up.</summary>
    [Parameter(HelpMessage = "Plans to take the VIPs out of service again.")]
    public SwitchParameter Removal { get; set; }

    private protected override bool TurnsToServersOfFile => true;

    private protected override Func<ServerJob, Task> Prepare()
    {
        ServiceChoice services = ReadServices();
        string? loopback = LoopbackAlias;
        return async job =>
        {
            Snapshot snapshot = await job.ReadAsync().ConfigureAwait(false);
            foreach (AskedService asked in AskedOf(services, job.Server, snapshot))
                job.Write(new DsrPlan(job.Server, await MakeAsync(job, snapshot, asked.Service, loopback, Removal).ConfigureAwait(false)));
        };
    }

    /// <exception cref="Errors.FailureException">What was named is not there.</exception>
    internal static async Task<Plan> MakeAsync(ServerJob job, Snapshot snapshot, DsrService service, string? loopback, bool isRemoval)
    {
        InterfaceGuard.Check(job.Server, snapshot, service);
        PlanOptions options = await PlanOptionsReader.ReadAsync(job, loopback).ConfigureAwait(false);
        return isRemoval ? RemovalPlanner.Plan(snapshot, service, options) : Planner.Plan(snapshot, service, options);
    }
}
