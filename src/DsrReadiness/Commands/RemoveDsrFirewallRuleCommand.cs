using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Completion;
using DsrReadiness.Errors;
using DsrReadiness.Inventory;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Removes firewall rules that this module made; others are never touched.</summary>
[Cmdlet(VerbsCommon.Remove, "DsrFirewallRule", HelpUri = OnlineHelp.Folder + "Remove-DsrFirewallRule.md", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByName)]
[OutputType(typeof(DsrFirewallRule))]
public sealed class RemoveDsrFirewallRuleCommand : RemovingCmdlet
{
    internal const string ByName = "Name";
    internal const string ByVip = "VirtualIPAddress";

    /// <summary>The names of the rules.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ByName, HelpMessage = "The names of the rules.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FirewallRuleNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The VIPs that the rules open: all rules that do are meant.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByVip, HelpMessage = "The VIPs that the rules open.")]
    [Alias("VIP")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public string[] VirtualIPAddress { get; set; } = [];

    /// <summary>Writes the rules that were removed.</summary>
    [Parameter(HelpMessage = "Writes the rules that were removed.")]
    public SwitchParameter PassThru { get; set; }

    private protected override Func<ServerJob, Task> Prepare()
    {
        string[]? names = ParameterSetName == ByName ? Name : null;
        string[] vips = Given(nameof(VirtualIPAddress), VirtualIPAddress, text => ServiceText.ReadAddress(text).ToString());
        bool isWhatIf = IsWhatIf;
        RemovalOptions removal = Removal;
        return job => RemoveAsync(job, names, vips, isWhatIf, removal);
    }

    private async Task RemoveAsync(ServerJob job, string[]? names, string[] vips, bool isWhatIf, RemovalOptions removal)
    {
        Snapshot snapshot = await job.Server.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
        IReadOnlyList<FirewallRuleEntry> all = job.Known(FirewallRuleInventory.Of(snapshot));
        var filter = new NameFilter(names);
        foreach (string missing in filter.Unmatched(all.Select(each => each.Id)))
            job.Write(Failures.FirewallRuleNotFound(job.Server, missing));
        FirewallRuleEntry[] unwanted = all.Where(each => names is null ? each.LocalAddresses.Intersect(vips).Any() : filter.Matches(each.Id)).ToArray();
        IPAddress[] opened = [.. unwanted.SelectMany(each => each.LocalAddresses).Distinct()
            .Select(text => AddressText.TryParse(text, out IPAddress? address) ? address : null).OfType<IPAddress>()];
        if (opened.Length == 0)
        {
            job.Tell($"{job.Server}: there is nothing to do.");
            return;
        }

        Plan plan = PartialPlanner.RemoveFirewallRules(snapshot, new DsrService(opened), unwanted.Select(each => each.Id).ToArray());
        ApplyReport? report = await PlanRun.ApplyAsync(job, plan, isWhatIf, removal).ConfigureAwait(false);
        if (PassThru && report is { Result: ApplyResult.Applied })
        {
            foreach (FirewallRuleEntry rule in unwanted)
                job.Write(new DsrFirewallRule(job.Server, SafeText.Of(snapshot.ComputerName), rule));
        }
    }
}
