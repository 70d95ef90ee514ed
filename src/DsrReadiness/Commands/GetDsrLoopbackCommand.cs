using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
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

/// <summary>Lists the loopbacks of servers, with the VIPs on them.</summary>
[Cmdlet(VerbsCommon.Get, "DsrLoopback", HelpUri = OnlineHelp.Folder + "Get-DsrLoopback.md")]
[OutputType(typeof(DsrLoopback))]
public sealed class GetDsrLoopbackCommand : ServerCmdlet
{
    /// <summary>The names of the loopbacks; without any, all of them.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The names of the loopbacks.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LoopbackAliasCompleter))]
    public string[]? LoopbackAlias { get; set; }

    /// <summary>Only loopbacks that hold one of these VIPs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "Only loopbacks that hold one of these VIPs.")]
    [Alias("VIP")]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public string[] VirtualIPAddress { get; set; } = [];

    private protected override Func<ServerJob, Task> Prepare()
    {
        string[]? names = LoopbackAlias;
        IPAddress[] vips = Given(nameof(VirtualIPAddress), VirtualIPAddress, ServiceText.ReadAddress);
        return job => WriteAsync(job, names, vips);
    }

    private static async Task WriteAsync(ServerJob job, string[]? names, IPAddress[] vips)
    {
        Snapshot snapshot = await job.Server.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
        IReadOnlyList<LoopbackEntry> all = job.Known(LoopbackInventory.Of(snapshot));
        NameFilter filter = new(names);
        foreach (LoopbackEntry entry in all.Where(each => filter.Matches(each.Interface.Alias) && (vips.Length == 0 || each.Addresses.Intersect(vips).Any())))
            job.Write(new DsrLoopback(job.Server, SafeText.Of(snapshot.ComputerName), entry));
        foreach (string missing in filter.Unmatched(all.Select(each => each.Interface.Alias)))
            job.Write(Failures.LoopbackNotFound(job.Server, missing, all.Select(each => each.Interface.Alias).ToArray()));
    }
}
