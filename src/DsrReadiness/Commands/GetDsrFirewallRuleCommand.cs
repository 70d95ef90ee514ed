using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Errors;
using DsrReadiness.Inventory;
using DsrReadiness.Output;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Lists the firewall rules that this module made.</summary>
[Cmdlet(VerbsCommon.Get, "DsrFirewallRule", HelpUri = OnlineHelp.Folder + "Get-DsrFirewallRule.md")]
[OutputType(typeof(DsrFirewallRule))]
public sealed class GetDsrFirewallRuleCommand : ServerCmdlet
{
    /// <summary>The names of the rules; without any, all of them.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The names of the rules.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FirewallRuleNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Only rules that open one of these VIPs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "Only rules that open one of these VIPs.")]
    [Alias("VIP")]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public string[] VirtualIPAddress { get; set; } = [];

    private protected override Func<ServerJob, Task> Prepare()
    {
        string[]? names = Name;
        string[] vips = Given(nameof(VirtualIPAddress), VirtualIPAddress, text => ServiceText.ReadAddress(text).ToString());
        return async job =>
        {
            Snapshot snapshot = await job.Server.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
            IReadOnlyList<FirewallRuleEntry> all = job.Known(FirewallRuleInventory.Of(snapshot));
            var filter = new NameFilter(names);
            foreach (FirewallRuleEntry rule in all.Where(each => filter.Matches(each.Id) && (vips.Length == 0 || each.LocalAddresses.Intersect(vips).Any())))
                job.Write(new DsrFirewallRule(job.Server, SafeText.Of(snapshot.ComputerName), rule));
            foreach (string missing in filter.Unmatched(all.Select(each => each.Id)))
                job.Write(Failures.FirewallRuleNotFound(job.Server, missing));
        };
    }
}
