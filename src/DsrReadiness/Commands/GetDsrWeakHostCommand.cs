using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Completion;
using DsrReadiness.Errors;
using DsrReadiness.Inventory;
using DsrReadiness.Output;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Lists the host model of every interface and family, as it is now and as it is after the next start.</summary>
[Cmdlet(VerbsCommon.Get, "DsrWeakHost", HelpUri = OnlineHelp.Folder + "Get-DsrWeakHost.md")]
[OutputType(typeof(DsrWeakHost))]
public sealed class GetDsrWeakHostCommand : ServerCmdlet
{
    /// <summary>The names of the interfaces; without any, all of them.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The names of the interfaces.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AnyInterfaceAliasCompleter))]
    [Alias("ifAlias")]
    public string[]? InterfaceAlias { get; set; }

    /// <summary>The family; without it, both.</summary>
    [Parameter(HelpMessage = "The family; both if it is not given.")]
    public IPFamily? AddressFamily { get; set; }

    private protected override Func<ServerJob, Task> Prepare()
    {
        string[]? names = InterfaceAlias;
        IPFamily? family = AddressFamily;
        return job => WriteAsync(job, names, family);
    }

    private static async Task WriteAsync(ServerJob job, string[]? names, IPFamily? family)
    {
        Snapshot snapshot = await job.Server.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
        IReadOnlyList<HostModelEntry> all = job.Known(HostModelInventory.Of(snapshot));
        var filter = new NameFilter(names);
        foreach (HostModelEntry entry in all.Where(each => filter.Matches(each.Interface.Alias) && (family is null || each.Family == family)))
            job.Write(new DsrWeakHost(job.Server, SafeText.Of(snapshot.ComputerName), entry));
        string[] existing = all.Select(each => string.Format(CultureInfo.InvariantCulture, "'{0}' ({1})", each.Interface.Alias, each.Interface.Index)).Distinct().ToArray();
        foreach (string unmatched in filter.Unmatched(all.Select(each => each.Interface.Alias)))
            job.Write(Failures.InterfaceNotFound(job.Server, unmatched, existing));
    }
}
