using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>
/// Takes back what runs have changed, newest change first: the values that were there before are put back, but for those that somebody changed
/// since, or that another VIP needs. Drain the server at the balancer first.
/// </summary>
[Cmdlet(VerbsCommon.Undo, "DsrPlan", HelpUri = OnlineHelp.Folder + "Undo-DsrPlan.md", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DsrPlanResult))]
public sealed class UndoDsrPlanCommand : RemovingCmdlet
{
    /// <summary>The VIPs whose runs are taken back, the newest run first.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The VIPs whose runs are taken back.")]
    [Alias("VIP")]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public string[] VirtualIPAddress { get; set; } = [];

    /// <summary>The one run that is taken back.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The one run that is taken back.")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RunIdCompleter))]
    public string? RunId { get; set; }

    /// <summary>Writes what became of each run.</summary>
    [Parameter(HelpMessage = "Writes what became of each run.")]
    public SwitchParameter PassThru { get; set; }

    private protected override Func<ServerJob, Task> Prepare()
    {
        IPAddress[] vips = Given(nameof(VirtualIPAddress), VirtualIPAddress, ServiceText.ReadAddress);
        string? runId = Given(nameof(RunId), RunId).SingleOrDefault();
        bool isWhatIf = IsWhatIf;
        RemovalOptions removal = Removal;
        return job => runId is null && vips.Length == 0
            ? throw new FailureException(Failures.RunNotNamed(job.Server))
            : UndoAsync(job, vips, runId, isWhatIf, removal);
    }

    private async Task UndoAsync(ServerJob job, IReadOnlyCollection<IPAddress> vips, string? runId, bool isWhatIf, RemovalOptions removal)
    {
        IReadOnlyList<JournalRun> runs = await JournalRuns.ReadAsync(job).ConfigureAwait(false);
        JournalRun[] unwanted = [.. runs.Reverse().Where(run => runId is null
            ? run.Status != RunStatus.Undone && run.VirtualIPAddresses.Any(vips.Contains)
            : string.Equals(run.Id, runId, StringComparison.OrdinalIgnoreCase))];
        if (unwanted.Length == 0)
            throw new FailureException(Failures.RunNotFound(job.Server, runId ?? "for " + string.Join(", ", vips)));
        if (!isWhatIf && unwanted.Any(run => run.Status != RunStatus.Undone) && !await PlanRun.MayUndoAsync(job, unwanted, removal).ConfigureAwait(false))
            return;
        foreach (JournalRun run in unwanted)
        {
            if (isWhatIf)
            {
                Show(job, run);
                continue;
            }

            ApplyReport report = await PlanRun.UndoAsync(job, run, removal).ConfigureAwait(false);
            foreach (JournalStep kept in report.Left.Where(step => step.Status != StepStatus.Undone))
                job.Warn($"{job.Server}: kept: {DsrPlanResult.Describe(kept)}");
            if (PassThru)
                job.Write(new DsrPlanResult(job.Server, run.ComputerName, report, DsrPlanResult.Texts(run.VirtualIPAddresses)));
            if (report.Result == ApplyResult.Declined)
                return;
        }
    }

    private static void Show(ServerJob job, JournalRun run)
    {
        foreach (JournalStep step in run.Steps.Where(step => step.Status != StepStatus.Undone).Reverse())
            job.MayDo(job.Server.Name, UndoText.Of(step).TrimEnd('.'));
    }
}
