using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Errors;
using DsrReadiness.Inventory;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Makes firewall rules that let a service and the balancer's probe in: each for one address, one protocol and its ports.</summary>
[Cmdlet(VerbsCommon.New, "DsrFirewallRule", HelpUri = OnlineHelp.Folder + "New-DsrFirewallRule.md", SupportsShouldProcess = true, DefaultParameterSetName = ByAlias)]
[OutputType(typeof(DsrFirewallRule))]
public sealed class NewDsrFirewallRuleCommand : ServiceCmdlet
{
    private protected override bool AsksUser => true;

    private protected override Func<ServerJob, Task> Prepare()
    {
        ServiceChoice services = ReadServices();
        bool isWhatIf = IsWhatIf;
        object target = (object?)ServiceFile ?? VirtualIPAddress;
        if (ServiceFile is null)
            RefuseWithoutPort(services.Single(), target);
        return async job =>
        {
            Snapshot snapshot = await job.ReadAsync().ConfigureAwait(false);
            foreach (AskedService asked in AskedOf(services, job.Server, snapshot))
            {
                RefuseWithoutPort(asked.Service, target);
                InterfaceGuard.Check(job.Server, snapshot, asked.Service);
                Plan plan = PartialPlanner.NewFirewallRules(snapshot, asked.Service);
                ApplyReport? report = await PlanRun.ApplyAsync(job, plan, isWhatIf).ConfigureAwait(false);
                if (report is { Result: ApplyResult.Applied })
                    await WriteAsync(job, FirewallRuleInventory.IdsIn(plan.Changes)).ConfigureAwait(false);
            }
        };
    }

    private static void RefuseWithoutPort(DsrService service, object target)
    {
        if (service.Ports.Count == 0 && service.Probe is null)
        {
            throw new FailureException(Failures.InvalidService(
                new ServiceDefinitionException("A firewall rule opens ports: give at least one with -Port, or a probe with -Probe."), target));
        }
    }

    private static async Task WriteAsync(ServerJob job, IReadOnlyCollection<string> made)
    {
        Snapshot now = await job.Server.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
        foreach (FirewallRuleEntry rule in job.Known(FirewallRuleInventory.Of(now)).Where(each => made.Contains(each.Id)))
            job.Write(new DsrFirewallRule(job.Server, SafeText.Of(now.ComputerName), rule));
    }
}
