using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Servers;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>
/// Carries a plan out, one change at a time: each is asked for, written to a journal, made and proved. If one fails, what was done is undone.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "DsrPlan", HelpUri = OnlineHelp.Folder + "Invoke-DsrPlan.md", SupportsShouldProcess = true, DefaultParameterSetName = ByAlias)]
[OutputType(typeof(DsrPlanResult))]
public sealed class InvokeDsrPlanCommand : ServiceCmdlet
{
    internal const string ByPlan = "Plan";

    /// <summary>What changes a plan and not only names its service: whoever gives it with a plan would wait for it in vain.</summary>
    private static readonly string[] s_forMaking = [nameof(Removal), nameof(LoopbackAlias)];

    private string? _forMaking;

    /// <summary>The VIPs of the service.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ByAlias, HelpMessage = "The virtual IP address, such as 192.0.2.10.")]
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ByIndex, HelpMessage = "The virtual IP address, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public override string[] VirtualIPAddress { get; set; } = [];

    /// <summary>A plan that was made before, for one server. A plan from the pipeline is taken as well.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPlan, HelpMessage = "A plan, from Get-DsrPlan.")]
    [LivingPlan]
    public DsrPlan? Plan { get; set; }

    /// <summary>The loopback adapter to use. Without it, the one that holds the VIP or is known to be for VIPs, else a new one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The name of the loopback adapter to use.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LoopbackAliasCompleter))]
    public string? LoopbackAlias { get; set; }

    /// <summary>Takes the VIPs out of service again, whoever set them up.</summary>
    [Parameter(HelpMessage = "Takes the VIPs out of service again.")]
    public SwitchParameter Removal { get; set; }

    /// <summary>Leaves what was done in place when a change fails, to look at it and go on.</summary>
    [Parameter(HelpMessage = "Leaves what was done in place when a change fails.")]
    public SwitchParameter KeepOnFailure { get; set; }

    /// <summary>Takes VIPs out of service without asking, as -Confirm:$false does.</summary>
    [Parameter(HelpMessage = "Takes VIPs out of service without asking.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Waits, before VIPs are taken out of service, until they have no established TCP connection.</summary>
    [Parameter(HelpMessage = "Waits until the VIPs have no established TCP connection.")]
    public SwitchParameter WaitForDrain { get; set; }

    /// <summary>How many seconds connections are waited for. If some are left then, nothing is changed.</summary>
    [Parameter(HelpMessage = "How many seconds connections are waited for.")]
    [ValidateRange(1, RemovingCmdlet.LongestDrainTimeout)]
    public int DrainTimeoutSec { get; set; } = RemovingCmdlet.DefaultDrainTimeout;

    /// <summary>Writes what became of the plan.</summary>
    [Parameter(HelpMessage = "Writes what became of the plan.")]
    public SwitchParameter PassThru { get; set; }

    private protected override bool AsksUser => true;

    private protected override DsrServer? NamedByArgument => Plan?.Server;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _forMaking = Array.Find(s_forMaking, MyInvocation.BoundParameters.ContainsKey);
    }

    private protected override Func<ServerJob, Task> Prepare()
    {
        DsrPlan? made = Plan ?? InputObject?.BaseObject as DsrPlan;
        if (made is not null && _forMaking is not null)
            throw new FailureException(Failures.ParameterNotForPlan(_forMaking, made));
        if (made?.RunId is { } run)
            throw new FailureException(Failures.PlanIsUsed(made, run));
        Plan? given = made?.Plan;
        ServiceChoice services = given is null ? ReadServices() : ServiceChoice.Of(given.Service);
        string? loopback = LoopbackAlias;
        bool isWhatIf = IsWhatIf;
        var removal = new RemovalOptions
        {
            IsForced = Force || IsConfirmGiven == false,
            AsksAlways = true,
            AsksForEach = true,
            DrainLimit = WaitForDrain ? TimeSpan.FromSeconds(DrainTimeoutSec) : null,
        };
        return async job =>
        {
            if (given is not null)
            {
                await ApplyAsync(job, given).ConfigureAwait(false);
                return;
            }

            Snapshot snapshot = await job.ReadAsync().ConfigureAwait(false);
            IReadOnlyList<AskedService> asked = AskedOf(services, job.Server, snapshot);
            for (int i = 0; i < asked.Count; i++)
            {
                if (i > 0) // What the plan before has made is there for this one.
                    snapshot = await job.ReadAsync().ConfigureAwait(false);
                await ApplyAsync(job, await GetDsrPlanCommand.MakeAsync(job, snapshot, asked[i].Service, loopback, Removal).ConfigureAwait(false)).ConfigureAwait(false);
            }
        };

        async Task ApplyAsync(ServerJob job, Plan plan)
        {
            ApplyReport? report = await PlanRun.ApplyAsync(job, plan, isWhatIf, removal, KeepOnFailure).ConfigureAwait(false);
            if (made is not null && report is { Result: ApplyResult.Applied })
                made.RunId = report.Run?.Id;
            if (PassThru && report is not null)
                job.Write(new DsrPlanResult(job.Server, plan.ComputerName, report, DsrPlanResult.Texts(plan.Service.VirtualIPAddresses), plan.Service));
        }
    }
}
