using System.Collections.Generic;
using DsrReadiness.Errors;
using DsrReadiness.Host;
using DsrReadiness.Inventory;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>The firewall rules of ours on a server.</summary>
internal static class FirewallRules
{
    /// <exception cref="FailureException">They cannot be read.</exception>
    public static IReadOnlyList<FirewallRuleEntry> Entries(ServerJob job, Snapshot snapshot) =>
        FirewallRuleInventory.Of(snapshot).TryGet(out IReadOnlyList<FirewallRuleEntry>? entries, out Missing? missing)
            ? entries
            : throw new FailureException(Failures.ReadingFailed(job.Server, missing.Reason, missing.Recommendation));
}
